import { type CslItem, printedAddress } from './csl-item.js';
import { type Style, styleXml } from './styles.js';
import type { Name } from './unit.js';

export type Markup = 'text' | 'html';

/** A passage in a style: the note or the words in brackets in the text, and the entry of the bibliography. */
export interface Styled {
  readonly citation: string;
  readonly entry: string;
}

/** How a passage is cited beside what its item says. */
export interface Cited {
  readonly locator?: string;
  /** Follows the citation, within its brackets or before its point. */
  readonly suffix: string;
}

/** Writes items in one style. */
export interface Styler {
  citation(item: CslItem, cited: Cited, markup: Markup): string;
  /** `addendum` follows the entry. */
  entry(item: CslItem, addendum: string, markup: Markup): string;
}

interface CslPlugin {
  styles: { has(name: string): boolean; add(name: string, xml: string): void; get(name: string): string };
}

/**
 * The writer of a style. It loads citeproc, which takes a tenth of a second, and the style; both are kept.
 */
export async function stylerOf(style: Style): Promise<Styler> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-csl');
  const { styles } = plugins.config.get('@csl') as CslPlugin;
  const name = style === 'apa' ? 'apa' : `memcon-${style}`;
  if (style !== 'apa' && !styles.has(name)) styles.add(name, await styleXml(style));
  const knowsCollections = styles.get(name).includes('archive_collection');
  const options = (markup: Markup) => ({ style: name, format: markup, lang: 'en-US' });
  return {
    citation(item, { locator, suffix }, markup) {
      const cited = {
        id: item.id,
        suffix,
        ...(locator !== undefined && { locator, label: 'page' }),
      };
      const data = [forStyle(item, style, knowsCollections)];
      return (plugins.output.format('citation', data, { ...options(markup), entry: [cited] }) as string).trim();
    },
    entry(item, addendum, markup) {
      const data = [forStyle(item, style, knowsCollections)];
      const written = plugins.output.format('bibliography', data, options(markup)) as string;
      const entry = markup === 'html' ? entryOf(written) : written.trim();
      return addendum === '' ? entry : `${entry} ${escaped(addendum, markup)}`;
    },
  };
}

export const escaped = (words: string, markup: Markup): string =>
  markup === 'html' ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : words;

/** The entry without the boxes in which citeproc lays it out. */
const entryOf = (html: string): string =>
  html
    .replace(/^\s*<div[^>]*>\s*(?:<div[^>]*>)?\s*/, '')
    .replace(/\s*(?:<\/div>\s*)+$/, '')
    .trim();

/**
 * The item as a style prints it best: what the title says is not said again,
 * and a collection that the style does not know stands with the location, narrower first (Chicago Manual of Style, 14.222).
 */
function forStyle(item: CslItem, style: Style, knowsCollections: boolean): Omit<CslItem, 'custom'> {
  const {
    custom: _custom,
    note: _note,
    DOI: _doi,
    URL: _url,
    page: _page,
    genre,
    archive_collection,
    archive_location,
    version,
    ...rest
  } = item;
  const address = printedAddress(item);
  const location = [archive_location, archive_collection].filter((part) => part !== undefined).join(', ');
  const isTold = genre !== undefined && item.title.toLowerCase().startsWith(genre.toLowerCase());
  return {
    ...rest,
    ...(address !== undefined && { URL: address }),
    // “ed. the memcon editors”; APA puts the name first.
    ...(item.editor && style !== 'apa' && { editor: item.editor.map(withSmallArticle) }),
    ...(genre !== undefined && !isTold && { genre }),
    // MLA prints a version as it is given, behind the editors or as a sentence of its own.
    ...(version !== undefined && {
      version: style === 'mla' ? `${item.editor ? 'version' : 'Version'} ${version}` : version,
    }),
    ...(knowsCollections
      ? {
          ...(archive_collection !== undefined && { archive_collection }),
          ...(archive_location !== undefined && { archive_location }),
        }
      : location !== '' && { archive_location: location }),
  };
}

const withSmallArticle = (name: Name): Name =>
  'literal' in name ? { literal: name.literal.replace(/^The /, 'the ') } : name;

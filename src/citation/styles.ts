import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The citation styles, by the names of the command line. */
export const STYLES = ['chicago', 'mla', 'apa', 'turabian'] as const;
export type Style = (typeof STYLES)[number];

const packages = createRequire(import.meta.url);

/**
 * The CSL style, as XML, of the packages that carry those of the Citation Style Language project: Chicago 17 (full note
 * and bibliography), MLA 9, Turabian 9; APA 7 comes with citation-js. Turabian's file says only that it is Chicago's
 * (`independent-parent`), which is followed.
 */
export async function styleXml(style: Exclude<Style, 'apa'>): Promise<string> {
  if (style === 'mla') {
    // The package has the style in a file of its own, but does not export it.
    const folder = dirname(packages.resolve('rehype-citation'));
    const { default: xml } = (await import(pathToFileURL(join(folder, 'styles', 'mla.js')).href)) as {
      default: string;
    };
    return xml;
  }
  const xml = contentOf(`${style}-fullnote-bibliography`);
  const parent = /href="[^"]*\/([\w-]+)" rel="independent-parent"/.exec(xml)?.[1];
  return parent === undefined ? xml : contentOf(parent);
}

const contentOf = (name: string): string =>
  (packages(`@citation/csl-style-${name}`) as { default: { content: string } }).default.content;

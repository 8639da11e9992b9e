import { createHash } from 'node:crypto';
import type { XdmNode } from 'saxon-js';
import type { Context } from '../context.js';
import { type Message, message } from '../messages/message.js';
import type { SearchedEdition } from '../search/catalogue.js';
import { processor } from '../xml/processor.js';
import { assets, type StylesheetName, searchAssets, stylesheet } from './assets.js';
import { peopleOf, searchedOf, searchFiles } from './search.js';

/** An edition ready for its pages: the TEI file is expected beside them as `NAME/NAME.xml`. */
export interface PublishedEdition {
  readonly name: string;
  readonly tei: string;
}

/** What the pages say of the whole; a `bare` site has no list of editions and names its files after the edition. */
export interface Site {
  readonly title: string;
  readonly publisher?: string;
  readonly layout: 'workspace' | 'bare';
}

/** Pages of an earlier run and what was said of them, by sheet and edition; they are taken again from the same source. */
export type KeptPages = Map<string, { of: string; page: string; messages: readonly Message[] }>;

interface Transformation {
  readonly sheet: StylesheetName;
  readonly source: XdmNode;
  readonly params: Record<string, string>;
  /** The TEI file that messages are about. */
  readonly file?: string;
}

/** The pages of all editions, the list of editions, style sheet and fonts, by path below the output folder. */
export async function publish(
  editions: readonly PublishedEdition[],
  site: Site,
  context: Context,
  kept: KeptPages = new Map(),
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const summaries: string[] = [];
  const searched: SearchedEdition[] = [];
  for (const { name, tei } of editions) {
    const view = viewsOf(tei, kept, context);
    const file = `${name}/${name}.xml`;
    const pages = pagesOf(name, site);
    const params = {
      name,
      assets: '../assets',
      'site-title': site.title,
      'index-href': site.layout === 'workspace' ? '../index.html' : '',
      'reading-href': pages.reading,
      'diplomatic-href': pages.diplomatic,
      'errata-href': pages.errata,
      'tei-href': `${name}.xml`,
    };
    for (const sheet of ['reading', 'diplomatic', 'errata'] as const) {
      const page = await view({ sheet, params, file });
      // Where nothing was mended there are no errata.
      if (page !== '') files.set(`${name}/${pages[sheet]}`, page);
    }
    if (site.layout === 'workspace') {
      summaries.push(await view({ sheet: 'summary', params: { name }, file }));
      searched.push(searchedOf(await view({ sheet: 'search', params: { name }, file })));
    }
  }
  if (site.layout === 'workspace') {
    files.set('index.html', await list(summaries, site, context));
    for (const [path, content] of await searchPages(searched, site, context)) files.set(path, content);
    for (const [path, content] of await searchAssets()) files.set(`assets/${path}`, content);
    for (const [path, content] of searchFiles(searched)) files.set(path, content);
  }
  for (const [path, content] of await assets()) files.set(`assets/${path}`, content);
  return files;
}

/** Makes the views of one edition, or takes those that were kept; the TEI is parsed when the first has to be made. */
function viewsOf(tei: string, kept: KeptPages, context: Context) {
  let source: Promise<XdmNode> | undefined;
  return async (wanted: Required<Omit<Transformation, 'source'>>): Promise<string> => {
    const key = `${wanted.sheet} ${wanted.file}`;
    const of = createHash('sha256').update(JSON.stringify(wanted.params)).update(tei).digest('hex');
    let view = kept.get(key);
    if (view?.of !== of) {
      source ??= parse(tei);
      const messages: Message[] = [];
      const report = (found: Message) => messages.push(found);
      view = { of, page: await transform({ ...wanted, source: await source }, { ...context, report }), messages };
      kept.set(key, view);
    }
    for (const found of view.messages) context.report(found);
    return view.page;
  };
}

function pagesOf(name: string, site: Site): { reading: string; diplomatic: string; errata: string } {
  return site.layout === 'workspace'
    ? { reading: 'index.html', diplomatic: 'diplomatic.html', errata: 'errata.html' }
    : { reading: `${name}.html`, diplomatic: `${name}.diplomatic.html`, errata: `${name}.errata.html` };
}

async function list(summaries: readonly string[], site: Site, context: Context): Promise<string> {
  const source = await parse(`<editions>${summaries.join('')}</editions>`);
  const software = `${context.software.name} ${context.software.version}`;
  const params = { assets: 'assets', 'site-title': site.title, publisher: site.publisher ?? '', software };
  return transform({ sheet: 'index', source, params }, context);
}

/** The search page of a workspace, and for who has no script the people with their documents. */
export async function searchPages(searched: readonly SearchedEdition[], site: Site, context: Context) {
  const source = await parse('<search/>');
  const params = { assets: 'assets', 'site-title': site.title, 'index-href': 'index.html' };
  const page = (more: Record<string, string>) =>
    transform({ sheet: 'search-page', source, params: { ...params, ...more } }, context);
  return new Map([
    ['search.html', await page({})],
    ['search-people.html', await page({ people: JSON.stringify(peopleOf(searched)) })],
  ]);
}

export const parse = (text: string): Promise<XdmNode> => processor().getResource({ text, type: 'xml' });

export async function transform({ sheet, source, params, file }: Transformation, context: Context): Promise<string> {
  const result = processor().transform(
    {
      stylesheetInternal: await stylesheet(sheet),
      sourceNode: source,
      stylesheetParams: params,
      destination: 'serialized',
      deliverMessage: (content) => {
        const path = content.textContent ?? '';
        const element = /\}([^}[/]+)\[\d+\]$/.exec(path)?.[1] ?? 'an element';
        context.report(
          message('view-covers-element', {
            reason: `The ${sheet} view has no template for ${element}; its text is shown without a form.`,
            advice: `Add a template for ${element} in mode "${sheet}" of xslt/edition, or encode the passage otherwise.`,
            words: path,
            ...(file === undefined ? {} : { file }),
          }),
        );
      },
    },
    'sync',
  );
  return result.principalResult ?? '';
}

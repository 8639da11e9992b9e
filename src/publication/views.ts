import { createHash } from 'node:crypto';
import type { XdmNode } from 'saxon-js';
import type { Context } from '../context.js';
import type { Message } from '../messages/message.js';
import type { SearchedEdition } from '../search/catalogue.js';
import { assets, citingAssets, facsimileAssets, type StylesheetName, searchAssets } from './assets.js';
import { ebook } from './ebook.js';
import { searchedOf, searchFiles, searchPages } from './search.js';
import { type Site, sitePages } from './site.js';
import { sitemapOf } from './sitemap.js';
import { parse, transform } from './transform.js';
import { type WithdrawnPassage, withAnchors, withSection } from './withdrawn.js';

/** An edition ready for its pages: the TEI file is expected beside them as `NAME/NAME.xml`. */
export interface PublishedEdition {
  readonly name: string;
  readonly tei: string;
  /** How its passages are cited; without them there is no page to cite from. */
  readonly citations?: readonly CitedPassage[];
  /** What it has published and no longer has. */
  readonly withdrawn?: readonly WithdrawnPassage[];
  /** Its released versions, the latest first. */
  readonly releases?: readonly string[];
  /** The whole document as it is cited in a note. */
  readonly citation?: string;
}

/** One passage in every format that its page offers. */
export interface CitedPassage {
  /** Its anchor on the pages of the edition. */
  readonly id: string;
  /** What it is, for people: “turn 3, Kuznetsov, p. 1–2”. */
  readonly label: string;
  /** Its first words. */
  readonly words: string;
  /** Where it stands, from the page that cites it. */
  readonly href: string;
  readonly chicago: string;
  readonly mla: string;
  readonly mlaInText: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: string;
}

/** Pages of an earlier run and what was said of them, by sheet and edition; they are taken again from the same source. */
export type KeptPages = Map<string, { of: string; page: string; messages: readonly Message[] }>;

/** What is made of an edition besides its pages, and the pages that an earlier run has left. */
export interface Forms {
  readonly epub?: boolean;
  /** Of a PDF only the links are made here: it needs a browser. */
  readonly pdf?: boolean;
  readonly kept?: KeptPages | undefined;
}

/** The views of an edition, each a page of its own; the reading text is the first to be found. */
const VIEWS = ['reading', 'diplomatic', 'parallel', 'facsimile', 'errata', 'source'] as const;
type ViewName = (typeof VIEWS)[number];
/** Those to which permalinks lead. */
const CITED: ReadonlySet<ViewName> = new Set<ViewName>(['reading', 'diplomatic']);

/** The pages of all editions, the pages of the site, style sheets and fonts, and e-books where they are wanted, by path below the output folder. */
export async function publish(
  editions: readonly PublishedEdition[],
  site: Site,
  context: Context,
  { epub = false, pdf = false, kept = new Map() }: Forms = {},
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const hasSite = site.layout === 'workspace' && !site.partial;
  const digests: string[] = [];
  const language = site.language ?? 'en';
  let hasFacsimile = false;
  let hasCitations = false;
  const searched: SearchedEdition[] = [];
  for (const { name, tei, citations, citation = '', withdrawn = [], releases = [] } of editions) {
    const view = viewsOf(tei, kept, context);
    const file = `${name}/${name}.xml`;
    const pages = pagesOf(name, site);
    const hrefs = {
      'reading-href': pages.reading,
      'diplomatic-href': pages.diplomatic,
      'parallel-href': pages.parallel,
      'facsimile-href': pages.facsimile,
      'errata-href': pages.errata,
      'source-href': pages.source,
      'tei-href': `${name}.xml`,
    };
    const params = {
      ...hrefs,
      language,
      name,
      assets: '../assets',
      'site-title': site.title,
      'index-href': site.layout === 'workspace' ? '../index.html' : '',
      'site-href': site.layout === 'workspace' ? '../' : '',
      ...(site.release === undefined
        ? { releases: JSON.stringify(releases.map((version) => ({ version, href: `v${version}/${pages.reading}` }))) }
        : inRelease(site.release, pages.reading, site)),
      'cite-href': citations ? 'cite.html' : '',
      'whole-citation': citation,
      'epub-href': epub ? `${name}.epub` : '',
      'pdf-href': pdf ? `${name}.pdf` : '',
    };
    const addressed = (page: string) =>
      site.address === undefined
        ? ''
        : `${site.address}/${name}/${site.release === undefined ? '' : `v${site.release}/`}${page}`;
    const withdrawnPage = `${site.layout === 'workspace' ? '' : `${name}.`}withdrawn.html`;
    const tombstones = (of: readonly WithdrawnPassage[], section: string) =>
      view({
        sheet: 'withdrawn',
        params: {
          ...params,
          canonical: addressed(withdrawnPage),
          withdrawn: JSON.stringify(of),
          'withdrawn-href': withdrawnPage,
          section,
        },
        file,
      });
    /** The views that are cited lead on from every address that they ever had. */
    const resolving = async (page: string, sheet: ViewName): Promise<string> => {
      if (withdrawn.length === 0) return page;
      const { html, left } = withAnchors(page, withdrawn);
      return CITED.has(sheet) ? withSection(html, await tombstones(left, sheet)) : html;
    };
    if (withdrawn.length > 0) files.set(`${name}/${withdrawnPage}`, await tombstones(withdrawn, ''));
    for (const sheet of VIEWS) {
      const own = { ...params, canonical: addressed(pages[sheet]) };
      const given = sheet === 'source' ? { ...own, file: tei } : own;
      const page = await view({ sheet, params: given, file });
      // Where nothing was mended there are no errata; without page images, no facsimile.
      if (page === '') continue;
      files.set(`${name}/${pages[sheet]}`, await resolving(page, sheet));
      hasFacsimile ||= sheet === 'facsimile';
    }
    if (citations) {
      hasCitations = true;
      const given = { ...params, canonical: addressed('cite.html'), citations: JSON.stringify(citations) };
      files.set(`${name}/cite.html`, await view({ sheet: 'cite', params: given, file }));
    }
    if (epub) {
      const book = { name, tei, language, hrefs: { ...hrefs, 'whole-citation': citation }, address: site.address };
      files.set(`${name}/${name}.epub`, await ebook(book, await parse(tei), context));
    }
    if (hasSite) {
      digests.push(await view({ sheet: 'digest', params: { name, language }, file }));
      searched.push(searchedOf(await view({ sheet: 'search', params: { name, language }, file })));
    }
  }
  if (hasSite) {
    for (const [path, page] of await sitePages(digests, site, context)) files.set(path, page);
    for (const [path, page] of await searchPages(site, context)) files.set(path, page);
    for (const [path, content] of await searchAssets()) files.set(`assets/${path}`, content);
    for (const [path, content] of searchFiles(searched)) files.set(path, content);
  }
  if (hasSite && site.address !== undefined) files.set('sitemap.xml', sitemapOf(files.keys(), site.address));
  if (hasFacsimile) for (const [path, content] of await facsimileAssets()) files.set(`assets/${path}`, content);
  if (hasCitations) for (const [path, content] of await citingAssets()) files.set(`assets/${path}`, content);
  for (const [path, content] of await assets(site.theme)) files.set(`assets/${path}`, content);
  return files;
}

/** The pages of a release have their styles beside them, and link to nothing that may change but the edition as it is now. */
const inRelease = (release: string, reading: string, { layout }: Site): Record<string, string> => ({
  release,
  assets: 'assets',
  'index-href': layout === 'workspace' ? '../../index.html' : '',
  'site-href': '',
  'current-href': `../${reading}`,
});

interface View {
  readonly sheet: StylesheetName;
  readonly params: Record<string, string>;
  readonly file: string;
}

/** Makes the views of one edition, or takes those that were kept; the TEI is parsed when the first has to be made. */
function viewsOf(tei: string, kept: KeptPages, context: Context) {
  let source: Promise<XdmNode> | undefined;
  return async (wanted: View): Promise<string> => {
    const key = `${wanted.sheet} ${wanted.file} ${wanted.params.section ?? ''}`;
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

/** The file of the reading text of an edition, in its folder. */
export const readingPage = (name: string, layout: Site['layout']): string =>
  layout === 'workspace' ? 'index.html' : `${name}.html`;

function pagesOf(name: string, { layout }: Site): Record<ViewName, string> {
  const before = layout === 'workspace' ? '' : `${name}.`;
  const first = layout === 'workspace' ? 'index.html' : `${name}.html`;
  return Object.fromEntries(
    VIEWS.map((view) => [view, view === 'reading' ? first : `${before}${view}.html`]),
  ) as Record<ViewName, string>;
}

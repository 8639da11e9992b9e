import type { Context } from '../context.js';
import { assets } from './assets.js';
import { digest, type Site, sitePages } from './site.js';
import { parse, transform } from './transform.js';

/** An edition ready for its pages: the TEI file is expected beside them as `NAME/NAME.xml`. */
export interface PublishedEdition {
  readonly name: string;
  readonly tei: string;
  /** How its passages are cited; without them there is no page to cite from. */
  readonly citations?: readonly CitedPassage[];
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

/** The pages of all editions, the pages of the site, style sheets and fonts, by path below the output folder. */
export async function publish(
  editions: readonly PublishedEdition[],
  site: Site,
  context: Context,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const hasSite = site.layout === 'workspace' && !site.partial;
  const digests: string[] = [];
  for (const { name, tei, citations } of editions) {
    const source = await parse(tei);
    const file = `${name}/${name}.xml`;
    const pages = pagesOf(name, site);
    const params = {
      name,
      assets: '../assets',
      'site-title': site.title,
      'index-href': site.layout === 'workspace' ? '../index.html' : '',
      'site-href': site.layout === 'workspace' ? '../' : '',
      'reading-href': pages.reading,
      'diplomatic-href': pages.diplomatic,
      'errata-href': pages.errata,
      'source-href': pages.source,
      'cite-href': citations ? 'cite.html' : '',
      'tei-href': `${name}.xml`,
    };
    for (const sheet of ['reading', 'diplomatic', 'errata', 'source'] as const) {
      const given = sheet === 'source' ? { ...params, file: tei } : params;
      const page = await transform({ sheet, source, params: given, file }, context);
      // Where nothing was mended there are no errata.
      if (page !== '') files.set(`${name}/${pages[sheet]}`, page);
    }
    if (citations) {
      const given = { ...params, citations: JSON.stringify(citations) };
      files.set(`${name}/cite.html`, await transform({ sheet: 'cite', source, params: given, file }, context));
    }
    if (hasSite) digests.push(await digest(name, source, context));
  }
  if (hasSite) for (const [path, page] of await sitePages(digests, site, context)) files.set(path, page);
  for (const [path, content] of await assets()) files.set(`assets/${path}`, content);
  return files;
}

function pagesOf(name: string, site: Site): Record<'reading' | 'diplomatic' | 'errata' | 'source', string> {
  return site.layout === 'workspace'
    ? { reading: 'index.html', diplomatic: 'diplomatic.html', errata: 'errata.html', source: 'source.html' }
    : {
        reading: `${name}.html`,
        diplomatic: `${name}.diplomatic.html`,
        errata: `${name}.errata.html`,
        source: `${name}.source.html`,
      };
}

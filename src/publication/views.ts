import type { Context } from '../context.js';
import { assets } from './assets.js';
import { ebook } from './ebook.js';
import { digest, type Site, sitePages } from './site.js';
import { parse, transform } from './transform.js';

/** An edition ready for its pages: the TEI file is expected beside them as `NAME/NAME.xml`. */
export interface PublishedEdition {
  readonly name: string;
  readonly tei: string;
}

/** What is made of an edition besides its pages. Of a PDF only the links are made here: it needs a browser. */
export interface Forms {
  readonly epub?: boolean;
  readonly pdf?: boolean;
}

/** The pages of all editions, the pages of the site, style sheets and fonts, and e-books where they are wanted, by path below the output folder. */
export async function publish(
  editions: readonly PublishedEdition[],
  site: Site,
  context: Context,
  forms: Forms = {},
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const hasSite = site.layout === 'workspace' && !site.partial;
  const digests: string[] = [];
  for (const { name, tei } of editions) {
    const source = await parse(tei);
    const file = `${name}/${name}.xml`;
    const pages = pagesOf(name, site);
    const hrefs = {
      'reading-href': pages.reading,
      'diplomatic-href': pages.diplomatic,
      'errata-href': pages.errata,
      'source-href': pages.source,
      'tei-href': `${name}.xml`,
    };
    const params = {
      ...hrefs,
      name,
      assets: '../assets',
      'site-title': site.title,
      'index-href': site.layout === 'workspace' ? '../index.html' : '',
      'site-href': site.layout === 'workspace' ? '../' : '',
      'epub-href': forms.epub ? `${name}.epub` : '',
      'pdf-href': forms.pdf ? `${name}.pdf` : '',
    };
    for (const sheet of ['reading', 'diplomatic', 'errata', 'source'] as const) {
      const given = sheet === 'source' ? { ...params, file: tei } : params;
      const page = await transform({ sheet, source, params: given, file }, context);
      // Where nothing was mended there are no errata.
      if (page !== '') files.set(`${name}/${pages[sheet]}`, page);
    }
    if (forms.epub)
      files.set(`${name}/${name}.epub`, await ebook({ name, tei, hrefs, address: site.address }, source, context));
    if (hasSite) digests.push(await digest(name, source, context));
  }
  if (hasSite) for (const [path, page] of await sitePages(digests, site, context)) files.set(path, page);
  for (const [path, content] of await assets()) files.set(`assets/${path}`, content);
  return files;
}

/** The file of the reading text of an edition, in its folder. */
export const readingPage = (name: string, layout: Site['layout']): string =>
  layout === 'workspace' ? 'index.html' : `${name}.html`;

function pagesOf(name: string, site: Site): Record<'reading' | 'diplomatic' | 'errata' | 'source', string> {
  const reading = readingPage(name, site.layout);
  return site.layout === 'workspace'
    ? { reading, diplomatic: 'diplomatic.html', errata: 'errata.html', source: 'source.html' }
    : {
        reading,
        diplomatic: `${name}.diplomatic.html`,
        errata: `${name}.errata.html`,
        source: `${name}.source.html`,
      };
}

import type { XdmNode } from 'saxon-js';
import type { Context } from '../context.js';
import { parse, transform } from './transform.js';

/** What the pages say of the whole; a `bare` site has no pages but those of its editions and names its files after them. */
export interface Site {
  readonly title: string;
  /** The code of the interface's language; English where none is given. */
  readonly language?: string;
  readonly publisher?: string;
  readonly licence?: { readonly name: string; readonly url: string };
  /** Where the editions are published. */
  readonly address?: string;
  /** The workspace's own authority files, by name. */
  readonly authorities?: readonly string[];
  /** CSS that sets custom properties of the pages anew. */
  readonly theme?: string;
  readonly layout: 'workspace' | 'bare';
  /** Not all editions of the workspace are given: registers and lists of some would hide the others. */
  readonly partial?: boolean;
  /** The version of a release: its pages stand alone, each with what it needs beside it. */
  readonly release?: string;
}

/** What the pages of the site say of one edition, as XML: no TEI file is held until they are made. */
export const digest = (name: string, source: XdmNode, context: Context, language = 'en'): Promise<string> =>
  transform({ sheet: 'digest', source, params: { name, language }, file: `${name}/${name}.xml` }, context);

/** The same from the text of a TEI file. */
export const digestOf = async (name: string, tei: string, context: Context): Promise<string> =>
  digest(name, await parse(tei), context);

/** Lists of editions, registers, timeline, principles and errata, all from the digests of the editions. */
export async function sitePages(
  digests: readonly string[],
  site: Site,
  context: Context,
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const source = await parse(`<editions>${digests.join('')}</editions>`);
  const params = {
    language: site.language ?? 'en',
    assets: 'assets',
    'index-href': 'index.html',
    'site-title': site.title,
    publisher: site.publisher ?? '',
    licence: site.licence?.name ?? '',
    'licence-href': site.licence?.url ?? '',
    address: site.address ?? '',
    authorities: (site.authorities ?? []).join(', '),
    software: `${context.software.name} ${context.software.version}`,
  };
  const results = (path: string, page: string) => pages.set(path, page);
  await transform({ sheet: 'site', source, params, results }, context);
  return pages;
}

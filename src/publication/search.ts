import type { Context } from '../context.js';
import type { SearchedEdition } from '../search/catalogue.js';
import { indexOf } from '../search/index-files.js';
import type { Site } from './site.js';
import { parse, transform } from './transform.js';

/** Where the index lies; the search page looks for it there. */
const FOLDER = 'assets/search';

/** What the stylesheet tells of an edition. */
export const searchedOf = (json: string): SearchedEdition => JSON.parse(json) as SearchedEdition;

/** The index as scripts, which a page from disk may load where it may load nothing else. */
export function searchFiles(editions: readonly SearchedEdition[]): Map<string, string> {
  const { catalogue, words, texts } = indexOf(editions);
  const script = (what: string, value: object) =>
    `(globalThis.memconSearch ??= { words: [], texts: [] }).${what} = ${JSON.stringify(value)};\n`;
  return new Map([
    [`${FOLDER}/catalogue.js`, script('catalogue', catalogue)],
    ...words.map((file, i): [string, string] => [`${FOLDER}/words-${i}.js`, script(`words[${i}]`, file)]),
    ...texts.map((file, i): [string, string] => [`${FOLDER}/text-${i}.js`, script(`texts[${i}]`, file)]),
  ]);
}

/** The search page of a workspace. */
export async function searchPages(site: Site, context: Context): Promise<Map<string, string>> {
  const source = await parse('<search/>');
  const params = {
    language: site.language ?? 'en',
    assets: 'assets',
    'site-title': site.title,
    'index-href': 'index.html',
  };
  return new Map([['search.html', await transform({ sheet: 'search-page', source, params }, context)]]);
}

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Wording } from './wording.js';

/** The compiled stylesheets, by the name of their file under `xslt/`. */
export type StylesheetName =
  | 'reading'
  | 'diplomatic'
  | 'parallel'
  | 'facsimile'
  | 'errata'
  | 'source'
  | 'cite'
  | 'withdrawn'
  | 'digest'
  | 'site'
  | 'review'
  | 'search'
  | 'search-page'
  | 'ebook';

// This module runs as dist/publication/assets.js, or from src/ under a test runner; the packaged files lie in dist/ for both.
const DIST = new URL('../../dist/', import.meta.url);

const stylesheets = new Map<StylesheetName, Promise<object>>();

/** A compiled stylesheet, read once in the life of the process. */
export function stylesheet(name: StylesheetName): Promise<object> {
  const known = stylesheets.get(name);
  if (known) return known;
  const loading = readFile(new URL(`xslt/${name}.sef.json`, DIST), 'utf8').then(
    (text) => JSON.parse(text) as object,
    (cause: unknown) => {
      throw new Error(`The compiled stylesheet ${name}.sef.json is missing. Run "npm run compile".`, { cause });
    },
  );
  stylesheets.set(name, loading);
  return loading;
}

let wordings: Promise<Readonly<Record<string, Wording>>> | undefined;

/** The languages that the interface has, by code, as `npm run compile` has read them in `xslt/languages.xml`. */
export function languages(): Promise<Readonly<Record<string, Wording>>> {
  wordings ??= readFile(new URL('languages.json', DIST), 'utf8').then(
    (text) => JSON.parse(text) as Record<string, Wording>,
    (cause: unknown) => {
      throw new Error('The compiled languages.json is missing. Run "npm run compile".', { cause });
    },
  );
  return wordings;
}

/** Has the compiled stylesheets read again; a preview does when they were compiled anew. */
export function forgetStylesheets(): void {
  stylesheets.clear();
  wordings = undefined;
}

const STYLES = [
  'fonts.css',
  'theme.css',
  'edition.css',
  'diplomatic.css',
  'parallel.css',
  'talk.css',
  'citing.css',
  'source.css',
  'site.css',
  'guidelines.css',
];

/**
 * Style sheets and fonts, by their path below `assets/`, in a stable order.
 * @param theme custom properties of a workspace, which take the place of ours
 */
export async function assets(theme = ''): Promise<Map<string, string | Uint8Array>> {
  const folder = new URL('assets/', DIST);
  const fonts = (await readdir(fileURLToPath(new URL('fonts/', folder)))).sort();
  const files = new Map<string, string | Uint8Array>();
  for (const name of STYLES) files.set(name, await readFile(new URL(name, folder), 'utf8'));
  if (theme) files.set('theme.css', `${files.get('theme.css')}\n${theme}`);
  for (const font of fonts)
    files.set(`fonts/${font}`, new Uint8Array(await readFile(new URL(`fonts/${font}`, folder))));
  return files;
}

/** Script and styles of the search page, by their path below `assets/`. */
export const searchAssets = async (): Promise<[string, string][]> =>
  Promise.all(
    ['search.css', 'search.js'].map(
      async (name): Promise<[string, string]> => [name, await readFile(new URL(`assets/${name}`, DIST), 'utf8')],
    ),
  );

/** Scripts that cite in place, by their path below `assets/`: what each page loads, and what it loads when it is used. */
export const citingAssets = async (): Promise<[string, string][]> =>
  Promise.all(
    ['citing.js', 'cite-box.js'].map(
      async (name): Promise<[string, string]> => [name, await readFile(new URL(`assets/${name}`, DIST), 'utf8')],
    ),
  );

/** What only a page with images needs, by path below `assets/`: OpenSeadragon with its licence, our script, styles. */
export async function facsimileAssets(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of ['facsimile.css', 'facsimile.js', 'openseadragon.min.js', 'openseadragon-LICENSE.txt'])
    files.set(file, await readFile(new URL(`assets/${file}`, DIST), 'utf8'));
  return files;
}

/** Styles of the review page, with the fonts that it uses in them. */
export async function reviewStyle(): Promise<string> {
  const read = (name: string) => readFile(new URL(`assets/${name}`, DIST), 'utf8');
  const style = (await Promise.all(['fonts.css', 'theme.css', 'edition.css'].map(read)))
    .join('\n')
    .replace(FONT_FACE, (face, file: string) => (USED.test(file) ? face : ''));
  const fonts = new Map<string, string>();
  for (const [, file] of style.matchAll(FONT_FACE)) {
    const bytes = await readFile(new URL(`assets/${file!}`, DIST));
    fonts.set(file!, `data:font/woff2;base64,${bytes.toString('base64')}`);
  }
  return `${style.replace(/url\("(fonts\/[^"]+)"\)/g, (_, file: string) => `url("${fonts.get(file)}")`)}\n${await read('review.css')}`;
}

const FONT_FACE = /@font-face \{[^}]*url\("(fonts\/[^"]+)"\)[^}]*\}/g;
const USED = /(?:eb-garamond-latin-(?:400|600)|source-sans-3-latin-(?:400-normal|600)|courier-prime-latin-400)/;

/** Collects what is chosen on the review page. */
export const reviewScript = (): Promise<string> => readFile(new URL('assets/review.js', DIST), 'utf8');

/** Styles of an e-book; it brings no fonts, for readers choose their own. */
export const ebookStyle = (): Promise<string> => readFile(new URL('assets/ebook.css', DIST), 'utf8');

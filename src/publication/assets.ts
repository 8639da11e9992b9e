import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The compiled stylesheets, by the name of their file under `xslt/`. */
export type StylesheetName = 'reading' | 'diplomatic' | 'errata' | 'summary' | 'index';

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

/** Style sheet and fonts, by their path below `assets/`, in a stable order. */
export async function assets(): Promise<Map<string, string | Uint8Array>> {
  const folder = new URL('assets/', DIST);
  const fonts = (await readdir(fileURLToPath(new URL('fonts/', folder)))).sort();
  const files = new Map<string, string | Uint8Array>([
    ['edition.css', await readFile(new URL('edition.css', folder), 'utf8')],
  ]);
  for (const font of fonts)
    files.set(`fonts/${font}`, new Uint8Array(await readFile(new URL(`fonts/${font}`, folder))));
  return files;
}

import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, and what may stand beside it. */
export const root = fileURLToPath(new URL('../', import.meta.url));
export const inRepository = (path: string): string => `${root}${path}`;
export const readText = (path: string): string => readFileSync(inRepository(path), 'utf8');

/** Material for measuring that is not part of the project; tests that need it are skipped where it is absent. */
export const shared = (path: string): string => `${root}../shared/${path}`;
export const hasShared = (path: string): boolean => existsSync(shared(path));

/** Set to rewrite the expected files of fixtures; the difference is then read as text. */
export const updating = process.env.MEMCON_UPDATE === '1';

/** The first of these programs that stands on the path. */
export const installed = (...names: string[]): string | undefined =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
export const jing = installed('jing');
export const xmllint = installed('xmllint');
/** Debian's is a Java archive that the kernel would have to know how to run. */
export const epubcheck = installed('epubcheck');
export const pdftotext = installed('pdftotext');
export const python = installed('python3');
export const chromium = process.env.CHROMIUM_PATH ?? installed('chromium', 'chromium-browser', 'google-chrome');

/**
 * Says on the console why tests are skipped, and how to run them.
 * @throws Error where MEMCON_COMPLETE is set, as in CI, which has to run everything
 */
export function skipped(tool: string | undefined | boolean, what: string, how: string): boolean {
  if (tool) return false;
  if (process.env.MEMCON_COMPLETE) throw new Error(`${what} cannot be tested here. ${how}`);
  console.warn(`skipped: ${what}. ${how}`);
  return true;
}

import { existsSync, readFileSync } from 'node:fs';
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

const installed = (...candidates: string[]): string | undefined => candidates.find((path) => existsSync(path));
export const jing = installed('/usr/bin/jing', '/usr/local/bin/jing');
export const xmllint = installed('/usr/bin/xmllint', '/usr/local/bin/xmllint');
export const chromium = installed(
  process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
);
export const python = installed('/usr/bin/python3', '/usr/local/bin/python3', '/root/.pyenv/shims/python3');

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

import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Under which names Chromium and its kin are installed. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** Where Chromium lies: `CHROMIUM_PATH` where that is set, else the first of its usual names on the path. */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const place of places) if (await runs(place)) return place;
  return undefined;
}

const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** As long as a page may take to be printed; a long memorandum takes a few seconds. */
const PATIENCE_MS = 120_000;

/**
 * Prints a page of the disk as PDF. The browser has a profile of its own that is thrown away, and finds no server.
 * @throws Error with what the browser said, when it makes no PDF
 */
export async function printPage(browser: string, page: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'memcon-browser-'));
  const options = [
    '--headless=new',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    // The sandbox does not start for the superuser, as in a container; the page is our own and runs no script.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
  try {
    const { status, said } = await ran(browser, options);
    if (status !== 0) throw new Error(said.trim().split('\n').at(-1) || `it ended with status ${status}`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ran(program: string, args: readonly string[]): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE_MS });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, said }));
  });
}

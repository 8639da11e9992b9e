import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository, root } from './repository.js';

export const FLAGSHIP = '1963-01-10-rusk-kuznetsov';
/** Talks in which some of the same people speak, of several styles. */
const TALKS = [
  'three-sides',
  'british-record',
  'state-department-form-with-interpreters',
  'two-ministers-in-geneva-on-access',
  'telephone-conversations',
  'women-and-couples',
  'poor-ocr',
];

/** A workspace of the flagship and several talks, built by the program into `FOLDER/output`. */
export function builtWorkspace(): { folder: string; output: string; names: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-site-'));
  const workspace = join(folder, 'editions');
  cpSync(inRepository('editions'), workspace, { recursive: true });
  for (const name of TALKS) {
    mkdirSync(join(workspace, name));
    cpSync(inRepository(`tests/fixtures/talks/${name}/transcription.md`), join(workspace, name, 'transcription.md'));
  }
  const description = readFileSync(join(workspace, 'memcon.yaml'), 'utf8');
  writeFileSync(join(workspace, 'memcon.yaml'), `${description}\naddress: https://example.org/memoranda/\n`);
  const output = join(folder, 'output');
  execFileSync(process.execPath, ['dist/cli/main.js', 'build', workspace, '--out', output, '-q'], {
    cwd: root,
    stdio: 'pipe',
  });
  return { folder, output, names: [FLAGSHIP, ...TALKS] };
}

/** The HTML pages below a folder, by path. */
export const pagesBelow = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** Links of the pages that arrive nowhere, as `page: link`; `holds` says whether there is such a file of another kind. */
export function deadLinks(pages: ReadonlyMap<string, string>, holds: (path: string) => boolean): string[] {
  const anchors = new Map(
    [...pages].map(([path, html]) => [path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!))]),
  );
  const arrives = (path: string, link: string): boolean => {
    const { pathname, hash } = new URL(link.replaceAll('&amp;', '&'), `file:///${encodeURI(path)}`);
    const target = decodeURIComponent(pathname.slice(1));
    const ids = anchors.get(target);
    if (!ids) return holds(target) && hash === '';
    return hash === '' || ids.has(decodeURIComponent(hash.slice(1)));
  };
  return [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^(?:https?|mailto|data):/.test(link) && !arrives(path, link))
      .map((link) => `${path}: ${link}`),
  );
}

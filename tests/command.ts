import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRepository } from './repository.js';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export type Files = Record<string, string | Uint8Array>;

/** Runs the compiled command line in `folder`, as a process of its own. */
export function memcon(
  args: readonly string[],
  folder: string,
  { env = {} }: { env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRepository('dist/cli/main.js'), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', MEMCON_CACHE: 'off', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'memcon-test-'));

/** A folder with these files; a name that ends in a slash is an empty folder. */
export function folderWith(files: Files): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}

/** What only a program's author should ever see, if it was said. */
export const traceIn = ({ stdout, stderr }: Run): string | undefined =>
  /\n\s+at \S+ \(|node:internal|file:\/\/\/|\[object |\bundefined\b/.exec(stdout + stderr)?.[0];

/** Everything below a folder, files with their contents, to tell whether anything was written. */
export function treeOf(folder: string): Map<string, string | null> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, isFile }) => [relative(folder, path), isFile ? readFileSync(path).toString('latin1') : null]),
  );
}

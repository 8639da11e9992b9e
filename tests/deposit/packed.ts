import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, memcon, type Run } from '../command.js';
import { inRepository } from '../repository.js';
import { FLAGSHIP } from '../workspace.js';

/** DOI of the DOI Handbook: one that exists, and is not ours. */
export const DOI = '10.1000/182';
export const SCANNED = 'typed-page';

/** A workspace of the flagship with a DOI and an edition of scanned pages without one, below a folder of its own. */
export function workspaceToDeposit(): string {
  const folder = emptyFolder();
  const workspace = join(folder, 'memoranda');
  cpSync(inRepository('editions'), workspace, { recursive: true });
  appendFileSync(join(workspace, 'memcon.yaml'), '\naddress: https://example.org/memoranda/\n');
  const description = join(workspace, FLAGSHIP, 'edition.yaml');
  const text = readFileSync(description, 'utf8');
  writeFileSync(description, text.replace(/^language:/m, `identifier:\n  doi: ${DOI}\nlanguage:`));
  const pages = join(workspace, SCANNED);
  cpSync(inRepository('tests/fixtures/sources/typed-page'), pages, { recursive: true });
  writeFileSync(join(pages, 'edition.yaml'), 'date: 2026-11-25\n');
  return folder;
}

export const depositIn = (folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> =>
  memcon(['deposit', ...args], folder, { env });

/** The name of the one bag in a folder, whether it is a folder or an archive. */
export const bagIn = (deposits: string): string =>
  [...new Set(readdirSync(deposits).map((name) => name.replace(/\.zip$/, '')))].join(' ');

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isError } from '../messages/message.js';
import type { KeptPages } from '../publication/views.js';
import type { BuiltTask } from './build.js';
import type { Shared } from './shared.js';
import type { Task, Workspace } from './workspace.js';

/** What one build of a workspace leaves for the next, so that only what was touched is made again. */
export interface Kept {
  shared?: { of: string; shared: Shared };
  /** By transcription: the last result, and the last one that could be published. */
  readonly editions: Map<string, { of: string; edition: BuiltTask; good?: BuiltTask }>;
  readonly pages: KeptPages;
}

export const nothingKept = (): Kept => ({ editions: new Map(), pages: new Map() });

/** What all editions share, made anew only where the authority files have changed. */
export async function keptShared(kept: Kept, workspace: Workspace, make: () => Promise<Shared>): Promise<Shared> {
  const of = digest(workspace.authorities.flatMap(({ file, bytes }) => [file, bytes]));
  if (kept.shared?.of !== of) kept.shared = { of, shared: await make() };
  return kept.shared.shared;
}

/** An edition, built anew only where a file that it is made from has changed. */
export async function keptEdition(
  kept: Kept,
  task: Task,
  workspace: Workspace,
  make: () => Promise<BuiltTask>,
): Promise<{ edition: BuiltTask; good?: BuiltTask }> {
  const of = digest([
    kept.shared?.of ?? '',
    JSON.stringify([workspace.publisher, workspace.licence, task]),
    ...(await material(task)),
  ]);
  const before = kept.editions.get(task.transcription);
  if (before?.of === of) return before;
  const edition = await make();
  const isGood = edition.built?.tei !== undefined && !edition.messages.some(isError);
  const good = isGood ? edition : before?.good;
  const now = { of, edition, ...(good && { good }) };
  kept.editions.set(task.transcription, now);
  return now;
}

/** The bytes of what an edition is made from; of images, which are large, size and time. */
async function material({ files, folder }: Task): Promise<(string | Uint8Array)[]> {
  const own =
    folder === undefined ? [] : ['edition.yaml', 'ids.json', 'releases.json'].map((name) => join(folder, name));
  const texts = [...files, ...own];
  const bytes = await Promise.all(texts.map((path) => readFile(path).catch(() => '')));
  const folders = [...new Set(files.map((file) => dirname(file)))];
  return [...texts.flatMap((path, i) => [path, bytes[i]!]), ...(await Promise.all(folders.map(listing)))];
}

async function listing(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const facts = names.map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined);
    return [name, found?.isFile() ? [found.size, found.mtimeMs] : []];
  });
  return JSON.stringify(await Promise.all(facts));
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

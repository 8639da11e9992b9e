import { basename, extname, join } from 'node:path';
import { kindOf, readIfThere, readRequired } from './files.js';

/** What is put away before other files take its place: where it lay, where it is kept, and whether it is kept there already. */
export interface PutAway {
  readonly path: string;
  readonly kept: string;
  readonly bytes: Uint8Array;
  readonly isThere: boolean;
}

/**
 * Where files of an edition are kept once they are replaced: below `superseded/` under their own name, from the second that
 * has the name with a number (`transcription-2.md`). The same bytes are not kept under one name twice.
 * @throws MaterialError where a file cannot be read
 */
export async function putAway(folder: string, paths: readonly string[]): Promise<PutAway[]> {
  const all: PutAway[] = [];
  for (const path of paths) all.push(await placeFor(folder, path, new Set(all.map(({ kept }) => kept))));
  return all;
}

async function placeFor(folder: string, path: string, taken: ReadonlySet<string>): Promise<PutAway> {
  const bytes = await readRequired(path);
  const ending = extname(path);
  const stem = basename(path, ending);
  for (let n = 1; ; n++) {
    const kept = join(folder, 'superseded', n === 1 ? `${stem}${ending}` : `${stem}-${n}${ending}`);
    if (taken.has(kept)) continue;
    if ((await kindOf(kept)) === undefined) return { path, kept, bytes, isThere: false };
    const before = await readIfThere(kept);
    if (before && Buffer.from(before).equals(bytes)) return { path, kept, bytes, isThere: true };
  }
}

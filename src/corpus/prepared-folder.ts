import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PREPARED_FORMAT, type PreparedContent, preparedIn } from '../authorities/prepared.js';
import { makeFolder, sha256 } from './files.js';
import { software } from './package-files.js';

/** A folder of prepared authority files; each is found by the bytes that it was made of, and so never by others. */
export interface PreparedFolder {
  /** Begins the names of the files that this version of memcon reads. */
  readonly prefix: string;
  pathOf(bytes: Uint8Array): string;
  /** What the folder has of an authority file; nothing where it has none that is whole. */
  read(bytes: Uint8Array): PreparedContent | undefined;
  write(bytes: Uint8Array, prepared: Uint8Array): Promise<void>;
}

export async function preparedFolder(folder: string): Promise<PreparedFolder> {
  const prefix = `authority-${(await software()).version}-${PREPARED_FORMAT}-`;
  const pathOf = (bytes: Uint8Array) => join(folder, `${prefix}${sha256(bytes)}.prepared`);
  return {
    prefix,
    pathOf,
    read(bytes) {
      const kept = contentOf(pathOf(bytes));
      const prepared = kept && whole(kept);
      return prepared && preparedIn(prepared);
    },
    async write(bytes, prepared) {
      const path = pathOf(bytes);
      const part = `${path}.${randomBytes(6).toString('hex')}.part`;
      await makeFolder(folder);
      try {
        await writeFile(part, [`${sha256(prepared)}\n`, prepared]);
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
  };
}

/** In one piece: what `readFile` of `fs/promises` joins out of many takes half as long again. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** All but the first line, where that is the digest of the rest. */
function whole(kept: Buffer): Buffer | undefined {
  const end = kept.indexOf('\n');
  const rest = kept.subarray(end + 1);
  return end >= 0 && kept.toString('latin1', 0, end) === sha256(rest) ? rest : undefined;
}

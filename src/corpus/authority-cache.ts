import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Keys, PREPARED_FORMAT, type PreparedContent } from '../authorities/prepared.js';
import type { AuthorityRecord } from '../authorities/record.js';
import { software } from './package-files.js';

/** What large authority files say, kept between runs. Nothing that befalls it is an error: without it they are read. */
export interface AuthorityCache {
  read(bytes: Uint8Array): Promise<PreparedContent | undefined>;
  write(bytes: Uint8Array, keys: Keys, records: readonly AuthorityRecord[]): Promise<void>;
}

/** Entries of this version that are kept; an entry of 16,000 people has about 8 MB. */
const MOST_ENTRIES = 8;
/** In milliseconds: what another run has not finished writing by then, it never will. */
const ABANDONED = 60 * 60 * 1000;
const OURS = /^authority-.+\.json(?:\.[0-9a-f]+\.part)?$/;

/** The user's cache, or none where `MEMCON_CACHE` is "off" or no place for it is known. */
export async function authorityCache(): Promise<AuthorityCache | undefined> {
  const folder = cacheFolder(process.env, process.platform);
  if (folder === undefined) return undefined;
  const prefix = `authority-${(await software()).version}-${PREPARED_FORMAT}-`;
  const pathOf = (bytes: Uint8Array) => join(folder, `${prefix}${sha256(bytes)}.json`);
  return {
    async read(bytes) {
      const path = pathOf(bytes);
      try {
        const content = contentIn(await readFile(path));
        const now = new Date();
        if (content) await utimes(path, now, now).catch(() => {});
        return content;
      } catch {
        return undefined;
      }
    },
    async write(bytes, keys, records) {
      const path = pathOf(bytes);
      const part = `${path}.${randomBytes(6).toString('hex')}.part`;
      try {
        await mkdir(folder, { recursive: true });
        const body = Buffer.from(bodyOf(keys, records), 'latin1');
        await writeFile(part, Buffer.concat([Buffer.from(`${digest(body)}\n`), body]));
        await rename(part, path);
        await tidy(folder, prefix);
      } catch {
        await rm(part, { force: true }).catch(() => {});
      }
    },
  };
}

/** Where the platform has its users' caches; `MEMCON_CACHE` names another folder. */
export function cacheFolder(
  { MEMCON_CACHE: named, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | undefined {
  if (named === 'off') return undefined;
  if (named) return named;
  if (platform === 'win32') return local && join(local, 'memcon', 'Cache');
  const home = homedir();
  if (platform === 'darwin') return home && join(home, 'Library', 'Caches', 'memcon');
  return xdg ? join(xdg, 'memcon') : home && join(home, '.cache', 'memcon');
}

/** One line for the keys, with the length of each record, and one for each record, so that only some need be read. */
function bodyOf(keys: Keys, records: readonly AuthorityRecord[]): string {
  const written = records.map((record) => inAscii(JSON.stringify(record)));
  const lengths = written.map(({ length }) => length);
  return [inAscii(JSON.stringify({ keys, lengths })), ...written].join('\n');
}

/** The content of an entry that is whole: its first line is the digest of the rest. */
function contentIn(entry: Buffer): PreparedContent | undefined {
  const end = entry.indexOf('\n');
  const body = entry.subarray(end + 1);
  if (end < 0 || entry.subarray(0, end).toString('latin1') !== digest(body)) return undefined;
  let start = body.indexOf('\n') + 1;
  const { keys, lengths } = JSON.parse(body.toString('latin1', 0, start)) as { keys: Keys; lengths: number[] };
  const starts = lengths.map((length) => {
    const own = start;
    start += length + 1;
    return own;
  });
  const made = new Array<AuthorityRecord | undefined>(lengths.length);
  return {
    keys,
    record(at) {
      const from = starts[at]!;
      made[at] ??= JSON.parse(body.toString('latin1', from, from + lengths[at]!)) as AuthorityRecord;
      return made[at];
    },
  };
}

/** Removes entries of other versions, what was left half written, and the entries that were not used for longest. */
async function tidy(folder: string, prefix: string): Promise<void> {
  const entries = await Promise.all(
    (await readdir(folder))
      .filter((name) => OURS.test(name))
      .map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })),
  );
  const current = entries
    .filter(({ name }) => name.startsWith(prefix) && name.endsWith('.json'))
    .sort((one, other) => other.used - one.used || (one.name < other.name ? -1 : 1));
  const kept = new Set(current.slice(0, MOST_ENTRIES));
  for (const entry of entries) {
    const isBeingWritten = entry.name.endsWith('.part') && Date.now() - entry.used < ABANDONED;
    if (!kept.has(entry) && !isBeingWritten) await rm(join(folder, entry.name), { force: true });
  }
}

/** JSON in ASCII is read in half the time of JSON in UTF-8. */
const inAscii = (json: string): string =>
  json.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Against damage alone, and so the fastest digest that every OpenSSL has. */
const digest = (body: Uint8Array): string => createHash('blake2b512').update(body).digest('hex');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

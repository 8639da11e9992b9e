import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { PreparedContent } from '../authorities/prepared.js';
import { type PreparedFolder, preparedFolder } from './prepared-folder.js';

/** Entries of this version that are kept; an entry of 16,000 people has about 8 MB. */
const MOST_ENTRIES = 8;
/** In milliseconds: what another run has not finished writing by then, it never will. */
const ABANDONED = 60 * 60 * 1000;
const OURS = /^authority-.+\.(?:json|prepared)(?:\.[0-9a-f]+\.part)?$/;

/** What large authority files say, kept between runs. Nothing that befalls it is an error: without it they are read. */
export interface AuthorityCache {
  read(bytes: Uint8Array): Promise<PreparedContent | undefined>;
  write: PreparedFolder['write'];
}

/** The user's cache, or none where `MEMCON_CACHE` is "off" or no place for it is known. */
export async function authorityCache(): Promise<AuthorityCache | undefined> {
  const path = cacheFolder(process.env, process.platform);
  if (path === undefined) return undefined;
  const folder = await preparedFolder(path);
  return {
    async read(bytes) {
      const content = folder.read(bytes);
      const now = new Date();
      if (content) await utimes(folder.pathOf(bytes), now, now).catch(() => {});
      return content;
    },
    async write(bytes, prepared) {
      try {
        await folder.write(bytes, prepared);
        await tidy(path, folder.prefix);
      } catch {
        // A cache that cannot be written is as good as none.
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

/** Removes entries of other versions, what was left half written, and the entries that were not used for longest. */
async function tidy(folder: string, prefix: string): Promise<void> {
  const entries = await Promise.all(
    (await readdir(folder))
      .filter((name) => OURS.test(name))
      .map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })),
  );
  const current = entries
    .filter(({ name }) => name.startsWith(prefix) && name.endsWith('.prepared'))
    .sort((one, other) => other.used - one.used || (one.name < other.name ? -1 : 1));
  const kept = new Set(current.slice(0, MOST_ENTRIES));
  for (const entry of entries) {
    const isBeingWritten = entry.name.endsWith('.part') && Date.now() - entry.used < ABANDONED;
    if (!kept.has(entry) && !isBeingWritten) await rm(join(folder, entry.name), { force: true });
  }
}

import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './authority-cache.js';
import { makeFolder, sha256 } from './files.js';

/** A file that a schema includes: its path from the folder of the schema, and the digest of its text. */
export interface SchemaPart {
  path: string;
  sha256: string;
}

/** Compiled schemas that are kept; that of the whole of TEI has 4 MB. */
const MOST_ENTRIES = 8;
const OURS = /^schema-.+\.json$/;

/**
 * What was compiled of a schema with this text, if the files that it included are still the same. `compiler` is the
 * version of what compiled it. Nothing that befalls the cache is an error: without it the schema is compiled.
 */
export async function keptSchema(path: string, text: string, compiler: string): Promise<string | undefined> {
  const entry = entryOf(text, compiler);
  if (entry === undefined) return undefined;
  try {
    const kept = await readFile(entry, 'utf8');
    const [digest, parts] = kept.split('\n', 2) as [string, string];
    const rest = kept.slice(digest.length + 1);
    if (sha256(rest) !== digest) return undefined;
    for (const part of JSON.parse(parts) as SchemaPart[]) {
      if (sha256(await readFile(join(dirname(path), part.path), 'utf8')) !== part.sha256) return undefined;
    }
    const now = new Date();
    await utimes(entry, now, now).catch(() => {});
    return rest.slice(parts.length + 1);
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled of a schema; the first line tells whether all was written. */
export async function keepSchema(
  text: string,
  compiler: string,
  parts: readonly SchemaPart[],
  json: string,
): Promise<void> {
  const entry = entryOf(text, compiler);
  if (entry === undefined) return;
  const part = `${entry}.${randomBytes(6).toString('hex')}.part`;
  try {
    const rest = `${JSON.stringify(parts)}\n${json}`;
    await makeFolder(dirname(entry));
    await writeFile(part, `${sha256(rest)}\n${rest}`);
    await rename(part, entry);
    await tidy(dirname(entry));
  } catch {
    await rm(part, { force: true }).catch(() => {});
  }
}

function entryOf(text: string, compiler: string): string | undefined {
  const folder = cacheFolder(process.env, process.platform);
  return folder && join(folder, `schema-${compiler}-${sha256(text)}.json`);
}

/** Removes the entries that were not used for longest. */
async function tidy(folder: string): Promise<void> {
  const entries = await Promise.all(
    (await readdir(folder))
      .filter((name) => OURS.test(name))
      .map(async (name) => ({ path: join(folder, name), used: (await stat(join(folder, name))).mtimeMs })),
  );
  entries.sort((one, other) => other.used - one.used || (one.path < other.path ? -1 : 1));
  for (const { path } of entries.slice(MOST_ENTRIES)) await rm(path, { force: true });
}

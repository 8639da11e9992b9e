import { type Authorities, indexPrepared } from '../authorities/authorities.js';
import { type PreparedFile, prepareAuthority } from '../authorities/prepared.js';
import { decodeUtf8 } from '../sources/decode.js';
import { type AuthorityCache, authorityCache } from './authority-cache.js';

/** An authority file as it lies on the disk, with the path that messages name. */
export interface AuthorityBytes {
  file: string;
  bytes: Uint8Array;
}

/** Below this size, in bytes, a file is read sooner than a cache is looked up. */
const SMALL = 200_000;

/**
 * The index over the authority files of a workspace and those of the package. What a large file says is kept from one
 * run to the next; with the cache or without, the index is the same.
 * @throws MaterialError for a file that cannot be read, or an id that stands twice in the workspace's files
 */
export async function loadAuthorities(
  own: readonly AuthorityBytes[],
  general: readonly AuthorityBytes[],
): Promise<Authorities> {
  const cache = await authorityCache();
  const prepared = async (files: readonly AuthorityBytes[]): Promise<PreparedFile[]> => {
    const all: PreparedFile[] = [];
    for (const file of files) all.push(await prepare(file, cache));
    return all;
  };
  return indexPrepared(await prepared(own), await prepared(general));
}

async function prepare({ file, bytes }: AuthorityBytes, cache: AuthorityCache | undefined): Promise<PreparedFile> {
  const xml = () => decodeUtf8(file, bytes);
  const keeping = bytes.length < SMALL ? undefined : cache;
  const known = await keeping?.read(bytes);
  if (known) return { ...known, file, xml };
  const { keys, record, records } = prepareAuthority({ file, xml: xml() });
  await keeping?.write(bytes, keys, records);
  return { keys, record, file, xml };
}

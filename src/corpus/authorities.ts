import { type Authorities, indexPrepared } from '../authorities/authorities.js';
import { type PreparedContent, type PreparedFile, prepareAuthority, preparedIn } from '../authorities/prepared.js';
import type { AuthorityFile } from '../authorities/read.js';
import { decodeUtf8 } from '../sources/decode.js';
import { type AuthorityCache, authorityCache } from './authority-cache.js';
import { PREPARED_GENERAL } from './package-files.js';
import { preparedFolder } from './prepared-folder.js';

/** An authority file as it lies on the disk, with the path that messages name. */
export interface AuthorityBytes {
  file: string;
  bytes: Uint8Array;
}

/** Below this size, in bytes, a file is read sooner than a cache is looked up. */
const SMALL = 200_000;

/**
 * The index over the authority files of a workspace and those of the package. What a large file says is kept from one
 * run to the next, and the package has prepared its own; with these or without, the index is the same.
 * @throws MaterialError for a file that cannot be read, or an id that stands twice in the workspace's files
 */
export async function loadAuthorities(
  own: readonly AuthorityBytes[],
  general: readonly AuthorityBytes[],
): Promise<Authorities> {
  const packaged = await preparedFolder(PREPARED_GENERAL);
  const cache = await authorityCache();
  const preparedOwn: PreparedFile[] = [];
  // One after another: large files side by side would double what is held, and their reading is not shared out.
  for (const file of own) preparedOwn.push(filed(file, await ofWorkspace(file, cache)));
  const preparedGeneral = general.map((file) => filed(file, packaged.read(file.bytes) ?? read(file)));
  return indexPrepared(preparedOwn, preparedGeneral);
}

async function ofWorkspace(file: AuthorityBytes, cache: AuthorityCache | undefined): Promise<PreparedContent> {
  const keeping = file.bytes.length < SMALL ? undefined : cache;
  const known = await keeping?.read(file.bytes);
  if (known) return known;
  const prepared = prepareAuthority(decoded(file));
  await keeping?.write(file.bytes, prepared);
  return preparedIn(prepared);
}

const read = (file: AuthorityBytes): PreparedContent => preparedIn(prepareAuthority(decoded(file)));
const decoded = ({ file, bytes }: AuthorityBytes): AuthorityFile => ({ file, xml: decodeUtf8(file, bytes) });
const filed = (file: AuthorityBytes, content: PreparedContent): PreparedFile => ({
  ...content,
  file: file.file,
  xml: () => decoded(file).xml,
});

import { rm } from 'node:fs/promises';
import { prepareAuthority } from '../authorities/prepared.js';
import { decodeUtf8 } from '../sources/decode.js';
import { generalAuthorities, PREPARED_GENERAL } from './package-files.js';
import { preparedFolder } from './prepared-folder.js';

// Runs at build time only, as dist/corpus/compile-authorities.js: the general files are read once and not in each run.

await rm(PREPARED_GENERAL, { recursive: true, force: true });
const folder = await preparedFolder(PREPARED_GENERAL);
for (const { file, bytes } of await generalAuthorities()) {
  await folder.write(bytes, prepareAuthority({ file, xml: decodeUtf8(file, bytes) }));
}

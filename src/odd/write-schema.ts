import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { DERIVING, type Deriving, deriveSchema } from './derive.js';

const ROOT = new URL('../../', import.meta.url);

/** Makes the files of `schema/` anew from `schema/memcon.odd`, without writing them. */
export async function schemaFiles(): Promise<Map<string, string>> {
  const read = async (by: Deriving): Promise<[Deriving, object]> => [
    by,
    JSON.parse(await readFile(new URL(`dist/xslt/${by}.sef.json`, ROOT), 'utf8')) as object,
  ];
  const stylesheets = Object.fromEntries(await Promise.all(DERIVING.map(read))) as Record<Deriving, object>;
  return deriveSchema(await readFile(new URL('schema/memcon.odd', ROOT), 'utf8'), stylesheets);
}

/** Run by `npm run schema` as `dist/odd/write-schema.js`. */
async function main(): Promise<void> {
  for (const [file, text] of await schemaFiles()) await writeFile(new URL(`schema/${file}`, ROOT), text);
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) await main();

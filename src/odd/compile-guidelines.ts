import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { bareGuidelines } from './derive.js';

/** Run by `npm run compile` as `dist/odd/compile-guidelines.js`; writes `dist/schema/guidelines.bare.html`. */
async function main(): Promise<void> {
  const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  const stylesheet = JSON.parse(await read('dist/xslt/guidelines.sef.json')) as object;
  const target = new URL('../schema/guidelines.bare.html', import.meta.url);
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, bareGuidelines(await read('schema/memcon.odd'), stylesheet));
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) await main();

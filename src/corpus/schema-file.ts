import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MaterialError, message } from '../messages/message.js';
import { checkSchemaText, isRemote } from '../validation/given-schema.js';
import { type Grammar, loadGrammar } from '../validation/grammar.js';
import { sha256 } from './files.js';
import { keepSchema, keptSchema, type SchemaPart } from './schema-cache.js';
import { readXmlFile } from './xml-file.js';

/**
 * The grammar in a RELAX NG schema on the disk, with the files that it includes. What was compiled is kept between
 * runs, in the folder of authority files' caches, and found by the content of all these files.
 * @throws MaterialError where it cannot be read, is no RELAX NG in the XML syntax, or needs the network
 */
export async function grammarOfSchema(path: string): Promise<Grammar> {
  if (isRemote(path) && !/^[a-z]:[\\/]/i.test(path)) {
    throw onNetwork(path, path);
  }
  const text = await readXmlFile(path);
  const kept = await keptSchema(path, text, salveVersion());
  if (kept !== undefined) return loadGrammar(kept);
  const { json, parts } = await compile(path);
  await keepSchema(text, salveVersion(), parts, json);
  return loadGrammar(json);
}

const salveVersion = (): string =>
  (createRequire(import.meta.url)('salve-annos/package.json') as { version: string }).version;

async function readSchema(path: string): Promise<string> {
  const text = await readXmlFile(path);
  const [first] = checkSchemaText(text, path);
  if (first) throw new MaterialError(first);
  return text;
}

async function compile(path: string): Promise<{ json: string; parts: SchemaPart[] }> {
  const parts: SchemaPart[] = [];
  const main = resolve(path);
  const load = async (url: URL) => {
    if (url.protocol !== 'file:') throw onNetwork(path, url.href);
    const file = fileURLToPath(url);
    const shown = file === main ? path : relative('', file);
    const text = await readSchema(shown);
    if (file !== main) parts.push({ path: relative(dirname(main), file), sha256: sha256(text) });
    return text;
  };
  try {
    // The converter takes 0.2 s to load, and is not needed for a schema that was kept.
    const { compileSchema } = await import('../validation/compile-schema.js');
    return { json: await compileSchema(pathToFileURL(main), load), parts };
  } catch (error) {
    if (error instanceof MaterialError) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw refusal(
      path,
      `The schema cannot be used: ${inWords(said)}.`,
      'Mend the schema; jing says the same of it, with the place.',
    );
  }
}

/** salve's words in one line, with paths in place of addresses. */
const inWords = (said: string): string =>
  said
    .replace(/file:\/\/\S+/g, (address) => relative('', fileURLToPath(address)))
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');

const onNetwork = (file: string, href: string) =>
  refusal(
    file,
    `“${href}” is not on this disk, and memcon fetches nothing from the network.`,
    'Save the schema with all that it includes to the disk, and name that file.',
  );

const refusal = (file: string, reason: string, advice: string) =>
  new MaterialError(message('schema-is-relax-ng', { file, reason, advice }));

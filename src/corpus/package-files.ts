import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Constraints } from '../validation/constraints.js';
import { type Grammar, loadGrammar } from '../validation/grammar.js';
import type { AuthorityBytes } from './authorities.js';

/** The files that the package ships beside its code; this module stands in `dist/corpus`. */
const PACKAGE = new URL('../../', import.meta.url);
export const packageFile = (path: string): URL => new URL(path, PACKAGE);

/** Holders of offices by region, and the people of the period who are named without one. */
export const GENERAL_AUTHORITIES: readonly string[] = [
  'united-states',
  'united-nations',
  'soviet-union',
  'western-europe',
  'eastern-europe',
  'asia',
  'middle-east',
  'africa',
  'americas',
  'contemporaries',
].map((name) => `authorities/${name}.xml`);

export const generalAuthorities = (): Promise<AuthorityBytes[]> =>
  Promise.all(GENERAL_AUTHORITIES.map(async (file) => ({ file, bytes: await readFile(packageFile(file)) })));

/** The folder of what `npm run compile` has read of them. */
export const PREPARED_GENERAL = fileURLToPath(packageFile('dist/prepared/'));

export const packagedGrammar = async (): Promise<Grammar> =>
  loadGrammar(await readFile(packageFile('dist/schema/memcon.json'), 'utf8'));

export const packagedConstraints = async (): Promise<Constraints> =>
  JSON.parse(await readFile(packageFile('dist/xslt/constraints.sef.json'), 'utf8')) as Constraints;

/** The page of the schema, for editions by themselves made by `npm run compile` without its link to their list. */
const guidelines = (layout: 'workspace' | 'bare'): string =>
  layout === 'bare' ? 'dist/schema/guidelines.bare.html' : 'schema/guidelines.html';

/** The schema as editors' tools read it, by the name of the file: the grammar, the constraints, and the source of both. */
export const packagedSchema = async (layout: 'workspace' | 'bare' = 'workspace'): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      ['schema/memcon.odd', 'schema/memcon.rng', 'schema/memcon.sch', guidelines(layout)].map(
        async (path): Promise<[string, string]> => [
          basename(path).replace('.bare', ''),
          await readFile(packageFile(path), 'utf8'),
        ],
      ),
    ),
  );

export const packagedJsonSchema = async (name: 'edition' | 'workspace'): Promise<object> =>
  JSON.parse(await readFile(packageFile(`schema/${name}.schema.json`), 'utf8')) as object;

export async function software(): Promise<{ name: string; version: string }> {
  const { name, version } = JSON.parse(await readFile(packageFile('package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version };
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isError } from '../../src/messages/message.js';
import { compileGrammar } from '../../src/validation/compile-grammar.js';
import { checkGrammar, loadGrammar } from '../../src/validation/grammar.js';
import { checkSchemaGrammar } from '../../src/validation/schema-grammar.js';
import { validate } from '../../src/validation/validate.js';
import { checkWellFormed } from '../../src/xml/well-formed.js';
import { hasShared, jing, readText, shared, skipped } from '../repository.js';
import { constraintsOfTheProject, EVERY_ELEMENT, grammarOfTheProject, SAMPLE, SCHEMA } from './material.js';
import { mutantsOf } from './mutants.js';

// jing is James Clark's validator, here the judge. tei_all.rng is the whole of TEI:
// https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng, to be laid at ../shared/schema/.
const TEI_ALL = shared('schema/tei_all.rng');
const noJing = skipped(jing, 'agreement with jing', 'Install jing (apt install jing).');
const noTei =
  skipped(
    hasShared('schema/tei_all.rng'),
    'agreement with the whole of TEI',
    'Lay tei_all.rng at ../shared/schema/.',
  ) || noJing;

const EDITION = readText('output/1963-01-10-rusk-kuznetsov/1963-01-10-rusk-kuznetsov.xml');

/** Elements renamed, moved, dropped, doubled; attributes misspelt, emptied, misvalued; ids doubled; text where none may be; other namespaces. */
const MUTANTS = [
  ...mutantsOf(EVERY_ELEMENT, 240, 1963),
  ...mutantsOf(SAMPLE, 120, 1964),
  ...mutantsOf(EDITION, 60, 1965),
].filter((mutant) => checkWellFormed(mutant, 'mutant.xml').length === 0);

/** The files that jing finds invalid, by their place in the list. `-i`: without its check of ids. */
function refusedByJing(schema: string, contents: readonly string[], ...options: string[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-mutants-'));
  try {
    const files = contents.map((_, index) => join(folder, `${index}.xml`));
    for (const [index, file] of files.entries()) writeFileSync(file, contents[index]!);
    const { stdout } = spawnSync(jing!, [...options, schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(stdout).not.toContain(': fatal:');
    const refused = new Set([...stdout.matchAll(/^(.+?):\d+:\d+: error: /gm)].map((found) => found[1]!));
    return files.map((file) => refused.has(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('there are more than three hundred mutants', () => {
  expect(MUTANTS.length).toBeGreaterThan(300);
});

it.skipIf(noJing)("the grammar's verdict on each is jing's", { timeout: 180_000 }, async () => {
  const grammar = await grammarOfTheProject();
  const files = [EVERY_ELEMENT, SAMPLE, EDITION, ...MUTANTS];
  const ours = files.map((file) => checkGrammar(file, 'mutant.xml', grammar).length > 0);
  const theirs = refusedByJing(fileURLToPath(SCHEMA), files, '-i');
  expect(files.filter((_, index) => ours[index] !== theirs[index])).toEqual([]);
  // Mutants of one kind only would prove nothing.
  expect(ours.filter(Boolean).length).toBeGreaterThan(MUTANTS.length / 4);
  expect(ours.filter((refused) => !refused).length).toBeGreaterThan(MUTANTS.length / 8);
});

it.skipIf(noTei)('what the whole of TEI refuses, memcon refuses', { timeout: 180_000 }, async () => {
  const grammar = await grammarOfTheProject();
  const constraints = constraintsOfTheProject();
  const theirs = refusedByJing(TEI_ALL, [EVERY_ELEMENT, SAMPLE, EDITION, ...MUTANTS]);
  expect(theirs.slice(0, 3)).toEqual([false, false, false]);
  const refused = MUTANTS.filter((_, index) => theirs[index + 3]);
  const passed = refused.filter(
    (mutant) => !validate(mutant, { file: 'mutant.xml', grammar, constraints }).messages.some(isError),
  );
  expect(passed).toEqual([]);
  expect(refused.length).toBeGreaterThan(MUTANTS.length / 4);
});

it.skipIf(noTei)(
  "by the whole of TEI, too, the grammar's verdict on each is jing's",
  { timeout: 180_000 },
  async () => {
    const grammar = loadGrammar(await compileGrammar(pathToFileURL(TEI_ALL)));
    const files = [EVERY_ELEMENT, SAMPLE, EDITION, ...MUTANTS];
    const ours = files.map((file) => checkSchemaGrammar(file, 'mutant.xml', grammar).length > 0);
    const theirs = refusedByJing(TEI_ALL, files, '-i');
    expect(files.filter((_, index) => ours[index] !== theirs[index])).toEqual([]);
    expect(ours.filter(Boolean).length).toBeGreaterThan(MUTANTS.length / 4);
  },
);

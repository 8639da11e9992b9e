import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { compileGrammar } from '../../src/validation/compile-grammar.js';
import { checkGrammar, loadGrammar } from '../../src/validation/grammar.js';
import { EVERY_ELEMENT, grammarOfTheProject, SCHEMA } from './material.js';
import { mutantsOf } from './mutants.js';

// jing (Debian: apt install jing) is James Clark's validator, here the judge. tei_all.rng is the whole of TEI:
// https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng, to be laid at ../shared/schema/.
const TEI_ALL = fileURLToPath(new URL('../../../shared/schema/tei_all.rng', import.meta.url));
const hasJing = spawnSync('jing', []).error === undefined;
const MUTANTS = 150;

/** The files that jing finds invalid. `-i`: without its check of ids, which are checked with the references. */
function refusedByJing(schema: string, files: readonly string[]): Set<string> {
  const { stdout } = spawnSync('jing', ['-i', schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(stdout).not.toContain(': fatal:');
  return new Set([...stdout.matchAll(/^(.+?):\d+:\d+: error: /gm)].map((found) => found[1]!));
}

function withFiles<T>(contents: readonly string[], use: (files: string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-mutants-'));
  try {
    const files = contents.map((_, index) => join(folder, `${index}.xml`));
    for (const [index, file] of files.entries()) writeFileSync(file, contents[index]!);
    return use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.skipIf(!hasJing)(
  `gives jing's verdict on ${MUTANTS} mutants (needs jing: apt install jing)`,
  { timeout: 120_000 },
  async () => {
    const grammar = await grammarOfTheProject();
    const mutants = [EVERY_ELEMENT, ...mutantsOf(EVERY_ELEMENT, MUTANTS, 1963)];
    const ours = mutants.map((mutant) => checkGrammar(mutant, 'mutant.xml', grammar).length > 0);
    const theirs = withFiles(mutants, (files) => {
      const refused = refusedByJing(fileURLToPath(SCHEMA), files);
      return files.map((file) => refused.has(file));
    });
    const disputed = mutants.filter((_, index) => ours[index] !== theirs[index]);
    expect(disputed).toEqual([]);
    // Mutants of one kind only would prove nothing.
    expect(ours.filter(Boolean).length).toBeGreaterThan(MUTANTS / 4);
    expect(ours.filter((refused) => !refused).length).toBeGreaterThan(MUTANTS / 8);
  },
);

it.skipIf(!hasJing || !existsSync(TEI_ALL))(
  'accepts nothing that the whole of TEI refuses (needs jing and tei_all.rng, see above)',
  { timeout: 120_000 },
  async () => {
    const grammar = await grammarOfTheProject();
    const accepted = [EVERY_ELEMENT, ...mutantsOf(EVERY_ELEMENT, MUTANTS * 3, 1964)].filter(
      (mutant) => checkGrammar(mutant, 'mutant.xml', grammar).length === 0,
    );
    const refused = withFiles(accepted, (files) => {
      const byTei = refusedByJing(TEI_ALL, files);
      return accepted.filter((_, index) => byTei.has(files[index]!));
    });
    expect(refused).toEqual([]);
    expect(accepted.length).toBeGreaterThan(MUTANTS / 3);
  },
);

it.skipIf(!hasJing || !existsSync(TEI_ALL))(
  'gives jing’s verdict by the whole of TEI, too (needs jing and tei_all.rng, see above)',
  { timeout: 120_000 },
  async () => {
    const grammar = loadGrammar(await compileGrammar(pathToFileURL(TEI_ALL)));
    const mutants = [EVERY_ELEMENT, ...mutantsOf(EVERY_ELEMENT, MUTANTS * 2, 1965)];
    const ours = mutants.map((mutant) => checkGrammar(mutant, 'mutant.xml', grammar).length > 0);
    const theirs = withFiles(mutants, (files) => {
      const refused = refusedByJing(TEI_ALL, files);
      return files.map((file) => refused.has(file));
    });
    expect(mutants.filter((_, index) => ours[index] !== theirs[index])).toEqual([]);
    expect(ours.filter(Boolean).length).toBeGreaterThan(MUTANTS / 4);
    expect(ours.filter((refused) => !refused).length).toBeGreaterThan(MUTANTS / 8);
  },
);

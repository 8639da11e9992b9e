import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildText } from '../building.js';
import { hasShared, jing, shared, skipped } from '../repository.js';
import { anyText, memo, noFurniture, onlyFurniture, SEED } from './generators.js';

const schema = 'schema/tei_all.rng';
const skip = skipped(
  jing !== undefined && hasShared(schema),
  'validity of generated editions against tei_all',
  `Install jing and put tei_all.rng at ${shared(schema)}.`,
);

describe('generated editions', () => {
  it.skipIf(skip)('are valid against tei_all', () => {
    const texts = [
      ...fc.sample(memo, { seed: SEED, numRuns: 100 }),
      ...fc.sample(anyText, { seed: SEED, numRuns: 30 }),
      ...fc.sample(onlyFurniture, { seed: SEED, numRuns: 10 }),
      ...fc.sample(noFurniture, { seed: SEED, numRuns: 10 }),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'memcon-properties-'));
    try {
      const files = texts.map((text, n) => {
        const file = join(folder, `${n}.xml`);
        const { tei } = buildText(text);
        expect(tei, `not built: ${JSON.stringify(text)}`).toBeDefined();
        writeFileSync(file, tei!);
        return file;
      });
      expect(faultsOf(files)).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What jing says of all files in one call; it prints nothing when all are valid. */
function faultsOf(files: readonly string[]): string {
  try {
    return execFileSync(jing!, [shared(schema), ...files], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? String(error);
  }
}

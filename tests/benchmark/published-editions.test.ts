import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasShared, python, root, shared, skipped } from '../repository.js';

/**
 * Bare builds of memoranda against the markup of their published edition. Text and pages have to be whole; what the
 * other measures come to is printed by `npm run bench:accuracy` and stated in releases, not asserted.
 */
const material = python && hasShared('benchmark/score.py');
const skip = skipped(
  material,
  'the benchmark of published editions',
  'It needs Python and the benchmark’s cases beside the project.',
);
const out = mkdtempSync(join(tmpdir(), 'memcon-benchmark-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

type Scores = Record<'names' | 'links' | 'speakers' | 'pages' | 'date' | 'people' | 'text', number>;

describe.skipIf(skip)('bare builds of published memoranda', () => {
  it('keep the whole text and find every page', () => {
    const cases = shared('benchmark/cases');
    const transcriptions = readdirSync(cases).map((name) => join(cases, name, 'transcription.md'));
    execFileSync(process.execPath, ['dist/cli/main.js', 'build', ...transcriptions, '--out', out, '--quiet'], {
      cwd: root,
    });
    const printed = execFileSync(python!, [shared('benchmark/score.py'), cases, out, '--json'], { encoding: 'utf8' });
    const scores = (JSON.parse(printed) as { cases: Record<string, Scores> }).cases;
    for (const [name, { pages, text, ...others }] of Object.entries(scores)) {
      expect({ name, pages, text }).toEqual({ name, pages: 1, text: 1 });
      for (const [measure, value] of Object.entries(others)) expect(value, `${name} ${measure}`).toBeGreaterThan(0);
    }
  });
});

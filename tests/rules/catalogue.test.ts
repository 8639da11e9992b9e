import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/messages/rules.js';
import { memcon, traceIn } from '../command.js';
import { inRepository, readText, updating } from '../repository.js';

/**
 * Each rule of the catalogue has a folder that trips it: `command`, the arguments of memcon; the files that it works
 * on; and `expected.txt`, the exit status and what is said. `passes/` has the same material made right. A rule that no
 * material can trip, because it guards the program, has `why.md` with the test that shows it.
 */
const folder = inRepository('tests/fixtures/rules');
const fixtures = readdirSync(folder).sort();

/** Runs a fixture's command on a copy of its files. */
async function run(fixture: string): Promise<{ status: number | null; said: string; trace: string | undefined }> {
  const copy = mkdtempSync(join(tmpdir(), 'memcon-rule-'));
  try {
    cpSync(fixture, copy, { recursive: true });
    const command = readFileSync(join(fixture, 'command'), 'utf8');
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
    const ran = await memcon(args, copy);
    return { status: ran.status, said: ran.stderr.replaceAll(copy, '.'), trace: traceIn(ran) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

it('every rule has a fixture, and every fixture a rule', () => {
  expect(fixtures).toEqual(Object.keys(RULES).sort());
});

describe('a rule that is broken says so', () => {
  it.each(fixtures)('%s', async (rule) => {
    const path = (file: string) => join(folder, rule, file);
    if (existsSync(path('why.md'))) {
      const [test] = /tests\/\S+\.ts/.exec(readFileSync(path('why.md'), 'utf8')) ?? [''];
      expect(readText(test)).toContain(rule);
      return;
    }
    const { status, said, trace } = await run(join(folder, rule));
    const found = `exit status ${status}\n${said}`;
    if (updating) writeFileSync(path('expected.txt'), found);
    expect(found).toBe(readFileSync(path('expected.txt'), 'utf8'));
    expect(said).toContain(`[${rule}]`);
    expect(trace).toBeUndefined();
  });
});

describe('a rule that is kept says nothing', () => {
  it.each(fixtures.filter((rule) => existsSync(join(folder, rule, 'passes'))))('%s', async (rule) => {
    const { said } = await run(join(folder, rule, 'passes'));
    expect(said).not.toContain(`[${rule}]`);
  });
});

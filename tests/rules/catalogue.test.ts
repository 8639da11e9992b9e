import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/messages/rules.js';
import { memcon, traceIn } from '../command.js';
import { inRepository, readText, updating } from '../repository.js';

/**
 * Each rule of the catalogue has a folder that trips it: `command`, the arguments of memcon, with settings of the
 * environment (`NAME=value`) before them; the files that it works on; and `expected.txt`, the exit status and what is
 * said. `passes/` has the same material made right. In a file whose name ends in `.short`, `⟦words × 1000⟧` stands for
 * the words a thousand times. A rule that no material can trip, because it guards the program, has `why.md` with the
 * test that shows it.
 */
const folder = inRepository('tests/fixtures/rules');
const fixtures = readdirSync(folder).sort();

/** An environment variable with its value. */
const SETTING = /^([A-Z_]+)=(.*)$/;

/** Writes the files whose names end in `.short` out in full. */
function writeInFull(copy: string): void {
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.short')) continue;
    const full = readFileSync(join(copy, name), 'utf8').replace(/⟦(.+?) × (\d+)⟧/g, (_, words: string, times: string) =>
      `${words} `.repeat(Number(times)).trimEnd(),
    );
    writeFileSync(join(copy, name.slice(0, -'.short'.length)), full);
  }
}

/** Runs a fixture's command on a copy of its files. */
async function run(fixture: string): Promise<{ status: number | null; said: string; trace: string | undefined }> {
  const copy = mkdtempSync(join(tmpdir(), 'memcon-rule-'));
  try {
    cpSync(fixture, copy, { recursive: true });
    writeInFull(copy);
    const command = readFileSync(join(fixture, 'command'), 'utf8');
    // Words in quotation marks are one argument.
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
    const args = words.slice(words.findIndex((word) => !SETTING.test(word)));
    const env = Object.fromEntries(
      words.slice(0, words.length - args.length).map((word) => SETTING.exec(word)!.slice(1)),
    );
    const ran = await memcon(args, copy, { env });
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
  it.each(fixtures.filter((rule) => !existsSync(join(folder, rule, 'why.md'))))('%s', async (rule) => {
    const { status, said } = await run(join(folder, rule, 'passes'));
    expect(said).not.toContain(`[${rule}]`);
    expect(status, said).toBe(0);
  });
});

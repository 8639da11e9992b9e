import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/citation/allocation.js';
import type { PublishedId } from '../../src/citation/published-id.js';
import type { Thing } from '../../src/citation/things.js';
import { sha256Of } from '../../src/citation/units.js';

const A = 'Kuznetsov said that the talks in New York had been long and of use.';
const B = 'The Secretary replied that he had been told so by the President himself.';
const C = 'Nothing further was said about the matter on that day or on the next.';

/** Paragraphs, or what is named; each with the words of its neighbours around it. */
function things(...all: (string | [id: string, words: string, head?: string])[]): Thing[] {
  const named = all.map((one, n) => (typeof one === 'string' ? ([`par.${n + 1}`, one] as const) : one));
  return named.map(([id, words, head], n) => ({
    id,
    kind: id.split('.')[0]!,
    words,
    sha256: sha256Of(words),
    ...(head !== undefined && { head }),
    ...(n > 0 && { before: named[n - 1]![1] }),
    ...(n < named.length - 1 && { after: named[n + 1]![1] }),
  }));
}

/** The register after several states of an edition, one version each. */
const registerAfter = (...states: Thing[][]): readonly PublishedId[] =>
  states.reduce<readonly PublishedId[]>(
    (published, state, n) =>
      allocate(state, published, { version: `1.${n}.0`, ...(n > 0 && { before: `1.${n - 1}.0` }) }).register,
    [],
  );
const told = (register: readonly PublishedId[]) =>
  Object.fromEntries(register.map(({ id, words, gone }) => [id, gone ? gone.to : words]));

describe('an id', () => {
  it('stays with words that move', () => {
    expect(told(registerAfter(things(A, B, C), things(C, A, B)))).toEqual({ 'par.1': A, 'par.2': B, 'par.3': C });
  });

  it('that is new has a number that was never used', () => {
    expect(told(registerAfter(things(A, B), things(A), things(A, C)))).toEqual({ 'par.1': A, 'par.2': [], 'par.3': C });
  });

  it('stays where words are mended, and knows for what it was first published', () => {
    const mended = A.replace('long', 'short');
    const [entry] = registerAfter(things(A), things(mended));
    expect(entry).toMatchObject({ id: 'par.1', words: mended, first: A, since: '1.0.0' });
    expect(registerAfter(things(A), things(mended), things(A))[0]).not.toHaveProperty('first');
  });

  it('that went between two versions is gone since the later', () => {
    const first = allocate(things(A, B), [], { version: '1.0.0' }).register;
    const drafted = allocate(things(A), first, { before: '1.0.0' }).register;
    expect(drafted[1]).toMatchObject({ id: 'par.2', until: '1.0.0', gone: { to: [] } });
    const next = allocate(things(A), drafted, { version: '1.1.0', date: '2026-02-02', before: '1.0.0' }).register;
    expect(next[1]).toMatchObject({ until: '1.0.0', gone: { version: '1.1.0', date: '2026-02-02' } });
  });

  it('is of no later version than the edition, where that was taken back', () => {
    const drafted = allocate(things(A), [], { version: '2.0.0' }).register;
    const [entry] = allocate(things(A), drafted, { version: '1.1.0', before: '2.0.0' }).register;
    expect(entry).toMatchObject({ id: 'par.1', since: '1.1.0' });
  });

  it('is not carried, by small changes, to other words', () => {
    const words = 'one two three four five six seven eight nine ten'.split(' ');
    const step = (n: number) => things(words.map((word, i) => (i < n ? `other${i}` : word)).join(' '));
    const register = registerAfter(step(0), step(2), step(4), step(6), step(8), step(10));
    const [first] = register;
    expect(first).toMatchObject({ id: 'par.1', gone: { version: '1.2.0' } });
    expect(register.length).toBeGreaterThan(1);
  });

  it('of two paragraphs that are joined stays with the greater, and the other leads there', () => {
    expect(told(registerAfter(things(A, 'He thanked him for it.'), things(`${A} He thanked him for it.`)))).toEqual({
      'par.1': `${A} He thanked him for it.`,
      'par.2': ['par.1'],
    });
  });

  it('of a paragraph split in three leads to all of them', () => {
    const register = registerAfter(things(`${A} ${B} ${C}`), things(A, B, C));
    expect(told(register)).toEqual({ 'par.1': ['par.2', 'par.3', 'par.4'], 'par.2': A, 'par.3': B, 'par.4': C });
    expect(register[0]).toMatchObject({ since: '1.0.0', until: '1.0.0', gone: { version: '1.1.0' } });
  });

  it('comes back with its words, and its tombstone falls', () => {
    const register = registerAfter(things(A, B), things(A), things(A, B));
    expect(told(register)).toEqual({ 'par.1': A, 'par.2': B });
    expect(register[1]).toMatchObject({ since: '1.0.0' });
    expect(register[1]).not.toHaveProperty('until');
  });

  it('of words that stand twice is known by what stands around', () => {
    const state = things(A, B, A, C);
    expect(told(registerAfter(state, things(A, C)))).toEqual({
      'par.1': ['par.3'],
      'par.2': [],
      'par.3': A,
      'par.4': C,
    });
  });

  it('of few words needs a neighbour that is what it was', () => {
    const page = (...all: string[]) => things(...all.map((words, n): [string, string] => [`fw.${n + 1}`, words]));
    expect(
      told(
        registerAfter(
          page('SECRET', '-2- of four pages', 'BEST COPY AVAILABLE'),
          page('A stamp of the archive', 'SECRET'),
        ),
      ),
    ).toMatchObject({
      'fw.1': [],
    });
    const kept = registerAfter(page('SECRET', '-2- of four pages', 'SECRET'), page('-2- of four pages', 'SECRET'));
    expect(told(kept)).toMatchObject({ 'fw.1': [], 'fw.2': '-2- of four pages', 'fw.3': 'SECRET' });
  });

  it('of the later part of a turn is named after the turn, and stays when an earlier part goes', () => {
    const turn = (...parts: string[]) =>
      things(
        ['turn.1', parts.join(' ')],
        ...parts.slice(1).map((words, n): [string, string, string] => [`turn.1.${n + 2}`, words, 'turn.1']),
      );
    expect(told(registerAfter(turn(A, B, C), turn(A, C)))).toEqual({
      'turn.1': `${A} ${C}`,
      'turn.1.2': [],
      'turn.1.3': C,
    });
  });

  it('of words that are now of another kind leads there', () => {
    expect(told(registerAfter(things(A, ['fw.1', B]), things(A, B)))).toMatchObject({ 'fw.1': ['par.2'] });
  });

  it('follows its words when these go on', () => {
    const joined = things(`${A} He thanked him for it.`, C);
    const parted = things(A, `${C} He thanked him for it.`);
    const register = registerAfter(things(A, 'He thanked him for it.', C), joined, parted);
    expect(told(register)['par.2']).toEqual(['par.3']);
    expect(register[1]).toMatchObject({ until: '1.0.0', gone: { version: '1.1.0' } });
  });
});

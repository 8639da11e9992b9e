import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildText } from '../building.js';
import { wordsOfBody } from '../tei-words.js';
import { memo, noFurniture, notation, SEED } from './generators.js';

/** A form with two participants before any text, so that somebody speaks. */
const talk = memo.map(
  (text) =>
    `Memorandum of Conversation\n\nDATE: January 10, 1963\n\nPARTICIPANTS:\nDean Rusk\nVasily Kuznetsov\n\nKuznetsov said that he had come.\n\n${text}`,
);
const dialogue = fc
  .array(
    fc.tuple(
      fc.constantFrom('Rusk: ', 'Kuznetsov: ', 'Mr. Dobrynin [interrupting]: ', '**Rusk:** ', '', '2. '),
      fc.oneof(noFurniture, notation),
    ),
    { minLength: 2, maxLength: 12 },
  )
  .map((turns) => `PARTICIPANTS:\nDean Rusk\nVasily Kuznetsov\n\n${turns.map((turn) => turn.join('')).join('\n\n')}`);

describe('the conversation table of any text', () => {
  it.each([
    ['a memorandum of odd parts', memo, 200],
    ['a talk of odd parts', talk, 200],
    ['a dialogue', dialogue, 200],
  ] as const)('gives every word of the body to one row or to narration: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tei, conversation } = buildText(text);
        if (!conversation) {
          expect(tei).not.toContain('<said');
          return;
        }
        const { words, narration, people, together } = conversation;
        const rows = [...people, ...together];
        const found = wordsOfBody(tei!);
        expect(words).toBe(found.all);
        expect(narration + rows.reduce((sum, row) => sum + row.words, 0)).toBe(words);
        const bySpeakers = new Map<string, number>();
        for (const [who, count] of found.by) {
          const key = who.split(' ').sort().join(' ');
          bySpeakers.set(key, (bySpeakers.get(key) ?? 0) + count);
        }
        expect(narration).toBe(bySpeakers.get('') ?? 0);
        for (const row of rows) {
          const key = row.who.map(({ id }) => `#${id}`).join(' ');
          expect(row.words, key).toBe(bySpeakers.get(key) ?? 0);
        }
      }),
      { seed: SEED, numRuns },
    );
  });
});

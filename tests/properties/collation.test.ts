import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collate } from '../../src/editing/collation/collation.js';
import { proposalsOf } from '../../src/editing/collation/proposals.js';
import { wordsOfText } from '../../src/editing/collation/words.js';
import { ofKind } from '../../src/text/marks.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';
import { wordsOfWitness } from '../witness-words.js';

const text = readText('editions/1963-01-10-rusk-kuznetsov/transcription.md');
const bare = buildText(text);
const words = wordsOfText(bare.review.transcription, bare.marks);
const NOWHERE = { line: 1, column: 1, offset: 0 };

/** The words of the transcription by block, as a witness without differences would have them. */
const blocks: string[][] = [];
for (const { text: word, block } of words) {
  blocks[block] ??= [];
  blocks[block].push(word);
}
const own = blocks.filter((block) => block !== undefined);

/** What a copyist does: another word, one left out, one put in, points, a block left out, two blocks exchanged. */
const slip = fc.record({
  block: fc.nat(own.length - 1),
  at: fc.nat(400),
  way: fc.constantFrom('other', 'left out', 'put in', 'points', 'capitals', 'block left out', 'block moved'),
});
type Slip = { block: number; at: number; way: string };

function copied(slips: readonly Slip[]): string[] {
  const copy = own.map((block) => [...block]);
  for (const { block: n, at, way } of slips) {
    const block = copy[n]!;
    const i = at % Math.max(1, block.length);
    if (way === 'block left out') copy[n] = [];
    else if (way === 'block moved') [copy[n], copy[(n + 1) % copy.length]] = [copy[(n + 1) % copy.length]!, block];
    else if (block.length === 0) continue;
    else if (way === 'left out') block.splice(i, 1);
    else if (way === 'put in') block.splice(i, 0, 'moreover');
    else block[i] = way === 'other' ? 'perhaps' : way === 'points' ? `${block[i]},` : block[i]!.toUpperCase();
  }
  return copy.map((block) => block.join(' ')).filter((block) => block !== '');
}

it('three copies with slips, gaps and transpositions are each given back by the apparatus, word for word', () => {
  const copies = fc.tuple(...['a', 'b', 'c'].map(() => fc.array(slip, { minLength: 1, maxLength: 25 }).map(copied)));
  fc.assert(
    fc.property(copies, (made) => {
      const witnesses = made.map((those, i) => ({ siglum: 'abc'[i]!, blocks: those }));
      const { variations, unlike } = collate(words, witnesses);
      expect(unlike).toEqual([]);
      const proposals = proposalsOf(variations, {
        transcription: bare.review.transcription,
        pages: ofKind(bare.marks, 'page'),
        findings: bare.messages,
        anchored: [],
        titles: new Map(),
      });
      const { tei, messages } = buildText(text, {
        description: { witnesses: { a: { title: 'A' }, b: { title: 'B' }, c: { title: 'C' } } },
        decisions: proposals.map(({ decision }) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } })),
      });
      expect(messages.filter(({ severity }) => severity === 'error').map(({ reason }) => reason)).toEqual([]);
      for (const { siglum, blocks: its } of witnesses)
        expect(wordsOfWitness(tei!, siglum)).toEqual(its.join(' ').split(/\s+/));
    }),
    { numRuns: 25, seed: 1963 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anchorDecisions } from '../../src/editing/anchors.js';
import type { PlacedDecision } from '../../src/editing/description.js';
import { correspond, fateOf } from '../../src/editing/rebasing.js';
import { ofKind } from '../../src/text/marks.js';
import { transcriptionOf, wordsOf } from '../../src/text/transcription.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';

const EDITION = 'editions/1963-01-10-rusk-kuznetsov';
const text = readText(`${EDITION}/transcription.md`);
const old = transcriptionOf('transcription.md', text);
const NOWHERE = { line: 1, column: 1, offset: 0 };
const decisions = (parse(readText(`${EDITION}/edition.yaml`)) as { decisions: PlacedDecision[] }).decisions.map(
  (decision) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } }),
);
const pages = ofKind(buildText(text).marks, 'page');
const { anchored } = anchorDecisions(
  { transcription: old, pages, rangeOf: () => undefined },
  decisions,
  'edition.yaml',
);
const words = [...text.matchAll(/\S+|\s+/g)].map(({ 0: run, index }) => ({ run, index }));

/** A letter read otherwise, a word dropped, one doubled, two made one; a line end become a space. */
const WAYS = ['letter', 'dropped', 'doubled', 'joined', 'line'] as const;
const perturbation = fc.array(fc.record({ at: fc.nat(words.length - 1), way: fc.constantFrom(...WAYS) }), {
  minLength: 5,
  maxLength: 60,
});

/** The text after changes, and for each offset of the old text where it went; undefined where it was changed. */
function perturb(changes: { at: number; way: (typeof WAYS)[number] }[]) {
  const by = new Map(changes.map(({ at, way }) => [at, way]));
  let now = '';
  const went: (number | undefined)[] = [];
  words.forEach(({ run, index }, i) => {
    const way = by.get(i);
    const isWord = /\S/.test(run);
    const isChanged = isWord && way !== undefined && way !== 'line' && way !== 'joined' && /^\p{L}{2,}$/u.test(run);
    for (let k = 0; k < run.length; k++) went[index + k] = isChanged ? undefined : now.length + k;
    if (isChanged) now += way === 'letter' ? `${run.slice(0, -1)}q` : way === 'dropped' ? '' : `${run} ${run}`;
    else if (!isWord && way === 'line' && !/\n\s*\n/.test(run)) now += ' '.repeat(run.length);
    else now += run;
  });
  return { now, went };
}

describe('decisions that are carried over to a new transcription', () => {
  it('mean the very words that they meant, or are told to be lost', () => {
    expect(anchored).toHaveLength(decisions.length);
    fc.assert(
      fc.property(perturbation, (changes) => {
        const { now, went } = perturb(changes);
        const fresh = transcriptionOf('new.md', now);
        const words = correspond(old, fresh)!;
        const sides = [
          { transcription: old, pages },
          { transcription: fresh, pages: ofKind(buildText(now).marks, 'page') },
        ] as const;
        for (const one of anchored) {
          const fate = fateOf(one, words, ...sides);
          const { start, end } = one.meant;
          const isTouched = went.slice(start, end).includes(undefined);
          if (fate.kind === 'lost') expect(fate.reason).not.toBe('');
          else if (fate.kind === 'settled') expect(wordsOf(fresh, fate.meant)).toContain(one.decision.reading);
          else if (one.decision.note === undefined) {
            expect(isTouched).toBe(false);
            expect([fate.meant.start, fate.meant.end]).toEqual([went[start], went[end - 1]! + 1]);
          } else if (!isTouched) expect(fate.meant.start).toBe(went[start]);
          if (fate.kind === 'carried') {
            const again = anchorDecisions(
              { ...sides[1], rangeOf: () => undefined },
              [{ ...one.decision, page: undefined, quote: undefined, ...fate.anchor } as PlacedDecision],
              'edition.yaml',
            );
            expect(again.messages).toEqual([]);
            if ('quote' in fate.anchor) expect(again.anchored[0]!.meant).toEqual(fate.meant);
          }
        }
      }),
      { numRuns: 10, seed: 1963 },
    );
  });

  it('stay as they are where nothing has changed', () => {
    const words = correspond(old, old)!;
    const side = { transcription: old, pages };
    expect(new Set(anchored.map((one) => fateOf(one, words, side, side).kind))).toEqual(new Set(['kept']));
  });
});

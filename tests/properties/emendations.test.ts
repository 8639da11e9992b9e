import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedDecision } from '../../src/editing/description.js';
import { isError } from '../../src/messages/message.js';
import { reportText } from '../../src/messages/report.js';
import { ofKind } from '../../src/text/marks.js';
import { attributeOf, readXml } from '../../src/xml/reading.js';
import { buildText } from '../building.js';
import { memo, SEED, solid, xmlString } from './generators.js';

const POINT = { line: 1, column: 1, offset: 0 };
const NOWHERE = { start: POINT, end: POINT };

/** Words of letters that stand once in the text and are no mark-up, with the page each stands on. */
function uniqueWords(text: string): { quote: string; page: number }[] {
  const { marks } = buildText(text);
  const pages = ofKind(marks, 'page');
  const signs = [...ofKind(marks, 'markup'), ...ofKind(marks, 'reference')];
  const words = [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu)];
  const count = new Map<string, number>();
  for (const [word] of words) count.set(word, (count.get(word) ?? 0) + 1);
  return words
    .filter(
      ({ 0: word, index }) => count.get(word) === 1 && !signs.some(({ start, end }) => start <= index && index < end),
    )
    .map(({ 0: quote, index }) => ({ quote, page: pages.findLast(({ start }) => start <= index)?.n ?? 1 }));
}

interface Mended {
  lemma: string;
  base: string;
  conjecture: boolean;
}

/** The readings of each `app` and `choice`, the mended one and that of the transcription. */
function mendedIn(xml: string): Mended[] {
  const found: Mended[] = [];
  const open: (Mended | undefined)[] = [];
  const path: string[] = [];
  readXml(xml, {
    open({ name }) {
      path.push(name);
      if (name === 'app' || name === 'choice') open.push({ lemma: '', base: '', conjecture: name === 'choice' });
    },
    text(text) {
      const current = open.at(-1);
      if (!current) return;
      if (path.includes('lem') || path.includes('corr')) current.lemma += text;
      else if (path.includes('rdg') || path.includes('sic')) current.base += text;
    },
    close({ name }) {
      path.pop();
      if (name === 'app' || name === 'choice') found.push(open.pop()!);
    },
  });
  return found.filter(({ lemma, base }) => lemma !== '' || base !== '');
}

const readings = fc.oneof(
  fc.constantFrom('Kuznetsov', 'the Secretary', 'January 9', 'a & b', '<b>', '“said”', '**x**', 'Moscow', 'he said'),
  xmlString.filter((text) => /\S/.test(text)),
);

describe('emendations', () => {
  it('conserve the transcription and give both readings', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(
        memo,
        fc.array(fc.tuple(fc.nat(), readings, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (text, wanted) => {
          const words = uniqueWords(text);
          fc.pre(words.length > 0);
          const chosen = new Map(wanted.map(([n, reading, witness]) => [n % words.length, { reading, witness }]));
          const decisions = [...chosen].map(
            ([n, { reading, witness }]): PlacedDecision => ({
              ...words[n]!,
              reading: reading === words[n]!.quote ? `${reading}!` : reading,
              reason: 'The paper reads so & no other way.',
              ...(witness && { witness: 'frus' }),
              stands: NOWHERE,
            }),
          );
          const built = buildText(text, {
            decisions,
            description: { witnesses: { frus: { title: 'Foreign Relations' } } },
          });
          expect(reportText(built.messages.filter(isError))).toBe('');
          expect(built.conserved).toBe(solid(text).length);
          const mended = mendedIn(built.tei!);
          expect(ofKind(built.marks, 'emendation')).toHaveLength(decisions.length);
          for (const { quote, reading, witness } of decisions) {
            const same = ({ lemma, base, conjecture }: Mended) =>
              lemma === reading && base === quote && conjecture === (witness === undefined);
            expect(mended.filter(same), `“${quote}” → ${JSON.stringify(reading)}`).toHaveLength(1);
            carriedOut++;
          }
        },
      ),
      { seed: SEED, numRuns: 120 },
    );
    expect(carriedOut).toBeGreaterThan(150);
  });

  it('have an id of their own', () => {
    const built = buildText('Kuznetzov said so.', {
      decisions: [{ page: 1, quote: 'Kuznetzov', reading: 'Kuznetsov', stands: NOWHERE }],
    });
    const ids: (string | undefined)[] = [];
    readXml(built.tei!, { open: (tag) => tag.name === 'choice' && ids.push(attributeOf(tag, 'xml:id')) });
    expect(ids).toEqual(['rd.1']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedDecision } from '../../src/editing/description.js';
import { isError } from '../../src/messages/message.js';
import { reportText } from '../../src/messages/report.js';
import { ofKind } from '../../src/text/marks.js';
import { attributeOf, readXml, type Tag } from '../../src/xml/reading.js';
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

/** Whether the stretch is words alone, on one page, that neither the format nor emphasis has touched. */
const longer = (text: string, from: { quote: string; page: number }, words: number): string => {
  const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${from.quote}(?![\\p{L}\\p{N}])`, 'u'));
  const stretch = new RegExp(`^\\p{L}+(?: \\p{L}+){0,${words}}(?![\\p{L}\\p{N}])`, 'u').exec(text.slice(at));
  return stretch?.[0] ?? from.quote;
};

interface Entry {
  element: string;
  lemma: string;
  lemmaOf: string;
  base: string;
  /** Readings that are neither: siglum, type, words. */
  others: string[];
  pieces: number;
}

/** The entries of the apparatus by their id, those in pieces put together again. */
function entriesIn(xml: string): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const firsts = new Map<string, string>();
  const open: { entry: Entry; readings: { tag: Tag; text: string }[]; isFirst: boolean }[] = [];
  readXml(xml, {
    open(tag) {
      const { name } = tag;
      if (name === 'app' || (name === 'choice' && attributeOf(tag, 'xml:id') !== undefined)) {
        const id = attributeOf(tag, 'xml:id')!;
        const prev = attributeOf(tag, 'prev')?.slice(1);
        const first = prev === undefined ? id : firsts.get(prev)!;
        firsts.set(id, first);
        const entry = found.get(first) ?? { element: name, lemma: '', lemmaOf: '', base: '', others: [], pieces: 0 };
        entry.pieces++;
        found.set(first, entry);
        open.push({ entry, readings: [], isFirst: prev === undefined });
      } else if (['lem', 'rdg', 'sic', 'corr'].includes(name)) open.at(-1)?.readings.push({ tag, text: '' });
    },
    text(text) {
      const reading = open.at(-1)?.readings.at(-1);
      if (reading) reading.text += text;
    },
    close({ name, ...tag }) {
      if (name !== 'app' && !(name === 'choice' && attributeOf({ name, ...tag }, 'xml:id') !== undefined)) return;
      const { entry, readings, isFirst } = open.pop()!;
      for (const { tag: of, text } of readings) {
        const wit = attributeOf(of, 'wit') ?? '';
        const isBase = wit === '#ocr' || of.name === 'sic';
        if (isBase) entry.base += text;
        if (of.name === 'lem' || of.name === 'corr') {
          entry.lemma += text;
          entry.lemmaOf = wit;
        } else if (!isBase && isFirst) entry.others.push(`${wit} ${attributeOf(of, 'type') ?? ''}: ${text}`);
        else if (!isBase && text !== '') entry.others.push(`in a later piece: ${text}`);
      }
    },
  });
  return found;
}

const readings = fc.oneof(
  fc.constantFrom(
    'Kuznetsov',
    'the Secretary',
    'January 9',
    'a & b',
    '<b>',
    '“said”',
    '**x**',
    'Moscow',
    'he said',
    '',
  ),
  xmlString.filter((text) => /\S/.test(text)),
);
const SIGLA = ['frus', 'carbon', 'tel'];
const TYPES = ['substantive', 'orthographic', 'punctuation', 'typography'] as const;
const sigla = fc.subarray(SIGLA, { minLength: 1 });
const variants = fc.array(
  fc.record(
    { reading: readings, witness: fc.oneof(sigla, fc.constantFrom(...SIGLA)), type: fc.constantFrom(...TYPES) },
    { requiredKeys: ['reading', 'witness'] },
  ),
  { maxLength: 3 },
);
const several = (some: string | string[]): string =>
  [some]
    .flat()
    .map((id) => `#${id}`)
    .join(' ');

describe('the apparatus', () => {
  it('conserves the transcription and gives every reading with all its witnesses', () => {
    const seen = { mended: 0, conjectures: 0, variesOnly: 0, leftOut: 0, inPieces: 0, several: 0 };
    fc.assert(
      fc.property(
        memo,
        fc.array(
          fc.record({
            n: fc.nat(),
            longer: fc.nat({ max: 4 }),
            reading: fc.option(readings, { nil: undefined, freq: 2 }),
            witnesses: fc.option(sigla, { nil: undefined }),
            variants,
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (text, wanted) => {
          const words = uniqueWords(text);
          fc.pre(words.length > 0);
          const taken = new Set<string>();
          const decisions = wanted.flatMap((one): PlacedDecision[] => {
            const word = words[one.n % words.length]!;
            const quote = longer(text, word, one.longer);
            const parts = quote.split(' ');
            if (parts.some((part) => taken.has(part))) return [];
            if (one.reading === undefined && one.variants.length === 0) return [];
            for (const part of parts) taken.add(part);
            const reading = one.reading === quote ? `${quote}!` : one.reading;
            return [
              {
                page: word.page,
                quote,
                ...(reading !== undefined && { reading, reason: 'The paper reads so & no other way.' }),
                ...(reading !== undefined && one.witnesses && { witness: one.witnesses }),
                ...(one.variants.length > 0 && { variants: one.variants }),
                stands: NOWHERE,
              },
            ];
          });
          fc.pre(decisions.length > 0);
          const built = buildText(text, {
            decisions,
            description: { witnesses: Object.fromEntries(SIGLA.map((id) => [id, { title: id }])) },
          });
          expect(reportText(built.messages.filter(isError))).toBe('');
          expect(built.conserved).toBe(solid(text).length);
          expect(ofKind(built.marks, 'emendation')).toHaveLength(decisions.length);
          const entries = [...entriesIn(built.tei!).values()];
          expect(entries).toHaveLength(decisions.length);
          for (const { quote, reading, witness, variants: others = [] } of decisions) {
            const entry = entries.find(({ base }) => base.replace(/\s+/g, ' ') === quote);
            expect(entry, `“${quote}” in ${JSON.stringify(entries)}`).toBeDefined();
            const isChoice = reading !== undefined && witness === undefined && others.length === 0;
            expect(entry).toMatchObject({
              element: isChoice ? 'choice' : 'app',
              lemma: reading ?? entry!.base,
              lemmaOf: reading === undefined ? '#ocr' : witness === undefined ? '' : several(witness),
              others: others.map((other) => `${several(other.witness)} ${other.type ?? ''}: ${other.reading}`),
            });
            if (reading === undefined) seen.variesOnly++;
            else seen[witness === undefined ? 'conjectures' : 'mended']++;
            if (reading === '') seen.leftOut++;
            if (entry!.pieces > 1) seen.inPieces++;
            if (others.length > 1) seen.several++;
          }
        },
      ),
      { seed: SEED, numRuns: 120 },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(what === 'inPieces' ? 0 : 10);
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emphasisOf } from '../../src/sources/emphasis.js';
import { readMarkdown } from '../../src/sources/markdown.js';
import type { EmendationMark, EmphasisMark } from '../../src/text/marks.js';
import { readerOf } from '../../src/text/reading-text.js';
import { type Range, transcriptionOf } from '../../src/text/transcription.js';
import { anyText, memo, SEED } from './generators.js';

interface Drawn {
  text: string;
  parts: Range[];
  emphasis: EmphasisMark[];
  emendations: EmendationMark[];
}

const mend = (range: Range, reading: string): EmendationMark => ({
  kind: 'emendation',
  ...range,
  reading,
  reason: '',
  by: 'editor',
  certainty: 'high',
  evidence: 'drawn',
});

/** Parts in order and without overlap, as paragraphs over pages have them, and words mended here and there. */
const drawn = fc
  .tuple(
    fc.oneof(anyText, memo),
    fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('mended', 'two words', 'ﬁ', '“x”')), { maxLength: 4 }),
  )
  .map(([text, cuts, mended]): Drawn => {
    const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
    const parts = at.flatMap((start, i) =>
      i % 2 === 0 && at[i + 1] !== undefined ? [{ start, end: at[i + 1]! }] : [],
    );
    const transcription = transcriptionOf('t.md', text);
    const held = (range: Range) => parts.some(({ start, end }) => start <= range.start && range.end <= end);
    const emphasis = emphasisOf(transcription, readMarkdown(transcription).blocks).filter(held);
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    const chosen = new Map(mended.map(([n, reading]) => [words.length === 0 ? -1 : n % words.length, reading]));
    const emendations = [...chosen].flatMap(([n, reading]) => (words[n] ? [mend(words[n], reading)] : []));
    return { text, parts, emphasis, emendations: emendations.filter(held) };
  });

const always = (check: (drawn: Drawn, one: number, other: number) => void) =>
  fc.assert(
    fc.property(drawn, fc.nat(), fc.nat(), (text, one, other) => check(text, one, other)),
    { seed: SEED, numRuns: 1500 },
  );

const single = (words: string): string => words.replace(/\s+/g, ' ');

describe('the reading text', () => {
  it('leads every range back to one with the same words, where nothing is mended', () => {
    always(({ text, parts, emphasis }, one, other) => {
      for (const part of parts) {
        const reading = readerOf(transcriptionOf('t.md', text), [])([part]);
        if (reading.text === '') continue;
        const [start, end] = [one % reading.text.length, (other % reading.text.length) + 1].sort((a, b) => a - b);
        if (start === end) continue;
        const source = reading.source({ start: start!, end: end! });
        expect(source.start).toBeLessThanOrEqual(source.end);
        expect(single(text.slice(source.start, source.end))).toBe(single(reading.text.slice(start, end)));
      }
      expect(emphasis.length).toBeGreaterThanOrEqual(0);
    });
  });

  it('leads each of its words back to that word, past emphasis and emendations', () => {
    always(({ text, parts, emphasis, emendations }) => {
      const reading = readerOf(transcriptionOf('t.md', text), [...emendations, ...emphasis])(parts);
      const touched = [
        ...emendations,
        ...emphasis.flatMap(({ start, end, inner }) => [
          { start, end: inner.start },
          { start: inner.end, end },
        ]),
      ];
      for (const { 0: word, index } of reading.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const source = reading.source({ start: index, end: index + word.length });
        expect(source.start).toBeLessThanOrEqual(source.end);
        if (touched.some(({ start, end }) => start < source.end && source.start < end)) continue;
        expect(text.slice(source.start, source.end)).toBe(word);
      }
    });
  });

  it('leads a mended reading back to the words it replaces', () => {
    always(({ text, parts, emphasis, emendations }) => {
      const reading = readerOf(transcriptionOf('t.md', text), [...emendations, ...emphasis])(parts);
      for (const { 0: word, index } of reading.text.matchAll(/mended/g)) {
        const { start, end } = reading.source({ start: index, end: index + word.length });
        const replaced = emendations.some((mark) => mark.start === start && mark.end === end);
        expect(replaced || text.slice(start, end) === 'mended').toBe(true);
      }
    });
  });

  it('has its white space single and no stray delimiters', () => {
    always(({ text, parts, emphasis }) => {
      const reading = readerOf(transcriptionOf('t.md', text), emphasis)(parts);
      expect(reading.text).not.toMatch(/\s\s|^\s/);
      expect(reading.text.replaceAll(' ', '')).not.toMatch(/\s/);
    });
  });
});

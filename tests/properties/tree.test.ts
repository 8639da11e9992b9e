import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Node, nest } from '../../src/tei/tree.js';
import type { Mark } from '../../src/text/marks.js';
import { SEED, solid } from './generators.js';

const found = { by: 'memcon', certainty: 'high', evidence: 'drawn' } as const;
const KINDS = [
  ...['page', 'line', 'cell', 'paragraph', 'heading', 'furniture', 'annotation', 'turn', 'quotation', 'person'],
  ...['office', 'role', 'place', 'organisation', 'date', 'time', 'emendation', 'item', 'list', 'row', 'table'],
] as const;

/** Fields that a kind has beside its range do not matter to the tree. */
const markOf = (kind: string, start: number, end: number): Mark =>
  ({ kind, start, end: kind === 'page' || kind === 'line' ? start : end, ...found }) as unknown as Mark;

interface Drawn {
  text: string;
  marks: Mark[];
}

const SIZE = 24;
const drawn: fc.Arbitrary<Drawn> = fc
  .tuple(
    fc.string({ minLength: 4, maxLength: SIZE }),
    fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(SIZE), fc.nat(SIZE)), { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(SIZE), fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 4 }),
  )
  .map(([text, ranges, emphases]) => {
    const marks = ranges.map(([kind, one, other]) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      return markOf(kind, start, end);
    });
    // Emphases follow each other; their delimiters are two characters long, as in the transcription.
    let from = 0;
    for (const [gap, size, bold] of emphases) {
      const start = from + (gap % 4);
      const end = start + size + 4;
      if (end > text.length) break;
      const inner = { start: start + 2, end: end - 2 };
      marks.push({ kind: 'emphasis', rend: bold ? 'bold' : 'overstrike', start, end, inner, ...found });
      from = end;
    }
    return { text, marks };
  });

const wordsOf = (nodes: readonly (Node | string)[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');
const nodesOf = (nodes: readonly (Node | string)[]): Node[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...nodesOf(node.children)]));

function piecesOf(nodes: readonly (Node | string)[]): Map<Mark, Node[]> {
  const pieces = new Map<Mark, Node[]>();
  for (const node of nodesOf(nodes)) pieces.set(node.mark, [...(pieces.get(node.mark) ?? []), node]);
  return pieces;
}

/** The text without the delimiters of emphasis in `range`. */
function plain(text: string, marks: readonly Mark[], range = { start: 0, end: text.length }): string {
  const dropped = new Set<number>();
  for (const mark of marks) {
    if (mark.kind !== 'emphasis') continue;
    for (let i = mark.start; i < mark.inner.start; i++) dropped.add(i);
    for (let i = mark.inner.end; i < mark.end; i++) dropped.add(i);
  }
  return [...Array(range.end - range.start).keys()]
    .map((i) => range.start + i)
    .filter((i) => !dropped.has(i))
    .map((i) => text[i])
    .join('');
}

describe('the tree of random marks', () => {
  const always = (check: (drawn: Drawn) => void) => fc.assert(fc.property(drawn, check), { seed: SEED, numRuns: 3000 });

  it('holds the text in its order, without delimiters', () => {
    always(({ text, marks }) => {
      expect(wordsOf(nest(text, marks))).toBe(plain(text, marks));
    });
  });

  it('holds every mark, its pieces numbered in order', () => {
    always(({ text, marks }) => {
      const pieces = piecesOf(nest(text, marks));
      expect(pieces.size).toBe(marks.length);
      for (const nodes of pieces.values()) {
        expect(nodes.map(({ piece }) => piece)).toEqual(nodes.map((_, n) => ({ n, of: nodes.length })));
      }
    });
  });

  it('gives each mark its own words, white space aside', () => {
    always(({ text, marks }) => {
      const pieces = piecesOf(nest(text, marks));
      for (const [mark, nodes] of pieces) {
        const words = nodes.map(({ children }) => wordsOf(children)).join('');
        expect(solid(words), mark.kind).toBe(solid(plain(text, marks, mark)));
      }
    });
  });
});

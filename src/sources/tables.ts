import type { MarkupMark } from '../text/marks.js';
import type { Range } from '../text/transcription.js';
import { trimmed } from './blocks.js';
import type { Notation } from './notation.js';
import { markup } from './plain-text.js';
import type { Line } from './source.js';

/** The row under the heads of a pipe table. */
const UNDER_THE_HEADS = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Gives rows of pipe tables and of HTML tables their cells; the lines between heads and rows fall away. */
export function tabulated(
  text: string,
  lines: readonly (Line | undefined)[],
  { cells, escaped }: Notation,
): { lines: (Line | undefined)[]; markup: MarkupMark[] } {
  const marks: MarkupMark[] = [];
  let next = 0;
  const kinds = lines.map((line) => kindOf(text, line));
  const found = lines.flatMap((line, i): (Line | undefined)[] => {
    if (!line) return [undefined];
    while (next < cells.length && cells[next]! < line.start) next++;
    const starts: number[] = [];
    for (let k = next; k < cells.length && cells[k]! < line.end; k++) starts.push(cells[k]!);
    const beside = [kinds[i - 1], kinds[i + 1]];
    if (kinds[i] === 'rule' && beside.some((kind) => kind === 'row' || kind === 'edged')) {
      marks.push(markup(line, 'rule of a table'));
      return [];
    }
    const isRow =
      kinds[i] === 'edged' || (kinds[i] === 'row' && beside.some((kind) => kind !== undefined && kind !== 'words'));
    if (isRow) {
      const edges = edgesOf(text, line, escaped);
      marks.push(...edges.map((at) => markup({ start: at, end: at + 1 }, 'edge of a cell')));
      return [{ ...line, cells: between(text, line, edges) }];
    }
    return starts.length > 1 ? [{ ...line, cells: between(text, line, starts) }] : [line];
  });
  return { lines: found, markup: marks };
}

function kindOf(text: string, line: Line | undefined): 'edged' | 'row' | 'rule' | 'words' | undefined {
  if (!line) return undefined;
  const words = text.slice(line.start, line.end);
  if (UNDER_THE_HEADS.test(words)) return 'rule';
  if (/^\|.*\|$/.test(words)) return 'edged';
  return words.includes('|') ? 'row' : 'words';
}

const edgesOf = (text: string, { start, end }: Range, escaped: ReadonlySet<number>): number[] => {
  const edges: number[] = [];
  for (let at = start; at < end; at++) if (text[at] === '|' && !escaped.has(at)) edges.push(at);
  return edges;
};

/** The stretches between edges, trimmed; one without words keeps its place as an empty range. */
function between(text: string, line: Range, edges: readonly number[]): Range[] {
  const inside = edges.filter((at) => at > line.start);
  const from = edges[0] === line.start ? line.start : undefined;
  const starts = [from ?? line.start, ...inside];
  return starts
    .map((start, i): Range => {
      const isEdge = text[start] === '|' && (i > 0 || from !== undefined);
      const range = { start: isEdge ? start + 1 : start, end: starts[i + 1] ?? line.end };
      return trimmed(text, range) ?? { start: range.end, end: range.end };
    })
    .filter(({ start, end }, i, all) => i < all.length - 1 || start < end);
}

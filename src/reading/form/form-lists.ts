import type { Line } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';

/** Rows and cells of the distribution list: by tabs or wide spaces, or by commas on a single line. */
export function distributionMarks(text: string, lines: readonly Line[]): Mark[] {
  const rows = lines.map((line) => ({ line, cells: cellsOf(text, line, lines.length === 1) }));
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.flatMap(({ line, cells }) => rowMarks(line, cells, columns));
}

function cellsOf(text: string, line: Line, alone: boolean): readonly Range[] {
  const words = text.slice(line.start, line.end);
  const separator = /\t/.test(words) ? /\t/g : / {2,}/.test(words) ? / {2,}/g : alone ? /(?<=[,;])\s+/g : /$^/g;
  return cellsIn(text, line, separator);
}

/** The cells of a line: those of its format, else what the separator parts. */
export function cellsIn(text: string, line: Line, separator: RegExp): readonly Range[] {
  if (line.cells) return line.cells;
  const words = text.slice(line.start, line.end);
  const cells: Range[] = [];
  let from = 0;
  for (const { 0: between, index } of words.matchAll(separator)) {
    cells.push({ start: line.start + from, end: line.start + index });
    from = index + between.length;
  }
  return [...cells, { start: line.start + from, end: line.end }];
}

const LONGEST_CELL = 40;

/** Lines of which each has as many cells as the others get those cells: two parted by a tab, or three by wide spaces. */
export function withCells(text: string, lines: readonly Line[]): readonly Line[] {
  if (lines.length < 2 || lines.some(({ cells }) => cells)) return lines;
  const rows = lines.map((line) => ({ ...line, cells: cellsIn(text, line, /\t+| {3,}/g) }));
  const columns = rows[0]!.cells.length;
  const isRow = ({ cells }: (typeof rows)[number]) =>
    cells.length === columns && cells.every(({ start, end }) => end - start <= LONGEST_CELL);
  const isTabbed = rows.every(({ start, end }) => text.slice(start, end).includes('\t'));
  return columns > (isTabbed ? 1 : 2) && rows.every(isRow) ? rows : lines;
}

/** A table of the text: its rows and cells. */
export const tableMarks = (lines: readonly Line[]): Mark[] => {
  const columns = Math.max(0, ...lines.map(({ cells = [] }) => cells.length));
  const range = found(lines[0]!.start, lines.at(-1)!.end, 'high', 'rows and columns');
  return [
    { kind: 'table', type: 'text', ...range },
    ...lines.flatMap((line) => rowMarks(line, line.cells ?? [line], columns)),
  ];
};

function rowMarks(line: Range, cells: readonly Range[], columns: number): Mark[] {
  const padded = [
    ...cells,
    ...Array.from({ length: Math.max(0, columns - cells.length) }, () => ({ start: line.end, end: line.end })),
  ];
  return [
    { kind: 'row', ...found(line.start, line.end, 'high', 'line of the table') },
    ...padded.map(({ start, end }): Mark => ({ kind: 'cell', ...found(start, end, 'high', 'column of the table') })),
  ];
}

import type { Line } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';
import { sideNamed } from '../people/sides.js';
import { type FormFacts, type ListedPerson, type Plain, sidesOf } from './form-facts.js';
import { isPerson, withoutBullet } from './list-lines.js';

export interface Row {
  line: Line;
  cells: readonly Range[];
}

/** Whether lines stand in columns, of people side by side or of names and offices. */
export function columnsOf(plain: Plain, rows: readonly Row[]): 'people' | 'roles' | undefined {
  const filled = rows.map(({ cells }) => cells.map((cell) => plain(cell).trim()).filter(Boolean));
  const parted = filled.filter((cells) => cells.length > 1);
  if (parted.length === 0) return undefined;
  if (parted[0]!.every((cell) => sideNamed(cell))) return 'people';
  if (parted.length < 2 || parted.length < filled.length / 3) return undefined;
  const seconds = parted.map((cells) => cells[1]!);
  const people = seconds.filter((cell) => isPerson(cell.replace(/,.*/s, ''))).length;
  return people > seconds.length / 2 ? 'people' : 'roles';
}

/** Sides beside each other: the first row names them, and every further cell belongs to the column under which it stands. */
export function inColumns(text: string, plain: Plain, rows: readonly Row[], facts: FormFacts): Mark[] {
  const marks: Mark[] = [];
  const newSide = sidesOf(facts);
  const filledOf = ({ cells }: Row) => cells.filter(({ start, end }) => start < end);
  const head = rows.find(
    (row) => filledOf(row).length > 1 && filledOf(row).every((cell) => sideNamed(plain(cell).trim())),
  );
  const edges = (head ? filledOf(head) : filledOf(rows.find((row) => filledOf(row).length > 1)!)).map((cell) =>
    columnAt(text, cell.start),
  );
  const columns = edges.map((edge) => ({
    edge,
    delegation: undefined as ListedPerson['delegation'],
    person: undefined as { parts: Range[]; indent: number } | undefined,
  }));
  for (const [i, row] of rows.entries()) {
    if (i > 0) marks.push({ kind: 'line', ...found(row.line.start, row.line.start, 'high', 'row of the list') });
    for (const [k, cell] of row.cells.entries()) {
      if (cell.start === cell.end) continue;
      const at = columnAt(text, cell.start);
      const column = row.line.cells ? (columns[Math.min(k, columns.length - 1)] ?? columns[0]!) : nearest(columns, at);
      const words = plain(cell).trim();
      marks.push({ kind: 'item', ...found(cell.start, cell.end, 'high', 'cell of the list') });
      if (sideNamed(words)) {
        column.delegation = newSide(cell);
        column.person = undefined;
        continue;
      }
      const before = column.person;
      const goesOn =
        before &&
        (/,$/.test(plain(before.parts.at(-1)!).trim()) ||
          /^[(\p{Ll}]/u.test(words) ||
          (!row.line.cells && at >= before.indent + 2));
      if (goesOn) {
        before.parts.push(cell);
        continue;
      }
      const parts = [withoutBullet(plain, cell)];
      column.person = { parts, indent: at };
      facts.people.push({ parts, ...(column.delegation && { delegation: column.delegation }) });
    }
  }
  return marks;
}

/** Column of the paper at which an offset stands, from 0; a tab reaches to the next multiple of eight. */
export function columnAt(text: string, offset: number): number {
  let column = 0;
  for (let at = text.lastIndexOf('\n', offset - 1) + 1; at < offset; at++) {
    column = text[at] === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
  }
  return column;
}

const nearest = <T extends { edge: number }>(columns: readonly T[], at: number): T =>
  columns.reduce((best, column) => (Math.abs(column.edge - at) < Math.abs(best.edge - at) ? column : best));

import type { Block, Line } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { lineMarks } from '../found.js';
import { type FormSoFar, isUnlabelledDate } from './form-block.js';
import type { FormFacts, Plain } from './form-facts.js';
import { continuesTitle } from './genre.js';

/** Whether a line goes on with the title, which ends with the line before. */
export const isUnderTitle = (
  plain: Plain,
  title: Range | undefined,
  before: Line | undefined,
  words: string,
): boolean =>
  title !== undefined && before !== undefined && title.end === before.end && continuesTitle(plain(title).trim(), words);

/** Lines behind an empty line that go on with the title; a date that follows them stands for itself. */
export function readUnderTitle(plain: Plain, { lines }: Block, { marks, entries, facts, isDated }: FormSoFar): void {
  for (const [k, line] of lines.entries()) {
    if (k > 0 && !isDated && isUnlabelledDate(plain(line))) entries.push({ field: 'date', lines: [line] });
    else extendTitle(line, marks, facts);
  }
}

/** A further line of the title. */
export function extendTitle(line: Line, marks: Mark[], facts: FormFacts): void {
  const i = marks.findLastIndex(({ kind }) => kind === 'title');
  const title = marks[i]!;
  marks[i] = { ...title, end: line.end };
  marks.push(...lineMarks([title, line]));
  if (facts.title?.start === title.start) facts.title = { start: title.start, end: line.end };
}

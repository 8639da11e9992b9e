import type { Certainty, LineMark } from '../text/marks.js';
import type { Range } from '../text/transcription.js';

/** What every mark carries that a rule of the software has made. */
export const found = (start: number, end: number, certainty: Certainty, evidence: string) => ({
  start,
  end,
  by: 'memcon' as const,
  certainty,
  evidence,
});

/** A mark at the beginning of each line but the first. */
export const lineMarks = (lines: readonly Range[]): LineMark[] =>
  lines
    .slice(1)
    .map(({ start }) => ({ kind: 'line', ...found(start, start, 'high', 'line end of the transcription') }));

import type { OpenEdition } from '../edition.js';

/** The file of the reading text, in the folder of its edition. */
export const readingTextFile = (name: string): string => `${name}.txt`;

/** The words of the text as they are read, white space single and a line feed behind them: what positions are counted in. */
export const readingTextOf = ({ citable }: OpenEdition): string => `${citable.text.trimEnd()}\n`;

export interface Position {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of the reading text for a TextPositionSelector: half-open, from 0, in code points and not in UTF-16 code units
 * (Web Annotation Data Model, 4.2.5); `start` and `end` are given in code units.
 */
export function positionIn(text: string, start: number, end: number): Position {
  const from = codePoints(text.slice(0, start));
  return { start: from, end: from + codePoints(text.slice(start, end)) };
}

const codePoints = (text: string): number => text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

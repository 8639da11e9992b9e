import type { Place, Point } from '../messages/message.js';
import { lastThat } from './sorted.js';

/**
 * The transcription as received. Nothing in the program edits `text`; everything else is said about ranges of it.
 * Offsets are UTF-16 code units, 0-based, and ranges half-open.
 */
export interface Transcription {
  /** The path that messages name, as given by the user. */
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
  /** Where its stretches stand in the files that it was made from, in order; absent where it is one file as it is. */
  readonly origins?: readonly Origin[];
}

/** A stretch of a transcription and the place in a file that it comes from. */
export interface Origin extends Range {
  readonly file: string;
  /** Offset in the file's text. */
  readonly at: number;
  /** Both run character by character; else `at` is where the element of the whole stretch begins. */
  readonly exact: boolean;
  readonly lineStarts: readonly number[];
}

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function transcriptionOf(file: string, text: string): Transcription {
  const lineStarts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(found.index + found[0].length);
  return { file, text, lineStarts };
}

export function pointAt({ lineStarts }: Pick<Transcription, 'lineStarts'>, offset: number): Point {
  const line = Math.max(
    0,
    lastThat(lineStarts, (start) => start <= offset),
  );
  return { line: line + 1, column: offset - lineStarts[line]! + 1, offset };
}

export const placeOf = (transcription: Pick<Transcription, 'lineStarts'>, { start, end }: Range): Place => ({
  start: pointAt(transcription, start),
  end: pointAt(transcription, end),
});

export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end;
export const wordsOf = ({ text }: Pick<Transcription, 'text'>, { start, end }: Range): string => text.slice(start, end);

/** The range that a place stands for. */
export const rangeAt = ({ start, end }: Place): Range => ({ start: start.offset, end: end.offset });

/** A line by its number, from 1, with its end; absent where there is none. */
export function lineRange({ lineStarts, text }: Transcription, line: number): Range | undefined {
  const start = lineStarts[line - 1];
  return start === undefined ? undefined : { start, end: lineStarts[line] ?? text.length };
}

/** A range without the white space at its ends. */
export function trimmed({ text }: Pick<Transcription, 'text'>, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) };
}

import type { EmendationMark, EmphasisMark } from './marks.js';
import type { Range, Transcription } from './transcription.js';

/** One stretch of the reading text and the stretch of the transcription that it stands for. */
interface Piece {
  /** Offset in the reading text. */
  at: number;
  text: string;
  source: Range;
  /** True when both run character by character; an emended reading stands for its range as a whole. */
  exact: boolean;
}

/**
 * Words as a reader has them: emended, without the transcription's own mark-up, lines joined, white space single.
 * Names, dates and turns are found in it and carried back to the transcription by `source`.
 */
export interface ReadingText {
  readonly text: string;
  /** The range of the transcription that a range of the reading text stands for. */
  source(range: Range): Range;
}

/**
 * The reading text of the given stretches of the transcription, in order, joined by a space.
 * Offsets of the result are UTF-16 code units, 0-based.
 */
export function readingText(
  { text }: Transcription,
  parts: readonly Range[],
  { emendations, emphasis }: { emendations: readonly EmendationMark[]; emphasis: readonly EmphasisMark[] },
): ReadingText {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (words: string, source: Range, exact: boolean) => {
    if (words === '') return;
    pieces.push({ at, text: words, source, exact });
    at += words.length;
  };
  const addPlain = (start: number, end: number) => {
    for (const { 0: run, index } of text.slice(start, end).matchAll(/\s+|\S+/g)) {
      const source = { start: start + index, end: start + index + run.length };
      if (/\S/.test(run)) add(run, source, true);
      else if (at > 0 && !pieces.at(-1)?.text.endsWith(' ')) add(' ', source, run.length === 1);
    }
  };
  const replaced = [
    ...emendations.map(({ start, end, reading }) => ({ start, end, text: reading })),
    ...emphasis.flatMap(({ start, end, inner }) => [
      { start, end: inner.start, text: '' },
      { start: inner.end, end, text: '' },
    ]),
  ].sort((one, other) => one.start - other.start || other.end - one.end);

  for (const part of parts) {
    if (at > 0 && !pieces.at(-1)?.text.endsWith(' ')) add(' ', { start: part.start, end: part.start }, false);
    let from = part.start;
    for (const { start, end, text: words } of replacedWithin(replaced, part)) {
      if (start < from) continue;
      addPlain(from, start);
      add(words, { start, end }, false);
      from = end;
    }
    addPlain(from, part.end);
  }
  return {
    text: pieces.map((piece) => piece.text).join(''),
    source: (range) => ({ start: startOf(pieces, range.start), end: endOf(pieces, range.end) }),
  };
}

function replacedWithin<T extends Range>(sorted: readonly T[], part: Range): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < part.start) low = middle + 1;
    else high = middle;
  }
  const within: T[] = [];
  for (let i = low; i < sorted.length && sorted[i]!.start < part.end; i++) within.push(sorted[i]!);
  return within;
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}

function startOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, offset);
  return piece.exact ? piece.source.start + (offset - piece.at) : piece.source.start;
}

function endOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, Math.max(0, offset - 1));
  return piece.exact ? piece.source.start + (offset - piece.at) : piece.source.end;
}

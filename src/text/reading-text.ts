import { delimitersOf, type Mark } from './marks.js';
import { lastThat } from './sorted.js';
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

/** Gives the reading text of stretches of the transcription, in order, joined by a space. */
export type Reader = (parts: readonly Range[]) => ReadingText;

/** Words of the transcription for which a reader has others, or none. */
interface Replaced extends Range {
  text: string;
  /** What follows joins on without a space: a word that was broken at the end of a line or page. */
  joins?: true;
}

/**
 * The reader of a transcription under the marks that change what is read: emendations, the format's own characters,
 * hyphens at line ends, handwriting within the lines. Offsets of its texts are UTF-16 code units, 0-based.
 */
export function readerOf({ text }: Transcription, marks: readonly Mark[]): Reader {
  const replaced = marks.flatMap(replacedBy).sort((one, other) => one.start - other.start || other.end - one.end);
  return (parts) => {
    const pieces: Piece[] = [];
    let at = 0;
    let joins = false;
    const add = (words: string, source: Range, exact: boolean) => {
      if (words === '') return;
      pieces.push({ at, text: words, source, exact });
      at += words.length;
      joins = false;
    };
    const addSpace = (source: Range, exact: boolean) => {
      if (at > 0 && !joins && !pieces.at(-1)?.text.endsWith(' ')) add(' ', source, exact);
    };
    const addPlain = (start: number, end: number) => {
      for (const { 0: run, index } of text.slice(start, end).matchAll(/\s+|\S+/g)) {
        const source = { start: start + index, end: start + index + run.length };
        if (/\S/.test(run)) add(run, source, true);
        else addSpace(source, run.length === 1);
      }
    };
    for (const part of parts) {
      addSpace({ start: part.start, end: part.start }, false);
      let from = part.start;
      for (const { start, end, text: words, joins: joining } of within(replaced, part)) {
        if (start < from) continue;
        addPlain(from, start);
        add(words, { start, end }, false);
        if (joining) joins = true;
        from = end;
      }
      addPlain(from, part.end);
    }
    return {
      text: pieces.map((piece) => piece.text).join(''),
      source: (range) => ({ start: startOf(pieces, range.start), end: endOf(pieces, range.end) }),
    };
  };
}

function replacedBy(mark: Mark): Replaced[] {
  const { start, end } = mark;
  switch (mark.kind) {
    case 'emendation':
      return mark.reading === undefined ? [] : [{ start, end, text: mark.reading }];
    case 'reference':
      return [{ start, end, text: mark.character }];
    case 'hyphen':
      return [{ start, end, text: mark.soft ? '' : '-', joins: true }];
    case 'markup':
      return [{ start, end, text: '' }];
    case 'annotation':
      return mark.position === 'inline' ? [{ start, end, text: '' }] : [];
    case 'emphasis':
      return delimitersOf(mark)
        .filter((delimiter) => delimiter.start < delimiter.end)
        .map((delimiter) => ({ ...delimiter, text: '' }));
    default:
      return [];
  }
}

/** Those that begin in `part`, of all in order. */
function within<T extends Range>(sorted: readonly T[], part: Range): T[] {
  const found: T[] = [];
  for (
    let i = lastThat(sorted, ({ start }) => start < part.start) + 1;
    i < sorted.length && sorted[i]!.start < part.end;
    i++
  )
    found.push(sorted[i]!);
  return found;
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  return pieces[
    Math.max(
      0,
      lastThat(pieces, ({ at }) => at <= offset),
    )
  ]!;
}

function startOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, offset);
  return piece.exact ? piece.source.start + (offset - piece.at) : piece.source.start;
}

function endOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, Math.max(0, offset - 1));
  return piece.exact ? piece.source.start + (offset - piece.at) : piece.source.end;
}

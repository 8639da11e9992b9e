import type { Place } from '../../messages/message.js';
import { placeOf, type Range, type Transcription, transcriptionOf } from '../../text/transcription.js';

/** A line of a tag file with its place, in UTF-16 code units. */
export interface Line extends Range {
  readonly text: string;
}

/** A tag file that can be read: its lines, which end in LF, CR or both (RFC 8493, section 2.1.3), and their places. */
export interface TagText {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly hasMark: boolean;
  place(range: Range): Place;
}

const MARK = '\uFEFF';

/** @returns nothing where the bytes are none of that encoding, or nobody knows the encoding */
export function tagText(file: string, bytes: Uint8Array, encoding = 'UTF-8'): TagText | undefined {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const all = transcriptionOf(file, text);
  const hasMark = text.startsWith(MARK);
  return { file, lines: linesOf(all, hasMark), hasMark, place: (range) => placeOf(all, range) };
}

function linesOf({ text, lineStarts }: Transcription, hasMark: boolean): Line[] {
  return lineStarts.flatMap((begin, n) => {
    const start = n === 0 && hasMark ? begin + 1 : begin;
    const words = text.slice(start, lineStarts[n + 1] ?? text.length).replace(/[\r\n]+$/, '');
    const isEnd = n === lineStarts.length - 1 && words === '';
    return isEnd ? [] : [{ text: words, start, end: start + words.length }];
  });
}

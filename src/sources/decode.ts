import { MaterialError, message } from '../messages/message.js';
import { placeOf, type Transcription, transcriptionOf } from '../text/transcription.js';

/** A typist's line has about eighty characters; past this a "line" is another kind of file. */
const LONGEST_LINE = 1_000_000;

/**
 * Whether a transcription can be worked on.
 * @throws MaterialError when it holds no word, or what XML cannot write, or lines of another kind of file
 */
export function checkTranscription(transcription: Transcription): void {
  refuseForbidden(transcription);
  refuseLongLines(transcription);
  if (/\S/.test(transcription.text)) return;
  throw new MaterialError(
    message('text-is-not-empty', {
      file: transcription.file,
      reason: 'The transcription is empty.',
      advice: 'Save the recognised text into this file, or name another file.',
    }),
  );
}

/**
 * The text of a file of the workspace; a byte order mark is part of the encoding, not of the text.
 * @throws MaterialError when it is not UTF-8
 */
export function decodeUtf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstBadByte(bytes);
    const before = transcriptionOf(file, new TextDecoder().decode(bytes.subarray(0, offset)));
    const at = before.text.length;
    const hex = bytes[offset]?.toString(16).toUpperCase().padStart(2, '0') ?? '??';
    throw new MaterialError(
      message('text-is-utf-8', {
        file,
        place: placeOf(before, { start: at, end: at }),
        words: before.text.slice(-20).trimStart(),
        reason: isUtf16(bytes)
          ? `The file is not UTF-8: byte ${hex} at its beginning is of the byte order mark of UTF-16.`
          : `The file is not UTF-8: byte ${hex} at byte offset ${offset} cannot stand there.`,
        advice: isUtf16(bytes)
          ? 'Save the file as UTF-8; an editor can convert it from UTF-16.'
          : 'Save the file as UTF-8; if it comes from an older program it is probably Windows-1252 or UTF-16, which an editor can convert.',
      }),
    );
  }
}

/** Whether the file begins with the byte order mark of UTF-16, of either order. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Offset of the first byte that cannot be decoded, by halving: a prefix that decodes as a stream is sound so far. */
function firstBadByte(bytes: Uint8Array): number {
  let sound = 0;
  let bad = bytes.length;
  while (sound < bad) {
    const middle = (sound + bad + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      bad = middle - 1;
    }
  }
  // A character that was begun and not gone on with is at fault from its first byte.
  while (sound > 0 && !isWhole(bytes.subarray(0, sound))) sound--;
  return sound;
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Characters outside production Char of XML 1.0 (section 2.2); a form feed is taken as white space. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** The first character that an edition cannot hold: its offset in UTF-16 code units, from 0, and its name. */
export function forbiddenIn(text: string): { index: number; name: string } | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { index: found.index, name: `U+${code}${code === '0000' ? ' (NUL)' : ''}` };
}

export const FORBIDDEN_ADVICE =
  'Remove it in the transcription, or see whether the file is damaged or in another encoding.';

function refuseForbidden(transcription: Transcription): void {
  const found = forbiddenIn(transcription.text);
  if (!found) return;
  const place = placeOf(transcription, { start: found.index, end: found.index + 1 });
  const { line, column } = place.start;
  throw new MaterialError(
    message('characters-are-allowed', {
      file: transcription.file,
      place,
      words: transcription.text.slice(Math.max(0, found.index - 20), found.index).trimStart(),
      reason: `The character ${found.name} at line ${line}, column ${column} is not allowed in XML.`,
      advice: FORBIDDEN_ADVICE,
    }),
  );
}

function refuseLongLines(transcription: Transcription): void {
  const { lineStarts, text, file } = transcription;
  lineStarts.forEach((start, i) => {
    const end = lineStarts[i + 1] ?? text.length;
    if (end - start <= LONGEST_LINE) return;
    throw new MaterialError(
      message('line-is-readable', {
        file,
        place: placeOf(transcription, { start, end: start }),
        words: text.slice(start, start + 40),
        reason: `Line ${i + 1} has ${end - start} characters.`,
        advice: 'See whether this is the right file; if it is, break the text into its lines or paragraphs.',
      }),
    );
  });
}

import { type Message, message } from '../messages/message.js';
import { placeOf, type Transcription } from '../text/transcription.js';
import { baseText } from './base-text.js';

export { baseText } from './base-text.js';

/** How much of either side a message shows before and after the difference, in characters. */
const AROUND = 30;

/** A text without white space, and where each of its characters stood. */
interface Squeezed {
  readonly text: string;
  readonly characters: string;
  readonly offsets: Uint32Array;
}

/**
 * Proves that the edition holds the transcription, character for character, white space (JavaScript's `\s`) aside.
 * `characters` are the UTF-16 code units compared, and found equal: up to the first difference, when there is one.
 */
export function proveConservation(
  xml: string,
  transcription: Transcription,
  file: string,
): { characters: number; messages: Message[] } {
  const edition = squeeze(baseText(xml));
  const received = squeeze(transcription.text);
  if (edition.characters === received.characters) return { characters: received.characters.length, messages: [] };
  const at = firstDifference(edition.characters, received.characters);
  return { characters: at, messages: [lost(at, edition, received, transcription, file)] };
}

function squeeze(text: string): Squeezed {
  const offsets = new Uint32Array(text.length);
  let count = 0;
  let characters = '';
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    for (let i = 0; i < word.length; i++) offsets[count++] = index + i;
    characters += word;
  }
  return { text, characters, offsets: offsets.subarray(0, count) };
}

function firstDifference(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one[at] === other[at]) at += 1;
  return at;
}

function lost(at: number, edition: Squeezed, received: Squeezed, transcription: Transcription, file: string): Message {
  const start = received.offsets[at] ?? transcription.text.length;
  const there = wordsAround(received, at);
  const here = wordsAround(edition, at);
  return message('text-is-conserved', {
    reason: `The edition departs from the transcription: the transcription has “${there}”, the edition “${here}”.`,
    advice:
      'This is a fault of the program, not of the material: send the transcription to its authors, and do not publish the file.',
    file: transcription.file,
    place: placeOf(transcription, { start, end: Math.min(start + 1, transcription.text.length) }),
    words: there,
    related: [{ file, reason: `The edition reads “${here}”.` }],
  });
}

/** The words about a place, on one line, with `▸` before the first character that differs. */
function wordsAround({ text, offsets }: Squeezed, at: number): string {
  const middle = offsets[at] ?? text.length;
  const before = text.slice(Math.max(0, middle - AROUND), middle);
  const after = text.slice(middle, middle + AROUND);
  return `${before}▸${after}`.replace(/\s+/g, ' ').trim();
}

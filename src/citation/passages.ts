import { findLike, nearestPassages } from '../text/quotation.js';
import { type Range, transcriptionOf } from '../text/transcription.js';
import { occurrences, placeOf, plain, streamsOf } from './places.js';
import type { Stream } from './reading-text.js';
import type { CitableEdition, Unit } from './unit.js';
import { normalized } from './wording.js';

/** Words within a passage. */
export interface Quoted {
  readonly unit: Unit;
  /** The words as the edition has them. */
  readonly quoted: string;
  /** They were given with small slips. */
  readonly like: boolean;
  /** The pages on which they stand. */
  readonly pages: readonly string[];
}

/**
 * Where words stand, in each passage of the narrowest kind; all of them to the letter, or the one that is most like.
 * @param onPages pages of which one at least must have the words; absent, all
 */
export function quotedIn(
  edition: CitableEdition,
  words: string,
  among: (unit: Unit) => boolean,
  onPages?: readonly string[],
): Quoted[] {
  const streams = streamsOf(edition).filter((stream) => wordsWithin(stream, words));
  const found = streams.flatMap((stream) => {
    const text = transcriptionOf('', stream.text);
    const exact = occurrences(stream, words).map((whole) => ({ whole, like: false, stream }));
    if (exact.length > 0) return exact;
    return likeIn(text, plain(words)).map((whole) => ({ whole, like: true, stream }));
  });
  const exact = found.filter(({ like }) => !like);
  const quoted = (exact.length > 0 ? exact : found).flatMap(({ whole, stream, like }): Quoted[] => {
    const place = placeOf(edition, stream, whole, among);
    const words = normalized(stream.text.slice(whole.start, whole.end));
    // A passage over several pages may have the words on others.
    return place && (!onPages || place.pages.some((page) => onPages.includes(page)))
      ? [{ unit: place.unit, quoted: words, like, pages: place.pages }]
      : [];
  });
  // What the document says comes before what the editors say of it.
  const ofDocument = quoted.filter(({ unit }) => unit.kind !== 'note');
  return once(ofDocument.length > 0 ? ofDocument : quoted);
}

/** Each passage once, where it was found first. */
export const once = <Of extends { readonly unit: Unit }>(found: readonly Of[]): Of[] =>
  found.filter(({ unit }, n) => found.findIndex((other) => other.unit === unit) === n);

/** More words than these are compared letter by letter only where most of them stand together. */
const LONG = 24;
const AROUND = 200;

/** Where words stand that differ by small slips. */
function likeIn(text: ReturnType<typeof transcriptionOf>, words: string): Range[] {
  const end = text.text.length;
  if (words.split(/\s+/).length <= LONG) return [findLike(text, words, { start: 0, end })?.whole ?? []].flat();
  const near = nearestPassages(text, words, { start: 0, end }, 2);
  return near.flatMap((range) => {
    const within = { start: Math.max(0, range.start - AROUND), end: Math.min(end, range.end + AROUND) };
    return findLike(text, words, within)?.whole ?? [];
  });
}

/** Whether a search by likeness can find anything: half of the words are there. */
function wordsWithin({ text }: Stream, words: string): boolean {
  const lower = text.toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/);
  if (wanted.length === 1) return true;
  return wanted.filter((word) => lower.includes(word)).length * 2 >= wanted.length;
}

/** The passages most like some words: what may have been meant. */
export function nearestTo(edition: CitableEdition, words: string, count: number): Quoted[] {
  const { text, units } = edition;
  const [stream] = units[0]!.spans.map((span) => span.stream);
  const near = nearestPassages(transcriptionOf('', text), words, { start: 0, end: text.length }, count);
  const found = near.flatMap((range): Quoted[] => {
    const unit = stream && placeOf(edition, stream, range, ({ kind }) => kind !== 'document')?.unit;
    return unit
      ? [{ unit, quoted: normalized(text.slice(range.start, range.end)), like: true, pages: unit.pages }]
      : [];
  });
  return once(found);
}

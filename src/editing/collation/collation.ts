import type { VariantType } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { align, type Difference } from './alignment.js';
import { typeOf } from './differences.js';
import type { Word } from './words.js';

/** A text to compare with the transcription. */
export interface Witness {
  siglum: string;
  blocks: readonly string[];
}

/** What some witnesses have at a place; empty where they lack the words. */
export interface WitnessReading {
  reading: string;
  witnesses: readonly string[];
  type: VariantType;
}

/** A place at which some witness reads otherwise than the transcription. */
export interface Variation {
  /** Offsets of the transcription, without the points that all readings share. */
  meant: Range;
  /** What the transcription has there, as it is read. */
  words: string;
  /** In the running text, and not in the fields of the form. */
  isText: boolean;
  /** Most witnesses first. */
  readings: readonly WitnessReading[];
  /** Witnesses that read as the transcription. */
  agreeing: readonly string[];
  /** Witnesses that have next to nothing of the block: another layout of the form, or a paragraph that they lack. */
  lacking: readonly string[];
}

/** Less of a block than this is as good as none of it. */
const SHARE_OF_BLOCK = 0.2;

/**
 * Compares all witnesses with the transcription at once: where several differ at one place, it is one variation. `unlike`
 * are the sigla of those that are no texts of this document.
 */
export function collate(
  words: readonly Word[],
  witnesses: readonly Witness[],
): { variations: Variation[]; unlike: string[] } {
  const aligned = witnesses.map(({ siglum, blocks }) => {
    const its = blocks.flatMap((block) => block.match(/\S+/g) ?? []);
    return { siglum, differences: align(words, its) };
  });
  const compared = aligned.flatMap(({ siglum, differences }) =>
    differences ? [{ siglum, differences, lacks: blocksLacking(words, differences) }] : [],
  );
  const unlike = aligned.filter(({ differences }) => !differences).map(({ siglum }) => siglum);
  return { variations: variationsIn(words, compared), unlike };
}

interface Compared {
  siglum: string;
  differences: readonly Difference[];
  /** Blocks of which it has hardly a word. */
  lacks: ReadonlySet<number>;
}

function variationsIn(words: readonly Word[], compared: readonly Compared[]): Variation[] {
  return places(
    words,
    compared.flatMap(({ differences }) => differences),
  ).map(([from, to]) => {
    const own = textOf(words, from, to);
    const read = compared.map(({ siglum, differences }) => ({
      siglum,
      reading: readingOf(words, differences, from, to),
    }));
    const differing = read.filter(({ reading }) => reading !== own);
    const affix = commonPoints([own, ...differing.map(({ reading }) => reading)]);
    const bare = (reading: string) => reading.slice(affix.lead, reading.length - affix.tail);
    const readings = [...new Set(differing.map(({ reading }) => reading))].map(
      (reading): WitnessReading => ({
        reading: bare(reading),
        witnesses: differing.filter((one) => one.reading === reading).map(({ siglum }) => siglum),
        type: reading === '' ? 'substantive' : typeOf(own, reading),
      }),
    );
    const { block, isText } = words[from]!;
    const lacking = compared.filter(({ lacks }) => lacks.has(block)).map(({ siglum }) => siglum);
    return {
      meant: withoutAffix(words, from, to, affix),
      words: bare(own),
      isText,
      readings: readings.sort((one, other) => other.witnesses.length - one.witnesses.length),
      agreeing: read.filter(({ reading }) => reading === own).map(({ siglum }) => siglum),
      lacking,
    };
  });
}

const textOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** The words that a difference concerns: one that only adds belongs to the word before it. */
const extent = ({ from, to }: Difference): [number, number] =>
  from < to ? [from, to] : from > 0 ? [from - 1, from] : [0, 1];

/** The stretches of words at which anybody differs; those that overlap are one. */
function places(words: readonly Word[], differences: readonly Difference[]): [number, number][] {
  if (words.length === 0) return [];
  const joined: [number, number][] = [];
  for (const [from, to] of differences.map(extent).sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What a witness has in the place of some words: what differs, and between it the words themselves. */
function readingOf(words: readonly Word[], differences: readonly Difference[], from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const difference of differences) {
    const [start, end] = extent(difference);
    if (start < from || end > to) continue;
    parts.push(textOf(words, at, difference.from), difference.reading);
    at = difference.to;
  }
  parts.push(textOf(words, at, to));
  return parts.filter((part) => part !== '').join(' ');
}

/** Blocks of which a witness has hardly a word. */
function blocksLacking(words: readonly Word[], differences: readonly Difference[]): ReadonlySet<number> {
  const size = new Map<number, number>();
  const lost = new Map<number, number>();
  for (const { block } of words) size.set(block, (size.get(block) ?? 0) + 1);
  for (const { from, to, reading } of differences) {
    // A word set otherwise is there; one that something else stands against is not.
    if (to === from + 1 && reading !== '' && typeOf(words[from]!.text, reading) !== 'substantive') continue;
    for (let i = from; i < to; i++) lost.set(words[i]!.block, (lost.get(words[i]!.block) ?? 0) + 1);
  }
  return new Set(
    [...size].filter(([block, n]) => n - (lost.get(block) ?? 0) < n * SHARE_OF_BLOCK).map(([block]) => block),
  );
}

/** How many characters that are no letters, at the beginning and end, all readings have in common. */
function commonPoints(readings: readonly string[]): { lead: number; tail: number } {
  const shortest = Math.min(...readings.map(({ length }) => length));
  const [one = ''] = readings;
  let lead = 0;
  while (lead < shortest && readings.every((reading) => reading[lead] === one[lead])) lead++;
  while (lead > 0 && !/^[^\p{L}\p{N}]+$/u.test(one.slice(0, lead))) lead--;
  let tail = 0;
  while (tail < shortest - lead && readings.every((reading) => reading.at(-1 - tail) === one.at(-1 - tail))) tail++;
  while (tail > 0 && /^[\p{L}\p{N}]/u.test(one.slice(-tail))) tail--;
  return readings.some(({ length }) => length === lead + tail) ? { lead: 0, tail: 0 } : { lead, tail };
}

/** The affix stands in the first and last word, which are read as they are written unless they are broken. */
function withoutAffix(
  words: readonly Word[],
  from: number,
  to: number,
  { lead, tail }: { lead: number; tail: number },
): Range {
  const first = words[from]!;
  const last = words[to - 1]!;
  const isAsWritten = ({ text, source }: Word) => source.end - source.start === text.length;
  return {
    start: first.source.start + (isAsWritten(first) ? lead : 0),
    end: last.source.end - (isAsWritten(last) ? tail : 0),
  };
}

import { partOf, unionOf } from './geometry.js';
import type { Box, ScannedLine, ScannedRegion, ScannedWord } from './scan.js';

/** White space parts words. U+FEFF, which JavaScript counts as such, is a character that an engine has put there. */
const WORD = /[\S\uFEFF]+/g;

export const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

/** What is known of an element that holds text. */
export interface Recognised {
  readonly at: number;
  readonly box?: Box | undefined;
  readonly confidence?: number | undefined;
}

/** The words of a text; where there are several, each has its part of the box. */
export function scannedWords(text: string, { at, box, confidence }: Recognised): ScannedWord[] {
  const found = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const from = found[0]?.start ?? 0;
  const length = (found.at(-1)?.end ?? 0) - from;
  return found.map(({ word, start, end }) => ({
    text: word,
    ...(box && { box: partOf(box, start - from, end - from, length) }),
    ...(confidence !== undefined && { confidence }),
    at,
  }));
}

/** A number as attributes write it; `undefined` for whatever else stands there. */
export function numberOf(written: string | undefined): number | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const value = Number(written);
  return Number.isFinite(value) ? value : undefined;
}

/** A confidence from 0 to `best` as one from 0 to 1. */
export function confidenceOf(written: string | undefined, best = 1): number | undefined {
  const value = numberOf(written);
  return value === undefined ? undefined : Math.min(1, Math.max(0, value / best));
}

/** A line, with the box about its words where it has none of its own; `undefined` without words. */
export function scannedLine(words: readonly ScannedWord[], own?: Box): ScannedLine | undefined {
  const box = own ?? unionOf(words.map((word) => word.box));
  return words.length > 0 ? { ...(box && { box }), words } : undefined;
}

/** A region of the lines that hold words; `undefined` without any. */
export function scannedRegion(all: readonly (ScannedLine | undefined)[], own?: Box): ScannedRegion | undefined {
  const lines = all.filter((line) => line !== undefined);
  const box = own ?? unionOf(lines.map((line) => line.box));
  return lines.length > 0 ? { ...(box && { box }), lines } : undefined;
}

/** What the search knows of an edition, as its stylesheet gives it. */
export interface SearchedEdition {
  name: string;
  title: string;
  /** ISO 8601, or empty. */
  date: string;
  /** The date as people write it. */
  day: string;
  /** The numbers of its pages, as they are cited. */
  pages: string[];
  people: { id: string; name: string; surname: string; forms: string[] }[];
  units: SearchedUnit[];
}

export const KINDS = ['turn', 'paragraph', 'note', 'handwriting', 'form'] as const;
export type Kind = (typeof KINDS)[number];

export interface SearchedUnit {
  /** Anchor in the reading text; empty for the head of the document. */
  id: string;
  kind: Kind;
  /** With other readings between signs; see `readings.ts`. */
  text: string;
  /** First and last page, counted from 1; 0 where there are none. */
  from: number;
  to: number;
  /** Ids of who speaks, and of who is named. */
  who: string[];
  people: string[];
}

/**
 * Anchor, kind (place in `KINDS`), first and last page, length in words, who speaks, who is named (places in
 * `Catalogue.people`).
 */
export type UnitEntry = [string, number, number, number, number, number[], number[]];

/** What is loaded before the first search: everything but words and texts. */
export interface Catalogue {
  editions: { name: string; title: string; date: string; day: string; pages: string[]; units: UnitEntry[] }[];
  /** Name, surname, all forms of the name. */
  people: [string, string, string[]][];
  /** The first key of each file of words, in order. */
  files: string[];
}

/**
 * Where a word stands: for each unit the difference to the unit before, how often, and the differences between places.
 * A place beyond the length of the unit belongs to another reading: see `placeOfOther`.
 */
export type Postings = number[];
export type Words = Record<string, Postings>;

/** The texts of an edition's units; with other readings, the words at which each of their words stands. */
export type Texts = (string | [string, [string, number[]][]])[];

/** Files of words are cut between these keys, so that all words with one beginning are in one file. */
export const keyOf = (word: string): string => [...word].slice(0, 2).join('');

/** The file that has a key: the last that does not begin behind it. */
export function fileOf(files: readonly string[], key: string): number {
  const after = files.findIndex((first) => first > key);
  return after < 0 ? files.length - 1 : Math.max(0, after - 1);
}

/** Room for another reading, in words, behind the words of a unit. */
const ROOM = 1000;

/** The places of the other readings of a unit lie behind its own, far enough apart for no phrase to go over. */
export const placeOfOther = (length: number, other: number, at: number): number => length + (other + 1) * ROOM + at;

export const otherAt = (length: number, place: number): { other: number; at: number } | undefined =>
  place < length + ROOM ? undefined : { other: Math.floor((place - length) / ROOM) - 1, at: (place - length) % ROOM };

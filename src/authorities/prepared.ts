import { foldName, withDigraphs } from './fold.js';
import { type AuthorityFile, readAuthority } from './read.js';
import type { AuthorityRecord, PersonRecord } from './record.js';
import { withoutGeneration } from './register-names.js';

/**
 * By what the records of a file are found, one string for each record, in their order, people first; where a record has
 * several of something they are parted by line ends. So thousands of records need not be made before one is looked up.
 */
export interface Keys {
  people: number;
  ids: string[];
  /** Folded. */
  names: string[];
  surnames: string[];
  /** Titles of the offices whose dates are known. */
  titles: string[];
  idnos: string[];
}

/** All that the text of an authority file is read for. */
export interface PreparedContent {
  keys: Keys;
  /** The same object each time. */
  record(at: number): AuthorityRecord;
}

export interface PreparedFile extends PreparedContent {
  file: string;
  /** Its text, for the place of what is amiss. */
  xml: () => string;
}

/**
 * Raised whenever the records or the forms that an authority file gives become others, so that none are taken for those
 * of an earlier version.
 */
export const PREPARED_FORMAT = 1;

/** @throws MaterialError for a file that cannot be read */
export function prepareAuthority(authority: AuthorityFile): PreparedContent & { records: readonly AuthorityRecord[] } {
  const records = readAuthority(authority);
  const people = records.filter((record) => record.kind === 'person');
  const ofPeople = (of: (person: PersonRecord) => readonly string[]) => people.map((person) => lines(of(person)));
  const keys: Keys = {
    people: people.length,
    ids: records.map(({ id }) => id),
    names: ofPeople(({ preferred, variants }) =>
      [preferred, ...variants].flatMap(withAndWithoutGeneration).map(foldName),
    ),
    surnames: ofPeople(({ surname, otherSurnames = [] }) =>
      [surname, withDigraphs(surname), ...otherSurnames].map(foldName),
    ),
    titles: ofPeople(({ terms }) =>
      terms.filter(({ from, to }) => from !== undefined || to !== undefined).map(({ office }) => office),
    ),
    idnos: ofPeople(({ idnos }) => idnos.map(({ type, value }) => `${type} ${value}`)),
  };
  return { keys, records, record: (at) => records[at]! };
}

export const lines = (some: readonly string[]): string => [...new Set(some)].filter(Boolean).join('\n');
export const linesOf = (some: string): string[] => (some === '' ? [] : some.split('\n'));

/** Father and son are both found by the name that they share. */
const withAndWithoutGeneration = (name: string): string[] => {
  const bare = withoutGeneration(name);
  return bare === name ? [name] : [name, bare];
};

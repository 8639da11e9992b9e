import { foldName } from './fold.js';
import { type Entry, joined, keysOf, recordOf } from './joined.js';
import { type PreparedFile, prepareAuthority } from './prepared.js';
import type { AuthorityFile } from './read.js';
import type { AuthorityRecord, EntityRecord, PersonRecord, Term } from './record.js';

export { foldName } from './fold.js';

/** What the authority files know, found by id, by form of name, and by office and date. */
export interface Authorities {
  /** The record of an id, of whatever kind. */
  byId(id: string): AuthorityRecord | undefined;
  /** People with this full name, transliterations taken as equal. */
  peopleNamed(name: string): readonly PersonRecord[];
  peopleOfSurname(surname: string): readonly PersonRecord[];
  /** Holders of an office on a day. */
  holders(office: RegExp, day: string): readonly PersonRecord[];
  readonly entities: readonly EntityRecord[];
}

/**
 * Builds the index over all files; `own` come first and win over `general` where both have an id. Whoever stands under
 * two ids in two files is one person where they share an identifier, such as a number in a register: the first entry is
 * kept, with the terms and names that the other adds.
 * @throws MaterialError for a file that cannot be read, or an id that stands twice among `own`
 */
export const indexAuthorities = (own: readonly AuthorityFile[], general: readonly AuthorityFile[] = []): Authorities =>
  indexPrepared(own.map(prepared), general.map(prepared));

const prepared = ({ file, xml }: AuthorityFile): PreparedFile => ({
  ...prepareAuthority({ file, xml }),
  file,
  xml: () => xml,
});

/** The same over files that are read already. */
export function indexPrepared(own: readonly PreparedFile[], general: readonly PreparedFile[]): Authorities {
  const entries = joined(own, general);
  const kept = new Set(entries.values());
  const people = [...kept].filter(isPerson);
  const byName = grouped(people, 'names');
  const bySurname = grouped(people, 'surnames');
  const peopleUnder = (index: ReadonlyMap<string, Entry[]>, form: string): readonly PersonRecord[] =>
    (index.get(foldName(form)) ?? []).map(personOf);
  return {
    byId: (id) => {
      const entry = entries.get(id);
      return entry && recordOf(entry);
    },
    peopleNamed: (name) => peopleUnder(byName, name),
    peopleOfSurname: (surname) => peopleUnder(bySurname, surname),
    holders: holdersAmong(people),
    entities: [...kept].filter((entry) => !isPerson(entry)).map((entry) => recordOf(entry) as EntityRecord),
  };
}

const isPerson = ({ file, at }: Entry): boolean => at < file.keys.people;
const personOf = (entry: Entry): PersonRecord => recordOf(entry) as PersonRecord;

/** Whether a term of office covers a day; a term without any date covers none. */
export const isHeld = ({ from, to, earliest, latest }: Term, day: string): boolean => {
  const [first, last] = [from ?? earliest, to ?? latest];
  return (
    (from !== undefined || to !== undefined) &&
    (first === undefined || first <= day) &&
    (last === undefined || day.slice(0, last.length) <= last)
  );
};

/** People by the titles of their offices, so that a pattern is held against each title once and not against each person. */
function holdersAmong(people: readonly Entry[]): Authorities['holders'] {
  let byTitle: Map<string, Entry[]> | undefined;
  const known = new Map<string, readonly PersonRecord[]>();
  const bearersOf = (office: RegExp): readonly PersonRecord[] => {
    const pattern = String(office);
    let bearers = known.get(pattern);
    if (!bearers) {
      byTitle ??= grouped(people, 'titles');
      const found = new Set([...byTitle].flatMap(([title, entries]) => (title.search(office) >= 0 ? entries : [])));
      bearers = people.filter((entry) => found.has(entry)).map(personOf);
      known.set(pattern, bearers);
    }
    return bearers;
  };
  return (office, day) =>
    bearersOf(office).filter(({ terms }) => terms.some((term) => isHeld(term, day) && term.office.search(office) >= 0));
}

function grouped(people: readonly Entry[], key: 'names' | 'surnames' | 'titles'): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of people) {
    for (const form of keysOf(entry, key)) {
      const same = index.get(form);
      if (same) same.push(entry);
      else index.set(form, [entry]);
    }
  }
  return index;
}

import { foldName } from './fold.js';
import type { Forms } from './forms.js';
import { type Entry, entryAt, joined, recordOf } from './joined.js';
import { type PreparedFile, prepareAuthority, preparedIn } from './prepared.js';
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
  ...preparedIn(prepareAuthority({ file, xml })),
  file,
  xml: () => xml,
});

/** The same over files that are read already. */
export function indexPrepared(own: readonly PreparedFile[], general: readonly PreparedFile[]): Authorities {
  const files = [...own, ...general];
  const entries = joined(own, general);
  const entriesOf = (file: PreparedFile, places: readonly number[]): Entry[] =>
    places.map((place) => entryAt(entries, file, place)).filter((entry) => entry !== undefined);
  const peopleUnder = (formsOf: (file: PreparedFile) => Forms, form: string): PersonRecord[] =>
    peopleOf(files.flatMap((file) => entriesOf(file, formsOf(file).placesOf(form))));
  return {
    byId: (id) => {
      const entry = entries.get(id);
      return entry && recordOf(entry);
    },
    peopleNamed: (name) => peopleUnder((file) => file.names(), foldName(name)),
    peopleOfSurname: (surname) => peopleUnder((file) => file.surnames(), foldName(surname)),
    holders: holdersAmong(files, entriesOf),
    entities: files.flatMap((file) =>
      entriesOf(file, entityPlaces(file)).map((entry) => recordOf(entry) as EntityRecord),
    ),
  };
}

/** The records of these entries, each once, in the order of all. */
const peopleOf = (entries: readonly Entry[]): PersonRecord[] =>
  [...new Set(entries)].sort((one, other) => one.order - other.order).map((entry) => recordOf(entry) as PersonRecord);

const entityPlaces = ({ people, ids }: PreparedFile): number[] =>
  Array.from({ length: ids.length - people }, (_, n) => people + n);

/** Whether a term of office covers a day; a term without any date covers none. */
export const isHeld = ({ from, to, earliest, latest }: Term, day: string): boolean => {
  const [first, last] = [from ?? earliest, to ?? latest];
  return (
    (from !== undefined || to !== undefined) &&
    (first === undefined || first <= day) &&
    (last === undefined || day.slice(0, last.length) <= last)
  );
};

/** A pattern is held against each title of a file once, and not against each person. */
function holdersAmong(
  files: readonly PreparedFile[],
  entriesOf: (file: PreparedFile, places: readonly number[]) => Entry[],
): Authorities['holders'] {
  const known = new Map<string, readonly PersonRecord[]>();
  const bearersOf = (office: RegExp): readonly PersonRecord[] => {
    const pattern = String(office);
    const bearers =
      known.get(pattern) ??
      peopleOf(
        files.flatMap((file) => {
          const titles = file.titles();
          return titles.all.flatMap((title, i) =>
            title.search(office) >= 0 ? entriesOf(file, titles.placesAt(i)) : [],
          );
        }),
      );
    known.set(pattern, bearers);
    return bearers;
  };
  return (office, day) =>
    bearersOf(office).filter(({ terms }) => terms.some((term) => isHeld(term, day) && term.office.search(office) >= 0));
}

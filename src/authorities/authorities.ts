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
  const peopleUnder = (formsOf: (file: PreparedFile) => Forms) =>
    remembered((words: string) => {
      const form = foldName(words);
      return peopleOf(files.flatMap((file) => entriesOf(file, formsOf(file).placesOf(form))));
    });
  return {
    byId: (id) => {
      const entry = entries.get(id);
      return entry && recordOf(entry);
    },
    peopleNamed: peopleUnder((file) => file.names()),
    peopleOfSurname: peopleUnder((file) => file.surnames()),
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
  const bearersOf = remembered((office: RegExp) =>
    peopleOf(
      files.flatMap((file) =>
        file.titles().all.flatMap(([title, places]) => (title.search(office) >= 0 ? entriesOf(file, places) : [])),
      ),
    ),
  );
  return (office, day) =>
    bearersOf(office).filter(({ terms }) => terms.some((term) => isHeld(term, day) && term.office.search(office) >= 0));
}

/** A few names and offices are asked for again and again. */
function remembered<T extends string | RegExp>(
  find: (what: T) => readonly PersonRecord[],
): (what: T) => readonly PersonRecord[] {
  const known = new Map<string, readonly PersonRecord[]>();
  return (what) => {
    const found = known.get(String(what)) ?? find(what);
    known.set(String(what), found);
    return found;
  };
}

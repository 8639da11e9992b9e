import { MaterialError, message } from '../messages/message.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';
import { type AuthorityFile, readAuthority } from './read.js';
import type { AuthorityRecord, EntityRecord, PersonRecord, Term } from './record.js';

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
 * Folds a name so that spellings of one name meet: case, accents, points, and the transliterations of
 * Cyrillic that United States offices used beside each other (Vasily, Vasiliy, Vasilii; Yakov, Iakov).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđı]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ı: 'i' })[letter]!)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/iy|yi|ii|y/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Builds the index over all files; `own` come first and win over `general` where both have an id.
 * @throws MaterialError for a file that cannot be read, or an id that stands twice among `own`
 */
export function indexAuthorities(own: readonly AuthorityFile[], general: readonly AuthorityFile[] = []): Authorities {
  const records = new Map<string, AuthorityRecord>();
  const fileOf = new Map<string, string>();
  for (const { file, xml } of own) {
    for (const record of readAuthority({ file, xml })) {
      if (records.has(record.id)) refuseTwice(record.id, { file, xml }, fileOf.get(record.id) ?? file);
      records.set(record.id, record);
      fileOf.set(record.id, file);
    }
  }
  for (const file of general) {
    for (const record of readAuthority(file)) if (!records.has(record.id)) records.set(record.id, record);
  }
  const people = [...records.values()].filter((record) => record.kind === 'person');
  const byName = grouped(people, ({ preferred, variants }) => [preferred, ...variants]);
  const bySurname = grouped(people, ({ surname, otherSurnames = [] }) => [
    surname,
    withDigraphs(surname),
    ...otherSurnames,
  ]);
  return {
    byId: (id) => records.get(id),
    peopleNamed: (name) => byName.get(foldName(name)) ?? [],
    peopleOfSurname: (surname) => bySurname.get(foldName(surname)) ?? [],
    holders: (office, day) =>
      people.filter(({ terms }) => terms.some((term) => office.test(term.office) && isHeld(term, day))),
    entities: [...records.values()].filter((record) => record.kind !== 'person'),
  };
}

/** Umlauts as typewriters without them had it: "Schroeder". */
const withDigraphs = (name: string): string =>
  name.normalize('NFC').replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter]!);

/** Whether a term of office covers a day; a term without any date covers none. */
export const isHeld = ({ from, to }: Term, day: string): boolean =>
  (from !== undefined || to !== undefined) &&
  (from === undefined || from <= day) &&
  (to === undefined || day.slice(0, to.length) <= to);

function grouped(
  people: readonly PersonRecord[],
  forms: (person: PersonRecord) => string[],
): Map<string, PersonRecord[]> {
  const index = new Map<string, PersonRecord[]>();
  for (const person of people) {
    for (const form of new Set(forms(person).map(foldName))) {
      const same = index.get(form);
      if (same) same.push(person);
      else if (form !== '') index.set(form, [person]);
    }
  }
  return index;
}

function refuseTwice(id: string, { file, xml }: AuthorityFile, other: string): never {
  const offset = xml.lastIndexOf(`"${id}"`);
  const place = placeOf(transcriptionOf(file, xml), { start: offset + 1, end: offset + 1 + id.length });
  throw new MaterialError(
    message('authority-ids-are-unique', {
      file,
      place,
      words: id,
      reason: `The id “${id}” stands twice in the authority files${other === file ? '' : ` (also in ${other})`}.`,
      advice: 'Join the two entries, or give one of them another id.',
    }),
  );
}

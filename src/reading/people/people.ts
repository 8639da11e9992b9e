import { type Authorities, foldName, isHeld } from '../../authorities/authorities.js';
import type { PersonRecord } from '../../authorities/record.js';
import type { Certainty } from '../../text/marks.js';
import { slug } from '../../text/patterns.js';
import { isOfAWoman, isSurnameFirst } from './given-names.js';
import { inUsualCase, shortForms, surnameOf, withoutGeneration } from './name-forms.js';
import type { Side } from './sides.js';
import { isCourtesy, isWomans } from './titles.js';

/** A person whom the memorandum names. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  /** The entry of the authority files; absent for those whom no authority knows. */
  readonly record?: PersonRecord;
  /** Stands in the list of participants. */
  listed: boolean;
  /** The office by which the list gives him, where it gives no name: "Secretary". */
  listedAs?: string;
  delegation?: number;
  /** The side under whose name the list gives him. */
  side?: Side;
  interpreter: boolean;
  /** Titles met before the name. */
  readonly titles: Set<string>;
  /** Offices given after the name in the list. */
  readonly roles: string[];
  readonly woman: boolean;
  /** Folded full names, and folded surnames with their short forms: by these he is known again. */
  readonly known: { readonly names: readonly string[]; readonly surnames: readonly string[] };
}

type Named = Pick<Person, 'id' | 'name' | 'surname'> & Partial<Pick<Person, 'record' | 'woman'>>;

/** Brings somebody into the cast; one known by office alone has no name to be known by again. */
export function introduce(
  cast: Cast,
  { id, name, surname, record, woman = false }: Named,
  by: 'name' | 'office' = 'name',
): Person {
  const person: Person = {
    id,
    name,
    surname,
    ...(record && { record }),
    listed: false,
    interpreter: false,
    titles: new Set(),
    roles: [],
    woman,
    known: {
      names: by === 'office' ? [] : folded([name, withoutGeneration(name), ...(record?.variants ?? [])]),
      surnames:
        by === 'office' ? [] : folded([surname, ...(record?.variants ?? []).map(surnameOf)].flatMap(shortForms)),
    },
  };
  cast.people.push(person);
  if (!woman) {
    for (const form of person.known.names) add(cast.byName, form, person);
    for (const form of person.known.surnames) add(cast.bySurname, form, person);
  }
  return person;
}

const folded = (forms: readonly string[]): string[] => [...new Set(forms.map(foldName))].filter(Boolean);

function add(index: Map<string, Person[]>, form: string, person: Person): void {
  const same = index.get(form);
  if (same) same.push(person);
  else index.set(form, [person]);
}

/** The people of one memorandum, in the order in which they are met; the men among them also by folded forms. */
export interface Cast {
  readonly people: Person[];
  readonly byName: Map<string, Person[]>;
  readonly bySurname: Map<string, Person[]>;
}

/** Whether somebody is known to be a woman: by a title of the text, or by her given name. */
export const isWoman = ({ woman, titles, name }: Person): boolean =>
  woman || [...titles].some((title) => isWomans(title)) || isOfAWoman(name);

export const emptyCast = (): Cast => ({ people: [], byName: new Map(), bySurname: new Map() });

export interface Identified {
  person: Person;
  certainty: Certainty;
  evidence: string;
  /** Who may be meant instead. */
  others?: readonly Person[];
}

export function personOfRecord(cast: Cast, record: PersonRecord): Person {
  const known = cast.people.find(({ id }) => id === record.id);
  if (known) return known;
  return introduce(cast, { id: record.id, name: record.preferred, surname: record.surname, record });
}

/** Someone in no authority: an entry of this edition's own, never a match by guess. */
function localPerson(cast: Cast, written: string, title: string | undefined): Person {
  const name = inUsualCase(written);
  const surname = surnameOf(name);
  const woman = isWomans(title);
  const full = woman && (title === 'Mrs.' || !/\s/.test(name)) ? `${title} ${name}` : name;
  const same = cast.people.find(
    (person) =>
      person.woman === woman &&
      (person.known.names.includes(foldName(full)) ||
        (woman && !/\s/.test(name) && person.name.startsWith(`${title} `) && person.surname === name)),
  );
  if (same) return same;
  const stem = `person.${slug(full === name ? surname : `${title} ${surname}`) || 'unnamed'}`;
  const given = slug(name.replace(surname, ' '));
  const id = freeId(cast, stem, ...(given ? [`${stem}-${given}`] : []));
  return introduce(cast, { id, name: full, surname, woman });
}

/** The first of the ids that nobody has; else the first one with a number. */
export function freeId({ people }: Cast, ...ids: readonly [string, ...string[]]): string {
  const taken = new Set(people.map(({ id }) => id));
  let free = ids.find((id) => !taken.has(id));
  for (let n = 2; free === undefined; n++) if (!taken.has(`${ids[0]}-${n}`)) free = `${ids[0]}-${n}`;
  return free;
}

/** The one of `people` whose given name comes first in his name. */
export function bearerOfGivenName(people: readonly Person[], given: string): Person | undefined {
  const begins = `${foldName(given)} `;
  const bearers = people.filter(
    ({ known, woman, name: full }) =>
      !woman && !isSurnameFirst(full) && known.names.some((name) => name.startsWith(begins)),
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}

/**
 * Who bears a full name or, with a title, a surname. The authority decides when exactly one of its people fits;
 * otherwise the person is this edition's own.
 */
export function identify(
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
  { name, title, role }: { name: string; title?: string | undefined; role?: string | undefined },
): Identified {
  if (!isWomans(title)) {
    const known = knownPerson(cast, name);
    if (known) return known;
    const bare = withoutGeneration(name);
    const titled = title === undefined ? [] : authorities.peopleNamed(`${title} ${bare}`);
    const named = titled.length === 1 ? titled : authorities.peopleNamed(bare);
    if (named.length === 1) {
      return { person: personOfRecord(cast, named[0]!), certainty: 'high', evidence: 'name in the authority file' };
    }
    const byOffice = inOffice(authorities, bare, day, title, role);
    if (byOffice) {
      return {
        person: personOfRecord(cast, byOffice),
        certainty: 'medium',
        evidence: `surname, and office held on ${day}`,
      };
    }
  }
  const woman = isWomans(title) ? womanInOffice(authorities, name, day) : undefined;
  return woman
    ? { person: personOfRecord(cast, woman), certainty: 'high', evidence: 'the one woman of that name in office' }
    : { person: localPerson(cast, name, title), certainty: 'medium', evidence: 'in no authority file' };
}

/** Someone the memorandum has already named, by the same name or by his surname. */
export function knownPerson(cast: Cast, name: string): Identified | undefined {
  const form = foldName(name);
  const named = cast.byName.get(form)?.[0];
  if (named) return { person: named, certainty: 'high', evidence: 'named before' };
  const same = cast.bySurname.get(form) ?? [];
  const listed = same.filter((person) => person.listed);
  const [first, ...others] = listed.length > 0 ? listed : same;
  if (!first) return undefined;
  return others.length === 0
    ? { person: first, certainty: 'high', evidence: 'surname of someone named' }
    : { person: first, certainty: 'low', evidence: 'surname that two people bear', others };
}

/** The one bearer of the surname who held an office that day, and one that a title of office agrees with. */
function inOffice(
  authorities: Authorities,
  name: string,
  day: string | undefined,
  title: string | undefined,
  role: string | undefined,
): PersonRecord | undefined {
  if (!day) return undefined;
  const initial = foldName(name)[0];
  const bySurname = authorities.peopleOfSurname(name);
  const given = bySurname.length === 0 && /\s/.test(name.trim());
  const fitting = (given ? authorities.peopleOfSurname(surnameOf(name)) : bySurname).filter((record) => {
    const held = record.terms.filter((term) => isHeld(term, day));
    if (held.length === 0 || (given && foldName(record.preferred)[0] !== initial)) return false;
    const office = title && !isCourtesy(title) ? title : undefined;
    if (given && !role && !office) return false;
    return held.some((term) => agrees(term.office, office) && (!given || agrees(term.office, headWord(role))));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "Mrs. Gandhi" is the Prime Minister and not the wife of somebody. */
function womanInOffice(authorities: Authorities, name: string, day: string | undefined): PersonRecord | undefined {
  const women = [...authorities.peopleNamed(name), ...authorities.peopleOfSurname(name)].filter(
    ({ preferred, terms }) => isOfAWoman(preferred) && (!day || terms.some((term) => isHeld(term, day))),
  );
  return women.length === 1 ? women[0] : undefined;
}

const headWord = (role: string | undefined): string | undefined =>
  role && /\b(Ambassador|President|Chairman|Minister|Secretary|Chancellor|Director)\b/.exec(role)?.[1];

/** Whether an office's title has the words of a title before a name, in whatever order. */
export const agrees = (office: string, title: string | undefined): boolean =>
  title === undefined ||
  title
    .replace(/^(?:Soviet|French|British)\s+/, '')
    .split(/[\s-]+/)
    .every((word) => new RegExp(`\\b${word.replace(/[^\p{L}]/gu, '')}`, 'i').test(office)) ||
  (/^(?:Premier|PM)$/i.test(title) && /^(?:Prime Minister|Chairman of the Council of Ministers|Premier)/.test(office));

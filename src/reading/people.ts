import { type Authorities, foldName, isHeld } from '../authorities/authorities.js';
import type { PersonRecord } from '../authorities/record.js';
import type { Certainty } from '../text/marks.js';
import { slug } from '../text/patterns.js';
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

/** Brings somebody into the cast. */
export function introduce(cast: Cast, { id, name, surname, record, woman = false }: Named): Person {
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
      names: [name, ...(record?.variants ?? [])].map(foldName),
      surnames: shortForms(surname).map(foldName),
    },
  };
  cast.people.push(person);
  return person;
}

/** The people of one memorandum, in the order in which they are met. */
export interface Cast {
  readonly people: Person[];
}

export const emptyCast = (): Cast => ({ people: [] });

export interface Identified {
  person: Person;
  certainty: Certainty;
  evidence: string;
}

export function personOfRecord(cast: Cast, record: PersonRecord): Person {
  const known = cast.people.find(({ id }) => id === record.id);
  if (known) return known;
  return introduce(cast, { id: record.id, name: record.preferred, surname: record.surname, record });
}

/** Someone in no authority: an entry of this edition's own, never a match by guess. */
function localPerson(cast: Cast, name: string, title: string | undefined): Person {
  const surname = surnameOf(name);
  const woman = isWomans(title);
  const full = woman && !/\s/.test(name) ? `${title} ${name}` : name;
  const same = cast.people.find((person) => person.woman === woman && person.known.names.includes(foldName(full)));
  if (same) return same;
  const taken = new Set(cast.people.map(({ id }) => id));
  const stem = `person.${slug(woman && !/\s/.test(name) ? full : surname) || 'unnamed'}`;
  const given = slug(name.slice(0, name.length - surname.length));
  const candidates = [stem, ...(given ? [`${stem}-${given}`] : [])];
  let id = candidates.find((candidate) => !taken.has(candidate));
  for (let n = 2; id === undefined; n++) if (!taken.has(`${stem}-${n}`)) id = `${stem}-${n}`;
  return introduce(cast, { id, name: full, surname, woman });
}

/** The last word of a name with the particles before it: "de Gaulle", "Couve de Murville". */
export function surnameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const particle = words.findIndex(
    (word, i) => i > 0 && /^(?:de|du|des|della|di|da|von|van|der|den|ter|al|el|bin|ben|ibn|la|le)$/i.test(word),
  );
  return words.slice(particle > 0 ? particle : -1).join(' ');
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
    const named = authorities.peopleNamed(name);
    if (named.length === 1) {
      return { person: personOfRecord(cast, named[0]!), certainty: 'high', evidence: 'name in the authority file' };
    }
    const byOffice = inOffice(authorities, name, day, title, role);
    if (byOffice) {
      return {
        person: personOfRecord(cast, byOffice),
        certainty: 'medium',
        evidence: `surname, and office held on ${day}`,
      };
    }
  }
  return { person: localPerson(cast, name, title), certainty: 'medium', evidence: 'in no authority file' };
}

/** Someone the memorandum has already named, by the same name or by his surname. */
export function knownPerson(cast: Cast, name: string): Identified | undefined {
  const folded = foldName(name);
  const men = cast.people.filter(({ woman }) => !woman);
  const named = men.find(({ known }) => known.names.includes(folded));
  if (named) return { person: named, certainty: 'high', evidence: 'named before' };
  const same = men.filter(({ known }) => known.surnames.includes(folded));
  const [first] = same.filter(({ listed }) => listed).concat(same);
  if (!first) return undefined;
  const listed = same.filter((person) => person.listed).length;
  const clear = same.length === 1 || listed === 1;
  return {
    person: first,
    certainty: clear ? 'high' : 'low',
    evidence: clear ? 'surname of someone named' : 'surname that two people bear',
  };
}

/** "Couve de Murville" is also "Couve", and "de Gaulle" also "Gaulle". */
const shortForms = (surname: string): string[] => {
  const words = surname.split(/\s+/);
  return [
    surname,
    ...(words.length > 1 ? [words[0]!, words.at(-1)!].filter((word) => /^\p{Lu}\p{L}{3}/u.test(word)) : []),
  ];
};

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

const headWord = (role: string | undefined): string | undefined =>
  role && /\b(Ambassador|President|Chairman|Minister|Secretary|Chancellor|Director)\b/.exec(role)?.[1];

/** Whether an office's title has the words of a title before a name, in whatever order. */
const agrees = (office: string, title: string | undefined): boolean =>
  title === undefined ||
  title
    .replace(/^(?:Soviet|French|British)\s+/, '')
    .split(/[\s-]+/)
    .every((word) => new RegExp(`\\b${word.replace(/[^\p{L}]/gu, '')}`, 'i').test(office)) ||
  (/^Premier$/i.test(title) && /^(?:Prime Minister|Chairman of the Council of Ministers|Premier)/.test(office));

import { type Authorities, foldName } from '../../authorities/authorities.js';
import type { PersonRecord } from '../../authorities/record.js';
import { type Certainty, lesser } from '../../text/marks.js';
import { isGivenName, isOfAWoman, isSurnameFirst } from './given-names.js';
import { shortForms, surnameOf, withoutGeneration } from './name-forms.js';
import type { Side } from './sides.js';
import { isMans, isWomans } from './titles.js';

/** A person whom the memorandum names. */
export interface Person {
  readonly id: string;
  name: string;
  readonly surname: string;
  /** The entry of the authority files; absent for those whom no authority knows. */
  readonly record?: PersonRecord;
  /** How he was identified, at the surest place where he was; a later mention by surname is no surer than that. */
  met: Met;
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
  readonly known: { names: readonly string[]; readonly surnames: readonly string[] };
}

/** How sure an identification is, and by what. */
export interface Met {
  readonly certainty: Certainty;
  readonly evidence: string;
}

type Named = Pick<Person, 'id' | 'name' | 'surname' | 'met'> & Partial<Pick<Person, 'record' | 'woman'>>;

/** Brings somebody into the cast; one known by office alone has no name to be known by again. */
export function introduce(
  cast: Cast,
  { id, name, surname, met, record, woman = false }: Named,
  by: 'name' | 'office' = 'name',
): Person {
  const person: Person = {
    id,
    name,
    surname,
    ...(record && { record }),
    met,
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

/** Gives a woman who was known by her surname alone the fuller name that the text has; the shorter one stays known. */
export function nameInFull(person: Person, name: string): void {
  person.name = name;
  person.known.names = [...person.known.names, ...folded([name])];
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

/** Whether somebody is known to be a man: by a title, by his given name, or since the authorities know the women in office. */
export const isMan = (person: Person): boolean =>
  !isWoman(person) &&
  (person.record !== undefined ||
    [...person.titles].some((title) => isMans(title)) ||
    isGivenName(person.name.split(' ')[0]!));

/** What names and offices are held against: the people met so far, the authority files, the day of the document. */
export interface Company {
  readonly cast: Cast;
  readonly authorities: Authorities;
  readonly day: string | undefined;
}

/** The participants who may speak for themselves: all but the interpreters. */
export const interlocutors = ({ people }: Cast): Person[] =>
  people.filter(({ listed, interpreter }) => listed && !interpreter);

export const emptyCast = (): Cast => ({ people: [], byName: new Map(), bySurname: new Map() });

export interface Identified extends Met {
  person: Person;
  /** Who may be meant instead. */
  others?: readonly Person[];
}

/** The person of an entry of the authority files, brought into the cast if he is new; the surer identification is kept. */
export function personOfRecord(cast: Cast, record: PersonRecord, met: Met): Person {
  const known = cast.people.find(({ id }) => id === record.id);
  if (!known) return introduce(cast, { id: record.id, name: record.preferred, surname: record.surname, record, met });
  if (lesser(known.met.certainty, met.certainty) !== met.certainty) known.met = met;
  return known;
}

/** Somebody of the authority files, as he is identified here. */
export const identifiedAs = (cast: Cast, record: PersonRecord, certainty: Certainty, evidence: string): Identified => ({
  person: personOfRecord(cast, record, { certainty, evidence }),
  certainty,
  evidence,
});

/** The first of the ids that nobody has, neither here nor in the authority files; else the first one with a number. */
export function freeId({ cast, authorities }: Company, ...ids: readonly [string, ...string[]]): string {
  const here = new Set(cast.people.map(({ id }) => id));
  const isFree = (id: string) => !here.has(id) && authorities.byId(id) === undefined;
  let free = ids.find(isFree);
  for (let n = 2; free === undefined; n++) if (isFree(`${ids[0]}-${n}`)) free = `${ids[0]}-${n}`;
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

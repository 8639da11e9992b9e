import { isHeld } from '../../authorities/authorities.js';
import type { PersonRecord } from '../../authorities/record.js';
import { type Cast, interlocutors, type Person } from './people.js';
import { SIDES, type Side, sideSpokenOf } from './sides.js';

const HOME = SIDES.find(({ id }) => id === 'us')!;
/** The side that keeps the record: memoranda of conversation are United States papers. */
export const isHome = (side: Side): boolean => side.id === HOME.id;

/** What an ambassador's title says of where he was sent. */
const POST = / to (?:the )?\p{Lu}.*$/u;
/** A role that begins with a country, "Soviet Ambassador", or ends in one, "Foreign Minister of France". */
const OF_A_COUNTRY =
  /^\(?(?:the\s+)?(?:First |Deputy |Acting )?(?<before>(?:\p{Lu}[\p{L}.]*\s+){1,2}?)(?:Foreign|Prime|Deputy|First|Ambassador|Minister|Chargé|President|Chancellor|Embassy|Consul)|(?:Ambassador|Minister|President|Chancellor|Premier|Chairman|King|Queen)\b.*?\bof (?<behind>.+)$/u;

/** The side on which somebody sits: that of the list, else that which his office names, else that of an office he held. */
export function sideOf({ side, roles, record }: Person, day: string | undefined): Side | undefined {
  if (side) return side;
  for (const role of roles) {
    const { before, behind } = OF_A_COUNTRY.exec(role)?.groups ?? {};
    const named = before ?? behind?.replace(POST, '');
    const found = named && sideSpokenOf(named);
    if (found) return found;
  }
  return record && day !== undefined ? sideOfRecord(record, day) : undefined;
}

function sideOfRecord({ terms }: PersonRecord, day: string): Side | undefined {
  const held = terms.filter((term) => isHeld(term, day));
  for (const { office } of held.length > 0 ? held : terms) {
    const found = sideOfOffice(office);
    if (found) return found;
  }
  return undefined;
}

/** The side whose office a title in an authority file tells. */
export const sideOfOffice = (office: string): Side | undefined =>
  /\bto the President\b(?! of)/.test(office) ? HOME : sideSpokenOf(office.replace(POST, ''));

/** Whether the title of an office is one of a country's. */
export const isOfficeOf = (office: string, { id }: Side): boolean => sideSpokenOf(office.replace(POST, ''))?.id === id;

/** Whether an ambassador's title says that he was sent to a side. */
export const isSentTo = (office: string, side: Side | undefined): boolean =>
  side !== undefined && sideSpokenOf(POST.exec(office)?.[0] ?? '')?.id === side.id;

/** The one foreign side in the room; none where there are several, or none is known. */
export function guestSide({ people }: Cast, day: string | undefined): Side | undefined {
  const sides = new Map<string, Side>();
  for (const person of people) {
    const side = person.listed ? sideOf(person, day) : undefined;
    if (side && !isHome(side)) sides.set(side.id, side);
  }
  return sides.size === 1 ? [...sides.values()][0] : undefined;
}

/** Whom a speaker of a side means by "you": the guests where he is at home, and the other way round. */
export function otherSide(side: Side, cast: Cast, day: string | undefined): Side | undefined {
  return isHome(side) ? guestSide(cast, day) : HOME;
}

/** The one other participant, to whom the drafter speaks. */
export function counterpart(cast: Cast, drafter: Person): Person | undefined {
  const others = interlocutors(cast).filter((person) => person !== drafter);
  return others.length === 1 ? others[0] : undefined;
}

/** The first of each side of the list. */
export function headsOf(cast: Cast): Person[] {
  const heads = new Map<number, Person>();
  for (const person of interlocutors(cast)) {
    const { delegation } = person;
    if (delegation !== undefined && !heads.has(delegation)) heads.set(delegation, person);
  }
  return [...heads.values()];
}

import { isHeld } from '../../authorities/authorities.js';
import type { Term } from '../../authorities/record.js';
import type { Certainty } from '../../text/marks.js';
import { literal } from '../../text/patterns.js';
import { guestSide, isHome, isOfficeOf, isSentTo, otherSide, sideOf } from './delegations.js';
import { OF_STATES, OFFICES, type Office } from './office-table.js';
import { type Cast, type Company, identifiedAs, type Person, personOfRecord } from './people.js';
import { SIDES, type Side } from './sides.js';

const GENERAL_PHRASES = OFFICES.map(({ phrase }) => phrase);
const phrases = new WeakMap<Cast, { listed: string; pattern: RegExp }>();

/** Names of states and their adjectives, as they stand before an office. */
const NATIONS = SIDES.flatMap(({ names, id }) => names.map((name) => ({ name, id }))).sort(
  (one, other) => other.name.length - one.name.length,
);
const NATION = NATIONS.map(({ name }) => literal(name)).join('|');

/** The side that an adjective before an office names. */
export const nationNamed = (name: string | undefined): Side | undefined => {
  const id = name && NATIONS.find((nation) => nation.name === name.replace(/\s+/g, ' '))?.id;
  return SIDES.find((side) => side.id === id);
};

/**
 * "the Secretary", "your President", "the Soviet Foreign Minister", and the offices by which the list gives people; not
 * "the Secretary of Agriculture". Longer phrases first. Groups: `whose`, `nation`, `phrase`.
 */
export function officePhrase(cast: Cast): RegExp {
  const own = cast.people.flatMap(({ listedAs }) => (listedAs === undefined ? [] : [literal(listedAs)]));
  const listed = own.join('|');
  const known = phrases.get(cast);
  if (known?.listed === listed) return known.pattern;
  const all = [...new Set([...own, ...GENERAL_PHRASES])].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:[Tt]he|THE|(?<whose>[Yy]our|[Oo]ur|[Tt]heir))\\s+(?:(?<nation>${NATION})\\s+)?(?<phrase>${all.join('|')}|(?<=THE )(?:PRESIDENT|SECRETARY|CHAIRMAN|AMBASSADOR))(?![\\p{L}\\d-])(?!\\s+(?:of|General|Generals)\\b)`,
    'gu',
  );
  phrases.set(cast, { listed, pattern });
  return pattern;
}

/** Words before a title that make it another office. */
const OTHER_OFFICE =
  '(?!(?:Foreign|Prime|First|Second|Third|Under|Deputy|Assistant|Vice|Attorney|Home|Private|Press|Executive|Special|Acting|General|Party|Consul|Political|Permanent|Defense|Finance|Former|Honorary|Associate|Chief)\\b)';

/** An office with the titles that are its own, and the roles that begin with it. */
interface KnownOffice extends Office {
  exact: RegExp;
  inRole: RegExp;
}

const known = (office: Office): KnownOffice => ({
  ...office,
  exact: new RegExp(`^(?:${office.phrase})$`, 'i'),
  inRole: new RegExp(
    `^(?:${OTHER_OFFICE}\\p{Lu}[\\p{L}.]*\\s+)?(?:${office.phrase})(?![\\p{L}\\d-])(?!\\s+(?:of\\s+(?:the\\s+)?Embassy|General)\\b)`,
    'u',
  ),
});
const KNOWN = OFFICES.map(known);
const officeOf = (phrase: string): KnownOffice =>
  KNOWN.find(({ exact }) => exact.test(phrase)) ?? known({ phrase: literal(phrase) });

export interface Resolved {
  person: Person;
  certainty: Certainty;
  evidence: string;
  /** Who may be meant instead. */
  others?: readonly Person[];
}

const meant = (person: Person, certainty: Certainty, evidence: string): Resolved => ({
  person,
  certainty,
  evidence,
});

/**
 * Who is meant by an office: first whoever the list of participants gives by that office, then the one participant who
 * bears it as title or role, then whoever held it on the day, then the one person of the text with that title, then
 * whoever held it in the one foreign state of the talk. Of several participants who bear it none is sure.
 */
export function resolveOffice(phrase: string, company: Company): Resolved | undefined {
  const { cast, authorities, day } = company;
  const office = officeOf(phrase);
  const byOffice = cast.people.filter(
    ({ listed, listedAs }) => listed && listedAs !== undefined && office.exact.test(listedAs),
  );
  if (byOffice.length === 1) return meant(byOffice[0]!, 'high', 'listed by this office');
  const bearers = bearersOf(phrase, cast);
  if (bearers.length === 1) return meant(bearers[0]!, 'high', 'the one participant with this office');
  const holders = office.held && day ? authorities.holders(office.held, day) : [];
  if (holders.length === 1) {
    const evidence = `held the office on ${day}`;
    const person = personOfRecord(cast, holders[0]!, { certainty: 'high', evidence });
    const others = bearers.filter((bearer) => bearer !== person);
    const clear = bearers.length === 0 || others.length < bearers.length;
    return { ...meant(person, clear ? 'high' : 'low', evidence), ...(!clear && { others }) };
  }
  const titled = cast.people.filter((person) => hasTitle(person, office));
  if (titled.length === 1) return meant(titled[0]!, 'medium', 'the one person of the text with this title');
  if (bearers.length > 1) return oneOfSeveral(bearers, 'one of several participants with this office', day);
  if (titled.length > 1) return oneOfSeveral(titled, 'one of several people of the text with this title', day);
  const guest = titled.length === 0 ? guestSide(cast, day) : undefined;
  const inState = guest && resolveInState(phrase, guest, company);
  return inState && { ...inState, certainty: inState.others ? 'low' : 'medium' };
}

/**
 * Who is meant by an office that stands in the list for a person: whoever bears it behind his name in the list, else its
 * holder on the side under which it stands. Somebody with a line and a title of his own is another one.
 */
export function resolveListed(phrase: string, side: Side | undefined, company: Company): Resolved | undefined {
  const { cast, authorities, day } = company;
  const office = officeOf(phrase);
  const inRole = cast.people.filter(
    ({ listed, roles }) => listed && roles.flatMap(dutiesIn).some((duty) => office.inRole.test(duty)),
  );
  if (inRole.length === 1) return meant(inRole[0]!, 'high', 'the one participant with this office');
  const isFree = ({ person }: Resolved) => !person.listed;
  if (side && !isHome(side)) {
    const inState = resolveInState(phrase, side, company);
    return inState && isFree(inState) ? inState : undefined;
  }
  const [record, ...more] = office.held && day ? authorities.holders(office.held, day) : [];
  if (record && more.length === 0) return identifiedAs(cast, record, 'high', `held the office on ${day}`);
  const resolved = resolveOffice(phrase, company);
  return resolved && isFree(resolved) ? resolved : undefined;
}

/** Of several who bear an office a United States paper means the guest by it rather than its own man. */
function oneOfSeveral(bearers: readonly Person[], evidence: string, day: string | undefined): Resolved {
  const isGuest = (person: Person) => {
    const side = sideOf(person, day);
    return side !== undefined && !isHome(side);
  };
  const person = bearers.find(isGuest) ?? bearers[0]!;
  const others = bearers.filter((bearer) => bearer !== person);
  return { ...meant(person, 'low', evidence), others };
}

/** Who bears an office of one state: "the Soviet Ambassador", "your President" said to a Frenchman. */
export function resolveInState(phrase: string, side: Side, company: Company): Resolved | undefined {
  const { cast, authorities, day } = company;
  const present = bearersOf(phrase, cast).filter((person) => sideOf(person, day)?.id === side.id);
  if (present.length === 1) return meant(present[0]!, 'high', `the participant of that side with this office`);
  const held = OF_STATES.find((row) => row.phrase.test(phrase))?.held;
  if (!held || day === undefined) return undefined;
  const isMeant = (term: Term) =>
    held.test(term.office) &&
    isHeld(term, day) &&
    isOfficeOf(term.office, side) &&
    (phrase !== 'Ambassador' || isSentTo(term.office, otherSide(side, cast, day)));
  const evidence = `held the office of that state on ${day}`;
  const holders = authorities.holders(held, day).filter(({ terms }) => terms.some(isMeant));
  const certainty = holders.length === 1 ? 'high' : 'medium';
  const [first, ...more] = holders.map((record) => personOfRecord(cast, record, { certainty, evidence }));
  if (!first) return undefined;
  return more.length === 0 ? meant(first, 'high', evidence) : { ...meant(first, 'low', evidence), others: more };
}

/** The participants who bear an office: by that very title or, if nobody does, by a longer one that it stands for. */
export function bearersOf(phrase: string, cast: Cast): Person[] {
  const office = officeOf(phrase);
  const listed = cast.people.filter((person) => person.listed);
  const exact = listed.filter((person) => bears(person, office));
  if (exact.length > 0 || !office.bearers) return exact;
  const { bearers } = office;
  const inRank = (rank: RegExp) =>
    listed.filter(({ titles, roles }) =>
      [...titles, ...roles].some((title) => bearers.test(title) && rank.test(title)),
    );
  const first = inRank(/^(?!(?:First )?(?:Deputy|Vice)\b)/);
  return first.length > 0 ? first : inRank(/^/);
}

const hasTitle = ({ titles }: Person, { exact, bearers }: KnownOffice): boolean =>
  [...titles].some((title) => exact.test(title) || bearers?.test(title));

/** "Soviet Ambassador" bears "Ambassador"; neither "First Secretary of Embassy" nor "Foreign Secretary" bears "Secretary". */
const bears = ({ titles, roles }: Person, { exact, inRole }: KnownOffice): boolean =>
  [...titles].some((title) => exact.test(title)) || roles.flatMap(dutiesIn).some((duty) => inRole.test(duty));

/** A role, and what stands in parentheses in it: "Counselor of Embassy (reporting officer)". */
const dutiesIn = (role: string): string[] => [
  role.replace(/^\(/, ''),
  ...[...role.matchAll(/\(([^)]*)\)/g)].map(([, duty]) => duty!),
];

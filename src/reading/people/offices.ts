import type { Authorities } from '../../authorities/authorities.js';
import type { Certainty } from '../../text/marks.js';
import { literal } from '../../text/patterns.js';
import { type Cast, type Person, personOfRecord } from './people.js';

/** An office that memoranda name without its holder: "the Secretary", "the Chairman". */
interface Office {
  /** The phrase after the article. */
  phrase: string;
  /** The title of the office in authority files; absent where only the people of the memorandum can tell. */
  held?: RegExp;
  /** Longer titles whose bearer is called by this one: "the General" for a Lieutenant General. */
  bearers?: RegExp;
}

const SECRETARY_OF_STATE = /^Secretary of State of the United States$/;

/** In a United States memorandum "the Secretary" and "the President" are its own. */
const OFFICES: readonly Office[] = [
  { phrase: 'First Deputy Foreign Minister' },
  { phrase: 'Deputy Foreign Minister' },
  { phrase: 'Foreign Minister' },
  {
    phrase: 'Foreign Secretary',
    held: /^Secretary of State for Foreign(?: and Commonwealth)? Affairs of the United Kingdom$/,
  },
  { phrase: 'Prime Minister', bearers: /^(?:PM|Premier)$/ },
  { phrase: 'Deputy Prime Minister' },
  { phrase: 'Premier', bearers: /^Prime Minister\b/ },
  { phrase: 'Defense Minister' },
  { phrase: 'Finance Minister' },
  { phrase: 'Minister', bearers: /^(?:Foreign|Prime|Defense|Finance|Vice Foreign|Deputy Foreign)\s+Minister\b/ },
  { phrase: 'Secretary[- ]General', held: /^(?:Acting )?Secretary-General of the United Nations$/ },
  { phrase: 'General Secretary', held: /^General Secretary of the Communist Party of the Soviet Union$/ },
  { phrase: 'Vice[- ]President', held: /^Vice President of the United States$/ },
  { phrase: 'Attorney General' },
  { phrase: 'Deputy Under Secretary' },
  { phrase: 'Under ?[Ss]ecretary of State', bearers: /^Under ?[Ss]ecretary$/ },
  { phrase: 'Under ?[Ss]ecretary' },
  { phrase: 'Deputy Secretary' },
  { phrase: 'Assistant Secretary' },
  { phrase: 'Acting Secretary' },
  { phrase: 'Secretary of State', held: SECRETARY_OF_STATE, bearers: /^Secretary$/ },
  { phrase: 'Secretary of Defense', held: /^Secretary of Defense of the United States$/ },
  { phrase: 'Secretary', held: SECRETARY_OF_STATE },
  { phrase: 'President', held: /^President of the United States$/ },
  { phrase: 'Chairman', held: /^Chairman of the Council of Ministers of the USSR$/ },
  { phrase: 'Chancellor', held: /^(?:Federal )?Chancellor of/ },
  { phrase: 'Ambassador', bearers: /^Amb\.$/ },
  { phrase: 'Field Marshal' },
  { phrase: 'Marshal', bearers: /Marshal$/ },
  {
    phrase: 'General',
    bearers: /^(?:(?:Lieutenant|Lt\.|Major|Maj\.|Brigadier|Brig\.) )?Gen(?:eral|\.)$|^Generalissimo$/,
  },
  { phrase: 'Admiral', bearers: /^(?:Vice |Rear )?Adm(?:iral|\.)$/ },
  { phrase: 'Senator', bearers: /^Sen\.$/ },
  { phrase: 'Governor', bearers: /^Gov\.$/ },
  ...['Crown Prince', 'Prince', 'King', 'Queen', 'Shah', 'Emperor', 'Congressman', 'Consul General', 'Counselor'].map(
    (phrase) => ({ phrase }),
  ),
  ...['Chargé', 'Attaché', 'Director', 'Commissioner', 'High Commissioner', 'Professor', 'Judge', 'Mayor'].map(
    (phrase) => ({ phrase }),
  ),
];

const GENERAL_PHRASES = OFFICES.map(({ phrase }) => phrase);
const phrases = new WeakMap<Cast, { listed: string; pattern: RegExp }>();

/**
 * "the Secretary", "your President", "the UN Secretary General", and the offices by which the list gives people; not
 * "the Secretary of Agriculture". Longer phrases first.
 */
export function officePhrase(cast: Cast): RegExp {
  const own = cast.people.flatMap(({ listedAs }) => (listedAs === undefined ? [] : [literal(listedAs)]));
  const listed = own.join('|');
  const known = phrases.get(cast);
  if (known?.listed === listed) return known.pattern;
  const all = [...new Set([...own, ...GENERAL_PHRASES])].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:[Tt]he|THE|[Yy]our|[Oo]ur|[Tt]heir)\\s+(?:U\\.?N\\.?\\s+|United Nations\\s+)?(${all.join('|')}|(?<=THE )(?:PRESIDENT|SECRETARY|CHAIRMAN|AMBASSADOR))(?![\\p{L}\\d-])(?!\\s+(?:of|General|Generals)\\b)`,
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
}

/**
 * Who is meant by an office: first whoever the list of participants gives by that office, then the one participant who
 * bears it as title or role, then whoever held it on the day, then the one person of the text with that title.
 */
export function resolveOffice(
  phrase: string,
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Resolved | undefined {
  const office = officeOf(phrase);
  const byOffice = cast.people.filter(
    ({ listed, listedAs }) => listed && listedAs !== undefined && office.exact.test(listedAs),
  );
  if (byOffice.length === 1) return { person: byOffice[0]!, certainty: 'high', evidence: 'listed by this office' };
  const bearers = bearersOf(phrase, cast);
  if (bearers.length === 1) {
    return { person: bearers[0]!, certainty: 'high', evidence: 'the one participant with this office' };
  }
  const holders = office.held && day ? authorities.holders(office.held, day) : [];
  if (holders.length === 1) {
    const person = personOfRecord(cast, holders[0]!);
    const clear = bearers.length === 0 || bearers.includes(person);
    return { person, certainty: clear ? 'high' : 'low', evidence: `held the office on ${day}` };
  }
  const titled = cast.people.filter((person) => hasTitle(person, office));
  return titled.length === 1
    ? { person: titled[0]!, certainty: 'medium', evidence: 'the one person of the text with this title' }
    : undefined;
}

/** The participants who bear an office: by that very title or, if nobody does, by a longer one that it stands for. */
export function bearersOf(phrase: string, cast: Cast): Person[] {
  const office = officeOf(phrase);
  const listed = cast.people.filter((person) => person.listed);
  const exact = listed.filter((person) => bears(person, office));
  if (exact.length > 0 || !office.bearers) return exact;
  const { bearers } = office;
  return listed.filter(({ titles, roles }) => [...titles, ...roles].some((title) => bearers.test(title)));
}

const hasTitle = ({ titles }: Person, { exact, bearers }: KnownOffice): boolean =>
  [...titles].some((title) => exact.test(title) || bearers?.test(title));

/** "Soviet Ambassador" bears "Ambassador"; neither "First Secretary of Embassy" nor "Foreign Secretary" bears "Secretary". */
const bears = ({ titles, roles }: Person, { exact, inRole }: KnownOffice): boolean =>
  [...titles].some((title) => exact.test(title)) || roles.some((role) => inRole.test(role.replace(/^\(/, '')));

import type { Authorities } from '../authorities/authorities.js';
import type { Certainty } from '../text/marks.js';
import { type Cast, type Person, personOfRecord } from './people.js';

/** An office that memoranda name without its holder: "the Secretary", "the Chairman". */
interface Office {
  /** The phrase after the article. */
  phrase: string;
  /** The title of the office in authority files; absent where only the people of the memorandum can tell. */
  held?: RegExp;
}

/** Longer phrases first. In a United States memorandum "the Secretary" and "the President" are its own. */
const OFFICES: readonly Office[] = [
  { phrase: 'Deputy Foreign Minister' },
  { phrase: 'Foreign Minister' },
  {
    phrase: 'Foreign Secretary',
    held: /^Secretary of State for Foreign(?: and Commonwealth)? Affairs of the United Kingdom$/,
  },
  { phrase: 'Prime Minister' },
  { phrase: 'Secretary[- ]General', held: /^(?:Acting )?Secretary-General of the United Nations$/ },
  { phrase: 'General Secretary', held: /^General Secretary of the Communist Party of the Soviet Union$/ },
  { phrase: 'Vice[- ]President', held: /^Vice President of the United States$/ },
  { phrase: 'Under Secretary' },
  { phrase: 'Secretary', held: /^Secretary of State of the United States$/ },
  { phrase: 'President', held: /^President of the United States$/ },
  { phrase: 'Chairman', held: /^Chairman of the Council of Ministers of the USSR$/ },
  { phrase: 'Chancellor', held: /^(?:Federal )?Chancellor of/ },
  { phrase: 'Ambassador' },
];

const PHRASES = OFFICES.map(({ phrase }) => phrase).join('|');

/** "the Secretary", "your President", "the UN Secretary General"; not "the Secretary of Agriculture". */
export const OFFICE_PHRASE = new RegExp(
  `(?<![\\p{L}\\d])(?:[Tt]he|[Yy]our|[Oo]ur|[Tt]heir)\\s+(?:U\\.?N\\.?\\s+|United Nations\\s+)?(${PHRASES})(?![\\p{L}\\d-])(?!\\s+(?:of|General|Generals)\\b)`,
  'gu',
);

const officeOf = (phrase: string): Office | undefined =>
  OFFICES.find((office) => new RegExp(`^(?:${office.phrase})$`).test(phrase));

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
  if (!office) return undefined;
  const names = new RegExp(`^(?:${office.phrase})$`, 'i');
  const listed = cast.people.filter((person) => person.listed);
  const byOffice = listed.filter(({ listedAs }) => listedAs !== undefined && names.test(listedAs));
  if (byOffice.length === 1) return { person: byOffice[0]!, certainty: 'high', evidence: 'listed by this office' };
  const bearers = listed.filter((person) => bears(person, office));
  if (bearers.length === 1) {
    return { person: bearers[0]!, certainty: 'high', evidence: 'the one participant with this office' };
  }
  const holders = office.held && day ? authorities.holders(office.held, day) : [];
  if (holders.length === 1) {
    const person = personOfRecord(cast, holders[0]!);
    return { person, certainty: bearers.length === 0 ? 'high' : 'low', evidence: `held the office on ${day}` };
  }
  const titled = cast.people.filter((person) => [...person.titles].some((title) => names.test(title)));
  return titled.length === 1
    ? { person: titled[0]!, certainty: 'medium', evidence: 'the one person of the text with this title' }
    : undefined;
}

/** "Soviet Ambassador" bears "Ambassador"; "First Secretary of Embassy" does not bear "Secretary". */
const bears = ({ titles, roles }: Person, { phrase }: Office): boolean =>
  [...titles].some((title) => new RegExp(`^(?:${phrase})$`, 'i').test(title)) ||
  roles.some(
    (role) =>
      new RegExp(
        `^(?:(?:Soviet|French|British|German|U\\.?S\\.?|[\\p{Lu}][\\p{L}]+)\\s+)?(?:${phrase})(?:\\b|$)(?!\\s+of\\s+Embassy)`,
        'u',
      ).test(role) && !/^(?:First|Second|Third|Assistant|Deputy|Under)\s/.test(role),
  );

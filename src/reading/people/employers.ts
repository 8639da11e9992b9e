import type { PersonRecord } from '../../authorities/record.js';
import { literal } from '../../text/patterns.js';
import { isHome, sideOfOffice } from './delegations.js';
import { SIDES, type Side } from './sides.js';

/** Bodies of several states employ people of each. */
const OF_STATES: readonly Side[] = SIDES.filter(({ id }) => !/^(?:un|nato|ec)$/.test(id));
const NAMES = OF_STATES.flatMap(({ names }) => names).sort((one, other) => other.length - one.length);
const STATE = NAMES.map(literal).join('|');
const MINISTRY =
  "(?:Foreign|External)\\s+(?:Ministry|Office)|(?:Ministry|Department)\\s+(?:of|for)\\s+(?:Foreign|External)\\s+Affairs|Quai\\s+d['’]Orsay";
const STATION = `Embassy|Legation|Chancery|Consulate(?:\\s+General)?|High\\s+Commission|Mission|Delegation|${MINISTRY}`;
const AHEAD = new RegExp(`(?<!\\p{L})(?<state>${STATE})\\s+(?:\\p{Lu}\\p{Ll}+\\s+)?(?:${STATION})(?!\\p{L})`, 'u');
const BEHIND = new RegExp(
  `(?<!\\p{L})(?:(?:${STATION})\\s+of|(?:${MINISTRY})(?:,|\\s+in))\\s+(?:the\\s+)?(?<state>${STATE})(?!\\p{L})`,
  'u',
);
/** A state has a foreign ministry where the United States have their Department. */
const ABROAD = new RegExp(`(?<!\\p{L})(?:${MINISTRY})(?!\\p{L})`, 'u');

/** The state whose embassy, mission or ministry a role tells: "Embassy of Ireland", "Soviet Mission". */
function employerIn(role: string): Side | undefined {
  const named = (AHEAD.exec(role) ?? BEHIND.exec(role))?.groups?.state?.replace(/\s+/g, ' ');
  return OF_STATES.find(({ names }) => names.includes(named ?? ''));
}

/**
 * Whether a role, or else the side under whose name somebody is listed, tells that he serves another state than a
 * holder of offices. Offices of which no state can be told speak against nobody.
 */
export function servesAnother({ terms }: PersonRecord, role: string | undefined, side: Side | undefined): boolean {
  const states = terms.flatMap(({ office }) => sideOfOffice(office) ?? []);
  if (states.length === 0) return false;
  const employer = (role === undefined ? undefined : employerIn(role)) ?? OF_STATES.find(({ id }) => id === side?.id);
  if (employer) return states.every(({ id }) => id !== employer.id);
  return role !== undefined && ABROAD.test(role) && states.every(isHome);
}

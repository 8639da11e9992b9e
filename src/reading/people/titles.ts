import { literal } from '../../text/patterns.js';

/** Titles of office that stand before a name. */
const OFFICES = `First Deputy Foreign Minister|Deputy Foreign Minister|Vice Foreign Minister|Foreign Minister|Deputy Minister|First Deputy Minister
  |Foreign Secretary|Home Secretary|Deputy Prime Minister|Prime Minister|PM|Premier|Vice Premier|Deputy Premier
  |First Deputy Premier|Vice Minister|Minister of Foreign Affairs|Minister for Foreign Affairs|Minister of Agriculture
  |Minister of Defense|Defense Minister|Finance Minister|Minister|Minister Counselor|Minister-Counselor
  |Assistant Secretary|Assistant Secretary of State|Deputy Assistant Secretary|Deputy Under Secretary
  |Deputy Secretary|Deputy Secretary of State|Under Secretary|Under Secretary of State|Undersecretary
  |Acting Secretary|Acting Secretary of State|Secretary General|Secretary-General|General Secretary
  |First Secretary|Second Secretary|Third Secretary|Secretary of State|Secretary of Agriculture|Secretary of Defense
  |Secretary of Commerce|Secretary of Labor|Secretary of War|Secretary of the Treasury|Secretary of the Interior
  |Secretary|Sec.|State Secretary|Vice President|Vice-President|President|President-elect|Vice Chairman|Deputy Chairman
  |Chairman|Chancellor|Vice Chancellor|Attorney General|Director|Deputy Director|Commissioner|Ambassador|Amb.
  |Chargé d'Affaires|Chargé d’Affaires|Chargé|Consul General|Consul|Counselor|Counsellor|Attaché|Governor|Gov.
  |Senator|Sen.|Senators|Sens.|Congressmen|Ambassadors|Secretaries|Ministers|Congressman|Congresswoman|Cong.|Congs.|Rep.|Representative|Speaker|Mayor|Judge|Justice|Professor|Prof.`;

/** Ranks of the armed forces. */
const RANKS = `Field Marshal|Air Marshal|Air Chief Marshal|Marshal|Generalissimo|Lieutenant General|Lt. General|Lt. Gen.
  |Major General|Maj. General|Maj. Gen.|Brigadier General|Brig. General|Brig. Gen.|Brigadier|General|Gen.|Admiral
  |Vice Admiral|Rear Admiral|Adm.|Commodore|Colonel|Col.|Lieutenant Colonel|Lt. Colonel|Lt. Col.|Major|Maj.|Captain
  |Capt.|Commander|Cmdr.|Lieutenant|Lt.`;

const NOBILITY = `Crown Prince|Prince|Princess|King|Queen|Emperor|Empress|Shah|Sheikh|Sheik|Emir|Viscount|Count|Countess
  |Baron|Duke|Cardinal|Archbishop|Sir|Lord|Lady|Dame`;

const COURTESY =
  'Messrs.|Mr.|Mrs.|Miss|Ms.|Madame|Madam|Mme.|Mlle.|Monsieur|M.|Herr|Frau|Señor|Signor|Dr.|Hon.|The Honorable';

const listOf = (table: string): string[] => table.split('|').map((title) => title.trim());

/** Titles that stand before a name; longer ones first, so that "Deputy Foreign Minister" is not read as "Foreign Minister". */
export const TITLES: readonly string[] = [OFFICES, RANKS, NOBILITY, COURTESY]
  .flatMap(listOf)
  .sort((one, other) => other.length - one.length);

/** As typed, or all in capitals. */
export const TITLE_PATTERN = TITLES.flatMap((title) => [...new Set([title, title.toUpperCase()])])
  .filter((title) => title.length > 2 || !/^\p{Lu}+$/u.test(title) || title === 'PM')
  .map(literal)
  .join('|');

const CASED = new Map(TITLES.map((title) => [title.toUpperCase(), title]));

/** A title in the usual case: "PRESIDENT" is "President". */
export const usualCase = (title: string): string =>
  CASED.get(title.replace(/\s+/g, ' ').toUpperCase()) ?? title.replace(/\s+/g, ' ');

const courtesy: ReadonlySet<string> = new Set([...listOf(COURTESY), 'Sir', 'Lord', 'Lady', 'Dame']);
const PLURAL: Readonly<Record<string, string>> = {
  'Messrs.': 'Mr.',
  Senators: 'Senator',
  'Sens.': 'Senator',
  Congressmen: 'Congressman',
  'Congs.': 'Congressman',
  Ambassadors: 'Ambassador',
  Secretaries: 'Secretary',
  Ministers: 'Minister',
};
/** The title of each of several: "Senator" for "Senators"; absent for the title of one. */
export const titleOfEach = (title: string): string | undefined => PLURAL[usualCase(title)];

const flags: ReadonlySet<string> = new Set(
  listOf(RANKS).filter((rank) => /(?:Marshal|Generalissimo|Gen(?:eral|\.)|Adm(?:iral|\.))$/.test(rank)),
);
/** Ranks that holders of high offices bear before their names, whatever the office: "Marshal Stalin". */
export const isFlagRank = (title: string): boolean => flags.has(usualCase(title));

/** Titles of courtesy name no office. */
export const isCourtesy = (title: string): boolean => courtesy.has(usualCase(title));

const womans: ReadonlySet<string> = new Set(
  'Mrs.|Miss|Ms.|Madame|Madam|Mme.|Mlle.|Frau|Princess|Queen|Empress|Countess|Lady|Dame'.split('|'),
);
/** Titles that tell a woman from the man of the same surname. */
export const isWomans = (title: string | undefined): boolean => title !== undefined && womans.has(usualCase(title));

const MARRIED = /^(?:Mrs\.|Madame|Madam|Mme\.|Frau)$/;
const UNMARRIED = /^(?:Miss|Mlle\.)$/;
/** Whether two titles may be those of one woman: "Mrs." and "Madame", but not "Mrs." and "Miss". */
export const isSameStyle = (one: string, other: string): boolean =>
  one === other || [MARRIED, UNMARRIED].some((style) => style.test(one) && style.test(other));
const mans: ReadonlySet<string> = new Set([
  ...'Mr.|Messrs.|Monsieur|M.|Herr|Señor|Signor|Congressmen|Sir|Lord'.split('|'),
  ...'Crown Prince|Prince|King|Emperor|Shah|Sheikh|Sheik|Emir|Viscount|Count|Baron|Duke|Cardinal|Archbishop'.split('|'),
  ...listOf(RANKS),
]);
/** Titles that only men bore in the services and at the courts of the time. */
export const isMans = (title: string): boolean => mans.has(usualCase(title));

/** "Sir" stands before a given name. */
export const namesByGiven = (title: string): boolean => /^(?:Sir|Dame)$/.test(usualCase(title));

/** Small words within surnames. */
export const PARTICLES = 'de|du|des|della|di|da|dos|von|van|der|den|ter|zu|al|el|bin|ben|ibn|bint|la|le|U|y';
/** What an Arabic surname may begin with, in lower case. */
export const SMALL_PREFIX = '(?:al|el|as|ash|ad|ar|at|an|ul|ud)-';
const GIVEN = `(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|(?:${SMALL_PREFIX})?\\p{Lu}[\\p{L}'’]+(?:-[\\p{L}'’]+)*)`;
/** What makes father and son two, after the surname. */
export const GENERATION = '(?:,?\\s+(?:Jr\\.?|Sr\\.?|II|III|IV)(?![\\p{L}\\d]))';

/** Names as they are typed: given names, initials, particles, a surname. */
export const NAME_PATTERN = `(?:(?:${GIVEN}|${PARTICLES})\\s+){0,4}(?:${SMALL_PREFIX})?(?:\\p{Lu}[\\p{L}'’]*\\p{Ll}(?:-[\\p{L}'’]+)*|(?<=\\p{Ll}\\s+(?:\\p{Lu}\\.\\s+)*)\\p{Lu}[\\p{Lu}'’-]{2,})${GENERATION}?`;

const NAME = new RegExp(`^(?:(?:${TITLE_PATTERN})\\s+)?${NAME_PATTERN}$`, 'u');
const LEAD = new RegExp(`^(?:${TITLE_PATTERN})\\s+`, 'u');
const OFFICE_WORDS =
  /\b(?:Director|Minister|Secretary|Ambassador|President|Chairman|Consul|General|Assistant|Deputy|Adviser|Advisor|Counselor|Officer|Interpreter|Ministry|Embassy|Office|Department|Division|Desk|Chief|Head|Affairs|Chargé|Attaché)\b/;

/** Whether words are a name with or without a title, and no office. */
export function looksLikeAName(words: string): boolean {
  if (!NAME.test(words)) return false;
  const name = words.replace(LEAD, '');
  const titled = name !== words;
  return !OFFICE_WORDS.test(name) && (titled || /\s/.test(name));
}

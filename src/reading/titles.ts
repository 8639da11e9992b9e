import { literal } from '../text/patterns.js';

/**
 * Titles that stand before a name, and what they tell of the bearer. Longer titles come first, so that
 * "Deputy Foreign Minister" is not read as "Foreign Minister".
 */
export const TITLES: readonly string[] = [
  'First Deputy Foreign Minister',
  'Deputy Foreign Minister',
  'Vice Foreign Minister',
  'Foreign Minister',
  'Foreign Secretary',
  'Prime Minister',
  'Deputy Prime Minister',
  'Minister of Foreign Affairs',
  'Assistant Secretary',
  'Deputy Under Secretary',
  'Deputy Secretary',
  'Under Secretary',
  'Secretary General',
  'Secretary-General',
  'General Secretary',
  'First Secretary',
  'Secretary of State',
  'Secretary of Agriculture',
  'Secretary of Defense',
  'Secretary of Commerce',
  'Secretary of the Interior',
  'Secretary',
  'Vice President',
  'Vice-President',
  'President',
  'Vice Chairman',
  'Chairman',
  'Chancellor',
  'Premier',
  'Marshal',
  'General',
  'Admiral',
  'Colonel',
  'Major',
  'Captain',
  'Ambassador',
  'Minister of Agriculture',
  'Minister',
  'Counselor',
  'Governor',
  'Senator',
  'Congressman',
  'Judge',
  'Professor',
  'Prince',
  'Princess',
  'King',
  'Queen',
  'Sir',
  'Lord',
  'Messrs.',
  'Mr.',
  'Mrs.',
  'Miss',
  'Ms.',
  'Madame',
  'Mme.',
  'Monsieur',
  'M.',
  'Herr',
  'Dr.',
];

export const TITLE_PATTERN = TITLES.map(literal).join('|');

/** Titles of courtesy name no office. */
export const isCourtesy = (title: string): boolean =>
  /^(?:Messrs\.|Mr\.|Mrs\.|Miss|Ms\.|Madame|Mme\.|Monsieur|M\.|Herr|Dr\.|Sir|Lord)$/.test(title);

/** Titles that tell a woman from the man of the same surname. */
export const isWomans = (title: string | undefined): boolean =>
  title !== undefined && /^(?:Mrs\.|Miss|Ms\.|Madame|Mme\.|Princess|Queen)$/.test(title);

const PARTICLES = 'de|du|des|della|di|da|von|van|der|den|ter|al|el|bin|ben|ibn|la|le|U';
const GIVEN = "(?:\\p{Lu}\\.(?:\\p{Lu}\\.)?|\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)*)";

/** Names as they are typed: given names, initials, particles, a surname. */
export const NAME_PATTERN = `(?:(?:${GIVEN}|${PARTICLES})\\s+){0,4}\\p{Lu}[\\p{L}'’]*\\p{Ll}(?:-\\p{Lu}[\\p{L}'’]+)*`;

const NAME = new RegExp(`^(?:(?:${TITLE_PATTERN})\\s+)?${NAME_PATTERN}$`, 'u');
const OFFICE_WORDS =
  /\b(?:Director|Minister|Secretary|Ambassador|President|Chairman|Consul|General|Assistant|Deputy|Adviser|Advisor|Counselor|Officer|Interpreter|Ministry|Embassy|Office|Department|Division|Desk|Chief|Head|Affairs|Chargé|Attaché)\b/;

/** Whether words are a name with or without a title, and no office. */
export function looksLikeAName(words: string): boolean {
  if (!NAME.test(words)) return false;
  const name = words.replace(new RegExp(`^(?:${TITLE_PATTERN})\\s+`, 'u'), '');
  const titled = name !== words;
  return !OFFICE_WORDS.test(name) && (titled || /\s/.test(name));
}

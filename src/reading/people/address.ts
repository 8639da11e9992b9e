import type { Mention } from './mention.js';
import { bearersOf } from './offices.js';
import type { Cast } from './people.js';
import { TITLES } from './titles.js';

/** Offices by which people are spoken to: "Mr. Prime Minister". */
const OFFICES = TITLES.filter((title) =>
  /^(?:(?:Prime|Foreign|Defense) Minister|Minister|(?:Vice[- ])?President|Chairman|(?:General |Foreign )?Secretary|Secretary[- ]General|Under Secretary|Ambassador|Chancellor|Premier|Attorney General|Director|Senator|Governor|Congressman|Counselor|Speaker)$/.test(
    title,
  ),
);
const WORDS = `(?<![\\p{L}\\d])(?:Mr\\.|Madam|Madame|Mme\\.)\\s+(${OFFICES.join('|')})(?![\\p{L}\\d-])(?!\\s+(?:of\\b|\\p{Lu}))`;
const ADDRESS = new RegExp(WORDS, 'gu');
const HERE = new RegExp(WORDS, 'uy');

/** Whether a form of address stands at `start`. */
export const isAddress = (text: string, start: number): boolean => {
  HERE.lastIndex = start;
  return HERE.test(text);
};

/** Forms of address name nobody new: they mean the one participant who bears the office, or nobody. */
export const findAddresses = (text: string, cast: Cast): Mention[] =>
  [...text.matchAll(ADDRESS)].flatMap((match) => {
    const [person, ...others] = bearersOf(match[1]!, cast);
    if (!person || others.length > 0) return [];
    const { index: start } = match;
    const end = start + match[0].length;
    return [{ kind: 'office' as const, start, end, person, certainty: 'medium' as const, evidence: 'form of address' }];
  });

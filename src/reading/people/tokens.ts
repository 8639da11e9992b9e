import type { Company } from './people.js';
import { GENERATION, PARTICLES, SMALL_PREFIX } from './titles.js';

/** A word, or words that stand together, of a reading text; offsets in it. */
export interface Token {
  start: number;
  end: number;
  /** Without a possessive. */
  word: string;
}

const WORD = /\p{Lu}\.(?:\p{Lu}\.)*|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const CAPITAL = new RegExp(`^(?:${SMALL_PREFIX})?\\p{Lu}`, 'u');
const PARTICLE = new RegExp(`^(?:${PARTICLES.toLowerCase()})$`);
const SUFFIX = new RegExp(GENERATION, 'uy');
const LONGEST_NAME = 5;

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    const word = found.replace(/['’]s$|['’-]+$/iu, '');
    return { start: index, end: index + word.length, word };
  });

/** The words of a text that stand in it in lower case: no names. */
export const plainWords = (text: string): ReadonlySet<string> =>
  new Set(text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu));

export const isCapital = (token: Token | undefined): token is Token => token !== undefined && CAPITAL.test(token.word);
export const isParticle = (token: Token | undefined): boolean => token !== undefined && PARTICLE.test(token.word);

/** Only a space may stand between the words of a name. */
export const adjoins = (text: string, one: Token, other: Token | undefined): other is Token =>
  other !== undefined && other.start > one.end && /^\s+$/.test(text.slice(one.end, other.start));

/** A stretch that may be a name; `full` with the "Jr." behind it. */
export interface NameStretch extends Token {
  full: string;
}

/** The stretches that may be a name from token `i` on, the longest first. */
export function nameFrom(text: string, tokens: readonly Token[], i: number): NameStretch[] {
  const names: NameStretch[] = [];
  const { start } = tokens[i]!;
  let last = tokens[i]!;
  for (let k = i; k < tokens.length && k < i + LONGEST_NAME; k++) {
    const token = tokens[k]!;
    if (k > i && !adjoins(text, last, token)) break;
    if (!isCapital(token) && !isParticle(token)) break;
    last = token;
    if (isCapital(token) && !/\.$/.test(token.word)) {
      SUFFIX.lastIndex = token.end;
      const end = token.end + (SUFFIX.exec(text)?.[0].length ?? 0);
      names.unshift({ start, end, word: text.slice(start, token.end), full: text.slice(start, end) });
      if (end > token.end) break;
    }
    if (/^['’]s/i.test(text.slice(token.end, token.end + 2))) break;
  }
  return names;
}

/** Where names are looked for, and what is known of people there. */
export interface Search extends Company {
  text: string;
  tokens: readonly Token[];
  /** The words of the text that stand in it in lower case. */
  words: ReadonlySet<string>;
}

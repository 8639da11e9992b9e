import { distance as letters } from 'fastest-levenshtein';

/** How many letters must be added, taken away or changed to make one word of the other, case aside. */
const distance = (one: string, other: string): number => letters(one.toLowerCase(), other.toLowerCase());

/** Farther than this two words are two words, not one with a slip of the pen. */
const SLIP = 2;

/** A slip seldom falls on the first letter. */
const startsOtherwise = (one: string, other: string): number => Number(one[0] !== other[0]);

/** The words that `word` may have been meant for come first, the others by the alphabet. */
export function nearestFirst(word: string, words: Iterable<string>): string[] {
  return [...new Set(words)]
    .map((candidate) => ({ candidate, far: Math.min(distance(word, candidate), SLIP + 1) }))
    .sort(
      (one, other) =>
        one.far - other.far ||
        startsOtherwise(word, one.candidate) - startsOtherwise(word, other.candidate) ||
        (one.candidate < other.candidate ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** The one word that `word` was most likely meant for. */
export function meantFor(word: string, words: Iterable<string>): string | undefined {
  const [first] = nearestFirst(word, words);
  return first !== undefined && distance(word, first) <= SLIP ? first : undefined;
}

/**
 * The name that another is with a slip of the pen: letters in another order, one wrong, or two in a long name. Stricter
 * than `meantFor`, since short names that differ in two letters are two names.
 */
export function slipOf(name: string, names: Iterable<string>): string | undefined {
  const letters = (word: string) => [...word.toLowerCase()].sort().join('');
  const [nearest] = [...names]
    .map((other) => ({ other, far: letters(other) === letters(name) ? 1 : distance(name, other) }))
    .filter(({ other, far }) => far <= (Math.min(name.length, other.length) > 5 ? 2 : 1))
    .sort((one, other) => one.far - other.far || startsOtherwise(name, one.other) - startsOtherwise(name, other.other));
  return nearest?.other;
}

import { meantFor } from '../text/nearest.js';

/** A word so short is another word when a letter differs. */
const SHORTEST = 5;

/** The one of the words that `word` is with a slip of the pen; short words have none. */
export const closestWord = (word: string, words: Iterable<string>): string | undefined =>
  word.length < SHORTEST || /\s/.test(word) ? undefined : meantFor(word, words);

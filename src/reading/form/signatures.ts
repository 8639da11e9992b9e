import { readsAsProse } from '../body/prose.js';
import { looksLikeAName } from '../people/titles.js';
import { isUnlabelledDate } from './form-block.js';
import { isPerson } from './list-lines.js';

const LONGEST_NAME = 40;
const LONGEST_OFFICE = 60;
const MOST_LINES = 3;

/** A full name, or initials, and nothing else; "D[ean] A[cheson]" as editors complete it. */
export function isSignature(line: string): boolean {
  const words = line.replace(/\[(\p{Ll}+\.?)\]/gu, '$1').replace(/^\/?s\/\s*|^\(signed\)\s*/i, '');
  if (words.length > LONGEST_NAME) return false;
  return /^(?:\p{Lu}\.\s?){2,4}$/u.test(words) || (looksLikeAName(words) && isPerson(words));
}

/** A name on the last lines, with the office or the day under it. */
export function isSigned(words: string): boolean {
  const [name = '', ...under] = words.split('\n');
  if (!isSignature(name) || under.length >= MOST_LINES) return false;
  return under.every(
    (line) =>
      isUnlabelledDate(line) ||
      (/^\p{Lu}/u.test(line) && line.length <= LONGEST_OFFICE && !readsAsProse(line) && !/[.:]$/.test(line)),
  );
}

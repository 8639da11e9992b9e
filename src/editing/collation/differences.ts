import { distance } from 'fastest-levenshtein';
import type { VariantType } from '../../text/marks.js';

/** Only letters and digits, without case and accents: by these words are aligned. */
export const folded = (word: string): string => {
  const bare = word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return bare === '' ? word : bare;
};

/** Without white space, hyphens and the shapes of dashes, quotation marks and ligatures. */
const typeset = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s\u00AD‐‑–—-]+/g, '')
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/…/g, '...');
const unpointed = (words: string): string => typeset(words).replace(/[^\p{L}\p{N}]/gu, '');

/** Two ways to spell one sound; each pair of spellings is brought to its second. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ''],
  [/(?<=\p{L})is(?=e|ing|ation|ed)/gu, 'iz'],
  [/(?<=\p{L})ys(?=e|ing|ed)/gu, 'yz'],
  [/(?<=\p{L}{2})our(?=s?$|ed|ing|able|ful|ite|less|er)/gu, 'or'],
  [/(?<=[tbg])re(?=s?$)/gu, 'er'],
  [/(?<=[aeiou])ll(?=ed|ing|er|ist|or)/gu, 'l'],
  [/(?<=def|off|pret|lic)ens?ce/gu, 'ense'],
  [/ogue(?=s?$)/gu, 'og'],
  [/gramme(?=s?$)/gu, 'gram'],
  [/[ao]e(?=\p{L}{3})/gu, 'e'],
  [/(?:iy|yi|ii|y|j)/gu, 'i'],
  [/(?:ff|w)/gu, 'v'],
  [/kh|ch/gu, 'h'],
  [/tch|tsch/gu, 'ch'],
];
const spelt = (words: string): string =>
  SPELLINGS.reduce((found, [from, to]) => found.replace(from, to), unpointed(words).normalize('NFKD').toLowerCase());

/** A name spelled otherwise differs by no more than this share of its letters, and keeps its first. */
const OF_A_NAME = 0.34;
const isName = (words: string): boolean => /^\P{L}*\p{Lu}\p{L}{3,}\P{L}*$/u.test(words);

/** How two readings differ: what matters least first. */
export function typeOf(one: string, other: string): VariantType {
  if (typeset(one).toLowerCase() === typeset(other).toLowerCase()) return 'typography';
  if (unpointed(one).toLowerCase() === unpointed(other).toLowerCase()) return 'punctuation';
  if (spelt(one) === spelt(other)) return 'orthographic';
  return isName(one) && isName(other) && isSpellingOfName(one, other) ? 'orthographic' : 'substantive';
}

function isSpellingOfName(one: string, other: string): boolean {
  const [left, right] = [spelt(one), spelt(other)];
  return left[0] === right[0] && distance(left, right) <= Math.max(left.length, right.length) * OF_A_NAME;
}

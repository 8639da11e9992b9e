/** A word of a text, folded, at its place: offsets are UTF-16 code units, 0-based, half-open. */
export interface Word {
  folded: string;
  start: number;
  end: number;
  /** Number of the word in its text; what stands on either side of a gap is far apart. */
  at: number;
  /** The next word hangs on this one by a hyphen. */
  hyphened: boolean;
}

/** Letters that Unicode does not take apart into a letter and a sign. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** "U.S.S.R.", "1,556", "Kuznetsov's", "naïve". */
const WORD =
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/gu;
const HYPHEN = /^[-‐‑]$/;
/** What a gap in a text counts, in words: no phrase goes over it. */
const GAP = 100;
export const GAP_SIGN = '\uE003';

/** Small letters without signs on them, without points, commas and the ending of the genitive. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[\p{M}\u00AD.,'’]/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => LETTERS[letter]!);

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  let end = 0;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const folded = fold(found);
    const between = text.slice(end, index);
    const last = words.at(-1);
    if (last && HYPHEN.test(between)) last.hyphened = true;
    if (between.includes(GAP_SIGN)) at += GAP;
    end = index + found.length;
    if (folded !== '') words.push({ folded, start: index, end, at: at++, hyphened: false });
  }
  return words;
}

/** Words hung together, as one: "business-like" is found as "businesslike", too. Each at its first word. */
export function joinedWords(words: readonly Word[]): { folded: string; at: number; length: number }[] {
  const joined: { folded: string; at: number; length: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = i;
    while (words[i]!.hyphened && i + 1 < words.length) i++;
    if (i > first) {
      const parts = words.slice(first, i + 1);
      joined.push({ folded: parts.map(({ folded }) => folded).join(''), at: parts[0]!.at, length: parts.length });
    }
  }
  return joined;
}

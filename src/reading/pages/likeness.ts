import { distance } from 'fastest-levenshtein';

/** Letters and figures that OCR takes for one another, as one sign. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/[0QD]/g, 'O'],
  [/[1L|!]/g, 'I'],
  [/5/g, 'S'],
  [/8/g, 'B'],
  [/6/g, 'G'],
  [/2/g, 'Z'],
];

/** Words as capitals without space and points, signs that OCR confuses made one: misreadings of the same words meet. */
export function folded(words: string): string {
  const letters = words.toUpperCase().replace(/[^\p{L}\p{N}|!]/gu, '');
  return CONFUSED.reduce((text, [signs, sign]) => text.replace(signs, sign), letters);
}

/** How many letters of a word of this length a machine may have misread. */
const slips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

/** Tells the one of `choices` of which words are most likely a misreading; none where they are too far from all. */
export function likenessTo<T extends { words: string }>(choices: readonly T[]): (words: string) => T | undefined {
  const all = choices.map((choice) => ({ choice, wanted: folded(choice.words) }));
  return (words) => {
    const found = folded(words);
    let best: T | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { choice, wanted } of all) {
      const allowed = slips(wanted.length);
      if (Math.abs(wanted.length - found.length) > allowed) continue;
      const far = distance(found, wanted);
      if (far <= allowed && far < least) {
        best = choice;
        least = far;
      }
    }
    return best;
  };
}

/** What stays the same from sheet to sheet in a running head: words, with figures left open. */
export const skeleton = (words: string): string => folded(words.replace(/\d+/g, '#').replace(/\b[IVXLC]+\b/g, '#'));

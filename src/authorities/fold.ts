/**
 * Folds a name so that spellings of one name meet: case, accents, points, and the transliterations of
 * Cyrillic that United States offices used beside each other (Vasily, Vasiliy, Vasilii; Yakov, Iakov).
 */
export function foldName(name: string): string {
  // Most names are in ASCII, with nothing to take apart.
  const bare = /[^\0-\x7F]/.test(name) ? plainLetters(name) : name;
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/iy|yi|ii|y/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters that no decomposition makes plain. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };

const plainLetters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđı]/g, (letter) => STROKES[letter]!);

/** Umlauts as typewriters without them had it: "Schroeder". */
export const withDigraphs = (name: string): string =>
  name.normalize('NFC').replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter]!);

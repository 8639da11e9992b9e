/**
 * Folds a name so that spellings of one name meet: case, accents, points, and the transliterations of
 * Cyrillic that United States offices used beside each other (Vasily, Vasiliy, Vasilii; Yakov, Iakov).
 */
export function foldName(name: string): string {
  // Most names are in ASCII, with nothing to take apart.
  const bare = /[^\0-\x7F]/.test(name) ? name.normalize('NFKD').replace(/\p{M}/gu, '') : name;
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/iy|yi|ii|y/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The source of a regular expression that finds `words` as they stand, any white space between them taken as equal. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');

/** A name as part of an id: lower case, ASCII, hyphens; empty when no letter or digit is left. */
export const slug = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const WORDS_AROUND = 7;

/** White space single, none at the ends. */
export const normalized = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** “p. 3”, “pp. 2–4”. */
export const pageWords = (pages: readonly string[]): string =>
  pages.length === 1 ? `p. ${pages[0]}` : `pp. ${pages[0]}–${pages.at(-1)}`;

/** The last words of what stands before a passage. */
export function lastWords(text: string): string {
  const words = text.slice(-400).split(' ').filter(Boolean);
  return `${words.length > WORDS_AROUND ? '… ' : ''}${words.slice(-WORDS_AROUND).join(' ')}`;
}

/** The first words of what follows a passage. */
export function firstWords(text: string): string {
  const words = text.slice(0, 400).split(' ').filter(Boolean);
  return `${words.slice(0, WORDS_AROUND).join(' ')}${words.length > WORDS_AROUND ? ' …' : ''}`;
}

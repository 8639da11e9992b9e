/** Words of a request as they are told again: the first of many. */
export const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 79)}…` : words);

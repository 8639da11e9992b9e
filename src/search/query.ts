import { joinedWords, wordsOf } from './fold.js';

/** Words to be found one after the other. */
export interface Clause {
  /** The words, and where they are hung together by hyphens the one word that they make. */
  ways: string[][];
  /** As written: no longer words that begin so. */
  exact: boolean;
  without: boolean;
}

export interface Query {
  clauses: Clause[];
  /** Any form of a name, or part of one: who speaks, who is named or speaks. */
  speaker?: string;
  person?: string;
  /** Year, month or day (ISO 8601), each inclusive. */
  from?: string;
  to?: string;
  /** A page by its number. */
  page?: string;
  /** Name of an edition. */
  edition?: string;
}

/** Words, "phrases", and -words that must not be there. */
export function clausesOf(words: string): Clause[] {
  return [
    ...words.matchAll(/(?<!\S)(-?)(?:["“”„«]([^"“”«»]*)["“”»]?|([^\s"“”„«]+))|["“”„«]([^"“”«»]*)["“”»]?/gu),
  ].flatMap(([, minus = '', quoted, plain, late]) => {
    const phrase = quoted ?? late;
    const found = wordsOf(phrase ?? plain ?? '');
    if (found.length === 0) return [];
    const sequence = found.map(({ folded }) => folded);
    const [joined] = joinedWords(found);
    const isOne = joined?.length === found.length;
    return [
      {
        ways: isOne ? [sequence, [joined.folded]] : [sequence],
        exact: phrase !== undefined,
        without: minus === '-',
      },
    ];
  });
}

/** Does one of the forms of a name have all these words, or words that begin so? */
export function isNamed(asked: string, forms: readonly string[]): boolean {
  const wanted = wordsOf(asked).map(({ folded }) => folded);
  return (
    wanted.length > 0 &&
    forms.some((form) => {
      const words = wordsOf(form).map(({ folded }) => folded);
      return wanted.every((want) => words.some((word) => word.startsWith(want)));
    })
  );
}

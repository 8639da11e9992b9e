import { isHeld } from '../../authorities/authorities.js';
import { type Identified, identifiedAs } from './people.js';
import { isSomethingElse, tellsAlone, WORDS_TOO } from './surnames.js';
import { adjoins, isCapital, type Search, type Token } from './tokens.js';

/** Whether a word that could be a surname is more likely another word, or part of another name: "New York", "Black Sea". */
export function isNoSurname({ text, tokens, words }: Search, i: number, { word, end }: Token): boolean {
  if (isSomethingElse(word) || words.has(word.toLowerCase())) return true;
  const [before, token] = [tokens[i - 1], tokens[i]!];
  let next = i + 1;
  while (next < tokens.length && tokens[next]!.start <= end) next++;
  const behind = tokens[next];
  const isBehind =
    before !== undefined && isCapital(before) && adjoins(text, before, token) && !startsSentence(text, before.start);
  return isBehind || (WORDS_TOO.has(word) && isCapital(behind) && adjoins(text, { ...token, end }, behind));
}

/** The surname of one holder of an office that day. */
export function isKnownSurname(search: Search, word: string, i: number): boolean {
  const { authorities, day } = search;
  if (!day || (WORDS_TOO.has(word) && beginsSentence(search, i))) return false;
  return authorities.peopleOfSurname(word).filter(({ terms }) => terms.some((term) => isHeld(term, day))).length === 1;
}

/** The youngest of whom memoranda speak. */
const GROWN_UP = 18;

/** Someone who held an office at another time, by his surname alone: "Stalin" in 1963, "Castro" in 1958. */
export function outOfOffice({ authorities, cast, day }: Search, word: string): Identified | undefined {
  const [record, ...others] = tellsAlone(word) ? authorities.peopleOfSurname(word) : [];
  if (!record || others.length > 0 || record.terms.length === 0) return undefined;
  if (day === undefined) {
    return identifiedAs(cast, record, 'low', 'surname in the authority file; no day');
  }
  const { terms, birth } = record;
  const held = terms.some(({ from, to }) => (from ?? to ?? day) < day);
  const yearOf = (date: string) => Number(date.slice(0, 4));
  if (!held && !(birth?.when && yearOf(birth.when) + GROWN_UP <= yearOf(day))) return undefined;
  const evidence = held ? 'surname in the authority file' : 'surname of one who held office later';
  return identifiedAs(cast, record, held ? 'medium' : 'low', evidence);
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.?!:]["”’)]*\s+)["“(]*$/.test(text.slice(Math.max(0, at - 8), at));
/** Whether a token stands where a sentence begins. */
export const beginsSentence = ({ text, tokens }: Pick<Search, 'text' | 'tokens'>, i: number): boolean =>
  startsSentence(text, tokens[i]!.start);

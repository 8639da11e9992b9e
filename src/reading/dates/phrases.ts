import type { Range } from '../../text/transcription.js';
import { readMonth, readWeekday } from './date-words.js';

/**
 * One way of writing a date or an hour. A text is walked through word by word, and only the forms that a word can open
 * are tried there, each against a stretch of bounded length: the time taken grows with the text and no faster.
 */
export interface Form<Value> {
  /** The words that can open it, in lower case; or a class of them. */
  opens: readonly (string | 'figure' | 'month' | 'weekday')[];
  /** Has to match from the first letter of the word. */
  pattern: string;
  /** The form counts only behind one of these words, or as a further member of a list or range of findings. */
  after?: ReadonlySet<string>;
  /** The form does not count behind one of these. */
  notAfter?: ReadonlySet<string>;
  /** What the words say on the day of the conversation; nothing where they say no date or hour after all. */
  read(words: Words, day: string | undefined): Value | undefined;
}

/** The groups of a form's pattern; a group that took no part is empty. */
export type Words = Readonly<Record<string, string>>;

export interface PhraseFound<Row, Value> extends Range {
  form: Row;
  value: Value;
}

type Opening = 'figure' | 'month' | 'weekday';
/** Between two members of a list or range. */
const BETWEEN_MEMBERS = /^\s{0,3}(?:,|,?\s?(?:and|or)|to|through|thru|until|till|-|–|—)\s{0,3}$/i;
const LONGEST_LINK = 14;

/** Whether findings that end and begin at these offsets stand so close that they may be two members of one. */
export const isNear = (end: number, start: number): boolean => start - end <= LONGEST_LINK;
/** Whether the words between them link them. */
export const areLinked = (text: string, end: number, start: number): boolean =>
  isNear(end, start) && BETWEEN_MEMBERS.test(text.slice(end, start));

/** Finds the phrases of a text by a table of forms: the first form that fits at a word wins, and none overlap. */
export function phraseFinder<Value, Row extends Form<Value>>(
  rows: readonly Row[],
): (text: string, day?: string, counts?: (row: Row) => boolean) => PhraseFound<Row, Value>[] {
  const openedBy = new Map<string, { row: Row; pattern: RegExp }[]>();
  for (const row of rows) {
    const form = { row, pattern: new RegExp(row.pattern, 'iy') };
    for (const opening of row.opens) openedBy.set(opening, [...(openedBy.get(opening) ?? []), form]);
  }
  return (text, day, counts = () => true) => {
    const found: PhraseFound<Row, Value>[] = [];
    const openings = new Map<string, Opening | undefined>();
    const word = /[\p{L}\p{N}|]+/gu;
    let before: Range = { start: 0, end: 0 };
    for (let match = word.exec(text); match; match = word.exec(text)) {
      const here = { start: match.index, end: match.index + match[0].length };
      const opening = openings.has(match[0]) ? openings.get(match[0]) : openingOf(match[0]);
      if (match[0].length < 12) openings.set(match[0], opening);
      const forms = [
        ...(openedBy.get(match[0].toLowerCase()) ?? NONE),
        ...((opening && openedBy.get(opening)) ?? NONE),
      ];
      const phrase = forms.length > 0 && firstOf<Value, Row>(forms, text, here, before, found.at(-1), day, counts);
      before = here;
      if (phrase) {
        found.push(phrase);
        before = { start: phrase.start, end: phrase.end };
        word.lastIndex = phrase.end;
      }
    }
    return found;
  };
}

const NONE: never[] = [];

function firstOf<Value, Row extends Form<Value>>(
  forms: readonly { row: Row; pattern: RegExp }[],
  text: string,
  { start }: Range,
  before: Range,
  last: Range | undefined,
  day: string | undefined,
  counts: (row: Row) => boolean,
): PhraseFound<Row, Value> | undefined {
  // Inside a number, a sum or a sign of reference there is neither date nor hour.
  const [beside, opensWith] = [text.slice(Math.max(0, start - 2), start), text[start]!];
  if (/\p{N}/u.test(opensWith) && /[$£#§]$|\p{N}[.,:/-]$/u.test(beside)) return undefined;
  const gap = text.slice(before.end, Math.min(start, before.end + 3));
  const wordBefore = /^\s+$|^\.\s|^-$/.test(gap) ? text.slice(before.start, before.end).slice(-16).toLowerCase() : '';
  const follows = last !== undefined && areLinked(text, last.end, start);
  for (const { row, pattern } of forms) {
    if (!counts(row) || row.notAfter?.has(wordBefore)) continue;
    if (row.after && !row.after.has(wordBefore) && !follows) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const value = row.read(namedGroups(match), day);
    if (value !== undefined) return { start, end: start + match[0].length, form: row, value };
  }
  return undefined;
}

const namedGroups = (match: RegExpExecArray): Words =>
  Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, words]) => [name, words ?? '']));

function openingOf(word: string): Opening | undefined {
  if (readMonth(word)) return 'month';
  if (/^\d/.test(word) || /^[lIO|S]{1,3}\d/.test(word)) return 'figure';
  return readWeekday(word) === undefined ? undefined : 'weekday';
}

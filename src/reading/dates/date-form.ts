import type { Certainty } from '../../text/marks.js';
import { type Part, type Side, type Stretch, type Unit, type Yearless, yearOf } from './calendar.js';
import { FIGURE, readMonth, readWeekday, type Slip } from './date-words.js';
import type { Form, Words } from './phrases.js';

/** What a form makes of its words: a stretch of time, or one that still wants its year. */
export interface Dated {
  stretch?: Stretch;
  yearless?: Yearless;
  side?: Side;
  /** The whole stretch is meant, not some time within it. */
  span?: true;
  weekday?: { written: string; index: number };
  /** Words and figures that were read as others. */
  slips?: readonly string[];
  /** In place of the form's own. */
  certainty?: Certainty;
  evidence?: string;
}

export interface DateForm extends Form<Dated> {
  certainty: Certainty;
  evidence: string;
  /** How exactly the day of the conversation has to be known; absent where the words speak for themselves. */
  needs?: Exclude<Unit, 'week'>;
}

// Pieces of patterns, written as sources; a space in them is `S`, and each is bounded in length.

export const S = '\\s{1,3}';
export const NAME = '(?<month>[A-Za-z0-9|]{3,11})';
/** A stop belongs to the name where that is short: "Sept. 1962", not "in September. 1962 was". */
export const MONTH = `${NAME}(?:(?<![A-Za-z]{5})\\.)?`;
export const DAY = `(?<day>${FIGURE}{1,2})`;
export const TH = '(?:\\s?(?:st|nd|rd|th))?';
export const YEAR = `(?<year>${FIGURE}{4})(?![\\w|])`;
const DAYPART = `(?:${S}(?:morning|afternoon|evening|night))?`;
export const WEEKDAY = `(?:(?<weekday>(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6})\\.?${DAYPART},?${S}(?:the${S})?)?`;
export const SAID_YEAR = `(?:(?<year>\\d{4})(?!\\w)|['’](?<short>\\d\\d)(?!\\w)|(?<said>this|last|next)${S}year\\b)`;
const THINGS =
  'tons? metric percent per\\s{1,3}cent pounds dollars rubles francs miles kilometers km feet acres men troops ' +
  'soldiers rifles tanks planes aircraft missiles warheads prisoners refugees people persons votes copies ' +
  'hours? hrs? hundred thousand million billion';
/** Behind a day that the month does not have, "31 June 1962", the month is no date either. */
export const NO_DAY_BEFORE = `(?<!\\d(?:st|nd|rd|th)?${S}(?:of${S})?)`;
/** The number counts no things. */
export const NO_COUNT = `(?![\\w%]|[.,]\\d|\\s?%|${S}(?:${THINGS.replaceAll(' ', '|')})\\b)`;
/** The year behind a day or month, or nothing that would make the number before it something else. */
export const OF_YEAR = `(?:,?${S}(?:of${S})?${SAID_YEAR}|${NO_COUNT})`;
export const STOP_OF_YEAR = `(?:\\.?,?${S}(?:of${S})?${SAID_YEAR}|(?!\\w))`;
export const TO = '\\s?(?:-|–|—)\\s?|\\s{1,3}(?:to|through|until|and|or|&)\\s{1,3}';
export const PLAIN_DAY = '(?<day>\\d{1,2})';
export const PLAIN_TO_DAY = '(?<toDay>\\d{1,2})';

const THIRD = `(?:the${S})?(?:very${S})?(?<third>beginning|start|middle|end|close)`;
const HALF_OR_PART = `(?:(?<ordinal>first|second)${S}half|(?<portion>early|first|latter|later)${S}part)`;
/** A part of the time that is named behind it. */
export const PART_OF = `(?:${THIRD}|the${S}${HALF_OR_PART})${S}of`;
export function partNamed({ simple, third, ordinal, portion }: Readonly<Record<string, string | undefined>>): Part {
  if (ordinal) return `${ordinal.toLowerCase() as 'first' | 'second'} half`;
  const word = (simple || third || portion || '').toLowerCase();
  if (/^(?:early|beginning|start|first)$/.test(word)) return 'early';
  return /^mid/.test(word) ? 'mid' : 'late';
}

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const BEFORE_A_YEAR = setOf(
  'in since until till before after during by early late mid through throughout year fy back circa c ca winter ' +
    'spring summer autumn fall of from about around between for over and',
);
export const BEFORE_A_YEAR_AND_ITS_NOUN = setOf('the his her our their its your');
export const BEFORE_A_MONTH = setOf(
  'in since until till before after during by early late mid of from through throughout to for between month ' +
    'about around',
);
export const NUMBERED = setOf(
  'paragraph section article annex room no nos number numbers pp p page pages document documents telegram ' +
    'telegrams tel tels series vol volume doc docs nsc nie snie nsam',
);

/** A name of a month may not begin small in a date that has no year: "may 10", "march 2". */
export const isName = (word: string): boolean => /^[A-Z]/.test(word);

export const slipsOf = (...read: readonly (string | false | undefined)[]): { slips?: string[] } => {
  const slips = read.filter((slip): slip is string => typeof slip === 'string');
  return slips.length > 0 ? { slips } : {};
};

export function monthWord(word: string, most: Slip): { month: number; slip: string | false } | undefined {
  const read = readMonth(word);
  if (!read || read.slip > most) return undefined;
  return { month: read.month, slip: read.slip > 0 && `“${word}”` };
}

export function weekdayWord(word: string): Pick<Dated, 'weekday'> | undefined {
  if (word === '') return {};
  const index = readWeekday(word);
  return index === undefined ? undefined : { weekday: { written: word, index } };
}

/** Two figures for a year mean the century in which typewritten diplomacy happened. */
export const fullYear = (figures: string): number => (figures.length === 4 ? Number(figures) : 1900 + Number(figures));

export function saidYear({ year, short, said }: Words, day: string | undefined): number | undefined {
  if (year || short) return fullYear(year || short!);
  if (!said || day === undefined) return undefined;
  return yearOf(day) + { last: -1, this: 0, next: 1 }[said.toLowerCase() as 'last' | 'this' | 'next'];
}

export const COUNTED = { certainty: 'medium', evidence: 'counted from the day of the conversation' } as const;

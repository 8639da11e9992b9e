import { at, dayIn } from './calendar.js';
import {
  DAY,
  type Dated,
  type DateForm,
  fullYear,
  isName,
  MONTH,
  monthWord,
  NAME,
  NO_COUNT,
  NUMBERED,
  OF_YEAR,
  PLAIN_DAY,
  PLAIN_TO_DAY,
  S,
  STOP_OF_YEAR,
  saidYear,
  slipsOf,
  TH,
  TO,
  WEEKDAY,
  weekdayWord,
  YEAR,
} from './date-form.js';
import { ORDINAL, readFigures, readOrdinal } from './date-words.js';
import type { Words } from './phrases.js';

function dateInFull({ weekday = '', month = '', day = '', ordinal = '', year = '' }: Words): Dated | undefined {
  const [named, on] = [monthWord(month, 2), weekdayWord(weekday)];
  const [dated, of] = [ordinal ? { value: readOrdinal(ordinal), slip: false } : readFigures(day), readFigures(year)];
  if (!named || !on || !dated || !of || year.replace(/\D/g, '').length < 2) return undefined;
  const date = dayIn(of.value, named.month, dated.value);
  const slips = slipsOf(named.slip, dated.slip && `“${day}”`, of.slip && `“${year}”`);
  return date === undefined ? undefined : { stretch: at(date), ...on, ...slips };
}

/** A day or days of a month, with their year or without it. */
function daysOfMonth(words: Words, day: string | undefined): Dated | undefined {
  const [named, on] = [monthWord(words.month!, 1), weekdayWord(words.weekday ?? '')];
  if (!named || !on || !isName(words.month!)) return undefined;
  const first = words.ordinal ? readOrdinal(words.ordinal) : Number(words.day);
  const last = words.toDay ? Number(words.toDay) : first;
  const until = words.toDay ? { toDay: last } : {};
  const year = saidYear(words, day);
  const span = words.toDay && !/and|or|&/i.test(words.link ?? '') ? { span: true as const } : {};
  const common = { ...on, ...span, ...slipsOf(named.slip) };
  if (first < 1 || last > 31 || first > last || dayIn(2000, named.month, last) === undefined) return undefined;
  if (year === undefined) {
    if (words.said || named.slip) return undefined;
    return { yearless: { month: named.month, day: first, ...until }, ...common };
  }
  const [from, to] = [dayIn(year, named.month, first), dayIn(year, named.month, last)];
  return from && to ? { stretch: { from, to }, ...common } : undefined;
}

function figures(first: number, second: number, year: number, order: 'month' | 'day'): Dated | undefined {
  const day = order === 'month' ? dayIn(year, first, second) : dayIn(year, second, first);
  return day === undefined ? undefined : { stretch: at(day) };
}

/** Month and day in figures; the other order where only that gives a date. */
function inFigures({ first: figure, second, year }: Words, order: 'month' | 'day'): Dated | undefined {
  const [one, other, of] = [Number(figure), Number(second), fullYear(year!)];
  const usual = figures(one, other, of, order);
  if (!usual) {
    const turned = figures(one, other, of, order === 'month' ? 'day' : 'month');
    const first = order === 'month' ? 'day' : 'month';
    const evidence = `date in figures, ${first} first since the other order gives no date`;
    return turned && { ...turned, certainty: 'medium', evidence };
  }
  if (order === 'month') return usual;
  return one > 12 || one === other ? { ...usual, certainty: 'medium' } : usual;
}

const FULL = { certainty: 'high', evidence: 'date in full' } as const;
const OF_NAME = `${S}(?:of${S})?${NAME}`;
const MORE_DAYS = `(?:,\\s?\\d{1,2}${TH}){1,4}`;
const FIGURES_END = '(?![\\d/]|[.-]\\d)';

/** The forms of dates that name a day, the more telling first. */
export const DAY_FORMS: readonly DateForm[] = [
  // "Thursday, January 10, 1963", "Jan. 10th 1963", "January l0, 1963"
  {
    opens: ['weekday', 'month'],
    pattern: `${WEEKDAY}${NAME}\\.?${S}(?:the${S})?${DAY}${TH}(?:\\s?[.,]\\s{0,3}|${S})${YEAR}`,
    read: dateInFull,
    ...FULL,
  },
  // "10 January 1963", "the 10th of January, 1963"
  {
    opens: ['weekday', 'figure', 'the'],
    pattern: `(?:the${S})?${WEEKDAY}${DAY}${TH}\\s{0,3}(?:day${S})?(?:of${S})?${MONTH}(?:,?${S}|-)?${YEAR}`,
    read: dateInFull,
    ...FULL,
  },
  // "the fourth of July, 1963"
  {
    opens: ['the'],
    pattern: `the${S}(?<ordinal>${ORDINAL})${S}of${S}${MONTH}(?:,?${S})${YEAR}`,
    read: dateInFull,
    ...FULL,
  },
  // "10 Jan 63", "10-Jan-63"
  {
    opens: ['figure'],
    pattern: `${PLAIN_DAY}(?<gap>[ -]?)${MONTH}\\k<gap>(?<year>\\d\\d)${NO_COUNT}`,
    read: (words) => dateInFull({ ...words, year: `19${words.year}` }),
    certainty: 'high',
    evidence: 'date in full, the year in two figures',
  },
  // "101530Z JAN 63"
  {
    opens: ['figure'],
    pattern: `(?<day>\\d\\d)(?:[01]\\d|2[0-3])[0-5]\\d[A-Z]${S}${MONTH}${S}(?<year>\\d{4}|\\d\\d)(?!\\w)`,
    read: (words) => dateInFull({ ...words, year: String(fullYear(words.year!)) }),
    certainty: 'high',
    evidence: 'date-time group of a telegram',
  },
  // "JAN 11 1 32 PM 1963", "1963 JAN 11 PM 1 32": the clock stamp of a registry
  {
    opens: ['month'],
    pattern: `${MONTH}${S}${PLAIN_DAY},?${S}\\d{1,2}[ :.]\\d\\d${S}[AP]\\.?M\\.?,?${S}(?<year>\\d{4})(?!\\w)`,
    read: dateInFull,
    certainty: 'high',
    evidence: 'stamp of receipt',
  },
  {
    opens: ['figure'],
    pattern: `(?<year>\\d{4})${S}${MONTH}${S}${PLAIN_DAY}(?=${S}(?:[AP]\\.?M|\\d))`,
    read: dateInFull,
    certainty: 'high',
    evidence: 'stamp of receipt',
  },
  {
    opens: ['figure'],
    pattern: `(?<year>\\d{4})(?<mark>[-/.])(?<first>\\d{1,2})\\k<mark>(?<second>\\d{1,2})${FIGURES_END}`,
    read: ({ year, first, second }) => figures(Number(first), Number(second), Number(year), 'month'),
    certainty: 'high',
    evidence: 'date in figures',
  },
  {
    opens: ['figure'],
    pattern: `(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>\\d{4}|\\d\\d)${FIGURES_END}`,
    read: (words) => inFigures(words, 'month'),
    certainty: 'high',
    evidence: 'date in figures, month first as in American use',
  },
  {
    opens: ['figure'],
    pattern: `(?<first>\\d{1,2})-(?<second>\\d{1,2})-(?<year>\\d{4}|\\d\\d)${FIGURES_END}`,
    read: (words) => inFigures(words, 'month'),
    notAfter: NUMBERED,
    certainty: 'medium',
    evidence: 'date in figures, month first as in American use',
  },
  {
    opens: ['figure'],
    pattern: `(?<first>\\d{1,2})\\.(?<second>\\d{1,2})\\.(?<year>\\d{4}|\\d\\d)${FIGURES_END}`,
    read: (words) => inFigures(words, 'day'),
    notAfter: NUMBERED,
    certainty: 'low',
    evidence: 'date in figures, day first as in European use',
  },
  // "January 10-12, 1963", "January 10 and 11"
  {
    opens: ['weekday', 'month'],
    pattern: `${WEEKDAY}${MONTH}${S}${PLAIN_DAY}${TH}(?<link>${TO})${PLAIN_TO_DAY}${TH}${OF_YEAR}`,
    read: daysOfMonth,
    certainty: 'high',
    evidence: 'days of a month',
  },
  // "June 3, 4 and 5, 1961"
  {
    opens: ['month'],
    pattern: `${MONTH}${S}${PLAIN_DAY}${TH}${MORE_DAYS},?(?<link>${S}(?:and|or|&)${S})${PLAIN_TO_DAY}${TH}${OF_YEAR}`,
    read: daysOfMonth,
    certainty: 'high',
    evidence: 'days of a month',
  },
  // "10-12 January 1963", "10 and 11 January"
  {
    opens: ['figure', 'the'],
    pattern: `(?:the${S})?${PLAIN_DAY}${TH}(?<link>${TO})(?:the${S})?${PLAIN_TO_DAY}${TH}${OF_NAME}${STOP_OF_YEAR}`,
    read: daysOfMonth,
    certainty: 'high',
    evidence: 'days of a month',
  },
  // "January 10", "January 10 of last year", "Thursday, January 10"
  {
    opens: ['weekday', 'month'],
    pattern: `${WEEKDAY}${MONTH}${S}(?:the${S})?${PLAIN_DAY}${TH}${OF_YEAR}`,
    read: daysOfMonth,
    certainty: 'high',
    evidence: 'day of a month',
  },
  // "10 January", "the 10th of January", "the tenth of January"
  {
    opens: ['weekday', 'figure', 'the'],
    pattern: `(?:the${S})?${WEEKDAY}(?:${PLAIN_DAY}${TH}|(?<ordinal>${ORDINAL}))${OF_NAME}${STOP_OF_YEAR}`,
    read: daysOfMonth,
    certainty: 'high',
    evidence: 'day of a month',
  },
];

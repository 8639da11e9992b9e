import { at, inYear, pad, type Yearless } from './calendar.js';
import {
  BEFORE_A_MONTH,
  BEFORE_A_YEAR,
  BEFORE_A_YEAR_AND_ITS_NOUN,
  type Dated,
  type DateForm,
  isName,
  MONTH,
  monthWord,
  NAME,
  NO_COUNT,
  NO_DAY_BEFORE,
  NUMBERED,
  S,
  SAID_YEAR,
  saidYear,
  setOf,
  slipsOf,
} from './date-form.js';
import { DECADES } from './date-words.js';
import type { Words } from './phrases.js';

function monthAlone(words: Words, day: string | undefined): Dated | undefined {
  // Only a year beside it makes a misread word a month.
  const named = monthWord(words.month!, words.year ? 1 : 0);
  if (!named || !isName(words.month!.replace(/^[01|]/, 'O'))) return undefined;
  if (!words.year && !words.short && !words.said) return { yearless: { month: named.month } };
  const year = saidYear(words, day);
  return year === undefined ? undefined : { stretch: at(`${year}-${pad(named.month)}`), ...slipsOf(named.slip) };
}

const YEAR_OR_WINTER = '(?<year>\\d{4})(?:[-–/](?:19)?\\d\\d)?(?!\\w)';
const SEASONS: Record<string, Yearless> = {
  spring: { month: 3, toMonth: 5 },
  summer: { month: 6, toMonth: 8 },
  autumn: { month: 9, toMonth: 11 },
  fall: { month: 9, toMonth: 11 },
  winter: { month: 12, toMonth: 2 },
};
export const SEASON = '(?<season>spring|summer|autumn|fall|winter)';
export const seasonOf = (word: string): Yearless => SEASONS[word.toLowerCase()]!;

const inYears = (from: number, to: number): Dated | undefined =>
  from < to && from >= 1600 && to < 2100 ? { stretch: { from: String(from), to: String(to) }, span: true } : undefined;

const decade = (century: number, tens: number): Dated => ({
  stretch: { from: String(century + tens), to: String(century + tens + 9) },
});

/** The forms of dates that name a month, season, year or decade, the more telling first. */
export const YEAR_FORMS: readonly DateForm[] = [
  // "December 1962", "December of last year"
  {
    opens: ['month'],
    pattern: `${NO_DAY_BEFORE}${MONTH}(?:,?${S}(?:of${S})?|-)${SAID_YEAR}`,
    read: monthAlone,
    certainty: 'high',
    evidence: 'month and year',
  },
  // "in December", "the end of May", "in November or December"
  {
    opens: ['month'],
    pattern: `${NO_DAY_BEFORE}${NAME}(?!\\w|${S}(?:Company|Co\\.|Corporation|Corp\\.))`,
    after: BEFORE_A_MONTH,
    read: monthAlone,
    certainty: 'high',
    evidence: 'month',
  },
  // "the December meeting"
  {
    opens: ['month'],
    pattern: `(?<month>[A-Za-z]{3,9})(?=${S}(?<noun>[A-Za-z])[a-z])`,
    after: BEFORE_A_YEAR_AND_ITS_NOUN,
    read: (words, day) => (/[a-z]/.test(words.noun!) ? monthAlone(words, day) : undefined),
    certainty: 'high',
    evidence: 'month',
  },
  // "the summer of 1961", "winter of 1961-62"
  {
    opens: ['the', 'spring', 'summer', 'autumn', 'fall', 'winter'],
    pattern: `(?:the${S})?${SEASON}(?:,?${S}|${S}of${S})(?:${YEAR_OR_WINTER}|(?<said>this|last|next)${S}year\\b)`,
    read: (words, day) => {
      const [year, season] = [saidYear(words, day), seasonOf(words.season!)];
      if (year === undefined || year < 1600) return undefined;
      const stretch = inYear(season, year);
      return stretch && { stretch };
    },
    certainty: 'medium',
    evidence: 'season, by whole months',
  },
  // "in the spring", "during the winter"
  {
    opens: ['the'],
    pattern: `the${S}${SEASON}\\b(?!${S}of\\b)`,
    after: setOf('in during by until before after since'),
    read: ({ season }) => ({ yearless: seasonOf(season!) }),
    certainty: 'medium',
    evidence: 'season, by whole months',
  },
  // "the 1950's", "the fifties"
  {
    opens: ['figure'],
    pattern: `(?<century>1[6-9]|20)(?<tens>\\d)0['’]?s\\b`,
    read: ({ century, tens }) => decade(Number(century) * 100, Number(tens) * 10),
    certainty: 'high',
    evidence: 'decade',
  },
  {
    opens: ['figure'],
    pattern: `(?<=['’])(?<tens>[2-9])0['’]?s\\b`,
    read: ({ tens }) => decade(1900, Number(tens) * 10),
    certainty: 'medium',
    evidence: 'decade, in the century of typewritten diplomacy',
  },
  {
    opens: DECADES,
    pattern: `(?<tens>${DECADES.join('|')})\\b`,
    after: setOf('the early late mid'),
    read: ({ tens }) => decade(1900, 10 * (DECADES.indexOf(tens!.toLowerCase()) + 2)),
    certainty: 'medium',
    evidence: 'decade, in the century of typewritten diplomacy',
  },
  // "1957-1960", "1957-60", "1957 to 1960"
  {
    opens: ['figure'],
    pattern: `(?<from>\\d{4})(?:\\s?[-–—]\\s?|${S}(?:to|through)${S})(?<to>\\d{4})(?!-)${NO_COUNT}`,
    notAfter: NUMBERED,
    read: ({ from, to }) => inYears(Number(from), Number(to)),
    certainty: 'high',
    evidence: 'from the one year to the other',
  },
  {
    opens: ['figure'],
    pattern: `(?<from>\\d{4})[-–/](?<to>\\d\\d)(?!-)${NO_COUNT}`,
    after: new Set([...BEFORE_A_YEAR, ...BEFORE_A_YEAR_AND_ITS_NOUN]),
    read: ({ from, to }) => inYears(Number(from), Number(from!.slice(0, 2) + to)),
    certainty: 'medium',
    evidence: 'from the one year to the other',
  },
  // "in 1961", "between 1949 and 1951", "in 1949, 1950 and 1951"
  {
    opens: ['figure'],
    pattern: `(?<year>(?:1[6-9]|20)\\d\\d)(?!-)${NO_COUNT}(?!${S}(?!was|is|has|as|its|his|this|thus|across)[a-z]+s\\b)`,
    after: BEFORE_A_YEAR,
    read: ({ year }) => ({ stretch: at(year!) }),
    certainty: 'high',
    evidence: 'year behind a word of time',
  },
  // "the 1954 agreements"
  {
    opens: ['figure'],
    pattern: `(?<year>1[89]\\d\\d)${NO_COUNT}(?=${S}[a-z])`,
    after: BEFORE_A_YEAR_AND_ITS_NOUN,
    read: ({ year }) => ({ stretch: at(year!) }),
    certainty: 'medium',
    evidence: 'year before what it dates',
  },
];

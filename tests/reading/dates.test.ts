import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateFound, findDates } from '../../src/reading/dates/dates.js';
import { anyText, memo, SEED } from '../properties/generators.js';

/** A Thursday. */
const MEETING = '1963-01-10';

/** As the table writes it: "words = date certainty", two dates with "to" where all between is meant, else "..". */
const written = (text: string, { start, end, when, notBefore, notAfter, span, certainty }: DateFound): string =>
  `${text.slice(start, end)} = ${when ?? `${notBefore} ${span ? 'to' : '..'} ${notAfter}`} ${certainty}`;

/** What is found in the words, spoken on the day of the meeting. */
const TABLE: Record<string, readonly (readonly [words: string, ...found: string[]])[]> = {
  'a date in full': [
    ['January 10, 1963', 'January 10, 1963 = 1963-01-10 high'],
    ['Jan. 10, 1963', 'Jan. 10, 1963 = 1963-01-10 high'],
    ['January 10th, 1963', 'January 10th, 1963 = 1963-01-10 high'],
    ['January 10 1963', 'January 10 1963 = 1963-01-10 high'],
    ['January the 10th, 1963', 'January the 10th, 1963 = 1963-01-10 high'],
    ['JANUARY 10, 1963', 'JANUARY 10, 1963 = 1963-01-10 high'],
    ['january 10, 1963', 'january 10, 1963 = 1963-01-10 high'],
    ['10 January 1963', '10 January 1963 = 1963-01-10 high'],
    ['7 Dec. 1941', '7 Dec. 1941 = 1941-12-07 high'],
    ['10 Jan 63', '10 Jan 63 = 1963-01-10 high'],
    ['7-Dec-41', '7-Dec-41 = 1941-12-07 high'],
    ['the 10th of January, 1963', 'the 10th of January, 1963 = 1963-01-10 high'],
    ['the tenth of January, 1963', 'the tenth of January, 1963 = 1963-01-10 high'],
    ['Thursday, January 10, 1963', 'Thursday, January 10, 1963 = 1963-01-10 high'],
    ['Thurs., Jan. 10, 1963', 'Thurs., Jan. 10, 1963 = 1963-01-10 high'],
    ['Thursday, 10 January 1963', 'Thursday, 10 January 1963 = 1963-01-10 high'],
    ['Thursday evening, January 10, 1963', 'Thursday evening, January 10, 1963 = 1963-01-10 high'],
    ['It was signed on December 7, 1962.', 'December 7, 1962 = 1962-12-07 high'],
    ['101530Z JAN 63', '101530Z JAN 63 = 1963-01-10 high'],
    ['RECEIVED JAN 11 1 32 PM 1963', 'JAN 11 1 32 PM 1963 = 1963-01-11 high'],
    ['1963 JAN 11 PM 1 32', '1963 JAN 11 = 1963-01-11 high'],
  ],
  'a date in figures': [
    ['1/10/63', '1/10/63 = 1963-01-10 high'],
    ['1/10/1963', '1/10/1963 = 1963-01-10 high'],
    ['13/1/63', '13/1/63 = 1963-01-13 medium'],
    ['1-10-63', '1-10-63 = 1963-01-10 medium'],
    ['10.1.63', '10.1.63 = 1963-01-10 low'],
    ['13.1.63', '13.1.63 = 1963-01-13 medium'],
    ['20.1.1963', '20.1.1963 = 1963-01-20 medium'],
    ['1963-01-10', '1963-01-10 = 1963-01-10 high'],
    ['1963/01/10', '1963/01/10 = 1963-01-10 high'],
    ['1963.1.10', '1963.1.10 = 1963-01-10 high'],
  ],
  'a date misread': [
    ['January l0, 1963', 'January l0, 1963 = 1963-01-10 medium'],
    ['January 1O, 1963', 'January 1O, 1963 = 1963-01-10 medium'],
    ['Januarv 10, 1963', 'Januarv 10, 1963 = 1963-01-10 medium'],
    ['Jan. lO, l963', 'Jan. lO, l963 = 1963-01-10 medium'],
    ['Decernber 10, 1962', 'Decernber 10, 1962 = 1962-12-10 medium'],
    ['0ctober 3, 1962', '0ctober 3, 1962 = 1962-10-03 medium'],
    ['Ju1y 4, 1962', 'Ju1y 4, 1962 = 1962-07-04 medium'],
    ['June I, 1962', 'June I, 1962 = 1962-06-01 medium'],
    ['Septembcr 1962', 'Septembcr 1962 = 1962-09 medium'],
  ],
  'days of a month': [
    ['January 10-12, 1963', 'January 10-12, 1963 = 1963-01-10 to 1963-01-12 high'],
    ['January 10 and 11, 1963', 'January 10 and 11, 1963 = 1963-01-10 .. 1963-01-11 high'],
    ['June 3, 4 and 5, 1961', 'June 3, 4 and 5, 1961 = 1961-06-03 .. 1961-06-05 high'],
    ['10-12 January 1963', '10-12 January 1963 = 1963-01-10 to 1963-01-12 high'],
    ['the 3rd and 4th of June 1961', 'the 3rd and 4th of June 1961 = 1961-06-03 .. 1961-06-04 high'],
    ['June 3-4', 'June 3-4 = 1963-06-03 to 1963-06-04 medium'],
    ['January 10', 'January 10 = 1963-01-10 medium'],
    ['the 10th of January', 'the 10th of January = 1963-01-10 medium'],
    ['the second of January', 'the second of January = 1963-01-02 medium'],
    ['the Fourth of July', 'the Fourth of July = 1963-07-04 medium'],
    ['December 10 of last year', 'December 10 of last year = 1962-12-10 high'],
    ['February 29', 'February 29 = 1964-02-29 medium'],
  ],
  'a stretch between two dates': [
    ['from May 28 to June 2', 'from May 28 to June 2 = 1963-05-28 to 1963-06-02 medium'],
    ['from May 28 to June 2, 1961', 'from May 28 to June 2, 1961 = 1961-05-28 to 1961-06-02 high'],
    ['June 30-July 2, 1961', 'June 30-July 2, 1961 = 1961-06-30 to 1961-07-02 high'],
    ['December 28 to January 3, 1963', 'December 28 to January 3, 1963 = 1962-12-28 to 1963-01-03 high'],
    ['December 28, 1962 to January 3, 1963', 'December 28, 1962 to January 3, 1963 = 1962-12-28 to 1963-01-03 high'],
    ['September 3rd and October 4th, 1962', 'September 3rd = 1962-09-03 high', 'October 4th, 1962 = 1962-10-04 high'],
    ['from January to March 1963', 'from January to March 1963 = 1963-01 to 1963-03 high'],
    ['from 1957 to 1960', 'from 1957 to 1960 = 1957 to 1960 high'],
    ['1957-1960', '1957-1960 = 1957 to 1960 high'],
    ['in 1957-60', '1957-60 = 1957 to 1960 medium'],
    ['between 1949 and 1951', 'between 1949 and 1951 = 1949 .. 1951 high'],
    ['between May 28 and June 2', 'between May 28 and June 2 = 1963-05-28 .. 1963-06-02 medium'],
    ['from early May to late June 1962', 'from early May to late June 1962 = 1962-05-01 to 1962-06-30 medium'],
  ],
  'months, seasons, years and decades': [
    ['December 1962', 'December 1962 = 1962-12 high'],
    ['December of last year', 'December of last year = 1962-12 high'],
    ['May of next year', 'May of next year = 1964-05 high'],
    ["November of '61", "November of '61 = 1961-11 high"],
    ['in December', 'December = 1962-12 medium'],
    ['until May', 'May = 1963-05 medium'],
    ['in November or December', 'November = 1962-11 medium', 'December = 1962-12 medium'],
    ['the December meeting', 'December = 1962-12 medium'],
    ['in 1961', '1961 = 1961 high'],
    ['since 1945', '1945 = 1945 high'],
    ['in 1949, 1950 and 1951', '1949 = 1949 high', '1950 = 1950 high', '1951 = 1951 high'],
    ['the 1954 agreements', '1954 = 1954 medium'],
    ['fiscal year 1964', '1964 = 1964 high'],
    ['the summer of 1961', 'the summer of 1961 = 1961-06 .. 1961-08 medium'],
    ['spring of 1962', 'spring of 1962 = 1962-03 .. 1962-05 medium'],
    ['the autumn of last year', 'the autumn of last year = 1962-09 .. 1962-11 medium'],
    ['winter of 1961-62', 'winter of 1961-62 = 1961-12 .. 1962-02 medium'],
    ['in the spring', 'the spring = 1963-03 .. 1963-05 medium'],
    ["the 1950's", "1950's = 1950 .. 1959 high"],
    ['the 1950s', '1950s = 1950 .. 1959 high'],
    ['the fifties', 'fifties = 1950 .. 1959 medium'],
    ["the '50s", '50s = 1950 .. 1959 medium'],
  ],
  'a part of a time': [
    ['early 1963', 'early 1963 = 1963-01 .. 1963-04 medium'],
    ['late in October', 'late in October = 1962-10-21 .. 1962-10-31 medium'],
    ['mid-November', 'mid-November = 1962-11-11 .. 1962-11-20 medium'],
    ['mid-1961', 'mid-1961 = 1961-05 .. 1961-08 medium'],
    ['the end of October', 'the end of October = 1962-10-21 .. 1962-10-31 medium'],
    ['the beginning of next year', 'the beginning of next year = 1964-01 .. 1964-04 medium'],
    ['the end of the year', 'the end of the year = 1963-09 .. 1963-12 medium'],
    ['the middle of next week', 'the middle of next week = 1963-01-16 .. 1963-01-18 medium'],
    ['early next week', 'early next week = 1963-01-14 .. 1963-01-15 medium'],
    ['the first half of 1961', 'the first half of 1961 = 1961-01 .. 1961-06 medium'],
    ['the second half of October', 'the second half of October = 1962-10-16 .. 1962-10-31 medium'],
    ['early in the summer of 1961', 'early in the summer of 1961 = 1961-06 medium'],
    ['early next month', 'early next month = 1963-02-01 .. 1963-02-10 medium'],
    ['the late fifties', 'late fifties = 1957 .. 1959 medium'],
    ['the early 1950s', 'early 1950s = 1950 .. 1952 medium'],
  ],
  'about a time': [
    ['about January 10', 'about January 10 = 1963-01-07 .. 1963-01-13 low'],
    ['around 1955', 'around 1955 = 1953 .. 1957 low'],
    ['circa 1950', 'circa 1950 = 1948 .. 1952 low'],
    ['on or about January 15', 'on or about January 15 = 1963-01-12 .. 1963-01-18 low'],
    ['around the end of October', 'around the end of October = 1962-10-18 .. 1962-11-03 low'],
    ['about mid-December', 'about mid-December = 1962-12-08 .. 1962-12-23 low'],
    ['They talked about January 10', 'January 10 = 1963-01-10 medium'],
  ],
  'days from the conversation': [
    ['yesterday', 'yesterday = 1963-01-09 high'],
    ['today', 'today = 1963-01-10 high'],
    ['tonight', 'tonight = 1963-01-10 high'],
    ['this morning', 'this morning = 1963-01-10 high'],
    ['this afternoon', 'this afternoon = 1963-01-10 high'],
    ['this evening', 'this evening = 1963-01-10 high'],
    ['tomorrow', 'tomorrow = 1963-01-11 high'],
    ['tomorrow morning', 'tomorrow morning = 1963-01-11 high'],
    ['last night', 'last night = 1963-01-09 high'],
    ['the day before yesterday', 'the day before yesterday = 1963-01-08 high'],
    ['the day after tomorrow', 'the day after tomorrow = 1963-01-12 high'],
    ['on Wednesday', 'Wednesday = 1963-01-09 low'],
    ['until Saturday', 'Saturday = 1963-01-12 low'],
    ['on Thursday'],
    ['last Monday', 'last Monday = 1963-01-07 medium'],
    ['last Thursday', 'last Thursday = 1963-01-03 medium'],
    ['next Friday', 'next Friday = 1963-01-11 medium'],
    ['this Friday', 'this Friday = 1963-01-11 medium'],
    ['Monday of last week', 'Monday of last week = 1962-12-31 medium'],
    ['Saturday evening', 'Saturday evening = 1963-01-12 low'],
    ['between Monday and Wednesday', 'between Monday and Wednesday = 1963-01-07 .. 1963-01-09 low'],
  ],
  'weeks, months and years from the conversation': [
    ['last week', 'last week = 1962-12-31 .. 1963-01-06 medium'],
    ['this week', 'this week = 1963-01-07 .. 1963-01-13 medium'],
    ['next week', 'next week = 1963-01-14 .. 1963-01-20 medium'],
    ['last month', 'last month = 1962-12 medium'],
    ['this month', 'this month = 1963-01 medium'],
    ['next month', 'next month = 1963-02 medium'],
    ['last year', 'last year = 1962 high'],
    ['this year', 'this year = 1963 high'],
    ['next year', 'next year = 1964 high'],
    ['earlier this week', 'earlier this week = 1963-01-07 .. 1963-01-10 medium'],
    ['later this year', 'later this year = 1963-01-10 .. 1963-12-31 medium'],
    ['last December', 'last December = 1962-12 medium'],
    ['last January', 'last January = 1962-01 medium'],
    ['next May', 'next May = 1963-05 medium'],
    ['last December 10', 'last December 10 = 1962-12-10 medium'],
    ['this May', 'this May = 1963-05 high'],
    ['last summer', 'last summer = 1962-06 .. 1962-08 medium'],
    ['next fall', 'next fall = 1963-09 .. 1963-11 medium'],
    ['last winter', 'last winter = 1961-12 .. 1962-02 medium'],
  ],
  'counted from the conversation': [
    ['three days ago', 'three days ago = 1963-01-07 medium'],
    ['two weeks ago', 'two weeks ago = 1962-12-24 .. 1962-12-30 medium'],
    ['a week ago', 'a week ago = 1962-12-31 .. 1963-01-06 medium'],
    ['two months ago', 'two months ago = 1962-11 medium'],
    ['two and a half months ago', 'two and a half months ago = 1962-10 .. 1962-11 low'],
    ['a year and a half ago', 'a year and a half ago = 1961-05 .. 1961-09 low'],
    ['Twelve to 14 years ago', 'Twelve to 14 years ago = 1949 .. 1951 medium'],
    ['two or three years ago', 'two or three years ago = 1960 .. 1961 medium'],
    ['twenty-five years ago', 'twenty-five years ago = 1938 medium'],
    ['some ten years ago', 'some ten years ago = 1951 .. 1955 low'],
    ['about two years ago', 'about two years ago = 1960 .. 1962 low'],
    ['a year or two ago', 'a year or two ago = 1961 .. 1962 medium'],
    ['a week or so ago', 'a week or so ago = 1962-12-27 .. 1963-01-10 low'],
    ['a few days ago', 'a few days ago = 1963-01-05 .. 1963-01-08 low'],
    ['some years ago', 'some years ago = 1956 .. 1960 low'],
    ['more than ten years ago', 'more than ten years ago = 1950 .. 1953 low'],
    ['less than a year ago', 'less than a year ago = 1962 .. 1963 low'],
    ['two decades ago', 'two decades ago = 1939 .. 1947 low'],
    ['ten days from now', 'ten days from now = 1963-01-20 medium'],
    ['in two weeks', 'in two weeks = 1963-01-21 .. 1963-01-27 low'],
    ['within a month', 'within a month = 1963-01 .. 1963-02 medium'],
    ['within the next ten days', 'within the next ten days = 1963-01-10 .. 1963-01-20 medium'],
    ['in the last five years', 'the last five years = 1958 to 1963 medium'],
    ['the next few weeks', 'the next few weeks = 1963-01-10 to 1963-02-14 low'],
    ['the past year', 'the past year = 1962 to 1963 medium'],
    ['the next year or so', 'the next year or so = 1963 to 1964 low'],
  ],
  'no date': [
    ['he may go and they march on'],
    ['The May Company'],
    ['it may 10 times be so, and they march 2 miles'],
    ['a second time'],
    ['15,000 tons'],
    ['1949 tons'],
    ['in 1949 tons'],
    ['May 15,000 tons'],
    ['between 1200 and 1500 men'],
    ['Resolution 1953 and room 1963'],
    ['1600 Pennsylvania Avenue'],
    ['page 1950-1960'],
    ['paragraph 10.1.63 and No. 1-10-63'],
    ['$1961 and 3.1961'],
    ['NSC 68/2 and FORM 5-61'],
    ['I remember 10, 1963'],
    ['Good Friday'],
    ['the fall of Berlin'],
    ['It could be settled in a day.'],
    ['in his fifties'],
    ['February 30, 1963'],
    ['31 June 1962'],
    ['the 31st of June'],
    ['2/30/63 and 13/13/63'],
    ['1963-02-30'],
    ['May 0000'],
    ['an hour ago'],
    ['this time and the last question'],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  it.each(rows)('%s', (words, ...found) => {
    expect(findDates(words, MEETING).map((date) => written(words, date))).toEqual(found);
  });
});

describe('the evidence', () => {
  it.each([
    ['January l0, 1963', 'date in full, “l0” taken for a misreading'],
    ['Januarv 10, 1963', 'date in full, “Januarv” taken for a misreading'],
    ['in December', 'year nearest to the day of the conversation'],
    ['last December', 'first before the conversation'],
    ['the end of May 1962', 'third of the time named; month and year'],
    ['13/1/63', 'date in figures, day first since the other order gives no date'],
  ])('of %s', (words, evidence) => {
    expect(findDates(words, MEETING).map((date) => date.evidence)).toEqual([evidence]);
  });
});

describe('a weekday beside a date', () => {
  it.each([
    ['Thursday, January 10, 1963', undefined],
    ['Friday, January 10, 1963', { written: 'Friday', real: 'Thursday' }],
    ['Mon., Jan. 14, 1963', undefined],
    ['Mon., Jan. 11, 1963', { written: 'Mon', real: 'Friday' }],
    ['Sunday the 13th of January, 1963', undefined],
    ['Monday, May 28 to June 2, 1962', undefined],
    ['Tuesday, May 28 to June 2, 1962', { written: 'Tuesday', real: 'Monday' }],
    ['Friday, December 28, in December of last year', undefined],
  ])('%s', (words, weekday) => {
    expect(findDates(words, MEETING)[0]?.weekday).toEqual(weekday);
  });

  it('lowers the certainty where it does not fit', () => {
    expect(findDates('Friday, January 10, 1963', MEETING)[0]?.certainty).toBe('medium');
    expect(findDates('Monday, January 11', MEETING)[0]).toMatchObject({ when: '1963-01-11', certainty: 'low' });
  });
});

describe('the day of the conversation', () => {
  it.each([
    ['yesterday and on January 9', undefined, []],
    ['on January 9, 1963', undefined, ['1963-01-09']],
    ['from May 28 to June 2, 1961', undefined, ['1961-05-28/1961-06-02']],
    ['yesterday, in May', '1963-01', ['1963-05']],
    ['in May of last year', '1963', ['1962-05']],
    ['yesterday', '1963-02-30', []],
    ['yesterday', '1963-01-01', ['1962-12-31']],
    ['last month', '1963-01-31', ['1962-12']],
    ['in December', '1963-07-15', ['1963-12']],
    ['in December', '1963-03-04', ['1962-12']],
    ['in three months', '1963-11-30', ['1964-02']],
    ['20 years ago', '1000-01-01', []],
  ])('%s, said on %s', (words, meeting, found) => {
    const dates = findDates(words, meeting);
    expect(dates.map(({ when, notBefore, notAfter }) => when ?? `${notBefore}/${notAfter}`)).toEqual(found);
  });
});

it('a line may end within a date', () => {
  expect(findDates('on January 10,\n1963 and in\nDecember', MEETING).map(({ when }) => when)).toEqual([
    '1963-01-10',
    '1962-12',
  ]);
});

const phrase = fc.constantFrom(
  ...Object.values(TABLE)
    .flat()
    .map(([words]) => words),
  ...[
    'from ',
    'between ',
    ' and ',
    ' to ',
    ', ',
    '-',
    ' of ',
    'about ',
    'the end of ',
    'early ',
    ' ago',
    ' in ',
    ' the ',
  ],
  ...['January', 'Thursday', '10', '1963', '31', '9999', '0000', '999 years ago', '\n', '/', '.'],
);
const text = fc.oneof(
  anyText,
  memo,
  fc
    .array(fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 })
    .map((all) => all.join('')),
  fc.array(phrase, { maxLength: 30 }).map((all) => all.join(' ')),
);
const meeting = fc.constantFrom(
  undefined,
  MEETING,
  '1000-01-01',
  '9999-12-31',
  '1964-02-29',
  '1963-01',
  '1963',
  'never',
);

const isDay = (date: string): boolean => {
  const day = `${date}${'-01-01'.slice(date.length - 4)}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^[1-9]\d{3}(-\d{2}){0,2}$/.test(date) && new Date(time).toISOString().startsWith(day);
};

// Time grows with the length of the text: 3 MB of memoranda take about half a second, 3 MB of nothing but dates three.
it('whatever the text, dates stand in order, do not overlap, and are dates', () => {
  fc.assert(
    fc.property(text, meeting, (words, day) => {
      let last = 0;
      for (const { start, end, when, notBefore, notAfter } of findDates(words, day)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(words.length);
        last = end;
        const dates = when === undefined ? [notBefore, notAfter] : [when];
        for (const date of dates) expect(isDay(date ?? ''), `${words.slice(start, end)}: ${date}`).toBe(true);
        if (when === undefined) expect(notBefore! <= notAfter!).toBe(true);
      }
    }),
    { seed: SEED, numRuns: 400 },
  );
});

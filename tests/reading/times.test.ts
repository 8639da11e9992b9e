import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTime, findTimes, type TimeFound } from '../../src/reading/dates/times.js';
import { anyText, memo, SEED } from '../properties/generators.js';

const written = (text: string, { start, end, when, from, to, zone, certainty }: TimeFound): string =>
  `${text.slice(start, end)} = ${from ? `${from} to ${to}` : when}${zone ?? ''} ${certainty}`;

/** What is found in the words: "words = hour certainty". */
const TABLE: Record<string, readonly (readonly [words: string, ...found: string[]])[]> = {
  'an hour with its half of the day': [
    ['3:15 p.m.', '3:15 p.m. = 15:15:00 high'],
    ['3.15 PM', '3.15 PM = 15:15:00 high'],
    ['3 p.m.', '3 p.m. = 15:00:00 high'],
    ['3P.M.', '3P.M. = 15:00:00 high'],
    ['6:00 p. m.', '6:00 p. m. = 18:00:00 high'],
    ['12:30 a.m.', '12:30 a.m. = 00:30:00 high'],
    ['12 p.m.', '12 p.m. = 12:00:00 high'],
    ["10:30 o'clock a.m.", "10:30 o'clock a.m. = 10:30:00 high"],
    ['1 32 PM', '1 32 PM = 13:32:00 high'],
    ['PM 1 32', 'PM 1 32 = 13:32:00 high'],
  ],
  'noon and midnight': [
    ['12:00 Noon', '12:00 Noon = 12:00:00 high'],
    ['12 noon', '12 noon = 12:00:00 high'],
    ['Noon', 'Noon = 12:00:00 high'],
    ['midnight', 'midnight = 00:00:00 high'],
  ],
  'twenty-four hours': [
    ['1530 hours', '1530 hours = 15:30:00 high'],
    ['0815 hrs.', '0815 hrs. = 08:15:00 high'],
    ['15:30', '15:30 = 15:30:00 medium'],
    ['09:30', '09:30 = 09:30:00 medium'],
    ['0930Z', '0930Z = 09:30:00Z high'],
    ['1530 GMT', '1530 GMT = 15:30:00Z high'],
  ],
  'a stretch of hours': [
    ['3:15-4:30 p.m.', '3:15-4:30 p.m. = 15:15:00 to 16:30:00 high'],
    ['10 a.m. to 11:15 a.m.', '10 a.m. to 11:15 a.m. = 10:00:00 to 11:15:00 high'],
    ['11:30-1:00 p.m.', '11:30-1:00 p.m. = 11:30:00 to 13:00:00 high'],
    ['2:30 to 3 PM', '2:30 to 3 PM = 14:30:00 to 15:00:00 high'],
    ['10:15 a.m. - 12 Noon', '10:15 a.m. - 12 Noon = 10:15:00 to 12:00:00 high'],
    ['12:00 noon to 1:15 p.m.', '12:00 noon to 1:15 p.m. = 12:00:00 to 13:15:00 high'],
    ['1530-1630 hours', '1530-1630 hours = 15:30:00 to 16:30:00 high'],
  ],
  'an hour in words': [
    ["10:30 o'clock", "10:30 o'clock = 10:30:00 low"],
    ["4 o'clock", "4 o'clock = 16:00:00 low"],
    ["five o'clock in the morning", "five o'clock in the morning = 05:00:00 high"],
    ["three o'clock in the afternoon", "three o'clock in the afternoon = 15:00:00 high"],
    ['half past three p.m.', 'half past three p.m. = 15:30:00 high'],
    ['a quarter to four in the afternoon', 'a quarter to four in the afternoon = 15:45:00 high'],
    ['quarter past ten', 'quarter past ten = 10:15:00 low'],
  ],
  'an hour misread': [
    ['l0:30 a.m.', 'l0:30 a.m. = 10:30:00 medium'],
    ['3:l5 p.m.', '3:l5 p.m. = 15:15:00 medium'],
    ['1O:OO a.m.', '1O:OO a.m. = 10:00:00 medium'],
  ],
  'no hour': [
    ['25:61'],
    ['12:61 p.m.'],
    ['John 3:16'],
    ['a proportion of 3:1'],
    ['24:00'],
    ['half a dozen'],
    ['15:30:45'],
    ['in 1530'],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  it.each(rows)('%s', (words, ...found) => {
    expect(findTimes(words).map((time) => written(words, time))).toEqual(found);
  });
});

it('a stretch begins at its hour, and the first hour of a text is found alone', () => {
  expect(findTime('from 3:15-4:30 p.m., then at noon')).toMatchObject({
    when: '15:15:00',
    from: '15:15:00',
    to: '16:30:00',
  });
  expect(findTime('in the afternoon')).toBeUndefined();
});

const phrase = fc.constantFrom(
  ...Object.values(TABLE)
    .flat()
    .map(([words]) => words),
  ...[' to ', '-', ':', ' p.m.', '12', '59', '2400'],
);
const text = fc.oneof(
  anyText,
  memo,
  fc.array(phrase, { maxLength: 30 }).map((all) => all.join('')),
);

it('whatever the text, hours stand in order, do not overlap, and are hours', () => {
  fc.assert(
    fc.property(text, (words) => {
      let last = 0;
      for (const { start, end, when, from = when, to = when } of findTimes(words)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        for (const hour of [when, from, to]) expect(hour).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d:00$/);
      }
    }),
    { seed: SEED, numRuns: 400 },
  );
});

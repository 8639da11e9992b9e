import { describe, expect, it } from 'vitest';
import { fullYearBy, impossibleDay, readSpan, readTyped } from '../../src/validation/typed-dates.js';

const inFile = fullYearBy('<date when="1963-01-10"/> 611.61/1-1063 <date when="1963"/>');

describe('a date as typed', () => {
  it.each([
    ['January 10, 1963', ['1963-01-10']],
    ['Jan. 10th 1963', ['1963-01-10']],
    ['Thursday, January 10, 1963', ['1963-01-10']],
    ['10 January 1963', ['1963-01-10']],
    ['10 Sept. 63', ['1963-09-10']],
    ['January 1963', ['1963-01']],
    ['1963-1-9', ['1963-01-09']],
    ['1963/01/09', ['1963-01-09']],
    ['1963-01-10Z', ['1963-01-10']],
    ['19630110', ['1963-01-10']],
    ['63-01-10', ['1963-01-10']],
    ['1963-1', ['1963-01']],
    ['23.1.1963', ['1963-01-23']],
    ['1/23/63', ['1963-01-23']],
    ['2/3/63', ['1963-02-03', '1963-03-02']],
    ['2/2/63', ['1963-02-02']],
    ['1963-01-10 9:30', ['1963-01-10T09:30:00']],
    ['12:00', ['12:00:00']],
    ['9.30', ['09:30:00']],
    ['12 noon', ['12:00:00']],
    ['12 a.m.', ['00:00:00']],
    ['3:30 p.m.', ['15:30:00']],
  ])('“%s” is read as %j', (typed, iso) => {
    expect(readTyped(typed, inFile).map((reading) => reading.iso)).toEqual(iso);
  });

  it.each(['yesterday', 'February 30, 1963', '30.2.1963', '13:00 p.m.', '10 January 45', '1963-13', ''])(
    'nothing is made of “%s”',
    (typed) => {
      expect(readTyped(typed, inFile)).toEqual([]);
    },
  );
});

it('a span is parted', () => {
  expect(readSpan('1961-1963')).toEqual({ from: '1961', to: '1963' });
  expect(readSpan('1963-01-10/1963-01-12')).toEqual({ from: '1963-01-10', to: '1963-01-12' });
  expect(readSpan('1963-01-10')).toBeUndefined();
});

it('a day that no calendar has is known with the last of its month', () => {
  expect(impossibleDay('1963-02-29')).toEqual({ last: '1963-02-28', month: '1963-02' });
  expect(impossibleDay('1964-02-29')).toBeUndefined();
  expect(impossibleDay('1963-13-31')).toBeUndefined();
});

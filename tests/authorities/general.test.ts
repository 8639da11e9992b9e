import { describe, expect, it } from 'vitest';
import { indexAuthorities } from '../../src/authorities/authorities.js';
import { readAuthority } from '../../src/authorities/read.js';
import type { PersonRecord, Term } from '../../src/authorities/record.js';
import { GENERAL_AUTHORITIES } from '../../src/corpus/package-files.js';
import { literal } from '../../src/text/patterns.js';
import { readText } from '../repository.js';
import { KNOWN_HOLDERS } from './known-holders.js';

const files = GENERAL_AUTHORITIES.map((file) => ({ file, xml: readText(file) }));
const records = files.flatMap(readAuthority);
const people = records.filter((record): record is PersonRecord => record.kind === 'person');
const authorities = indexAuthorities([], files);

const W3C_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** Offices that several people hold side by side. */
const COLLEGIAL =
  /^(?:First )?Deputy (?!Under)|^Vice (?:Premier|Minister|President of Yugoslavia)|^Secretary of the Central|^Senator/;

/** Offices that are named in so many memoranda that no month may be without a holder. */
const NEVER_VACANT: [office: string, from: number, to: number][] = [
  ['President of the United States', 1940, 1992],
  ['Secretary of State of the United States', 1940, 1991],
  ['Minister of Foreign Affairs of the USSR', 1947, 1990],
  ['Chairman of the Council of Ministers of the USSR', 1947, 1990],
  ['Prime Minister of the United Kingdom', 1940, 1992],
  ['Chancellor of the Federal Republic of Germany', 1950, 1992],
  ['Minister of Foreign Affairs of the Federal Republic of Germany', 1952, 1992],
  ['Minister of Foreign Affairs of the German Democratic Republic', 1954, 1989],
  ['Minister of Foreign Affairs of France', 1947, 1992],
  ["Minister of Foreign Affairs of the People's Republic of China", 1950, 1992],
  ['Prime Minister of Japan', 1946, 1979],
  ['Prime Minister of India', 1948, 1963],
  ['Prime Minister of Israel', 1949, 1968],
  ['Prime Minister of Canada', 1940, 1992],
  ['Secretary-General of the United Nations', 1963, 1992],
];

const held = (office: string, day: string): string[] =>
  authorities.holders(new RegExp(`^${literal(office)}$`), day).map(({ surname }) => surname);

const terms = people.flatMap(({ id, terms }) => terms.map((term) => ({ id, ...term })));
const offices = [...new Set(terms.map(({ office }) => office))];

describe('the general authority', () => {
  it('gives every id once over all files', () => {
    const ids = records.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^person\.[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('names a source for every person', () => {
    expect(people.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('gives no full name to two people', () => {
    const forms = people.flatMap(({ preferred, variants }) => [preferred, ...variants]);
    expect(forms.filter((form) => authorities.peopleNamed(form).length !== 1)).toEqual([]);
  });

  it('finds every person by the name that stands after a title', () => {
    const lost = people.filter(
      ({ id, surname }) => !authorities.peopleOfSurname(surname).some((found) => found.id === id),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['Chou', 'person.zhou'],
    ['Semyonov', 'person.semenov'],
    ['Mossadeq', 'person.mossadegh'],
    ['Ben-Bella', 'person.ben-bella'],
    ['Gomulka', 'person.gomulka'],
    ['Inonu', 'person.inonu'],
    ['Schroeder', 'person.schroeder'],
    ['Diem', 'person.diem'],
    ['Kennedy', 'person.kennedy'],
    ['Dulles', 'person.dulles'],
  ])('means by %s alone one man', (surname, id) => {
    expect(authorities.peopleOfSurname(surname).map((person) => person.id)).toEqual([id]);
  });

  it('has an office and dates in W3C form, in order, for every term', () => {
    const wrong = terms.filter(
      ({ office, from, to }) =>
        office === '' ||
        (from === undefined && to === undefined) ||
        [from, to].some((date) => date !== undefined && !W3C_DATE.test(date)) ||
        (from !== undefined && to !== undefined && coarse(from, to) > coarse(to, from)),
    );
    expect(wrong).toEqual([]);
  });

  it('lets nobody hold an office after death or before birth', () => {
    const wrong = people.filter(({ birth, death, terms }) =>
      terms.some(
        ({ from, to }) =>
          (death?.when !== undefined && to !== undefined && coarse(to, death.when) > coarse(death.when, to)) ||
          (birth?.when !== undefined && from !== undefined && from <= birth.when),
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has one holder at a time of an office for one, as far as the dates are precise', () => {
    const overlaps = offices
      .filter((office) => !COLLEGIAL.test(office))
      .map((office) => terms.filter((term) => term.office === office))
      .flatMap((same) =>
        same.flatMap((one, i) => same.slice(i + 1).flatMap((other) => (overlap(one, other) ? [[one, other]] : []))),
      );
    expect(overlaps).toEqual([]);
  });

  it.each(KNOWN_HOLDERS)('knows who on %s was %s: %s', (day, office, surname) => {
    expect(held(office, day)).toEqual([surname]);
  });

  it.each(NEVER_VACANT)('has a %s for every month of %i to %i', (office, from, to) => {
    const days = Array.from({ length: (to - from + 1) * 12 }, (_, i) => {
      const month = String((i % 12) + 1).padStart(2, '0');
      return `${from + Math.floor(i / 12)}-${month}-25`;
    });
    expect(days.filter((day) => held(office, day).length === 0)).toEqual([]);
  });
});

/** A date cut to the precision of another. */
function coarse(date: string, other: string): string {
  return date.slice(0, other.length);
}

/** Whether two terms share more than the day, month or year in which one follows the other. */
function overlap(one: Term, other: Term): boolean {
  const [first, second] = (one.from ?? '') <= (other.from ?? '') ? [one, other] : [other, one];
  const [end, start] = [first.to ?? '9999', second.from ?? ''];
  return coarse(end, start) > coarse(start, end);
}

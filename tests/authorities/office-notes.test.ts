import { describe, expect, it } from 'vitest';
import { officesOf } from '../../src/authorities/office-notes.js';

/** Office and dates on one line: "Ambassador to Zambia 1972-09/1976-07". */
const told = (note: string): string[] =>
  officesOf(note).map(({ office, from, to }) => (from || to ? `${office} ${from ?? ''}/${to ?? ''}` : office));

describe('a clear term is a term with dates of its precision', () => {
  it.each([
    ['Prime Minister of Rhodesia from April 1964', ['Prime Minister of Rhodesia 1964-04/']],
    ['Libyan Defense Minister until September 1969', ['Libyan Defense Minister /1969-09']],
    ['Minister of Defense to August 1955.', ['Minister of Defense /1955-08']],
    ['Ambassador to Zambia from September 1972 until July 1976', ['Ambassador to Zambia 1972-09/1976-07']],
    ['President of Sudan from November 18, 1958 until November 16, 1964', ['President of Sudan 1958-11-18/1964-11-16']],
    ['Congolese Prime Minister, from November 25, 1965 until 1966', ['Congolese Prime Minister 1965-11-25/1966']],
    ['Special Counsel to the President, 1965–1967', ['Special Counsel to the President 1965/1967']],
    ['Secretary of the Army, January 24, 1961-June 30, 1962', ['Secretary of the Army 1961-01-24/1962-06-30']],
    ['Jordanian Foreign Minister, July 1–October 29, 1956', ['Jordanian Foreign Minister 1956-07-01/1956-10-29']],
    ['French Deputy Premier, July–December 1940', ['French Deputy Premier 1940-07/1940-12']],
    ['Chief of Mission (1961–1963)', ['Chief of Mission 1961/1963']],
  ])('%s', (note, offices) => {
    expect(told(note)).toEqual(offices);
  });

  it('each part up to a semicolon has its own', () => {
    const note =
      'Deputy Premier, July–December 1940; also Minister of Foreign Affairs, October–December 1940; a lawyer';
    expect(told(note)).toEqual([
      'Deputy Premier 1940-07/1940-12',
      'Minister of Foreign Affairs 1940-10/1940-12',
      'a lawyer',
    ]);
  });
});

describe('what gives no clear term is an office without dates, in its own words', () => {
  it.each([
    'Khedive of Egypt.',
    'Counselor of Legation in Hungary; Major General, USA',
    'President, El Salvador. Visited U.S. once, 1959',
    'Prime Minister, Italy. Visited U.S. 13 times, 2001–2009',
    'Director of Central Intelligence after April 28, 1965',
    'former Ambassador to the Dominican Republic, March 9, 1962–September 28, 1963',
    'Chancellor-elect until October 1963',
    'Assistant Director for Europe until early 1977',
    'Foreign Minister from May 1961 until sometime before November 1961',
    'Prime Minister, 1937–1939, 1940–1941.',
    'member of the delegation, 1952',
    'detained in Cuba from December 1971 until February 1973',
    '(Colonel until 1953), Staff Secretary at the White House from January 21, 1953',
    'Chief of the Staff (Deputy Chief until March 1961)',
    'Minister of War from June 31, 1950',
    'Minister of War from June 1953 until May 1950',
    'from 1958 until 1960',
  ])('%s', (note) => {
    expect(officesOf(note)).toEqual([{ office: note }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchedEdition, SearchedUnit } from '../../src/search/catalogue.js';
import { find, type Hit } from '../../src/search/find.js';
import { fold, wordsOf } from '../../src/search/fold.js';
import { indexOf } from '../../src/search/index-files.js';
import { passageOf } from '../../src/search/passage.js';
import { clausesOf, isNamed, type Query } from '../../src/search/query.js';
import { readTextOf } from '../../src/search/readings.js';

const unit = (id: string, text: string, more: Partial<SearchedUnit> = {}): SearchedUnit => ({
  id,
  kind: 'turn',
  text,
  from: 1,
  to: 1,
  who: [],
  people: [],
  ...more,
});
const person = (id: string, name: string, ...forms: string[]) => ({
  id,
  name,
  surname: name.split(' ').at(-1)!,
  forms: [name, ...forms],
});
const edition = (
  name: string,
  date: string,
  units: SearchedUnit[],
  people = [person('p.a', 'Ada Able', 'A. Able'), person('p.b', 'Ben Bäcker')],
): SearchedEdition => ({
  name,
  title: name,
  date,
  day: date,
  pages: ['1', '2', '7'],
  people,
  units,
});

async function search(editions: SearchedEdition[], words: string, filters: Omit<Query, 'clauses'> = {}) {
  const { catalogue, words: files, texts } = indexOf(editions);
  const hits = await find(catalogue, { clauses: clausesOf(words), ...filters }, async (file) => files[file]!);
  return {
    hits,
    ids: hits.map(({ entry }) => entry[0]),
    passage: (hit: Hit) => passageOf(hit, texts[hit.edition]![hit.unit]!),
  };
}

describe('words are folded', () => {
  it.each([
    ['Kuznetsov’s', 'kuznetsov'],
    ['naïve', 'naive'],
    ['Ødegård', 'odegard'],
    ['Straße', 'strasse'],
    ['U.S.S.R.', 'ussr'],
    ['1,556', '1556'],
    ['O’Neill', 'oneill'],
    ['thermo\u00ADnuclear', 'thermonuclear'],
    ['ﬁnal', 'final'],
  ])('%s as %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
    expect(wordsOf(`a ${word} b`).map((one) => one.folded)).toEqual(['a', folded, 'b']);
  });

  it('a hyphen parts words, and joins them', async () => {
    const editions = [
      edition('e', '1963', [
        unit('1', 'It was business-like'),
        unit('2', 'It was businesslike'),
        unit('3', 'like a business'),
      ]),
    ];
    for (const words of ['business-like', 'businesslike'])
      expect((await search(editions, words)).ids.sort()).toEqual(['1', '2']);
    expect((await search(editions, '"business like"')).ids).toEqual(['1']);
  });
});

describe('a query', () => {
  const editions = [
    edition('later', '1975-08-22', [unit('1', 'The canal is ours. Nobody says so.', { who: ['p.a'], from: 2, to: 3 })]),
    edition('earlier', '1956-07', [
      unit('2', 'The canals are theirs.', { who: ['p.b'], people: ['p.a'] }),
      unit('3', 'Is the canal theirs?', { kind: 'note' }),
    ]),
  ];
  it.each<[string, Omit<Query, 'clauses'>, string[]]>([
    ['canal', {}, ['1', '2', '3']],
    ['"canal"', {}, ['1', '3']],
    ['“the canal”', {}, ['1', '3']],
    ['canal -theirs', {}, ['1']],
    ['-canal', {}, []],
    ['canal', { speaker: 'able' }, ['1']],
    ['', { person: 'A. Able' }, ['1', '2']],
    ['', { speaker: 'backer' }, ['2']],
    ['canal', { from: '1956', to: '1956' }, ['2', '3']],
    ['canal', { from: '1956-07-31' }, ['1', '2', '3']],
    ['canal', { from: '1956-08' }, ['1']],
    ['', { page: '7' }, ['1']],
    ['', { edition: 'earlier' }, ['2', '3']],
    ['constructor', {}, []],
    ['', {}, []],
    ['"', {}, []],
    ['- "" «»', {}, []],
  ])('%s %o', async (words, filters, expected) => {
    expect((await search(editions, words, filters)).ids.sort()).toEqual(expected);
  });

  it('finds names by any form, and no name by nothing', () => {
    expect(isNamed('ben back', ['Ben Bäcker'])).toBe(true);
    expect(isNamed(' ', ['Ben Bäcker'])).toBe(false);
    expect(isNamed('able ben', ['Ada Able', 'Ben Bäcker'])).toBe(false);
  });
});

describe('readings', () => {
  const marked =
    'agree to avert \uE000thermonuclear\uE001the nuclear\uE002 war, said \uE000Kuznetsov\uE001Khrushchev\uE001Kusnetsov\uE002 again';
  const editions = [edition('e', '1963', [unit('1', marked), unit('2', 'Nothing of the kind')])];
  it.each([
    'thermonuclear war',
    '"the nuclear war"',
    '"avert the nuclear"',
    'khrushchev',
    'kusnetsov',
    '"said Khrushchev again"',
  ])('%s', async (words) => {
    const { ids, hits, passage } = await search(editions, words);
    expect(ids).toEqual(['1']);
    const { pieces, other } = passage(hits[0]!);
    expect(pieces.map(({ text }) => text).join('')).toBe('agree to avert thermonuclear war, said Kuznetsov again');
    expect(
      pieces
        .filter((piece) => piece.marked)
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(/thermonuclear|Kuznetsov/);
    if (!words.startsWith('thermo')) expect(other?.filter((piece) => piece.marked).length).toBeGreaterThan(0);
  });
  it('do not mix', async () => {
    expect((await search(editions, '"thermonuclear war said Khrushchev nothing"')).ids).toEqual([]);
    expect(readTextOf('a \uE000\uE001b\uE002 c').text).toBe('a  c');
  });
});

it('a link marks the words between those around them', async () => {
  const { hits, passage } = await search([edition('e', '1963', [unit('1', 'One two, three-four five six')])], 'four');
  expect(passage(hits[0]!).fragment).toBe(':~:text=two%2C%20three%2D-,four,-five%20six');
});

const word = fc.constantFrom(
  'peace',
  'Pétain',
  'war',
  'canal',
  'business-like',
  'U.S.',
  'the',
  'oil',
  '1,556',
  'Хрущёв',
  '和平',
);
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

it('every stretch of a text is found as a phrase, with its words marked, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }), async (all, which, where, length) => {
      const editions = [
        edition(
          'e',
          '1963',
          all.map((words, i) => unit(String(i), words.join(' '))),
        ),
      ];
      const chosen = all[which % all.length]!;
      const start = where % chosen.length;
      const phrase = chosen.slice(start, start + length).join(' ');
      const { hits, ids, passage } = await search(editions, `"${phrase}"`);
      const folded = (text: string) =>
        ` ${wordsOf(text)
          .map((one) => one.folded)
          .join(' ')} `;
      expect(ids.sort()).toEqual(
        all.flatMap((words, i) => (folded(words.join(' ')).includes(folded(phrase)) ? [String(i)] : [])).sort(),
      );
      for (const hit of hits) {
        const marks = passage(hit)
          .pieces.filter((piece) => piece.marked)
          .map(({ text }) => folded(text));
        expect(marks.some((mark) => mark.includes(folded(phrase)))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('the order of the editions does not matter', () => {
  const editions = ['b', 'a', 'c'].map((name) => edition(name, '1963', [unit(name, `text of ${name}`)]));
  expect(JSON.stringify(indexOf(editions))).toBe(JSON.stringify(indexOf([...editions].reverse())));
});

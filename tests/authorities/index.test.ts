import { describe, expect, it } from 'vitest';
import { indexAuthorities } from '../../src/authorities/authorities.js';
import { readAuthority } from '../../src/authorities/read.js';

const tei = (people: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>${people}</listPerson></standOff></TEI>`;
const file = (people: string, name = 'people.xml') => ({ file: name, xml: tei(people) });
const PEARSON =
  '<person xml:id="r.1"><persName type="preferred">Pearson, Lester Bowles</persName><birth when="1897"/><death when="1972"/>' +
  '<note type="office">Prime Minister of Canada from April 1963</note><note>A historian.</note><idno type="HSG">1</idno></person>';

describe('a person of a register', () => {
  const [record] = readAuthority(file(PEARSON));

  it('has the offices of its notes as terms, and other notes as notes', () => {
    expect(record).toMatchObject({
      preferred: 'Lester Bowles Pearson',
      birth: { when: '1897', text: '1897' },
      terms: [{ office: 'Prime Minister of Canada', from: '1963-04' }],
      notes: ['A historian.'],
    });
  });
});

describe('a term whose end a note leaves open', () => {
  const held = (note: string, day: string, life = '') =>
    indexAuthorities([
      file(`<person xml:id="a"><persName>Abboud, Ibrahim</persName>${life}<note type="office">${note}</note></person>`),
    ]).holders(/President/, day).length === 1;

  it('reaches no further than a term usually lasts', () => {
    expect(held('President from 1958', '1960-05-01')).toBe(true);
    expect(held('President from 1958', '1975-05-01')).toBe(false);
    expect(held('President until 1964', '1963-05-01')).toBe(true);
    expect(held('President until 1964', '1941-05-01')).toBe(false);
  });

  it('reaches no further than a life', () => {
    expect(held('President from 1958', '1961-05-01', '<death when="1960"/>')).toBe(false);
    expect(held('President until 1964', '1959-05-01', '<birth when="1960"/>')).toBe(false);
  });

  it('covers no day where no date is given', () => {
    expect(held('President', '1960-05-01')).toBe(false);
    expect(held('President. Visited U.S. once, 1960', '1960-05-01')).toBe(false);
  });
});

describe('names and surnames', () => {
  const index = indexAuthorities([
    file(
      '<person xml:id="a"><persName>Papen, Franz von</persName></person>' +
        '<person xml:id="b"><persName>Morgenthau, Henry, Jr.</persName></person>' +
        '<person xml:id="c"><persName>Morgenthau, Henry, Sr.</persName></person>',
    ),
  ]);
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);

  it('are found with the particle and without', () => {
    expect(ids(index.peopleOfSurname('Papen'))).toEqual(['a']);
    expect(ids(index.peopleOfSurname('von Papen'))).toEqual(['a']);
  });

  it('father and son share one, and each has his own', () => {
    expect(ids(index.peopleNamed('Henry Morgenthau'))).toEqual(['b', 'c']);
    expect(ids(index.peopleNamed('Henry Morgenthau, Sr.'))).toEqual(['c']);
  });

  it('the surname is the last word where no name of the file stands turned, Jr. aside', () => {
    const other = indexAuthorities([file('<person xml:id="a"><persName>Henry Morgenthau Jr.</persName></person>')]);
    expect(ids(other.peopleOfSurname('Morgenthau'))).toEqual(['a']);
  });
});

describe('one person in two files, by the number that both have', () => {
  const general = file(
    '<person xml:id="person.pearson"><persName>Lester B. Pearson</persName>' +
      '<occupation from="1963-04-22" to="1968-04-20">Prime Minister of Canada</occupation><idno type="HSG">1</idno></person>',
    'offices.xml',
  );
  const index = indexAuthorities([file(PEARSON)], [general]);

  it('is one, with the id of the first and the terms of both', () => {
    const [person, ...others] = index.peopleOfSurname('Pearson');
    expect(others).toEqual([]);
    expect(person).toMatchObject({ id: 'r.1', preferred: 'Lester Bowles Pearson', variants: ['Lester B. Pearson'] });
    expect(person?.terms).toHaveLength(2);
    expect(index.peopleNamed('Lester B. Pearson')).toEqual([person]);
    expect(index.holders(/^Prime Minister of Canada$/, '1967-01-01')).toEqual([person]);
  });

  it('is found under either id', () => {
    expect(index.byId('person.pearson')).toBe(index.byId('r.1'));
  });
});

describe('a file that cannot be relied on is refused', () => {
  const refusal = (xml: string) => {
    try {
      readAuthority({ file: 'people.xml', xml });
    } catch (error) {
      return (error as { found: { reason: string; place?: { start: { line: number; column: number } } } }).found;
    }
    return undefined;
  };

  it.each([
    ['an element that is not closed', '<TEI>\n <standOff>\n</TEI>', 3],
    ['a document type declaration', '<?xml version="1.0"?>\n<!DOCTYPE TEI>\n<TEI/>', 2],
    ['an entity without a declaration', tei('\n<person xml:id="a"><persName>A &who; B</persName></person>'), 2],
    ['elements too deep', `<TEI>\n${'<p>'.repeat(300)}${'</p>'.repeat(300)}</TEI>`, 2],
  ])('%s', (_, xml, line) => {
    expect(refusal(xml)?.place?.start.line).toBe(line);
  });

  it('one without a list', () => {
    expect(refusal('<TEI><standOff/></TEI>')?.reason).toContain('no entry');
  });
});

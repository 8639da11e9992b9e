import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../src/validation/references.js';
import { SAMPLE, sampleWith } from './material.js';

const check = (xml: string) => checkReferences(xml, 'a.xml');

describe('references', () => {
  it('all arrive in the sample', () => {
    expect(check(SAMPLE)).toEqual([]);
  });

  it('that point at nothing are named with the id that may have been meant', () => {
    const [found] = check(sampleWith('toWhom="#person.rusk"', 'toWhom="#person.rask"'));
    expect(found).toMatchObject({
      rule: 'reference-resolves',
      severity: 'error',
      file: 'a.xml',
      words: 'toWhom="#person.rask"',
      advice:
        'Write toWhom="#person.rusk" if that is meant, or add <person xml:id="person.rask"><persName>…</persName></person> to <listPerson>.',
    });
    const line = SAMPLE.split('\n').findIndex((text) => text.includes('toWhom')) + 1;
    const column = SAMPLE.split('\n')[line - 1]!.indexOf('<said') + 1;
    expect(found?.place?.start).toMatchObject({ line, column });
  });

  it('are read one by one where an attribute holds several', () => {
    expect(check(sampleWith('toWhom="#person.rusk"', 'toWhom="#person.rusk #nobody\n#no-one"'))).toHaveLength(2);
  });

  it('may lead to the web', () => {
    expect(
      check(sampleWith('ref="#place.moscow"', 'ref="#place.moscow https://www.wikidata.org/entity/Q649"')),
    ).toEqual([]);
  });

  it('may not lead to other files, but for links', () => {
    expect(check(sampleWith('ref="#place.moscow"', 'ref="#place.moscow places.xml#moscow"'))).toHaveLength(1);
    expect(
      check(
        sampleWith('target="https://history.state.gov/historicaldocuments/frus1961-63v05/d278"', 'target="other.xml"'),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a speaker that is a place', 'toWhom="#person.rusk"', 'toWhom="#place.moscow"'],
    [
      'a hand that is a person',
      '<del rend="overstrike" hand="#hand.declassification">',
      '<del rend="overstrike" hand="#person.rusk">',
    ],
    [
      'a witness that is a hand',
      'wit="#frus" resp="#editor" cert="high">Vasiliy<',
      'wit="#hand.approval" resp="#editor">Vasiliy<',
    ],
    [
      'someone answerable who is a page',
      '<sic>Two. 72</sic><corr resp="#editor"',
      '<sic>Two. 72</sic><corr resp="#pg.1"',
    ],
  ])('refuse %s', (_, before, after) => {
    const found = check(sampleWith(before, after)).filter(({ severity }) => severity === 'error');
    expect(found).toMatchObject([{ rule: 'reference-resolves' }]);
    expect(found[0]?.reason).toMatch(/which is a <\w+>\.$/);
  });
});

describe('a chain of parts', () => {
  it('leads back: a part that points elsewhere is an error', () => {
    const found = check(sampleWith('next="#turn.2.2"', 'next="#turn.1"'));
    expect(found.map(({ severity }) => severity).sort()).toEqual(['error', 'warning']);
  });

  it('gives a warning where one side is silent', () => {
    expect(check(sampleWith(' next="#turn.2.2"', ''))).toMatchObject([
      { rule: 'parts-are-chained', severity: 'warning', advice: 'Write next="#turn.2.2" on <said xml:id="turn.2">.' },
    ]);
  });
});

describe('ids', () => {
  it('stand once; the message names both places', () => {
    const found = check(sampleWith('xml:id="par.4"', 'xml:id="par.3"'));
    expect(found).toMatchObject([{ rule: 'id-is-unique', words: 'xml:id="par.3"', related: [{ file: 'a.xml' }] }]);
  });
});

describe('an entry of the registers', () => {
  it('that nothing mentions gives a warning', () => {
    const found = check(sampleWith(' ref="#place.moscow"', ''));
    expect(found).toMatchObject([{ rule: 'entry-is-mentioned', severity: 'warning' }]);
    expect(found[0]?.reason).toContain('place.moscow');
  });

  it('is not mentioned by pointing at itself', () => {
    const xml = sampleWith(' ref="#place.moscow"', '').replace(
      '>Moscow</placeName></place>',
      ' ref="#place.moscow">Moscow</placeName></place>',
    );
    expect(check(xml)).toMatchObject([{ rule: 'entry-is-mentioned' }]);
  });
});

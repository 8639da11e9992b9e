import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkGrammar, type Grammar } from '../../src/validation/grammar.js';
import { EVERY_ELEMENT, grammarOfTheProject, SAMPLE, SCHEMA, sampleWith } from './material.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await grammarOfTheProject();
});

const check = (xml: string) => checkGrammar(xml, 'a.xml', grammar);

/** Line and column of `words` in `xml`, found without the program. */
function where(xml: string, words: string): { line: number; column: number } {
  const before = xml.slice(0, xml.indexOf(words)).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

describe('the grammar', () => {
  it('accepts an edition as the encoder writes it', () => {
    expect(check(SAMPLE)).toEqual([]);
  });

  it('accepts an edition that has every element of the schema', () => {
    const names = [...readFileSync(SCHEMA, 'utf8').matchAll(/<element name="(\w+)"/g)].map((found) => found[1]!);
    expect(names.filter((name) => !new RegExp(`<${name}[\\s/>]`).test(EVERY_ELEMENT))).toEqual([]);
    expect(check(EVERY_ELEMENT)).toEqual([]);
  });

  it('accepts it under a namespace prefix', () => {
    const prefixed = SAMPLE.replace(/<(\/?)([A-Za-z])/g, '<$1t:$2').replace('xmlns=', 'xmlns:t=');
    expect(check(prefixed)).toEqual([]);
  });

  it('accepts furniture, notes, gaps and page breaks inside a name', () => {
    expect(
      check(
        sampleWith(
          '>Moscow</placeName>.',
          '>Mos<gap reason="illegible"/><pb n="9"/><fw type="other">x</fw>cow</placeName>.',
        ),
      ),
    ).toEqual([]);
  });

  it.each(['1963', '1963-02', '1963-02-28', '--12-25', '12:30:00', ' 1963-02-28 '])('accepts the date “%s”', (date) => {
    expect(check(sampleWith('when="1963-01-09"', `when="${date}"`))).toEqual([]);
  });

  it.each(['1963-2-1', '1963-02-30', '0000', '24:00:00', 'yesterday', '--02-30', ''])(
    'refuses the date “%s”',
    (date) => {
      const [found] = check(sampleWith('when="1963-01-09"', `when="${date}"`));
      expect(found?.reason).toContain('@when of <date>');
    },
  );
});

describe('a message of the grammar', () => {
  it('names a misspelt element, its place, and the one that was meant', () => {
    const xml = sampleWith('<cell/>', '<cel/>');
    expect(check(xml)).toMatchObject([
      {
        rule: 'grammar-holds',
        severity: 'error',
        file: 'a.xml',
        place: { start: where(xml, '<cel/>') },
        words: '<cel/>',
        reason: 'The schema has no element <cel>, found in <row>. Here may stand: <cell>.',
        advice: 'Write <cell>.',
      },
    ]);
  });

  it('names a misspelt attribute and the one that was meant', () => {
    const xml = sampleWith('toWhom=', 'towhom=');
    const [found, ...more] = check(xml);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ place: { start: where(xml, '<said who="#person.kuznetsov" towhom') } });
    expect(found?.reason).toMatch(/<said> may not have the attribute @towhom\. Here may stand: @toWhom, @/);
    expect(found?.advice).toBe('Write toWhom="#person.rusk".');
  });

  it('does not also miss an attribute that is there with a slip in its name', () => {
    expect(check(sampleWith('type="heading"', 'tpye="heading"'))).toHaveLength(1);
  });

  it('names a value outside a closed list, and the nearest of the list first', () => {
    const xml = sampleWith('type="letterhead"', 'type="leterhead"');
    const [found] = check(xml);
    expect(found).toMatchObject({ place: { start: where(xml, '<fw type="leterhead"') }, words: 'type="leterhead"' });
    expect(found?.reason).toMatch(
      /^@type of <fw> may not be “leterhead”\. Here may stand: “letterhead”, (“\w+”, ){4}“\w+” and \d more\.$/,
    );
  });

  it('names a missing attribute', () => {
    const [found] = check(sampleWith('<ab type="heading" ', '<ab '));
    expect(found?.reason).toBe('<ab> has no @type.');
  });

  it('names an element in the wrong place, with at most six that may stand there', () => {
    const xml = sampleWith('<row><cell>', '<row><p>A</p><cell>');
    const [found] = check(xml);
    expect(found).toMatchObject({ place: { start: where(xml, '<p>A</p>') } });
    expect(found?.reason).toBe('<p> may not stand here in <row>. Here may stand: <cell>.');
  });

  it('names a head that comes after paragraphs', () => {
    const [found] = check(sampleWith('<ab type="heading" xml:id="par.3">A heading</ab>', '<head>A heading</head>'));
    expect(found?.reason).toMatch(
      /^<head> may not stand here in <div>\. Here may stand: (<\w+>, ){5}<\w+> and \d+ more\.$/,
    );
  });

  it('names what is missing at the end of an element', () => {
    const [found] = check(sampleWith('<corr resp="#editor" cert="high">Twelve</corr>', ''));
    expect(found?.reason).toContain('<choice> ends too early');
    expect(found?.reason).toContain('<corr>');
  });

  it('names text where only elements may stand', () => {
    const xml = sampleWith('<row><cell>', '<row> words <cell>');
    expect(check(xml)).toMatchObject([{ place: { start: where(xml, 'words <cell>') }, words: 'words' }]);
  });

  it('names an element outside the TEI namespace', () => {
    const [found] = check(sampleWith('<cell/>', '<cell xmlns=""/>'));
    expect(found?.reason).toContain('not in the TEI namespace');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transcriptionOf } from '../../src/text/transcription.js';
import { baseText, proveConservation } from '../../src/validation/conservation.js';
import { textOf } from './material.js';

const prove = (body: string, text: string) => proveConservation(textOf(body), transcriptionOf('t.md', text), 'a.xml');
const words = (body: string) => baseText(textOf(body)).replace(/\s+/g, '');

describe('the base text', () => {
  it.each([
    ['leaves the header out', 'a', 'a'],
    [
      'takes the reading of the transcription from an apparatus',
      '<app><lem wit="#frus">good</lem><rdg wit="#x #ocr">bad</rdg></app>',
      'bad',
    ],
    [
      'takes the lemma where the transcription has it',
      '<app><lem wit="#ocr">good</lem><rdg wit="#frus">bad</rdg></app>',
      'good',
    ],
    [
      'takes the lemma of the transcription from beside several witnesses, one of which lacks the words',
      'a <app><lem wit="#ocr"><hi rend="bold">b</hi></lem><rdg wit="#frus #lc" type="punctuation">c</rdg><rdg wit="#tel" type="substantive"/></app> d',
      'a**b**d',
    ],
    [
      'takes the transcription’s words where the edition leaves them out',
      'a <app><lem wit="#frus"/><rdg wit="#tel"/><rdg wit="#ocr" cause="misreading">b</rdg></app> c',
      'abc',
    ],
    [
      'takes the transcription’s words where a conjecture leaves them out',
      'a <choice><sic>b</sic><corr/></choice> c',
      'abc',
    ],
    [
      'takes the transcription’s words beside a conjecture and other witnesses',
      '<app><lem>a</lem><rdg wit="#frus">b</rdg><rdg wit="#ocr" cause="misreading">c</rdg></app>',
      'c',
    ],
    [
      'takes the words of every piece of an entry, and the first piece’s alone of the others',
      '<persName>a <app xml:id="rd.1" next="#rd.1.2"><lem wit="#frus">x</lem><rdg wit="#tel">y</rdg><rdg wit="#ocr">b</rdg></app></persName><app xml:id="rd.1.2" prev="#rd.1"><lem wit="#frus"/><rdg wit="#tel"/><rdg wit="#ocr"> c</rdg></app>',
      'abc',
    ],
    [
      'takes the words of every piece where they stand as transcribed',
      '<persName><app xml:id="rd.1" next="#rd.1.2"><lem wit="#ocr">a</lem><rdg wit="#tel">y</rdg></app></persName><app xml:id="rd.1.2" prev="#rd.1"><lem wit="#ocr"> b</lem><rdg wit="#tel"/></app>',
      'ab',
    ],
    [
      'keeps both where the transcription is said to read two things',
      '<app><lem wit="#ocr">a</lem><rdg wit="#ocr">b</rdg></app>',
      'ab',
    ],
    [
      'has nothing where no reading is the transcription’s',
      '<app><lem wit="#frus">a</lem><rdg wit="#tel">b</rdg></app>',
      '',
    ],
    ['takes what was mended, not what it was mended to', '<choice><sic>a</sic><corr>b</corr></choice>', 'a'],
    ['takes the old spelling', '<choice><orig>a</orig><reg>b</reg></choice>', 'a'],
    ['takes the abbreviation', '<choice><abbr>a</abbr><expan>b</expan></choice>', 'a'],
    ['leaves the editor’s commentary out', 'a<note type="commentary">b<p>c</p></note>d', 'ad'],
    ['keeps a note by hand', 'a<note type="annotation">b</note>', 'ab'],
    ['leaves out what the editor supplied', 'a<supplied>b</supplied>', 'a'],
    ['keeps struck-out words, furniture and additions', '<del>a</del><fw>b</fw><add>c</add>', 'abc'],
    ['reads entities and CDATA', 'a &amp; <![CDATA[<b>]]>&#x63;', 'a&<b>c'],
    ['puts the marks for bold back', '<hi rend="bold">a</hi>', '**a**'],
    ['puts the marks for struck type back', '<del rend="overstrike">a</del>', '~~a~~'],
    ['puts no marks for other kinds', '<hi rend="italic">a</hi><del>b</del>', 'ab'],
    [
      'marks a chain at its first and last part only',
      '<p><hi rend="bold" xml:id="h1" next="#h2">a</hi></p><p><hi rend="bold" xml:id="h2" prev="#h1" next="#h3">b</hi><hi rend="bold" xml:id="h3" prev="#h2">c</hi></p>',
      '**abc**',
    ],
    [
      'goes down into readings within readings',
      '<app><lem wit="#frus">x</lem><rdg wit="#ocr">a<choice><sic><app><lem wit="#frus">y</lem><rdg wit="#ocr"><hi rend="bold">b</hi></rdg></app></sic><corr>z</corr></choice></rdg></app>',
      'a**b**',
    ],
  ])('%s', (_, body, expected) => {
    expect(words(body)).toBe(expected);
  });
});

describe('conservation', () => {
  const TEXT = '**01373**\n\nKuznetsov thanked the\nSecretary.\n\n~~SECRET~~\n';
  const BODY =
    '<note type="annotation"><hi rend="bold">01373</hi></note><p>Kuznetsov thanked <rs>the <pb n="2"/>Secretary</rs>.</p><fw><del rend="overstrike">SECRET</del></fw>';

  it('is proved, white space aside, and says how much was compared', () => {
    expect(prove(BODY, TEXT)).toEqual({ characters: TEXT.replace(/\s/g, '').length, messages: [] });
  });

  it.each([
    ['dropped', BODY.replace('thanked', 'thaked'), 15],
    ['added', BODY.replace('thanked', 'thannked'), 16],
    ['altered', BODY.replace('thanked', 'thaMked'), 15 - 1],
  ])('finds one character %s', (_, body) => {
    const { messages } = prove(body, TEXT);
    expect(messages).toMatchObject([
      {
        rule: 'text-is-conserved',
        severity: 'error',
        file: 't.md',
        place: { start: { line: 3 } },
        related: [{ file: 'a.xml' }],
      },
    ]);
  });

  it('points at the first character that differs, and shows the words on both sides', () => {
    const { characters, messages } = prove(BODY.replace('Secretary', 'Sacretary'), TEXT);
    expect(messages[0]?.place?.start).toEqual({ line: 4, column: 2, offset: TEXT.indexOf('ecretary') });
    expect(messages[0]?.reason).toContain('Kuznetsov thanked the S▸ecretary.');
    expect(messages[0]?.reason).toContain('Kuznetsov thanked the S▸acretary.');
    expect(messages[0]?.advice).toMatch(/^This is a fault of the program/);
    expect(characters).toBe(TEXT.slice(0, TEXT.indexOf('ecretary')).replace(/\s/g, '').length);
  });

  it('finds words missing at the end, words added at the end, and a mark that was lost', () => {
    expect(prove(BODY, `${TEXT}More`).messages).toHaveLength(1);
    expect(prove(`${BODY}<p>More</p>`, TEXT).messages).toHaveLength(1);
    expect(prove(BODY.replace(' rend="bold"', ''), TEXT).messages).toHaveLength(1);
  });

  it('finds any single change to any text', () => {
    const text = fc.stringMatching(/^[a-z<&\u00e9\u{1f600} \n]{1,40}$/u).filter((found) => /\S/.test(found));
    const asXml = (found: string) => found.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(text, fc.nat(), (found, at) => {
        expect(prove(`<p>${asXml(found)}</p>`, found).messages).toEqual([]);
        const place = at % (found.length + 1);
        const added = `${found.slice(0, place)}Q${found.slice(place)}`;
        expect(prove(`<p>${asXml(found)}</p>`, added).messages).toHaveLength(1);
        expect(prove(`<p>${asXml([...found].join('Q'))}Q</p>`, found).messages).toHaveLength(1);
      }),
    );
  });
});

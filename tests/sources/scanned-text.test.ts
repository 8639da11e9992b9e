import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlto } from '../../src/sources/alto.js';
import { readHocr } from '../../src/sources/hocr.js';
import { readPageXml } from '../../src/sources/page-xml.js';
import type { ScannedLine, ScannedPage, ScannedRegion } from '../../src/sources/scan.js';
import { textOfPages } from '../../src/sources/scanned-text.js';
import { SEED } from '../properties/generators.js';
import { typedPage } from './material.js';

const page = (...regions: ScannedRegion[]): ScannedPage => ({ file: 'p.xml', regions });
const said = (...lines: string[]): ScannedRegion => ({
  lines: lines.map((line) => ({ words: line.split(' ').map((text, at) => ({ text, at })) })),
});

/** Characters are 20 wide, lines 50 apart; `top` counts lines. A run of spaces is white paper. */
function typed(text: string, top: number): ScannedLine {
  const box = (from: number, to: number) => ({ left: from * 20, top: top * 50, right: to * 20, bottom: top * 50 + 30 });
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    box: box(index, index + word.length),
    at: index,
  }));
  return { words };
}
/** A region whose first line stands at `top`; an empty line is white paper too. */
const region = (text: string, top = 0): ScannedRegion => ({
  lines: text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [typed(line, top + i)])),
});
const paragraphs = (...regions: ScannedRegion[]): string[] =>
  textOfPages([page(...regions)])
    .text.split('\n\n')
    .map((text) => text.replaceAll('\n', ' / '));

describe('the text of pages', () => {
  it('has a space between words, a line for a line, and an empty one between regions', () => {
    expect(textOfPages([page(said('Dean Rusk', 'Secretary'), said('SECRET'))]).text).toBe(
      'Dean Rusk\nSecretary\n\nSECRET',
    );
  });

  it.each([
    ['two pages', ['a', 'b'], 'a\n\f\nb', [0, 3]],
    ['an empty page between', ['a', '', 'b'], 'a\n\f\f\nb', [0, 3, 4]],
    ['an empty page first', ['', 'b'], '\f\nb', [0, 1]],
    ['an empty page last', ['a', ''], 'a\n\f', [0, 3]],
    ['empty pages alone', ['', ''], '\f', [0, 1]],
    ['no page', [], '', []],
  ])('with %s', (_, contents, text, starts) => {
    const pages = contents.map((content) => (content === '' ? page() : page(said(content))));
    const made = textOfPages(pages);
    expect(made.text).toBe(text);
    expect(made.pages).toEqual(starts.map((start, i) => ({ start, page: pages[i] })));
  });

  it('says where each line and word stands', () => {
    const one = page(region('Dean Rusk'));
    const { lines, words } = textOfPages([page(), one]);
    const [{ words: drawn }] = one.regions[0]!.lines as [ScannedLine];
    expect(lines).toEqual([{ start: 2, end: 11, box: { left: 0, top: 0, right: 180, bottom: 30 }, page: one }]);
    expect(words).toEqual([
      { start: 2, end: 6, word: drawn[0], page: one },
      { start: 7, end: 11, word: drawn[1], page: one },
    ]);
  });

  it('keeps regions whole that stand side by side', () => {
    const left = region('The Secretary\nthanked him.');
    const right = region(`${' '.repeat(40)}COPIES TO\n${' '.repeat(40)}White House`);
    expect(paragraphs(left, right)).toEqual(['The Secretary / thanked him.', 'COPIES TO / White House']);
  });
});

describe('a paragraph begins', () => {
  it('with an indented line after a sentence’s end, or after a short line', () => {
    const text = [
      'The Secretary thanked him for',
      'coming. He asked for the paper.',
      '     Dobrynin gave it to him and',
      'left',
    ];
    expect(paragraphs(region([...text, '     The Secretary read it at', 'once'].join('\n')))).toEqual([
      'The Secretary thanked him for / coming. He asked for the paper.',
      'Dobrynin gave it to him and / left',
      'The Secretary read it at / once',
    ]);
  });

  it('after more white paper than between other lines', () => {
    expect(paragraphs(region('He agreed\nto this\n\nand went\non'))).toEqual(['He agreed / to this', 'and went / on']);
  });

  it('not in text with double spacing', () => {
    expect(paragraphs(region('He agreed\n\nto this\n\nand went'))).toEqual(['He agreed / to this / and went']);
  });

  it('not with a line that stands further left than the first', () => {
    expect(paragraphs(region('     The Secretary asked.\nHe got no answer.'))).toEqual([
      'The Secretary asked. / He got no answer.',
    ]);
  });

  it('not within a heading that is centred', () => {
    expect(paragraphs(region('DEPARTMENT OF STATE OF ALL\n   DEPARTMENT OF STATE\n       WASHINGTON'))).toEqual([
      'DEPARTMENT OF STATE OF ALL / DEPARTMENT OF STATE / WASHINGTON',
    ]);
  });

  it('not in a passage that is indented as a whole', () => {
    const text = [
      'He read this out to the Secretary',
      '     The line is ready to be used.',
      '     It will open in June and stay',
      'and so on to the end of the paper',
    ];
    expect(paragraphs(region(text.join('\n')))).toEqual([text.map((line) => line.trim()).join(' / ')]);
  });

  it('not below the words to which a label’s typist had tabbed', () => {
    const form = [
      'DATE:     May 14, 1963',
      '          4:00 p.m.',
      "          Secretary's Office",
      'SUBJECT:  Direct Communications Link',
    ];
    expect(paragraphs(region(form.join('\n')))).toEqual([
      form.map((line) => line.trim().replace(/\s+/g, ' ')).join(' / '),
    ]);
  });

  it('with a region, but not where the sentence goes on in its first line', () => {
    const first = region('     The Secretary thanked the');
    expect(paragraphs(first, region('ambassador for his visit to him.', 1))).toHaveLength(1);
    expect(paragraphs(first, region('ambassador for his visit to him.', 3))).toHaveLength(2);
    expect(paragraphs(first, region('Ambassador for his visit to him.', 1))).toHaveLength(2);
    expect(paragraphs(first, region('          ambassador for his visit', 1))).toHaveLength(2);
    expect(paragraphs(region('SECRET'), region('ambassador for his visit to him.', 1))).toHaveLength(2);
  });

  it('nowhere but with a region where boxes are not known', () => {
    expect(paragraphs(said('One.', 'Two.'), said('Three.'))).toEqual(['One. / Two.', 'Three.']);
  });
});

describe('one memorandum in five formats', () => {
  const both = (ending: string) => [1, 2].map((n) => typedPage(`page-${n}${ending}`));
  const text = textOfPages(both('.hocr').flatMap((html) => readHocr('', html))).text;
  const words = (from: string) => from.trim().split(/\s+/);

  it('has one text from hOCR, ALTO and PAGE XML', () => {
    expect(textOfPages(both('.xml').flatMap((xml) => readAlto('', xml))).text).toBe(text);
    expect(textOfPages(both('.page.xml').flatMap((xml) => readPageXml('', xml))).text).toBe(text);
  });

  it('has the words that were typed, and those of the plain text', () => {
    expect(words(text)).toEqual(words(typedPage('typescript.txt')));
    expect(words(text)).toEqual(words(both('.txt').join(' ')));
  });

  it('has the words and the paragraphs of the Markdown, once divided words are joined', () => {
    const markdown = typedPage('memo.md').replaceAll('**', '');
    const joined = text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1');
    expect(words(joined)).toEqual(words(markdown));
    const body = (from: string) =>
      from
        .split(/\s*(?:\n\n|\f)\s*/)
        .filter((one) => /\b(?:said|replied|asked|agreed)\b/.test(one))
        .map((one) => words(one).join(' '));
    expect(body(joined)).toEqual(body(markdown));
  });
});

describe('of any pages', () => {
  const side = fc.integer({ min: -50, max: 3000 });
  const box = fc.record({ left: side, top: side, right: side, bottom: side });
  const word = fc
    .record(
      { text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), at: fc.nat(), box },
      { requiredKeys: ['text', 'at'] },
    )
    .filter(({ text }) => !/[^\S\uFEFF]/.test(text));
  const line = fc.record({ words: fc.array(word, { maxLength: 5 }), box }, { requiredKeys: ['words'] });
  const drawn = fc.record({ lines: fc.array(line, { maxLength: 6 }), box }, { requiredKeys: ['lines'] });
  const pages = fc.array(fc.record({ file: fc.constant('p'), regions: fc.array(drawn, { maxLength: 4 }) }), {
    maxLength: 4,
  });
  const always = (check: (pages: ScannedPage[]) => void) =>
    fc.assert(fc.property(pages, check), { seed: SEED, numRuns: 300 });

  it('each word stands at its range, in order, and none overlap', () => {
    always((given) => {
      const { text, words } = textOfPages(given);
      const all = given.flatMap(({ regions }) => regions.flatMap(({ lines }) => lines.flatMap((one) => one.words)));
      expect(words.map(({ word: found }) => found)).toEqual(all);
      words.forEach(({ start, end, word: found }, i) => {
        expect(text.slice(start, end)).toBe(found.text);
        expect(start).toBeGreaterThan(words[i - 1]?.end ?? -1);
      });
    });
  });

  it('nothing but white space stands between words, and pages stand apart by form feeds', () => {
    always((given) => {
      const { text, words, pages: found, lines } = textOfPages(given);
      const between = [...words]
        .reverse()
        .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
      expect(between).toMatch(/^[ \n\f]*$/);
      expect(between.split('\f')).toHaveLength(Math.max(1, given.length));
      for (const { start, page: on } of found.slice(1)) {
        expect(text[start - 1]).toBe('\f');
        expect(words.filter((one) => one.page === on).every((one) => one.start >= start)).toBe(true);
      }
      for (const one of lines) expect(text.slice(one.start, one.end)).not.toMatch(/[\n\f]/);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { readAlto } from '../../src/sources/alto.js';
import { readHocr } from '../../src/sources/hocr.js';
import { readPageXml } from '../../src/sources/page-xml.js';
import { DEEPEST } from '../../src/xml/well-formed.js';
import { drawnOnPage, refusal, typedPage, wordsOfPage } from './material.js';

const read = (html: string) => readHocr('a.hocr', html);
const page = (content: string, title = '') => `<div class="ocr_page" title='${title}'>${content}</div>`;
const word = (text: string, title = 'bbox 10 20 110 50; x_wconf 87') =>
  `<span class='ocrx_word' title='${title}'>${text}</span>`;
const line = (content: string, name = 'ocr_line') => `<span class="${name}" title="bbox 1 2 300 40">${content}</span>`;
const textOf = (html: string) =>
  read(html).map((one) => wordsOfPage(one).map((lines) => lines.map((words) => words.join(' ')).join(' / ')));

describe('a page of hOCR', () => {
  it.each([
    ['image "my; scan.png"; bbox 0 0 2550 3300; ppageno 0', 'my; scan.png'],
    ['bbox 0 0 2550 3300;image scan 1.png', 'scan 1.png'],
  ])('with the properties %s has its size and its image', (title, image) => {
    expect(read(page('', title))).toEqual([{ file: 'a.hocr', width: 2550, height: 3300, image, regions: [] }]);
  });

  it('is one for each ocr_page, and the whole file where there is none', () => {
    expect(textOf(page(line('One')) + page('') + page(line('Three')))).toEqual([['One'], [], ['Three']]);
    expect(textOf(`<html><head><title>scan</title></head><body>${line('a')}</body></html>`)).toEqual([['a']]);
  });
});

describe('regions and lines', () => {
  it('are paragraphs, or areas without any', () => {
    const par = (content: string) => `<p class="ocr_par" title="bbox 1 2 300 80">${content}</p>`;
    const html = `<div class="ocr_carea">${par(line('a') + line('b'))}${par(line('c'))}</div><div class="ocr_carea">${line('d')}</div>${line('e')}`;
    expect(textOf(page(html))).toEqual([['a / b', 'c', 'd', 'e']]);
    expect(read(page(html))[0]!.regions[0]!.box).toEqual({ left: 1, top: 2, right: 300, bottom: 80 });
  });

  it.each(['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_pageno', 'ocr_textfloat', 'ocr_caption'])(
    '%s is a line',
    (name) => {
      expect(textOf(page(line(word('a'), name) + line(word('b'))))).toEqual([['a / b']]);
    },
  );

  it('a caption that holds lines is a region', () => {
    expect(textOf(page(line('a') + line(line('b') + line('c'), 'ocr_caption')))).toEqual([['a', 'b / c']]);
  });

  it('words may stand in no line, and lines be without words', () => {
    expect(textOf(page(`<p class="ocr_par">${word('a')} ${word('b')}</p>`))).toEqual([['a b']]);
    expect(read(page(line('Dean Rusk')))[0]!.regions[0]!.lines[0]).toMatchObject({
      box: { left: 1, right: 300 },
      words: [{ text: 'Dean' }, { text: 'Rusk' }],
    });
  });
});

describe('a word of hOCR', () => {
  it('has its place in the file, its box and its confidence', () => {
    const html = page(line(`\r\n&eacute;😀 ${word('R<em>us</em>k')}`));
    expect(read(html)[0]!.regions[0]!.lines[0]!.words.at(-1)).toEqual({
      text: 'Rusk',
      at: html.indexOf("<span class='ocrx_word'"),
      box: { left: 10, top: 20, right: 110, bottom: 50 },
      confidence: 0.87,
    });
  });

  it('is put together from its characters, and leaves out discarded readings', () => {
    const characters = [...'Rusk'].map((one) => `<span class="ocrx_cinfo">${one}</span>`).join('\n');
    expect(textOf(page(line(word(characters))))).toEqual([['Rusk']]);
    const readings = '<span class="alternatives"><ins class="alt">Rusk</ins><del class="alt">Husk</del></span>';
    expect(textOf(page(line(word(readings))))).toEqual([['Rusk']]);
  });

  it('that somebody typed between others is kept', () => {
    expect(textOf(page(line(`${word('a')} typed ${word('b')}`)))).toEqual([['a typed b']]);
  });
});

describe('HTML is taken as it comes', () => {
  it('ill-formed', () => {
    expect(
      textOf(
        `<DIV CLASS=ocr_page><p class=ocr_par><span class=ocr_line>A &amp; B & C<p class=ocr_par><span class=ocr_line>D`,
      ),
    ).toEqual([['A & B & C', 'D']]);
  });

  it('as XHTML, in which any element may be empty', () => {
    const head = '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">';
    const html = `${head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><div class="ocr_page"/>${page(line(`${word('')}${word('a')}`))}</body></html>`;
    expect(textOf(html)).toEqual([[], ['a']]);
    expect(textOf(html.replace('>a<', '>a&nbsp;b<').replace('<title/>', ''))).toEqual([['a b']]);
  });
});

describe('what is refused', () => {
  it.each([
    ['declarations', '<!DOCTYPE html PUBLIC "[" [ ]><html/>', 'xml-has-no-dtd'],
    ['an entity', '<html>\n<!ENTITY a "b">', 'xml-has-no-dtd'],
    ['elements without bottom', '<div>'.repeat(DEEPEST), 'xml-is-well-formed'],
    [
      'the same in XHTML',
      `<?xml version="1.0"?>${'<b>'.repeat(DEEPEST + 1)}${'</b>'.repeat(DEEPEST + 1)}`,
      'xml-is-well-formed',
    ],
    ['a character that XML cannot hold', page(line(word('a&#1;'))), 'characters-are-allowed'],
  ])('%s', (_, html, rule) => {
    expect(refusal(() => read(html))).toMatchObject({ rule, file: 'a.hocr' });
  });
});

it.each([1, 2])('page %s that an engine has read is the same in hOCR, ALTO and PAGE XML', (n) => {
  const [fromHocr] = read(typedPage(`page-${n}.hocr`)).map(drawnOnPage);
  expect(readAlto('', typedPage(`page-${n}.xml`)).map(drawnOnPage)).toEqual([fromHocr]);
  expect(readPageXml('', typedPage(`page-${n}.page.xml`)).map(drawnOnPage)).toEqual([fromHocr]);
});

import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/sources/format.js';
import { refusal, typedPage } from './material.js';

describe('the format of a transcription', () => {
  it.each([
    ['page-1.xml', 'alto'],
    ['page-1.page.xml', 'page'],
    ['page-1.hocr', 'hocr'],
    ['page-1.txt', 'text'],
    ['memo.md', 'markdown'],
  ])('of %s is %s', (name, format) => {
    expect(formatOf(name, typedPage(name))).toBe(format);
    if (format !== 'text' && format !== 'markdown') expect(formatOf('named.txt', typedPage(name))).toBe(format);
  });

  it.each([
    ['with a prefix', 'a.xml', '\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<x:alto xmlns:x="y"/>', 'alto'],
    ['with a DOCTYPE, which its reader refuses', 'a.xml', '<!DOCTYPE alto [<!ENTITY a ">">]><alto/>', 'alto'],
    ['without html about it', 'a.html', "<div class='ocr_page'></div>", 'hocr'],
    ['of which the name says nothing', 'a', '<HTML><p class=ocr_line>', 'hocr'],
    ['that begins with mark-up', 'a.md', '<u>SECRET</u>', 'markdown'],
    ['that quotes mark-up', 'a.txt', 'He wrote <alto>.', 'text'],
  ])('%s', (_, name, text, format) => {
    expect(formatOf(name, text)).toBe(format);
  });

  it.each([
    ['XML of another kind', 'a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'],
    ['the same by another name', 'a.txt', '<?xml version="1.0"?><TEI/>'],
    ['XML that is none', 'a.xml', 'SECRET'],
    ['HTML without classes of hOCR', 'a.html', '<html><body><p class="body">SECRET</p></body></html>'],
  ])('is not known of %s', (_, name, text) => {
    expect(refusal(() => formatOf(name, text))).toMatchObject({ rule: 'transcription-format-is-known', file: name });
  });
});

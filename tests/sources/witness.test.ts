import { describe, expect, it } from 'vitest';
import { readWitness } from '../../src/sources/witness.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (file: string, text: string, document?: string) => readWitness({ file, bytes: bytes(text) }, document);
const volume = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Conversations
  of 1963</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
const document = (id: string, words: string): string =>
  `<div type="document" xml:id="${id}"><head>${id}</head>${words}</div>`;

describe('a witness in TEI', () => {
  it('is read block by block, without notes, running heads and other readings', () => {
    const { title, blocks } = read(
      'v.xml',
      volume(`<head>1. Memorandum<note>Source: files.</note></head>
        <list><item><hi>U.S.</hi></item><item><persName>Rusk</persName>, Secretary</item></list>
        <p>He <choice><sic>sayd</sic><corr>said</corr></choice> that <app><lem>one</lem><rdg>two</rdg></app>
        <pb n="2"/>was enough.<fw>SECRET</fw> <sic>Recieved</sic>.</p>`),
    );
    expect(title).toBe('Conversations of 1963');
    expect(blocks).toEqual(['1. Memorandum', 'U.S.', 'Rusk, Secretary', 'He said that one was enough. Recieved.']);
  });

  it('may be one document of a volume, by its id', () => {
    const file = volume(document('d1', '<p>One.</p>') + document('d2', '<p>Two.</p>'));
    expect(read('v.xml', file, 'd2').blocks).toEqual(['d2', 'Two.']);
    expect(() => read('v.xml', file)).toThrow('The file holds 2 documents.');
    expect(() => read('v.xml', file, 'd3')).toThrow('nothing with the id “d3”');
  });

  it('may be a fragment', () => {
    expect(read('d.xml', '<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><p>One.</p></div>').blocks).toEqual([
      'One.',
    ]);
  });

  it('that is not well-formed is refused', () => {
    expect(() => read('v.xml', '<TEI><p></TEI>')).toThrow('</TEI> stands before <p> has ended');
  });
});

describe('a witness that is a transcription', () => {
  it.each([
    ['v.md', '# Memorandum\n\nHe said that **one**\nwas enough.\n'],
    ['v.txt', 'Memorandum\n\nHe said that one\nwas enough.\n'],
  ])('is read as one: %s', (file, text) => {
    expect(read(file, text).blocks).toEqual(['Memorandum', 'He said that one was enough.']);
  });
});

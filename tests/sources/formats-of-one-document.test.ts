import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receive } from '../../src/sources/receive.js';
import { buildReceived } from '../building.js';
import { inRepository } from '../repository.js';
import { paragraphsOf, turnsOf } from '../tei-text.js';

/** One memorandum in five formats: three of them by an engine from the same pictures, two by hand. */
const folder = inRepository('tests/fixtures/sources/typed-page');
const named = (pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort();
const build = (names: readonly string[]) =>
  buildReceived(
    receive(
      names.map((file) => ({ file, bytes: readFileSync(join(folder, file)) })),
      'typed-page',
    ),
  );

const markdown = build(['memo.md']);
const formats = [
  ['plain text', named(/^page-\d\.txt$/)],
  ['PAGE', named(/\.page\.xml$/)],
  ['ALTO', named(/^page-\d\.xml$/)],
  ['hOCR', named(/\.hocr$/)],
] as const;

describe('the same memorandum in another format', () => {
  it('is one of two pages with seventeen turns, one of them over two paragraphs', () => {
    expect(markdown.tei).toMatch(/<pb n="2"/);
    expect(turnsOf(markdown.tei!)).toHaveLength(18);
  });

  it.each(formats)('has the same reading text: %s', (_, names) => {
    expect(names).toHaveLength(2);
    expect(paragraphsOf(build(names).tei!)).toEqual(paragraphsOf(markdown.tei!));
  });

  it.each(formats)('has the same turns: %s', (_, names) => {
    expect(turnsOf(build(names).tei!)).toEqual(turnsOf(markdown.tei!));
  });

  it.each(formats)('has the same date, subject and people: %s', (_, names) => {
    const facts = (xml: string) => ({
      date: /<docDate when="([^"]+)"/.exec(xml)?.[1],
      subjects: [...xml.matchAll(/<term>([^<]*)</g)].map(([, term]) => term),
      people: [...xml.matchAll(/<person sameAs="([^"]+)"/g)].map(([, id]) => id),
    });
    expect(facts(build(names).tei!)).toEqual(facts(markdown.tei!));
  });

  it.each(formats.slice(1))('leads every line to its place on the page image: %s', (_, names) => {
    const xml = build(names).tei!;
    const zones = [...xml.matchAll(/<zone xml:id="([^"]+)"/g)].map(([, id]) => id);
    const lines = [...xml.matchAll(/<lb facs="#([^"]+)"/g)].map(([, id]) => id);
    expect(zones.length).toBeGreaterThan(60);
    expect(lines).toEqual(zones);
    expect(xml).toMatch(/<pb n="2" xml:id="pg\.2" facs="#surface\.2"\/>/);
  });
});

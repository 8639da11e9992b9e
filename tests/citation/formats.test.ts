import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Cite } from '@citation-js/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { citationsOf, styledCitation } from '../../src/citation/cite.js';
import { type CslItem, cslItemOf, permalinkOf } from '../../src/citation/csl-item.js';
import { DATA_FORMATS, type DataFormat, type Writer, writerOf } from '../../src/citation/data-formats.js';
import { type Found, resolve } from '../../src/citation/resolve.js';
import { STYLES } from '../../src/citation/styles.js';
import { citableEdition } from '../../src/citation/units.js';
import { inRepository, updating } from '../repository.js';
import { foldersIn, published, publishedTei, talk } from './material.js';

/**
 * One folder a kind of passage: `reference`, and the citation of what it means in the flagship edition, in every style
 * (`styles.txt`, `styles.html`) and every format for programs.
 */
const folders = foldersIn('tests/fixtures/citations');
const FILES: Record<DataFormat, string> = {
  'csl-json': 'citation.json',
  bibtex: 'citation.bib',
  biblatex: 'biblatex.bib',
  ris: 'citation.ris',
};
const ACCESSED = '2026-11-28';

const edition = published();
const meant = (folder: string): Found => {
  const resolved = resolve([edition], readFileSync(inRepository(join(folder, 'reference')), 'utf8').trim());
  if (resolved.kind !== 'one') throw new Error(`${folder}: ${resolved.kind}`);
  return resolved.found;
};
const citing = ({ quoted, pages }: Found) => ({
  accessed: ACCESSED,
  ...(quoted !== undefined && { quoted }),
  ...(pages && { pages }),
});

let writers: ReadonlyMap<DataFormat, Writer>;
beforeAll(async () => {
  writers = new Map(await Promise.all(DATA_FORMATS.map(async (format) => [format, await writerOf(format)] as const)));
});

function expectFile(path: string, found: string): void {
  const file = inRepository(path);
  if (updating) writeFileSync(file, found);
  expect(found).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

it('every kind of passage that the flagship has is among the fixtures', () => {
  const kinds = new Set(edition.units.map(({ kind }) => kind));
  expect(new Set(folders.map((folder) => meant(folder).unit.kind))).toEqual(kinds);
});

describe.each(folders)('%s', (folder) => {
  const found = meant(folder);
  const item = cslItemOf(edition.record, found.unit, citing(found));

  it.each(['text', 'html'] as const)('in every style, as %s', async (markup) => {
    const written: string[] = [];
    for (const style of STYLES) {
      const { citation, entry } = await styledCitation(edition.record, found.unit, style, markup, citing(found));
      written.push(`${style}\n${citation}\n${entry}\n`);
    }
    written.push(`${permalinkOf(edition.record, found.unit)}\n`);
    expectFile(join(folder, markup === 'html' ? 'styles.html' : 'styles.txt'), written.join('\n'));
  });

  it.each(DATA_FORMATS)('as %s', (format) => {
    expectFile(join(folder, FILES[format]), writers.get(format)!(item));
  });

  it.each(['bibtex', 'biblatex', 'ris'] as const)('%s is read back with the same fields', (format) => {
    const [read] = new Cite(writers.get(format)!(item), { generateGraph: false }).data;
    expect(fieldsOf(read as Partial<CslItem>, format)).toEqual(fieldsOf(item, format));
  });
});

/** The fields that a format has a place for. */
function fieldsOf(item: Partial<CslItem>, format: 'bibtex' | 'biblatex' | 'ris') {
  const { type, title, genre, author, editor, issued, archive, archive_location, archive_collection } = item;
  const note = item.note?.replaceAll('…', '...');
  const page = item.page?.replace('--', '-');
  const common = { type, title, genre, author, issued, page, URL: item.URL };
  const location = [archive_location, archive_collection].filter(Boolean).join(', ');
  // In RIS the pages of a manuscript are their number; where a passage stands is in the note.
  if (format === 'ris') return { ...common, page: undefined, note, archive, location, language: item.language };
  const inNote = archive === undefined ? note : [`${location}, ${archive}`, note].join('; ');
  // BibTeX knows no name that is not a person's: an institution comes back as a family.
  const editors = editor?.map((name) => ('literal' in name ? { family: name.literal } : name));
  const bib = { ...common, editor: editors, note: inNote };
  // BibLaTeX prints a code as it stands, so languages have their names.
  const language = item.language === 'en' ? 'english' : item.language;
  return format === 'bibtex'
    ? bib
    : { ...bib, version: item.version, language, accessed: item.accessed?.['date-parts'] };
}

describe('RIS', () => {
  it('has lines that end in CR and LF, and ends in ER', () => {
    const written = writers.get('ris')!(cslItemOf(edition.record, edition.units[1]!));
    expect(written).toMatch(/^TY {2}- MANSCPT\r\n(?:[A-Z][A-Z0-9] {2}- [^\r\n]+\r\n)+ER {2}- \r\n$/);
  });
});

describe('the DOI of an edition', () => {
  const DOI = '10.5555/memcon.1';
  const record = { ...edition.record, doi: DOI };
  const turn = edition.units.find(({ kind }) => kind === 'turn')!;

  it('is a field of its own in every format, and read back', () => {
    for (const format of DATA_FORMATS) {
      const written = writers.get(format)!(cslItemOf(record, turn));
      const [read] = new Cite(written, { generateGraph: false }).data as Partial<CslItem>[];
      expect(read, format).toMatchObject({ DOI, URL: permalinkOf(record, turn) });
    }
  });

  it('is printed for the whole edition; a passage has its own address, or the DOI where the edition has none', async () => {
    const { address: _address, ...unpublished } = record;
    for (const style of STYLES) {
      const shown = async (of: typeof record, unit: typeof turn) =>
        (await styledCitation(of, unit, style, 'text')).entry;
      expect(await shown(record, edition.units[0]!)).toContain(`https://doi.org/${DOI}`);
      expect(await shown(record, edition.units[0]!)).not.toContain(record.address);
      expect(await shown(record, turn)).toContain(permalinkOf(record, turn));
      expect(await shown(record, turn)).not.toContain(DOI);
      expect(await shown(unpublished, turn)).toContain(`https://doi.org/${DOI}`);
    }
  });

  it('stands on the page as in the command', async () => {
    const tei = publishedTei().replace(/(<idno type="URI">)/, `<idno type="DOI">${DOI}</idno>$1`);
    const { record: read, units, byReference } = citableEdition('flagship.xml', tei);
    expect(read.doi).toBe(DOI);
    const all = await citationsOf('flagship.xml', tei);
    for (const { id, chicagoNote, mla, bibtex, ris } of all.filter(({ id }) => /^(?:memo|turn)\./.test(id))) {
      const unit = byReference.get(id) ?? units[0]!;
      expect(chicagoNote).toBe((await styledCitation(read, unit, 'chicago', 'text')).citation);
      expect(mla).toEqual(await styledCitation(read, unit, 'mla', 'text'));
      const item = cslItemOf(read, unit);
      expect([bibtex, ris]).toEqual([writers.get('bibtex')!(item), writers.get('ris')!(item)]);
    }
  });
});

describe('a publisher who is not the editor', () => {
  const record = { ...edition.record, publisher: 'A University Press' };
  const turn = edition.units.find(({ kind }) => kind === 'turn')!;

  it('stands with the day of the edition, and never beside that of the document', async () => {
    for (const style of STYLES) {
      const { citation, entry } = await styledCitation(record, turn, style, 'text');
      expect(entry).not.toContain('University Press');
      expect(citation.replace('A University Press, 23 November 2026', '')).not.toContain('University Press');
    }
    expect((await styledCitation(record, turn, 'chicago', 'text')).citation).toContain(
      'version 1.0.0, A University Press, 23 November 2026',
    );
    const item = cslItemOf(record, turn);
    expect(item).not.toHaveProperty('publisher');
    expect(item.note).toContain('version 1.0.0, A University Press, 23 November 2026');
  });
});

it('MLA begins a sentence with the version where no editor is named', async () => {
  const { editor: _editor, ...record } = edition.record;
  const { entry } = await styledCitation(record, edition.units[0]!, 'mla', 'text');
  expect(entry).toContain('Relations. Version 1.0.0, 10 Jan. 1963');
});

describe('BibTeX', () => {
  it('has no sign in a name that TeX would take for its own', () => {
    const record = { ...edition.record, editor: 'Smith & Sons, 100% #1_a' };
    for (const format of ['bibtex', 'biblatex'] as const)
      expect(writers.get(format)!(cslItemOf(record, edition.units[0]!))).toContain(
        'editor = {{Smith \\& Sons, 100\\% \\#1\\_a}}',
      );
  });
});

describe('what the citation says of the edition', () => {
  it('machine-encoded, unreviewed, where no editor had a part in it; then it names no editor', async () => {
    const { record, units } = citableEdition('memo.xml', talk('three-sides'));
    const turn = units.find(({ kind }) => kind === 'turn')!;
    for (const style of ['chicago', 'turabian'] as const) {
      const { citation, entry } = await styledCitation(record, turn, style, 'text');
      expect(citation).toContain('machine-encoded, unreviewed');
      expect(entry).toContain('Machine-encoded, unreviewed.');
    }
    const item = cslItemOf(record, turn);
    expect(item.note).toContain('machine-encoded, unreviewed');
    expect(item.editor).toBeUndefined();
    expect(item.URL).toBeUndefined();
  });

  it('no such thing of the flagship, which has a version', () => {
    for (const folder of folders) {
      const found = meant(folder);
      expect(JSON.stringify(cslItemOf(edition.record, found.unit))).not.toContain('unreviewed');
    }
  });

  it('no day of access unless one is given, and no DOI', () => {
    const item = cslItemOf(edition.record, edition.units[1]!);
    expect(item).not.toHaveProperty('accessed');
    expect(JSON.stringify(item)).not.toMatch(/doi/i);
  });
});

describe('the citations of a page', () => {
  it('are those of the command, for every anchor once', async () => {
    const all = await citationsOf('flagship.xml', publishedTei());
    expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))]);
    const anchors = [...publishedTei().matchAll(/ xml:id="((?:pg|par|turn|an|fw|rd|nt|fn)\.[^"]*)"/g)].map(
      ([, id]) => id!,
    );
    expect(new Set(all.map(({ id }) => id).filter((id) => !id.startsWith('memo.')))).toEqual(new Set(anchors));
    for (const { id, chicagoNote, mla, bibtex, ris, cslJson } of all.filter((_, n) => n % 10 === 0)) {
      const resolved = resolve([edition], id.startsWith('memo.') ? edition.record.name : id);
      if (resolved.kind !== 'one') throw new Error(id);
      const { unit } = resolved.found;
      const item = cslItemOf(edition.record, unit);
      expect(chicagoNote).toBe((await styledCitation(edition.record, unit, 'chicago', 'text')).citation);
      expect(mla).toEqual(await styledCitation(edition.record, unit, 'mla', 'text'));
      expect([bibtex, ris]).toEqual([writers.get('bibtex')!(item), writers.get('ris')!(item)]);
      expect(cslJson).toEqual([item]);
    }
  });

  it('take less than a second of computing for a hundred passages', async () => {
    await citationsOf('flagship.xml', publishedTei());
    const before = process.cpuUsage();
    const { length } = await citationsOf('flagship.xml', publishedTei());
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6 / (length / 100)).toBeLessThan(1);
  });
});

it('the folders are named for what they show', () => {
  expect(folders.map((folder) => basename(folder)).every((name) => /^[a-z-]+$/.test(name))).toBe(true);
});

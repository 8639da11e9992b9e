import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATACITE_SCHEMA, dataCite, dataCiteXml } from '../../src/deposit/datacite.js';
import { dublinCoreDocument } from '../../src/deposit/dublin-core.js';
import { EDITION_METS_SCHEMAS, editionMets } from '../../src/deposit/mets.js';
import { modsOf } from '../../src/deposit/mods.js';
import type { PackedFile, Use } from '../../src/deposit/packed-file.js';
import { plainText } from '../../src/deposit/plain-text.js';
import { premisOf } from '../../src/deposit/premis.js';
import { type DepositRecord, depositRecord } from '../../src/deposit/record.js';
import { node, xmlText } from '../../src/deposit/xml.js';
import { compileSchema } from '../../src/validation/compile-schema.js';
import { type Grammar, loadGrammar } from '../../src/validation/grammar.js';
import { validateBySchema } from '../../src/validation/validate-by-schema.js';
import { FLAGSHIP, publishedTei, talk } from '../citation/material.js';
import { inRepository, readText } from '../repository.js';
import { DOI } from './packed.js';

const tei = publishedTei().replace(/(?=<idno type="URI">)/, `<idno type="DOI">${DOI}</idno>`);
const record = depositRecord(`${FLAGSHIP}.xml`, tei, 'bare');
const bare = depositRecord('memo.xml', talk('three-sides'), 'bare');

const file = (path: string, use: Use): PackedFile => ({
  path,
  use,
  size: 12,
  sha256: 'ab'.repeat(32),
  sha512: 'cd'.repeat(64),
});
const files = [
  file(`editions/${FLAGSHIP}/${FLAGSHIP}.xml`, 'TEI'),
  file(`editions/${FLAGSHIP}/${FLAGSHIP}.html`, 'page'),
  file(`sources/${FLAGSHIP}/a note & more.md`, 'source'),
];
const shared = [file('editions/schema/memcon.rng', 'schema'), file('editions/assets/fonts/a.woff2', 'style')];
const event = { type: 'validation', detail: 'x', outcome: 'pass', note: 'none', objects: [files[0]!.path] } as const;
const premis = () => premisOf(files, [event], { name: 'memcon', version: '1' }, '2026-11-23');

const documents = (of: DepositRecord): Record<string, string> => ({
  mods: xmlText(modsOf(of, 'memcon 1')),
  'dublin-core': xmlText(dublinCoreDocument(of)),
  premis: xmlText(premis()),
  mets: xmlText(
    editionMets(of, {
      mods: modsOf(of, 'memcon 1'),
      premis: premis(),
      files,
      shared,
      software: 'memcon 1',
      day: '2026-11-23',
      folder: `metadata/${FLAGSHIP}`,
    }),
    ...EDITION_METS_SCHEMAS,
  ),
});
const datacite = xmlText(dataCiteXml(dataCite(record)!)!, DATACITE_SCHEMA);
const flagship: Record<string, string> = { ...documents(record), datacite };

const grammars = new Map<string, Grammar>();
beforeAll(async () => {
  for (const name of Object.keys(flagship)) {
    const path = `tests/fixtures/deposit/${name}.rng`;
    const json = await compileSchema(pathToFileURL(inRepository(path)), async () => readText(path));
    grammars.set(name, loadGrammar(json));
  }
});
const faultsOf = (name: string, xml: string) =>
  validateBySchema(xml, `${name}.xml`, grammars.get(name)!).map(({ reason }) => reason);

describe('the records of an edition keep to their formats', () => {
  it.each(Object.keys(flagship))('%s', (name) => {
    expect(faultsOf(name, flagship[name]!)).toEqual([]);
  });

  it.each(Object.keys(documents(bare)))('%s, of an edition of which little is known', (name) => {
    expect(faultsOf(name, documents(bare)[name]!)).toEqual([]);
  });

  /** What others write wrong: `format: what is written: what is put in its place`. */
  const MISTAKES: readonly (readonly [format: string, written: RegExp, instead: string])[] = [
    ['mets', / MDTYPE="MODS"/, ''],
    ['mets', /<mets:fileSec>[\s\S]*<\/mets:fileSec>/, '<mets:fileSec/>'],
    ['mets', /<mets:structMap[\s\S]*<\/mets:structMap>/, ''],
    ['mets', / SIZE="\d+"/, ''],
    ['mets', / CHECKSUMTYPE="SHA-512"/, ' CHECKSUMTYPE="sha512"'],
    ['mets', / DMDID="[^"]*"/, ' DMDID=""'],
    ['mets', / LOCTYPE="URL"/, ''],
    ['mets', /(?<=<mets:mdRef) LOCTYPE="URL"/, ''],
    ['mods', /<mods:typeOfResource>text/, '<mods:typeOfResource>Text'],
    ['mods', /(?<=<mods:dateCreated[^>]*>)[^<]+/, '10 January 1963'],
    ['mods', / keyDate="yes"/, ''],
    ['mods', /<mods:relatedItem type="original"/, '<mods:relatedItem type="otherFormat"'],
    [
      'mods',
      /<mods:recordInfo>/,
      '<mods:location><mods:shelfLocator>1</mods:shelfLocator></mods:location><mods:recordInfo>',
    ],
    ['mods', /<mods:language>[\s\S]*?<\/mods:language>/, '<mods:language/>'],
    ['mods', /<mods:title>/, '<mods:title/><mods:title>'],
    ['premis', / xsi:type="premis:file"/, ''],
    ['premis', /<premis:linkingAgentIdentifier>[\s\S]*?<\/premis:linkingAgentIdentifier>/, ''],
    ['premis', /<premis:eventOutcomeInformation>[\s\S]*?<\/premis:eventOutcomeInformation>/, ''],
    ['premis', /<premis:format>[\s\S]*?<\/premis:format>/, ''],
    ['datacite', /<identifier [^>]*>[^<]*<\/identifier>/, ''],
    ['datacite', /(?<=<identifier [^>]*>)[^<]*/, '(:tba)'],
    ['datacite', /<publisher>[^<]*<\/publisher>/, '<publisher/>'],
    ['datacite', /<publicationYear>\d+/, '<publicationYear>n.d.'],
    ['datacite', / resourceTypeGeneral="Text"/, ''],
    ['datacite', /dateType="Coverage"/, 'dateType="Document"'],
    ['dublin-core', /dc:title/g, 'dc:name'],
  ];
  it.each(MISTAKES)('%s: without %s it would be refused', (name, written, instead) => {
    const wrong = flagship[name]!.replace(written, instead);
    expect(wrong).not.toBe(flagship[name]);
    expect(faultsOf(name, wrong)).not.toEqual([]);
  });
});

describe('each thing stands where it belongs', () => {
  const saidIn = (name: string, pattern: RegExp) => pattern.exec(flagship[name]!)?.[1];

  const mods = flagship.mods!;
  const original = /<mods:relatedItem type="original"[\s\S]*?\n {2}<\/mods:relatedItem>/.exec(mods)![0];
  const edition = mods.replace(original, '');

  it('the day of the document is not that of the edition', () => {
    expect(saidIn('dublin-core', /<dcterms:temporal[^>]*>([^<]*)/)).toBe('1963-01-10');
    expect(saidIn('dublin-core', /<dcterms:issued[^>]*>([^<]*)/)).toBe('2026-11-23');
    expect(original).toContain('<mods:dateCreated encoding="w3cdtf">1963-01-10<');
    expect(edition).toContain('<mods:dateIssued encoding="w3cdtf" keyDate="yes">2026-11-23<');
    expect(saidIn('datacite', /<publicationYear>([^<]*)/)).toBe('2026');
    expect(saidIn('datacite', /<date dateType="Coverage"[^>]*>([^<]*)/)).toBe('1963-01-10');
  });

  it('MODS is of the edition, and the paper is its original', () => {
    for (const words of [
      '1963-01-10<',
      'Central Files',
      '611.61/1-1063',
      'typescript',
      '4 pages',
      'Washington<',
      'Drafted by',
    ])
      expect([words, edition.includes(words), original.includes(words)]).toEqual([words, false, true]);
    for (const words of [
      '<mods:publisher>',
      '>Version 1.0.0<',
      '>edt<',
      'type="doi"',
      'creativecommons',
      'scholarly edition',
    ])
      expect([words, edition.includes(words), original.includes(words)]).toEqual([words, true, false]);
    expect(edition).toContain(`<mods:identifier type="doi">${DOI}<`);
  });

  it('the paper is a source of the edition in Dublin Core and DataCite, with what it is and where it lies', () => {
    expect(saidIn('dublin-core', /<dc:source>([^<]*)/)).toBe(
      'Memorandum of Conversation, 1963-01-10, 4 pages, 611.61/1-1063, Central Files, Department of State',
    );
    expect(flagship['dublin-core']).toContain('<dc:type>Scholarly edition<');
    const item = /<relatedItem [\s\S]*<\/relatedItem>/.exec(datacite)![0];
    expect(item).toContain('relationType="IsDerivedFrom"');
    for (const words of ['Guthrie, John C.', '<publicationYear>1963<', 'Central Files, Department of State'])
      expect(item).toContain(words);
  });

  it('the drafter is the creator, the editor a contributor, and the archive no publisher', () => {
    expect(saidIn('dublin-core', /<dc:creator>([^<]*)/)).toBe('Guthrie, John C.');
    expect(saidIn('dublin-core', /<dc:contributor>([^<]*)/)).toBe('The memcon editors');
    expect(saidIn('mods', /<mods:publisher>([^<]*)/)).toBe('The memcon editors');
    expect(saidIn('mods', /<mods:physicalLocation>([^<]*)/)).toBe('Department of State');
    expect(saidIn('mods', /<mods:shelfLocator>([^<]*)/)).toBe('611.61/1-1063');
    expect(saidIn('mods', /<mods:relatedItem type="host">\s*<mods:titleInfo>\s*<mods:title>([^<]*)/)).toBe(
      'Central Files',
    );
  });

  it('the first structMap is physical and leads to the description', () => {
    expect(flagship.mets).toMatch(/<mets:structMap TYPE="physical"[^>]*>\s*<mets:div [^>]*DMDID="dmd\.mods dmd\.dc"/);
  });

  it('METS names the schemas of the types in it', () => {
    const mets = flagship.mets!;
    const [, places] = / xsi:schemaLocation="([^"]*)"/.exec(mets)!;
    const types = [...mets.matchAll(/ xsi:type="(\w+):/g)].map(([, prefix]) => prefix!);
    expect(types.length).toBeGreaterThan(0);
    for (const prefix of new Set(types))
      expect(places!.split(' ')).toContain(new RegExp(` xmlns:${prefix}="([^"]*)"`).exec(mets)![1]);
  });

  it('what has no DOI, and what no editor has looked through, gets none and no record', () => {
    const { doi: _, ...without } = record;
    expect(dataCiteXml(dataCite(without)!)).toBeUndefined();
    expect(dataCite(without)).not.toHaveProperty('doi');
    expect(dataCite(bare)).toBeUndefined();
    for (const text of Object.values(documents(bare))) expect(text).not.toMatch(/\b10\.\d{4}/);
  });

  it('JSON and XML of DataCite say the same', () => {
    const data = dataCite(record)!;
    const validate = new Ajv().compile({
      type: 'object',
      required: ['doi', 'creators', 'titles', 'publisher', 'publicationYear', 'types', 'schemaVersion'],
      properties: {
        doi: { type: 'string', pattern: '^10\\.[0-9]{4,9}/\\S+$' },
        creators: { type: 'array', minItems: 1, items: { type: 'object', required: ['name'] } },
        titles: { type: 'array', minItems: 1, items: { type: 'object', required: ['title'] } },
        publisher: { type: 'object', required: ['name'] },
        publicationYear: { type: 'integer', minimum: 2000 },
        types: { type: 'object', required: ['resourceTypeGeneral', 'resourceType'] },
        schemaVersion: { const: 'http://datacite.org/schema/kernel-4' },
      },
    });
    expect(validate(JSON.parse(JSON.stringify(data))), JSON.stringify(validate.errors)).toBe(true);
    const strings = (value: unknown): string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [String(value)];
    const { url: _url, schemaVersion: _schema, ...said } = data;
    for (const word of strings(said)) expect(datacite).toContain(word.replaceAll('&', '&amp;'));
  });
});

it('words keep their signs in XML, and namespaces are declared once', () => {
  const xml = xmlText(node('dcterms:title', { 'xlink:href': 'a?b&c' }, node('dc:title', {}, 'R&D &amp; <b>  "x"\n')));
  expect(xml).toContain('<dc:title>R&amp;D &amp;amp; &lt;b&gt; "x" </dc:title>');
  expect(xml).toContain('xlink:href="a?b&amp;c"');
  expect(xml.match(/xmlns:xlink=/g)).toHaveLength(1);
});

it('the reading text has every word of the edition that is read, and only those', () => {
  const text = plainText(`${FLAGSHIP}.xml`, tei);
  expect(text).toContain('\n\nKuznetsov thanked the Secretary for the opportunity of seeing him.');
  expect(text).toContain('Lev Isaakovich Mendelevich');
  expect(text).not.toContain('Khodelovich');
  expect(text).not.toContain('CU-106');
});

import { describe, expect, it } from 'vitest';
import { type TeiElement, teiTree, textOf } from '../../src/citation/tree.js';
import { type Harvested, repositoryOf } from '../../src/interchange/oai/repository.js';
import { oaiAnswer } from '../../src/interchange/oai/respond.js';
import { staticRepository } from '../../src/interchange/oai/static-repository.js';
import { recordOf } from '../../src/interchange/record.js';
import { FLAGSHIP } from '../workspace.js';
import { oaiFaults } from './oai-rules.js';
import { flagshipTei, talkTei } from './opened.js';

const NOW = '2026-11-28T16:00:00Z';
const ADDRESS = 'https://example.org/memoranda';
const BASE = 'http://localhost:4278/api/oai';
const harvested = (name: string, tei: string): Harvested => ({ record: recordOf(name, tei), tei });
const THREE = 'three-sides';
const two = [harvested(FLAGSHIP, flagshipTei), harvested(THREE, talkTei(THREE))];
const repository = repositoryOf('Memoranda & more', two, BASE, { address: ADDRESS });

const asked = (query: string, from = repository) => oaiAnswer(from, new URLSearchParams(query), NOW);
const read = (xml: string): TeiElement => teiTree('answer.xml', xml);
const found = (element: TeiElement, name: string): TeiElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...found(child, name)],
  );
const errorOf = (xml: string) => found(read(xml), 'error').map(({ attributes }) => attributes.get('code'));
const headersOf = (xml: string) => found(read(xml), 'header').map((header) => textOf(found(header, 'identifier')[0]));

const FIRST = `oai:example.org:${FLAGSHIP}`;

describe('the six verbs', () => {
  const ANSWERED: [string, string][] = [
    ['Identify', 'verb=Identify'],
    ['ListMetadataFormats', 'verb=ListMetadataFormats'],
    ['ListMetadataFormats of a record', `verb=ListMetadataFormats&identifier=${FIRST}`],
    ['ListIdentifiers', 'verb=ListIdentifiers&metadataPrefix=oai_dc'],
    ['ListIdentifiers of a day', 'verb=ListIdentifiers&metadataPrefix=tei&from=2026-11-23&until=2026-11-23'],
    ['ListRecords', 'verb=ListRecords&metadataPrefix=oai_dc'],
    ['ListRecords in TEI', 'verb=ListRecords&metadataPrefix=tei'],
    ['GetRecord', `verb=GetRecord&metadataPrefix=oai_dc&identifier=${FIRST}`],
    ['GetRecord in TEI', `verb=GetRecord&metadataPrefix=tei&identifier=${FIRST}`],
  ];
  it.each(ANSWERED)('%s answers by the rules of the schema', (_, query) => {
    const xml = asked(query);
    expect(oaiFaults(xml)).toEqual([]);
    expect(errorOf(xml)).toEqual([]);
    expect(xml).toContain(`<responseDate>${NOW}</responseDate><request verb="`);
  });

  it.each<[string, string, string]>([
    ['badVerb', 'no verb', ''],
    ['badVerb', 'a verb that there is not', 'verb=Harvest'],
    ['badVerb', 'a verb in other letters', 'verb=identify'],
    ['badVerb', 'a name of objects', 'verb=constructor'],
    ['badVerb', 'two verbs', 'verb=Identify&verb=ListSets'],
    ['badArgument', 'an argument too many', 'verb=Identify&metadataPrefix=oai_dc'],
    ['badArgument', 'an argument that there is not', 'verb=ListRecords&metadataPrefix=oai_dc&page=2'],
    ['badArgument', 'an argument twice', 'verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=tei'],
    ['badArgument', 'no format', 'verb=ListRecords'],
    ['badArgument', 'no identifier', 'verb=GetRecord&metadataPrefix=oai_dc'],
    ['badArgument', 'no format of a record', `verb=GetRecord&identifier=${FIRST}`],
    ['badArgument', 'a token with more', 'verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=oai_dc...100.500'],
    ['badArgument', 'no day', 'verb=ListRecords&metadataPrefix=oai_dc&from=yesterday'],
    ['badArgument', 'a day that no calendar has', 'verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30'],
    ['badArgument', 'seconds', 'verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-23T00:00:00Z'],
    [
      'badArgument',
      'an end before the beginning',
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-24&until=2026-11-23',
    ],
    ['cannotDisseminateFormat', 'a format that there is not', 'verb=ListRecords&metadataPrefix=marc21'],
    ['cannotDisseminateFormat', 'of a record', `verb=GetRecord&metadataPrefix=mods&identifier=${FIRST}`],
    [
      'idDoesNotExist',
      'an edition that there is not',
      'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:example.org:d278',
    ],
    ['idDoesNotExist', 'the formats of none', 'verb=ListMetadataFormats&identifier=d278'],
    ['noRecordsMatch', 'days to come', 'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2031-01-01'],
    ['noRecordsMatch', 'days long gone', 'verb=ListIdentifiers&metadataPrefix=oai_dc&until=1963-01-10'],
    ['noSetHierarchy', 'sets', 'verb=ListSets'],
    ['noSetHierarchy', 'a set', 'verb=ListRecords&metadataPrefix=oai_dc&set=1963'],
    ['badResumptionToken', 'a token of others', 'verb=ListRecords&resumptionToken=abc'],
    ['badResumptionToken', 'a token of another list', 'verb=ListRecords&resumptionToken=oai_dc...100.500'],
    ['badResumptionToken', 'a token of an unknown format', 'verb=ListIdentifiers&resumptionToken=mods...1.2'],
    ['badResumptionToken', 'a long one', `verb=ListIdentifiers&resumptionToken=${'9'.repeat(1500)}`],
  ])('%s: %s', (code, _, query) => {
    const xml = asked(query);
    expect(oaiFaults(xml)).toEqual([]);
    expect(errorOf(xml)).toEqual([code]);
    // What could not be read is not told again (section 3.2).
    expect(/<request verb=/.test(xml)).toBe(code !== 'badVerb' && code !== 'badArgument');
  });

  it('says what the repository is', () => {
    const [identify] = found(read(asked('verb=Identify')), 'Identify');
    expect(textOf(found(identify!, 'repositoryName')[0])).toBe('Memoranda & more');
    expect(textOf(found(identify!, 'baseURL')[0])).toBe(BASE);
    expect(textOf(found(identify!, 'adminEmail')[0])).toBe('postmaster@example.org');
    expect(textOf(found(identify!, 'earliestDatestamp')[0])).toBe('1970-01-01');
    expect(textOf(found(identify!, 'sampleIdentifier')[0])).toBe(FIRST);
  });

  it('has the header in Dublin Core, and nothing that it does not say', () => {
    const [dc] = found(read(asked(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${FIRST}`)), 'dc');
    const fields = dc!.children.map((child) => (typeof child === 'string' ? '' : `${child.name}: ${textOf(child)}`));
    expect(fields).toEqual([
      'title: Memorandum of Conversation: U.S.-Soviet Relations',
      'creator: John C. Guthrie',
      'subject: U.S.-Soviet Relations',
      'description: Dean Rusk and Vasiliy Vasilyevich Kuznetsov, Washington, 10 January 1963; 4 pages, 1,556 words',
      'publisher: The memcon editors',
      'contributor: The memcon editors',
      // The day of the document, then that of the edition.
      'date: 1963-01-10',
      'date: 2026-11-23',
      'type: Text',
      'format: application/tei+xml',
      `identifier: ${FIRST}`,
      'source: Department of State, Central Files, 611.61/1-1063',
      'language: en',
      'rights: https://creativecommons.org/publicdomain/zero/1.0/',
      'rights: The memorandum is a work of the United States government and in the public domain.',
    ]);
  });

  it('has the TEI file as it is', () => {
    const xml = asked(`verb=GetRecord&metadataPrefix=tei&identifier=${FIRST}`);
    expect(xml).toContain(`<metadata>${flagshipTei.slice(flagshipTei.indexOf('<TEI')).trimEnd()}</metadata>`);
  });

  it('before the site has an address, names are plainly none', () => {
    const preview = repositoryOf('Memoranda', two, BASE, {});
    expect(headersOf(asked('verb=ListIdentifiers&metadataPrefix=oai_dc', preview))[0]).toBe(
      `oai:preview.invalid:${FLAGSHIP}`,
    );
    expect(oaiFaults(asked('verb=Identify', preview))).toEqual([]);
  });
});

describe('datestamps', () => {
  it('are the day of the last change that the edition tells, and of no build', () => {
    const later = flagshipTei.replace(
      '<revisionDesc>',
      '<revisionDesc>\n      <change when="2027-03-01" who="#editor">Again.</change>',
    );
    expect(recordOf(FLAGSHIP, flagshipTei).changed).toBe('2026-11-23');
    expect(recordOf(FLAGSHIP, later).changed).toBe('2027-03-01');
    const none = flagshipTei.replace(/<revisionDesc>[\s\S]*<\/revisionDesc>/, '');
    expect(recordOf(FLAGSHIP, none).changed).toBe('2026-11-23');
    expect(recordOf(THREE, two[1]!.tei).changed).toBeUndefined();
  });
});

describe('lists go on', () => {
  const many = Array.from({ length: 250 }, (_, n) => harvested(`d${String(n).padStart(3, '0')}`, flagshipTei));
  const large = repositoryOf('Memoranda', many, BASE, { address: ADDRESS });
  const tokenOf = (xml: string) => found(read(xml), 'resumptionToken')[0];

  it.each([
    ['ListIdentifiers', 'oai_dc', 100],
    ['ListRecords', 'oai_dc', 100],
  ])('%s in %s, %i at a time, to the end', (verb, prefix, size) => {
    const got: string[] = [];
    const sizes: number[] = [];
    let query = `verb=${verb}&metadataPrefix=${prefix}&from=2026-01-01`;
    for (let cursor = 0; query !== ''; cursor += size) {
      const xml = asked(query, large);
      expect(oaiFaults(xml)).toEqual([]);
      const page = headersOf(xml);
      got.push(...page);
      sizes.push(page.length);
      const token = tokenOf(xml)!;
      expect([...token.attributes]).toEqual([
        ['completeListSize', '250'],
        ['cursor', String(cursor)],
      ]);
      query = textOf(token) === '' ? '' : `verb=${verb}&resumptionToken=${encodeURIComponent(textOf(token))}`;
    }
    expect(sizes).toEqual([100, 100, 50]);
    expect(got).toEqual(many.map(({ record }) => `oai:example.org:${record.bibliography.name}`));
  });

  it('of TEI one at a time: ids of two files would be the same', () => {
    const xml = asked('verb=ListRecords&metadataPrefix=tei', large);
    expect(found(read(xml), 'record')).toHaveLength(1);
    const ids = [...xml.matchAll(/ xml:id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('and not after they have changed', () => {
    const token = textOf(tokenOf(asked('verb=ListRecords&metadataPrefix=oai_dc', large)));
    const fewer = repositoryOf('Memoranda', many.slice(1), BASE, { address: ADDRESS });
    expect(errorOf(asked(`verb=ListRecords&resumptionToken=${token}`, fewer))).toEqual(['badResumptionToken']);
  });
});

describe('the static repository', () => {
  const publication = { title: 'Memoranda', address: ADDRESS };
  it('has all records, under the address of the file or of its gateway', () => {
    const xml = staticRepository(publication, two);
    expect(oaiFaults(xml)).toEqual([]);
    expect(headersOf(xml)).toEqual([FIRST, `oai:example.org:${THREE}`]);
    expect(textOf(found(read(xml), 'baseURL')[0])).toBe(`${ADDRESS}/oai.xml`);
    const harvesting = { gateway: 'https://gateway.example/oai', email: 'editors@example.org' };
    const through = staticRepository({ ...publication, harvesting }, two);
    expect(through).toContain('<oai:baseURL>https://gateway.example/oai/example.org/memoranda/oai.xml</oai:baseURL>');
    expect(through).toContain('<oai:adminEmail>editors@example.org</oai:adminEmail>');
    expect(oaiFaults(through)).toEqual([]);
  });
});

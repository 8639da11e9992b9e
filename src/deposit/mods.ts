import { type DepositRecord, plainName } from './record.js';
import { type Node, node, words, wrapper } from './xml.js';

export const MODS_SCHEMA = {
  namespace: 'http://www.loc.gov/mods/v3',
  location: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
};

const W3CDTF = { encoding: 'w3cdtf' };

/**
 * MODS 3.8. What is described is the edition: publisher, version, licence and day of issue, which is the key date, are its
 * own. All that is of the paper stands in the related item of type `original` (MODS User Guidelines, `relatedItem`, and the
 * DLF/Aquifer guidelines for reproductions): its day, genre, extent, and the archive that keeps it, never as publisher.
 */
export function modsOf(record: DepositRecord, software: string): Node {
  const { author, editor, editionDate, changed } = record;
  return node(
    'mods:mods',
    { version: '3.8' },
    titleOf(record),
    author && nameOf(author, 'aut', 'author'),
    editor !== undefined && nameOf({ literal: editor }, 'edt', 'editor'),
    node('mods:typeOfResource', {}, 'text'),
    node('mods:genre', {}, 'scholarly edition'),
    wrapper(
      'mods:originInfo',
      { eventType: 'publication' },
      words('mods:publisher', record.publisher),
      words('mods:dateIssued', editionDate, { ...W3CDTF, keyDate: 'yes' }),
      changed !== editionDate && words('mods:dateModified', changed, W3CDTF),
      words('mods:edition', record.version && `Version ${record.version}`),
    ),
    languageOf(record),
    node(
      'mods:physicalDescription',
      {},
      node('mods:form', { authority: 'marcform' }, 'electronic'),
      MEDIA_TYPES.map((type) => node('mods:internetMediaType', {}, type)),
      node('mods:digitalOrigin', {}, 'reformatted digital'),
    ),
    record.subjects.map((subject) => node('mods:subject', {}, node('mods:topic', {}, subject))),
    originalOf(record),
    record.witnesses.filter(({ title: named }) => named !== undefined).map(otherVersion),
    words('mods:identifier', record.doi, { type: 'doi' }),
    words('mods:identifier', record.address, { type: 'uri' }),
    words('mods:identifier', record.name, { type: 'local' }),
    wrapper('mods:location', {}, words('mods:url', record.address, { usage: 'primary' })),
    record.licence !== undefined &&
      node('mods:accessCondition', { type: USE, 'xlink:href': record.licence }, record.licenceName ?? record.licence),
    node(
      'mods:recordInfo',
      {},
      words('mods:recordContentSource', record.publisher),
      words('mods:recordCreationDate', changed, W3CDTF),
      node('mods:recordIdentifier', { source: 'memcon' }, record.name),
      node('mods:recordOrigin', {}, `Made from the TEI header of the edition by ${software}.`),
      node('mods:languageOfCataloging', {}, node('mods:languageTerm', { type: 'code', authority: 'rfc5646' }, 'en')),
    ),
  );
}

const USE = 'use and reproduction';
const MEDIA_TYPES = ['application/tei+xml', 'text/html', 'text/plain'];

/** The paper that was edited, where it lies, and what may be done with it. */
const originalOf = (record: DepositRecord): Node =>
  node(
    'mods:relatedItem',
    { type: 'original', displayLabel: 'The document on paper' },
    titleOf({ title: record.title }),
    record.author && nameOf(record.author, 'aut', 'author'),
    node('mods:typeOfResource', {}, 'text'),
    words('mods:genre', record.genre),
    wrapper(
      'mods:originInfo',
      { eventType: 'production' },
      record.place !== undefined && node('mods:place', {}, node('mods:placeTerm', { type: 'text' }, record.place)),
      words('mods:dateCreated', record.date, W3CDTF),
    ),
    languageOf(record),
    wrapper('mods:physicalDescription', {}, words('mods:form', record.form), words('mods:extent', record.extent)),
    words('mods:note', record.provenance, { type: 'ownership' }),
    record.collection !== undefined &&
      node('mods:relatedItem', { type: 'host' }, titleOf({ title: record.collection })),
    wrapper(
      'mods:location',
      {},
      words('mods:physicalLocation', record.repository),
      words('mods:shelfLocator', record.shelfmark),
    ),
    words('mods:accessCondition', record.rights, { type: USE }),
  );

const titleOf = ({ title, subtitle }: Pick<DepositRecord, 'title' | 'subtitle'>): Node =>
  node('mods:titleInfo', {}, words('mods:title', title), words('mods:subTitle', subtitle));

const languageOf = ({ language }: DepositRecord): Node | undefined =>
  language === undefined
    ? undefined
    : node('mods:language', {}, node('mods:languageTerm', { type: 'code', authority: 'rfc5646' }, language));

function nameOf(name: NonNullable<DepositRecord['author']>, code: string, role: string): Node {
  const parts =
    'literal' in name
      ? [node('mods:namePart', {}, plainName(name))]
      : [
          words('mods:namePart', name.family, { type: 'family' }),
          words('mods:namePart', name.given, { type: 'given' }),
        ];
  const term = { authority: 'marcrelator', authorityURI: 'http://id.loc.gov/vocabulary/relators' };
  return node(
    'mods:name',
    // Of a name in one piece nobody knows whether it is a person's.
    { type: 'literal' in name ? undefined : 'personal' },
    parts,
    node(
      'mods:role',
      {},
      node('mods:roleTerm', { type: 'code', ...term }, code),
      node('mods:roleTerm', { type: 'text', ...term }, role),
    ),
  );
}

const otherVersion = ({ title, description, url }: DepositRecord['witnesses'][number]): Node =>
  node(
    'mods:relatedItem',
    { type: 'otherVersion' },
    node('mods:titleInfo', {}, words('mods:title', title)),
    words('mods:note', description),
    url !== undefined && node('mods:location', {}, node('mods:url', {}, url)),
  );

import { type DepositRecord, plainName } from './record.js';
import { type Node, node, words, wrapper } from './xml.js';

export const MODS_SCHEMA = {
  namespace: 'http://www.loc.gov/mods/v3',
  location: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
};

const W3CDTF = { encoding: 'w3cdtf' };

/**
 * MODS 3.8: the document and its edition. The day of the document is the key date; publisher and day of issue are those
 * of the edition, and the archive that keeps the paper stands under `location`, never as publisher.
 */
export function modsOf(record: DepositRecord, software: string): Node {
  const { title, subtitle, author, editor, date, place, language } = record;
  return node(
    'mods:mods',
    { version: '3.8' },
    node('mods:titleInfo', {}, words('mods:title', title), words('mods:subTitle', subtitle)),
    author && nameOf(author, 'aut', 'author'),
    editor !== undefined && nameOf({ literal: editor }, 'edt', 'editor'),
    node('mods:typeOfResource', {}, 'text'),
    words('mods:genre', record.genre),
    wrapper(
      'mods:originInfo',
      { eventType: 'production' },
      place !== undefined && node('mods:place', {}, node('mods:placeTerm', { type: 'text' }, place)),
      words('mods:dateCreated', date, { ...W3CDTF, keyDate: 'yes' }),
    ),
    wrapper(
      'mods:originInfo',
      { eventType: 'publication' },
      words('mods:publisher', record.publisher),
      words('mods:dateIssued', record.editionDate, W3CDTF),
      words('mods:edition', record.version && `Version ${record.version}`),
    ),
    language !== undefined &&
      node('mods:language', {}, node('mods:languageTerm', { type: 'code', authority: 'rfc5646' }, language)),
    wrapper(
      'mods:physicalDescription',
      {},
      words('mods:form', record.form),
      words('mods:extent', record.extent),
      node('mods:digitalOrigin', {}, 'reformatted digital'),
    ),
    words('mods:note', record.provenance, { type: 'ownership' }),
    record.subjects.map((subject) => node('mods:subject', {}, node('mods:topic', {}, subject))),
    record.collection !== undefined &&
      node('mods:relatedItem', { type: 'host' }, node('mods:titleInfo', {}, node('mods:title', {}, record.collection))),
    record.witnesses.filter(({ title: named }) => named !== undefined).map(otherVersion),
    words('mods:identifier', record.doi, { type: 'doi' }),
    words('mods:identifier', record.name, { type: 'local' }),
    wrapper(
      'mods:location',
      {},
      words('mods:physicalLocation', record.repository),
      words('mods:shelfLocator', record.shelfmark),
    ),
    wrapper('mods:location', {}, words('mods:url', record.address)),
    record.licence !== undefined &&
      node(
        'mods:accessCondition',
        { type: 'use and reproduction', 'xlink:href': record.licence },
        record.licenceName ?? record.licence,
      ),
    words('mods:accessCondition', record.rights, {
      type: 'use and reproduction',
      displayLabel: 'Rights in the document',
    }),
    node(
      'mods:recordInfo',
      {},
      words('mods:recordContentSource', record.publisher),
      words('mods:recordCreationDate', record.changed, W3CDTF),
      node('mods:recordIdentifier', { source: 'memcon' }, record.name),
      node('mods:recordOrigin', {}, `Made from the TEI header of the edition by ${software}.`),
      node('mods:languageOfCataloging', {}, node('mods:languageTerm', { type: 'code', authority: 'rfc5646' }, 'en')),
    ),
  );
}

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

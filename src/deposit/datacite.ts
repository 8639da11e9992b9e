import { type DepositRecord, invertedName } from './record.js';
import { type Node, node, words, wrapper } from './xml.js';

export const DATACITE_SCHEMA = {
  namespace: 'http://datacite.org/schema/kernel-4',
  location: 'https://schema.datacite.org/meta/kernel-4/metadata.xsd',
};

interface Person {
  name: string;
  nameType?: 'Personal';
  givenName?: string;
  familyName?: string;
}

/** The metadata of DataCite 4.6 in the form of its REST API; the XML is made from it. */
export interface DataCite {
  doi?: string;
  creators: Person[];
  titles: { title: string; titleType?: 'Subtitle' }[];
  publisher: { name: string };
  publicationYear: number;
  types: { resourceTypeGeneral: 'Text'; resourceType: string };
  subjects?: { subject: string }[];
  contributors?: (Person & { contributorType: 'Editor' })[];
  dates: { date: string; dateType: 'Issued' | 'Updated' | 'Coverage'; dateInformation?: string }[];
  language?: string;
  alternateIdentifiers: { alternateIdentifier: string; alternateIdentifierType: string }[];
  relatedIdentifiers?: { relatedIdentifier: string; relatedIdentifierType: 'URL'; relationType: 'IsVariantFormOf' }[];
  relatedItems?: {
    relatedItemType: 'Text';
    relationType: 'IsDerivedFrom';
    creators?: Person[];
    titles: { title: string }[];
    publicationYear?: number;
    number?: string;
    numberType?: 'Other';
  }[];
  formats: string[];
  version?: string;
  rightsList?: { rights: string; rightsUri: string }[];
  geoLocations?: { geoLocationPlace: string }[];
  url?: string;
  schemaVersion: string;
}

/**
 * The record of an edition for DataCite; nothing where a property is missing that it has to have (metadata schema 4.6,
 * table 1), the DOI aside. What is published is the edition: its year is that of the edition, and the day of the
 * document is what it covers. The paper, which has no address, is the item it is derived from.
 */
export function dataCite(record: DepositRecord): DataCite | undefined {
  const creator = creatorOf(record);
  const { publisher, editionDate } = record;
  if (!creator || publisher === undefined || editionDate === undefined) return undefined;
  const editor = record.editor === undefined ? undefined : { name: record.editor };
  const related = record.witnesses.flatMap(({ url }) => url ?? []);
  return {
    ...(record.doi !== undefined && { doi: record.doi }),
    creators: [creator],
    titles: [
      { title: record.title },
      ...(record.subtitle === undefined ? [] : [{ title: record.subtitle, titleType: 'Subtitle' as const }]),
    ],
    publisher: { name: publisher },
    publicationYear: Number(editionDate.slice(0, 4)),
    types: { resourceTypeGeneral: 'Text', resourceType: 'Scholarly edition' },
    ...(record.subjects.length > 0 && { subjects: record.subjects.map((subject) => ({ subject })) }),
    ...(editor && { contributors: [{ ...editor, contributorType: 'Editor' }] }),
    dates: [
      { date: editionDate, dateType: 'Issued' },
      ...(record.changed !== undefined && record.changed > editionDate
        ? [{ date: record.changed, dateType: 'Updated' as const }]
        : []),
      ...(record.date === undefined
        ? []
        : [{ date: record.date, dateType: 'Coverage' as const, dateInformation: 'The day of the document.' }]),
    ],
    ...(record.language !== undefined && { language: record.language }),
    alternateIdentifiers: [{ alternateIdentifier: record.name, alternateIdentifierType: 'memcon' }],
    ...(related.length > 0 && {
      relatedIdentifiers: related.map((relatedIdentifier) => ({
        relatedIdentifier,
        relatedIdentifierType: 'URL' as const,
        relationType: 'IsVariantFormOf' as const,
      })),
    }),
    ...sourceOf(record),
    formats: ['application/tei+xml', 'text/html', 'text/plain'],
    ...(record.version !== undefined && { version: record.version }),
    ...(record.licence !== undefined && {
      rightsList: [{ rights: record.licenceName ?? record.licence, rightsUri: record.licence }],
    }),
    ...(record.place !== undefined && { geoLocations: [{ geoLocationPlace: record.place }] }),
    ...(record.address !== undefined && { url: record.address }),
    schemaVersion: DATACITE_SCHEMA.namespace,
  };
}

/** Who drafted the document; where that is not certain, who edited it. */
function creatorOf({ author, editor }: DepositRecord): Person | undefined {
  const name = author ?? (editor === undefined ? undefined : { literal: editor });
  return name && personOf(name);
}

function personOf(name: NonNullable<DepositRecord['author']>): Person {
  if ('literal' in name) return { name: name.literal };
  const { family, given } = name;
  return { name: invertedName(name), nameType: 'Personal', ...(given && { givenName: given }), familyName: family };
}

/** The paper: who drafted it, what it is and where it lies, its year, and its shelfmark. */
function sourceOf(record: DepositRecord): Pick<DataCite, 'relatedItems'> {
  const { author, date, shelfmark } = record;
  const where = [record.collection, record.repository].filter(Boolean).join(', ');
  if (where === '' && shelfmark === undefined) return {};
  const title = [record.genre ?? record.title, where].filter(Boolean).join(', ');
  return {
    relatedItems: [
      {
        relatedItemType: 'Text',
        relationType: 'IsDerivedFrom',
        ...(author && { creators: [personOf(author)] }),
        titles: [{ title }],
        ...(date !== undefined && { publicationYear: Number(date.slice(0, 4)) }),
        ...(shelfmark !== undefined && { number: shelfmark, numberType: 'Other' }),
      },
    ],
  };
}

export const dataCiteJson = (data: DataCite): string => `${JSON.stringify(data, null, 2)}\n`;

/** As XML; nothing without a DOI, which its schema demands. */
export function dataCiteXml(data: DataCite): Node | undefined {
  if (data.doi === undefined) return undefined;
  const d = (name: string) => `datacite:${name}`;
  const person = (kind: string, { name, nameType, givenName, familyName }: Person) => [
    node(d(`${kind}Name`), { nameType }, name),
    words(d('givenName'), givenName),
    words(d('familyName'), familyName),
  ];
  return node(
    d('resource'),
    {},
    node(d('identifier'), { identifierType: 'DOI' }, data.doi),
    node(
      d('creators'),
      {},
      data.creators.map((creator) => node(d('creator'), {}, person('creator', creator))),
    ),
    node(
      d('titles'),
      {},
      data.titles.map(({ title, titleType }) => node(d('title'), { titleType }, title)),
    ),
    node(d('publisher'), {}, data.publisher.name),
    node(d('publicationYear'), {}, String(data.publicationYear)),
    node(d('resourceType'), { resourceTypeGeneral: data.types.resourceTypeGeneral }, data.types.resourceType),
    wrapper(
      d('subjects'),
      {},
      data.subjects?.map(({ subject }) => node(d('subject'), {}, subject)),
    ),
    wrapper(
      d('contributors'),
      {},
      data.contributors?.map((one) =>
        node(d('contributor'), { contributorType: one.contributorType }, person('contributor', one)),
      ),
    ),
    node(
      d('dates'),
      {},
      data.dates.map(({ date, dateType, dateInformation }) => node(d('date'), { dateType, dateInformation }, date)),
    ),
    words(d('language'), data.language),
    node(
      d('alternateIdentifiers'),
      {},
      data.alternateIdentifiers.map(({ alternateIdentifier, alternateIdentifierType }) =>
        node(d('alternateIdentifier'), { alternateIdentifierType }, alternateIdentifier),
      ),
    ),
    wrapper(
      d('relatedIdentifiers'),
      {},
      data.relatedIdentifiers?.map(({ relatedIdentifier, ...types }) =>
        node(d('relatedIdentifier'), types, relatedIdentifier),
      ),
    ),
    node(
      d('formats'),
      {},
      data.formats.map((format) => node(d('format'), {}, format)),
    ),
    words(d('version'), data.version),
    wrapper(
      d('rightsList'),
      {},
      data.rightsList?.map(({ rights, rightsUri }) => node(d('rights'), { rightsURI: rightsUri }, rights)),
    ),
    wrapper(
      d('geoLocations'),
      {},
      data.geoLocations?.map(({ geoLocationPlace }) =>
        node(d('geoLocation'), {}, node(d('geoLocationPlace'), {}, geoLocationPlace)),
      ),
    ),
    wrapper(
      d('relatedItems'),
      {},
      data.relatedItems?.map(({ creators, titles, publicationYear, number, numberType, ...types }) =>
        node(
          d('relatedItem'),
          types,
          wrapper(
            d('creators'),
            {},
            creators?.map((creator) => node(d('creator'), {}, person('creator', creator))),
          ),
          node(
            d('titles'),
            {},
            titles.map(({ title }) => node(d('title'), {}, title)),
          ),
          words(d('publicationYear'), publicationYear?.toString()),
          words(d('number'), number, { numberType }),
        ),
      ),
    ),
  );
}

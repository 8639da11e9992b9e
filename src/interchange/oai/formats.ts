import { escaped } from '../escaped.js';
import type { Item } from './repository.js';

/** A form in which a record can be had. */
export interface Format {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  /** Records in one answer: of TEI files one, since two would have the same ids, and an XML file has each once. */
  readonly pageSize: number;
  write(item: Item): string;
}

const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const DC = 'http://purl.org/dc/elements/1.1/';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Dublin Core without qualifiers, which every repository must have (OAI-PMH 2.0, section 2.5), and the editions whole. */
export const FORMATS: readonly Format[] = [
  { prefix: 'oai_dc', schema: `${OAI_DC.replace(/\/$/, '')}.xsd`, namespace: OAI_DC, pageSize: 100, write: dublinCore },
  {
    prefix: 'tei',
    schema: 'https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd',
    namespace: 'http://www.tei-c.org/ns/1.0',
    pageSize: 1,
    // Behind the declaration and the instructions to processors, of which a part of another file has none.
    write: ({ tei }) => tei.slice(Math.max(0, tei.search(/<TEI[\s>]/))).trimEnd(),
  },
];

/** What goes into one file with all records. */
export const TOGETHER: readonly Format[] = FORMATS.filter(({ pageSize }) => pageSize > 1);

export const formatOf = (prefix: string): Format | undefined => FORMATS.find((format) => format.prefix === prefix);

/**
 * Terms have no qualifiers here, so that their order tells which is which: the day of the document stands before that of
 * the edition, the licence of the edition before the rights in the document.
 */
function dublinCore({ record, identifier }: Item): string {
  const { bibliography, subtitle, subjects, extent, rights } = record;
  const { name, title, author, date, repository, collection, shelfmark, address, language } = bibliography;
  const { editor, publisher, editionDate, licence } = bibliography;
  const who =
    author && ('literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' '));
  const elements: [name: string, value: string | undefined][] = [
    ['title', title],
    ['creator', who],
    ...subjects.map((subject): [string, string] => ['subject', subject]),
    ['description', [subtitle, extent].filter(Boolean).join('; ')],
    ['publisher', publisher],
    ['contributor', editor],
    ['date', date],
    ['date', editionDate === date ? undefined : editionDate],
    ['type', 'Text'],
    ['format', 'application/tei+xml'],
    ['identifier', address ?? identifier],
    ['relation', address?.replace(/[^/]*$/, `${encodeURIComponent(name)}.xml`)],
    ['source', [repository, collection, shelfmark].filter(Boolean).join(', ')],
    ['language', language],
    ['rights', licence],
    ['rights', rights],
  ];
  const written = elements
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `<dc:${name}>${escaped(value!)}</dc:${name}>`);
  const location = `${OAI_DC} ${OAI_DC.replace(/\/$/, '')}.xsd`;
  return `<oai_dc:dc xmlns:oai_dc="${OAI_DC}" xmlns:dc="${DC}" xmlns:xsi="${XSI}" xsi:schemaLocation="${location}">${written.join('')}</oai_dc:dc>`;
}

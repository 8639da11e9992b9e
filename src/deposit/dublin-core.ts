import { type DepositRecord, invertedName, paperInWords } from './record.js';
import { type Node, node, words } from './xml.js';

/**
 * Dublin Core and DCMI terms, of the edition and of nothing else: the creator is who drafted the document, the contributor
 * who edited it, `issued` the day of the edition. The day of the document is what the edition covers (`temporal`), and the
 * paper is its source, in words. Types are those of the XML Schema for DCMI terms (2008-02-11), which has none for RFC 5646.
 */
export function dublinCore(record: DepositRecord): Node[] {
  const w3cdtf = { 'xsi:type': 'dcterms:W3CDTF' };
  const uri = { 'xsi:type': 'dcterms:URI' };
  return [
    words('dc:title', record.title),
    words('dcterms:alternative', record.subtitle),
    words('dc:creator', record.author && invertedName(record.author)),
    words('dc:contributor', record.editor),
    words('dc:publisher', record.publisher),
    words('dcterms:issued', record.editionDate, w3cdtf),
    words('dcterms:modified', record.changed === record.editionDate ? undefined : record.changed, w3cdtf),
    node('dc:type', { 'xsi:type': 'dcterms:DCMIType' }, 'Text'),
    node('dc:type', {}, 'Scholarly edition'),
    node('dc:format', { 'xsi:type': 'dcterms:IMT' }, 'application/tei+xml'),
    words('dc:identifier', record.doi && `https://doi.org/${record.doi}`, uri),
    words('dc:identifier', record.address, uri),
    words('dc:identifier', record.name),
    words('dc:source', paperInWords(record)),
    words('dc:language', record.language, { 'xsi:type': 'dcterms:RFC4646' }),
    ...record.subjects.map((subject) => words('dc:subject', subject)),
    words('dcterms:spatial', record.place),
    words('dcterms:temporal', record.date, w3cdtf),
    ...record.witnesses.map(({ url }) => words('dcterms:hasVersion', url, uri)),
    words('dcterms:license', record.licence, uri),
    words('dc:rights', record.rights && `The document: ${record.rights}`),
  ].filter((term) => term !== undefined);
}

/** Without types, where no validator can be told of their schema: in METS `xsi:type` is a fault if it resolves to nothing. */
export const untypedDublinCore = (record: DepositRecord): Node[] =>
  dublinCore(record).map(({ name, children }) => node(name, {}, children));

/** As a document of its own: the element that holds the terms is not one of theirs (DCMI, guidelines for XML, 2003). */
export const dublinCoreDocument = (record: DepositRecord): Node => node('metadata', {}, dublinCore(record));

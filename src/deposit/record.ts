import { bibliographyOf, peopleOf, rightsInDocument } from '../citation/bibliography.js';
import { lastChange } from '../citation/last-change.js';
import { allAt, at, childrenOf, descendantsOf, idOf, type TeiElement, teiTree, textOf } from '../citation/tree.js';
import type { Bibliography } from '../citation/unit.js';

/** Another text of the document, as the header lists it. */
export interface Witness {
  readonly siglum: string;
  /** As the header describes it. */
  readonly description: string;
  readonly title?: string;
  readonly url?: string;
}

/** A page of the paper, with its anchor in the TEI file and the address of its image beside that. */
export interface Page {
  readonly id: string;
  readonly label: string;
  readonly image?: string;
}

/** All that the header of an edition says and a deposit passes on. */
export interface DepositRecord extends Bibliography {
  readonly subtitle?: string;
  readonly licenceName?: string;
  /** What may be done with the paper itself. */
  readonly rights?: string;
  readonly form?: string;
  readonly extent?: string;
  readonly provenance?: string;
  readonly subjects: readonly string[];
  readonly witnesses: readonly Witness[];
  readonly pages: readonly Page[];
  /** The last day on which the edition was changed, as its header has it; ISO 8601. */
  readonly changed?: string;
}

/**
 * The record of an edition, read from its TEI file.
 * @throws MaterialError where the file is not well-formed
 */
export function depositRecord(file: string, tei: string, layout: Bibliography['layout']): DepositRecord {
  const root = teiTree(file, tei);
  const record = bibliographyOf(root, file, peopleOf(root), layout);
  const header = childrenOf(root, 'teiHeader')[0];
  const publication = at(header, 'fileDesc/publicationStmt');
  const source = at(header, 'fileDesc/sourceDesc/msDesc');
  const titles = allAt(header, 'fileDesc/titleStmt/title');
  const said = {
    subtitle: textOf(titles.find(({ attributes }) => attributes.get('type') === 'sub')),
    licenceName: textOf(at(publication, 'availability/licence')),
    rights: rightsInDocument(header),
    form: at(source, 'physDesc/objectDesc')?.attributes.get('form'),
    extent: textOf(at(source, 'physDesc/objectDesc/supportDesc/extent')),
    provenance: textOf(at(source, 'history/provenance')),
    changed: lastChange(header, record.editionDate),
  };
  return {
    ...record,
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '')) as object),
    subjects: allAt(header, 'profileDesc/textClass/keywords/term').map(textOf),
    witnesses: allAt(header, 'fileDesc/sourceDesc/listWit/witness').map(witnessOf),
    pages: pagesOf(root),
  };
}

function witnessOf(witness: TeiElement): Witness {
  const bibl = childrenOf(witness, 'bibl')[0];
  const title = textOf(bibl && childrenOf(bibl, 'title')[0]);
  const url = bibl && childrenOf(bibl, 'ref')[0]?.attributes.get('target');
  const description = textOf(witness);
  return {
    siglum: idOf(witness) ?? '',
    // The address has a place of its own.
    description: url === undefined ? description : description.replace(url, '').trim(),
    ...(title !== '' && { title }),
    ...(url !== undefined && { url }),
  };
}

function pagesOf(root: TeiElement): Page[] {
  const images = new Map(
    allAt(root, 'facsimile/surface').map((surface) => [
      `#${idOf(surface)}`,
      childrenOf(surface, 'graphic')[0]?.attributes.get('url'),
    ]),
  );
  return childrenOf(root, 'text')
    .flatMap(descendantsOf)
    .filter((element) => element.name === 'pb' && idOf(element) !== undefined)
    .map((page, n) => {
      const image = images.get(page.attributes.get('facs') ?? '');
      return {
        id: idOf(page)!,
        label: page.attributes.get('n') ?? String(n + 1),
        ...(image !== undefined && { image }),
      };
    });
}

/** A name in the order of an index: “Guthrie, John C.” */
export const invertedName = (name: NonNullable<Bibliography['author']>): string =>
  'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ');

/** A name as it is read: “John C. Guthrie”. */
export const plainName = (name: NonNullable<Bibliography['author']>): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');

/** The paper as a catalogue names it: “Memorandum of Conversation, 1963-01-10, 4 pages, 611.61/1-1063, Central Files”. */
export const paperInWords = (record: DepositRecord): string =>
  [record.genre, record.date, record.extent, record.shelfmark, record.collection, record.repository]
    .filter(Boolean)
    .join(', ');

/** The witnesses as a table: siglum, what it is, address; the first line has the names of the columns. */
export const witnessTable = ({ witnesses }: DepositRecord): string =>
  [['siglum', 'description', 'address'], ...witnesses.map((one) => [one.siglum, one.description, one.url ?? ''])]
    .map((row) => `${row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`)
    .join('');

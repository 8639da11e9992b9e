import { untypedDublinCore } from './dublin-core.js';
import { formatOf } from './formats.js';
import { MODS_SCHEMA } from './mods.js';
import { hrefFrom, type PackedFile, type Use } from './packed-file.js';
import { PREMIS_SCHEMA } from './premis.js';
import type { DepositRecord, Page } from './record.js';
import { type Node, node } from './xml.js';

export const METS_SCHEMA = {
  namespace: 'http://www.loc.gov/METS/',
  location: 'http://www.loc.gov/standards/mets/mets.xsd',
};

/** Of the METS of an edition, with all that is wrapped in it. */
export const EDITION_METS_SCHEMAS = [METS_SCHEMA, MODS_SCHEMA, PREMIS_SCHEMA];

/** What groups of files are called, in their order. */
const GROUPS: readonly (readonly [use: Use, label: string])[] = [
  ['TEI', 'The edition in TEI'],
  ['source', 'Transcription and decisions'],
  ['image', 'Page images'],
  ['text', 'Reading text'],
  ['page', 'Pages to read'],
  ['citation', 'Citations'],
  ['metadata', 'Metadata'],
  ['schema', 'Schema'],
  ['style', 'Style and type of the pages'],
  ['authority', 'Authority files'],
];

interface Head {
  readonly label: string;
  readonly identifier: string;
  readonly software: string;
  /** ISO 8601. */
  readonly day: string;
}

/** Where the PREMIS of what editions share lies, in the payload; METS lists it and refers to it. */
export const SHARED_PREMIS = 'premis.xml';

/**
 * The METS document of one edition: MODS and Dublin Core of it, PREMIS, its files, those that it shares with other
 * editions, and the pages of the paper.
 */
export function editionMets(
  record: DepositRecord,
  {
    mods,
    premis,
    files: own,
    shared,
    software,
    day,
    folder,
  }: {
    mods: Node;
    premis: Node;
    files: readonly PackedFile[];
    /** What it needs and other editions need too: schema, style, authority files. */
    shared: readonly PackedFile[];
    software: string;
    day: string;
    /** Where the document itself will lie, in the payload. */
    folder: string;
  },
): Node {
  const files = [...own, ...shared];
  const ids = idsOf(files);
  const tei = own.find(({ use }) => use === 'TEI')!;
  const identifier = record.doi === undefined ? (record.address ?? record.name) : `https://doi.org/${record.doi}`;
  return metsOf(
    { label: record.title, identifier, software, day },
    node(
      'mets:dmdSec',
      { ID: 'dmd.mods' },
      node('mets:mdWrap', { MDTYPE: 'MODS', MDTYPEVERSION: '3.8' }, node('mets:xmlData', {}, mods)),
    ),
    node(
      'mets:dmdSec',
      { ID: 'dmd.dc' },
      node('mets:mdWrap', { MDTYPE: 'DC' }, node('mets:xmlData', {}, untypedDublinCore(record))),
    ),
    node(
      'mets:amdSec',
      { ID: 'amd' },
      node(
        'mets:digiprovMD',
        { ID: 'amd.premis' },
        node('mets:mdWrap', { MDTYPE: 'PREMIS', MDTYPEVERSION: '3.0' }, node('mets:xmlData', {}, premis)),
      ),
      shared.length > 0 && node('mets:digiprovMD', { ID: 'amd.premis.shared' }, premisReference(folder)),
    ),
    fileSection(files, ids, folder),
    node(
      'mets:structMap',
      { TYPE: 'physical', LABEL: 'The pages of the paper, and the files of the edition' },
      node(
        'mets:div',
        { TYPE: 'edition', LABEL: record.title, DMDID: 'dmd.mods dmd.dc', ADMID: 'amd.premis' },
        record.pages.length > 0 &&
          node(
            'mets:div',
            { TYPE: 'paper', LABEL: record.extent ?? 'The paper' },
            record.pages.map((page, n) => pageDivision(page, n, tei, files, ids)),
          ),
        fileDivisions(own, ids),
        shared.length > 0 &&
          node(
            'mets:div',
            { TYPE: 'shared', LABEL: 'What it shares with other editions', ADMID: 'amd.premis.shared' },
            fileDivisions(shared, ids),
          ),
      ),
    ),
  );
}

/** The PREMIS that lies in a file of its own, from a document in `folder`. */
const premisReference = (folder: string): Node =>
  node('mets:mdRef', {
    ...pointer,
    'xlink:href': hrefFrom(folder, SHARED_PREMIS),
    MDTYPE: 'PREMIS',
    MDTYPEVERSION: '3.0',
    MIMETYPE: 'application/xml',
  });

const pointer = { LOCTYPE: 'URL', 'xlink:type': 'simple' };

/** The METS document of a bag: a pointer to that of each edition, and the files that they share. */
export function bagMets(
  head: Head,
  editions: readonly { title: string; mets: string }[],
  shared: readonly PackedFile[],
): Node {
  const ids = idsOf(shared);
  return metsOf(
    head,
    node(
      'mets:dmdSec',
      { ID: 'dmd.dc' },
      node('mets:mdWrap', { MDTYPE: 'DC' }, node('mets:xmlData', {}, node('dc:title', {}, head.label))),
    ),
    node('mets:amdSec', { ID: 'amd' }, node('mets:digiprovMD', { ID: 'amd.premis' }, premisReference(''))),
    fileSection(shared, ids, ''),
    node(
      'mets:structMap',
      { TYPE: 'physical' },
      node(
        'mets:div',
        { TYPE: 'deposit', LABEL: head.label, DMDID: 'dmd.dc', ADMID: 'amd.premis' },
        editions.map(({ title, mets }, n) =>
          node(
            'mets:div',
            { TYPE: 'edition', ORDER: String(n + 1), LABEL: title },
            node('mets:mptr', { ...pointer, 'xlink:href': hrefFrom('', mets) }),
          ),
        ),
        fileDivisions(shared, ids),
      ),
    ),
  );
}

const metsOf = ({ label, identifier, software, day }: Head, ...sections: (Node | undefined)[]): Node =>
  node(
    'mets:mets',
    { OBJID: identifier, LABEL: label, TYPE: 'edition' },
    node(
      'mets:metsHdr',
      { CREATEDATE: `${day}T00:00:00Z` },
      node('mets:agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'software' }, node('mets:name', {}, software)),
    ),
    sections,
  );

const idsOf = (files: readonly PackedFile[]): ReadonlyMap<PackedFile, string> =>
  new Map(files.map((file, n) => [file, `file.${n + 1}`]));

/** The files in groups; there is no section without files, and no group without one. */
function fileSection(
  files: readonly PackedFile[],
  ids: ReadonlyMap<PackedFile, string>,
  folder: string,
): Node | undefined {
  if (files.length === 0) return undefined;
  return node(
    'mets:fileSec',
    {},
    groupsOf(files).map(({ use, members }) =>
      node(
        'mets:fileGrp',
        { USE: use },
        members.map((file) =>
          node(
            'mets:file',
            {
              ID: ids.get(file)!,
              MIMETYPE: formatOf(file.path, file.use).mime,
              SIZE: String(file.size),
              CHECKSUM: file.sha512,
              CHECKSUMTYPE: 'SHA-512',
            },
            node('mets:FLocat', { ...pointer, 'xlink:href': hrefFrom(folder, file.path) }),
          ),
        ),
      ),
    ),
  );
}

function groupsOf(files: readonly PackedFile[]) {
  return GROUPS.map(([use, label]) => ({ use, label, members: files.filter((file) => file.use === use) })).filter(
    ({ members }) => members.length > 0,
  );
}

const fileDivisions = (files: readonly PackedFile[], ids: ReadonlyMap<PackedFile, string>): Node[] =>
  groupsOf(files).map(({ label, members }) =>
    node(
      'mets:div',
      { TYPE: 'files', LABEL: label },
      members.map((file) => node('mets:fptr', { FILEID: ids.get(file)! })),
    ),
  );

/** A page: where it begins in the TEI file, and its image. */
function pageDivision(
  { id, label, image }: Page,
  n: number,
  tei: PackedFile,
  files: readonly PackedFile[],
  ids: ReadonlyMap<PackedFile, string>,
): Node {
  const folder = tei.path.slice(0, tei.path.lastIndexOf('/') + 1);
  const shown = image === undefined ? undefined : files.find(({ path }) => path === `${folder}${decodeURI(image)}`);
  return node(
    'mets:div',
    { TYPE: 'page', ORDER: String(n + 1), ORDERLABEL: label },
    node('mets:fptr', {}, node('mets:area', { FILEID: ids.get(tei)!, BETYPE: 'IDREF', BEGIN: id })),
    shown && node('mets:fptr', { FILEID: ids.get(shown)! }),
  );
}

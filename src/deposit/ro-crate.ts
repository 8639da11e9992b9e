import { formatOf } from './formats.js';
import type { PackedFile } from './packed-file.js';
import { type DepositRecord, invertedName } from './record.js';

/** An entity of the graph, in the flat form that RO-Crate asks for. */
type Entity = Record<string, unknown> & { '@id': string };

const idOfPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const reference = (id: string) => ({ '@id': id });

/** What the metadata file is itself (RO-Crate 1.1, section “Root Data Entity”). */
export const crateDescriptor: Entity = {
  '@id': 'ro-crate-metadata.json',
  '@type': 'CreativeWork',
  conformsTo: reference('https://w3id.org/ro/crate/1.1'),
  about: reference('./'),
};

export const CRATE_CONTEXT = 'https://w3id.org/ro/crate/1.1/context';

export const fileEntity = ({ path, use, size, sha256 }: PackedFile): Entity => {
  const { mime, puid } = formatOf(path, use);
  return {
    '@id': idOfPath(path),
    '@type': 'File',
    name: path.split('/').at(-1)!,
    encodingFormat: puid === undefined ? mime : [mime, reference(pronomAddress(puid))],
    contentSize: String(size),
    sha256,
  };
};

const pronomAddress = (puid: string): string => `https://www.nationalarchives.gov.uk/PRONOM/${puid}`;

/** The formats of PRONOM that files refer to. */
export function formatEntities(files: readonly Pick<PackedFile, 'path' | 'use'>[]): Entity[] {
  const formats = new Map<string, Entity>();
  for (const { path, use } of files) {
    const { puid, name } = formatOf(path, use);
    const id = puid === undefined ? undefined : pronomAddress(puid);
    if (id !== undefined && !formats.has(id))
      formats.set(id, { '@id': id, '@type': 'WebPage', name: `${name} (${puid})` });
  }
  return [...formats.values()];
}

/** An edition as a part of the crate: its folder, its files, those who made it. */
export function editionEntities(record: DepositRecord, folder: string, files: readonly PackedFile[]): Entity[] {
  const author = record.author && invertedName(record.author);
  const people = [author, record.editor, record.publisher].filter((name) => name !== undefined);
  return [
    {
      '@id': `${idOfPath(folder)}/`,
      '@type': 'Dataset',
      name: record.title,
      ...(record.subtitle !== undefined && { description: record.subtitle }),
      ...(record.editionDate !== undefined && { datePublished: record.editionDate }),
      ...(record.date !== undefined && { temporalCoverage: record.date }),
      ...(record.version !== undefined && { version: record.version }),
      ...(record.doi !== undefined && { identifier: `https://doi.org/${record.doi}` }),
      ...(record.address !== undefined && { url: record.address }),
      ...(record.language !== undefined && { inLanguage: record.language }),
      ...(author !== undefined && { author: reference(personId(author)) }),
      ...(record.editor !== undefined && { editor: reference(personId(record.editor)) }),
      ...(record.publisher !== undefined && { publisher: reference(personId(record.publisher)) }),
      ...(record.licence !== undefined && { license: reference(record.licence) }),
      ...(record.rights !== undefined && { usageInfo: record.rights }),
      hasPart: files.map(({ path }) => reference(idOfPath(path))),
    },
    ...files.map(fileEntity),
    ...[...new Set(people)].map((name) => ({
      '@id': personId(name),
      // Of an editor's name nobody knows whether it is that of a person.
      '@type': name === author ? 'Person' : ['Person', 'Organization'],
      name,
    })),
  ];
}

export const personId = (name: string): string => `#${encodeURIComponent(name)}`;

export interface RootOfCrate {
  readonly name: string;
  readonly description: string;
  /** ISO 8601. */
  readonly day: string;
  readonly licence?: { readonly name: string; readonly url: string };
  readonly publisher?: string;
  readonly doi?: string;
  /** Folders of the editions, without a slash at the end. */
  readonly editions: readonly string[];
  readonly files: readonly PackedFile[];
}

/** The root of the crate, and what no edition has of its own. Every part is in `hasPart`; a licence is there where one was given. */
export function rootEntities({
  name,
  description,
  day,
  licence,
  publisher,
  doi,
  editions,
  files,
}: RootOfCrate): Entity[] {
  return [
    {
      '@id': './',
      '@type': 'Dataset',
      name,
      description,
      datePublished: day,
      ...(licence && { license: reference(licence.url) }),
      ...(publisher !== undefined && { publisher: reference(personId(publisher)) }),
      ...(doi !== undefined && { identifier: `https://doi.org/${doi}` }),
      hasPart: [
        ...editions.map((folder) => reference(`${idOfPath(folder)}/`)),
        ...files.map(({ path }) => reference(idOfPath(path))),
      ],
    },
    ...files.map(fileEntity),
    ...(licence ? [{ '@id': licence.url, '@type': 'CreativeWork', name: licence.name }] : []),
    ...(publisher === undefined ? [] : [{ '@id': personId(publisher), '@type': 'Organization', name: publisher }]),
  ];
}

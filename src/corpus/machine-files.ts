import { ANNOTATIONS, annotationsOf } from '../interchange/annotations/annotations.js';
import { readingTextFile, readingTextOf } from '../interchange/annotations/reading-text.js';
import { collectionFiles, editionFiles } from '../interchange/dts/static-files.js';
import { openEdition } from '../interchange/edition.js';
import { type ImageSize, imageSize } from '../interchange/iiif/image-size.js';
import { MANIFEST, manifestOf } from '../interchange/iiif/manifest.js';
import { unsizedImages } from '../interchange/iiif/pages.js';
import { STATIC_REPOSITORY, staticRepository } from '../interchange/oai/static-repository.js';
import { type EditionRecord, type Publication, recordOf } from '../interchange/record.js';
import { type FileContent, readIfThere } from './files.js';

export interface MachineReadable {
  readonly publication: Publication;
  /** Name and TEI of each edition, in the order of names. */
  readonly editions: readonly (readonly [name: string, tei: string])[];
  /** All editions of the workspace are there, so that lists of them can be published. */
  readonly whole: boolean;
  /** Stands in where an edition tells no day, ISO 8601. */
  readonly day?: string | undefined;
  /** All files of the output folder, for the sizes of page images. */
  readonly files: ReadonlyMap<string, FileContent>;
}

/**
 * What programs read of a published workspace, one file after the other: one edition is open at a time, however many
 * there are.
 */
export async function* machineFiles({ publication, editions, whole, day, files }: MachineReadable) {
  const { address, title, publisher, licence } = publication;
  const records = new Map<string, EditionRecord>();
  for (const [name, tei] of editions) {
    const record = recordOf(name, tei);
    records.set(name, record);
    const edition = openEdition(name, tei);
    const manifest = manifestOf(edition, record, publication, await sizesOf(name, unsizedImages(edition), files));
    if (manifest) yield [`${name}/${MANIFEST}`, json(manifest)] as const;
    yield [`${name}/${ANNOTATIONS}`, json(annotationsOf(edition, record, publication))] as const;
    yield [`${name}/${readingTextFile(name)}`, readingTextOf(edition)] as const;
    yield* editionFiles(edition, record, address);
  }
  if (!whole || editions.length === 0) return;
  const catalogue = { title, ...(publisher !== undefined && { publisher }), ...(licence && { licence }), records };
  yield* collectionFiles(catalogue, address);
  const harvested = editions.map(([name, tei]) => ({ record: records.get(name)!, tei }));
  yield [STATIC_REPOSITORY, staticRepository(publication, harvested, day)] as const;
}

/** The output folder as it is written. */
export async function* outputOf({ files, machines }: Output) {
  yield* files;
  if (machines) yield* machineFiles(machines);
}

interface Output {
  readonly files: ReadonlyMap<string, FileContent>;
  readonly machines?: MachineReadable;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The sizes of images beside an edition, by their address in its TEI, as far as the files tell them. */
export async function sizesOf(
  name: string,
  images: readonly string[],
  files: ReadonlyMap<string, FileContent>,
): Promise<Map<string, ImageSize>> {
  const sizes = new Map<string, ImageSize>();
  for (const image of images) {
    const content = files.get(`${name}/${decodeURI(image)}`);
    if (typeof content !== 'object' || !('copyOf' in content)) continue;
    const size = imageSize((await readIfThere(content.copyOf)) ?? new Uint8Array());
    if (size) sizes.set(image, size);
  }
  return sizes;
}

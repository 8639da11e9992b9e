import type { OpenEdition } from '../edition.js';
import { depthOf } from '../passages.js';
import type { EditionRecord } from '../record.js';
import { collectionPath, documentPath, FOLDER, navigationPath, pathAddresses } from './addresses.js';
import { type Catalogue, collectionOf, entryOf, PAGE_SIZE, rootOf } from './collection.js';
import { documentOf } from './document.js';
import { navigationOf } from './navigation.js';
import { TEI_TYPE } from './objects.js';

type File = readonly [path: string, content: string];

const MEDIA = [TEI_TYPE];
const json = (value: object): string => `${JSON.stringify(value)}\n`;
const address = (site: string, path: string): string => `${site}/${path.split('/').map(encodeURI).join('/')}`;

/** Whether a reference can be the path of a file on any disk, below its folder. */
const isPath = (reference: string): boolean =>
  reference.split('/').every((step) => /^[\p{L}\p{N}._+=,@~-]+$/u.test(step) && !step.endsWith('.'));

/** The answers on the entry point and on collections; `site` is the address of the output folder. */
export function* collectionFiles(catalogue: Catalogue, site: string): Generator<File> {
  const root = rootOf(catalogue);
  const addresses = pathAddresses(site, root);
  yield [`${FOLDER}/entry.json`, json(entryOf(addresses))];
  const answer = (id: string | undefined, part: Parameters<typeof collectionPath>[1] = {}): File => [
    collectionPath(id ?? '', part),
    json(collectionOf(catalogue, id, part, addresses, MEDIA)),
  ];
  const pages = Math.max(1, Math.ceil(catalogue.records.size / PAGE_SIZE));
  for (const id of [undefined, root, ...catalogue.records.keys()]) {
    yield answer(id);
    for (const nav of ['children', 'parents'] as const) yield answer(id, { nav });
    if (id !== undefined && id !== root) continue;
    for (let page = 1; page <= pages; page++) {
      yield answer(id, { page });
      yield answer(id, { nav: 'children', page });
    }
  }
}

/**
 * The answers on the passages of an edition: all but ranges, which would be as many as pairs of passages (Level 0 of DTS
 * demands those of documents; a server gives them).
 */
export function* editionFiles(edition: OpenEdition, record: EditionRecord, site: string): Generator<File> {
  const { name, trees } = edition;
  const addresses = pathAddresses(site, '');
  const navigation = (tree: string | undefined, down: number | undefined, ref?: string): File => {
    const path = navigationPath(name, tree, down, ref);
    const query = {
      ...(tree !== undefined && { tree }),
      ...(down !== undefined && { down }),
      ...(ref !== undefined && { ref }),
    };
    return [path, json(navigationOf(edition, record, query, address(site, path), addresses, MEDIA))];
  };
  const document = (tree: string | undefined, ref?: string): File => {
    const query = { ...(tree !== undefined && { tree }), ...(ref !== undefined && { ref }) };
    return [documentPath(name, tree, ref), documentOf(edition, query).body];
  };
  for (const [n, tree] of trees.entries()) {
    const identifier = n === 0 ? undefined : tree.name;
    const downs = [...Array.from({ length: depthOf(tree.steps) }, (_, i) => i + 1), -1];
    yield document(identifier);
    for (const down of downs) yield navigation(identifier, down);
    for (const { identifier: ref } of tree.passages.filter((passage) => isPath(passage.identifier))) {
      yield document(identifier, ref);
      for (const down of [undefined, 0, ...downs]) yield navigation(identifier, down, ref);
    }
  }
}

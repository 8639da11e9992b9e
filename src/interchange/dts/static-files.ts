import type { OpenEdition } from '../edition.js';
import { depthOf } from '../passages.js';
import type { EditionRecord } from '../record.js';
import { addressAt, collectionPath, documentPath, ENTRY, navigationPath, pathAddresses } from './addresses.js';
import { type Catalogue, collectionOf, entryOf, PAGE_SIZE } from './collection.js';
import { documentOf } from './document.js';
import { navigationOf } from './navigation.js';

type File = readonly [path: string, content: string];

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** Whether a reference can be the path of a file on any disk, below its folder. */
const isPath = (reference: string): boolean =>
  reference.split('/').every((step) => /^[\p{L}\p{N}._+=,@~-]+$/u.test(step) && !step.endsWith('.'));

/** The answers on the entry point and on collections; `site` is the address of the output folder. */
export function* collectionFiles(catalogue: Catalogue, site: string): Generator<File> {
  const addresses = pathAddresses(site);
  yield [ENTRY, json(entryOf(addresses))];
  for (const name of [undefined, ...catalogue.records.keys()]) {
    const folder = name === undefined ? '' : `${name}/`;
    const pages = name === undefined ? Math.max(1, Math.ceil(catalogue.records.size / PAGE_SIZE)) : 1;
    for (const nav of [undefined, 'children', 'parents'] as const) {
      // What is above comes on one page.
      const numbers = Array.from({ length: nav === 'parents' ? 1 : pages }, (_, n) => n + 1);
      for (const page of [undefined, ...numbers]) {
        const part = { ...(nav && { nav }), ...(page !== undefined && { page }) };
        yield [`${folder}${collectionPath(part)}`, json(collectionOf(catalogue, name, part, addresses))];
      }
    }
  }
}

/**
 * The answers on the passages of an edition: all but ranges, which would be as many as pairs of passages (Level 0 of DTS
 * demands those of documents; a server gives them).
 */
export function* editionFiles(edition: OpenEdition, record: EditionRecord, site: string): Generator<File> {
  const { name, trees } = edition;
  const addresses = pathAddresses(site);
  const navigation = (tree: string | undefined, down: number | undefined, ref?: string): File => {
    const path = navigationPath(tree, down, ref);
    const query = {
      ...(tree !== undefined && { tree }),
      ...(down !== undefined && { down }),
      ...(ref !== undefined && { ref }),
    };
    const self = addressAt(addresses.ids, name, path);
    return [`${name}/${path}`, json(navigationOf(edition, record, query, self, addresses))];
  };
  const document = (tree: string | undefined, ref?: string): File => {
    const query = { ...(tree !== undefined && { tree }), ...(ref !== undefined && { ref }) };
    return [`${name}/${documentPath(tree, ref)}`, documentOf(edition, query).body];
  };
  for (const [n, tree] of trees.entries()) {
    const identifier = n === 0 ? undefined : tree.name;
    if (identifier !== undefined && !isPath(identifier)) continue;
    const downs = [...Array.from({ length: depthOf(tree.steps) }, (_, i) => i + 1), -1];
    yield document(identifier);
    for (const down of downs) yield navigation(identifier, down);
    for (const { identifier: ref } of tree.passages.filter((passage) => isPath(passage.identifier))) {
      yield document(identifier, ref);
      for (const down of [undefined, 0, ...downs]) yield navigation(identifier, down, ref);
    }
  }
}

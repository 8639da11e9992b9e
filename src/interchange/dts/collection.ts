import type { EditionRecord } from '../record.js';
import { shortened } from '../shortened.js';
import type { Addresses, CollectionPart } from './addresses.js';
import { DtsFault } from './fault.js';
import { CONTEXT, dublinCoreOf, localized, resourceOf, VERSION } from './objects.js';

/** The editions of a workspace, as far as lists of them say. */
export interface Catalogue {
  readonly title: string;
  readonly publisher?: string;
  readonly licence?: { readonly url: string };
  /** By name, in order. */
  readonly records: ReadonlyMap<string, EditionRecord>;
}

/** Members of a page of a collection. */
export const PAGE_SIZE = 100;

export const entryOf = ({ entry, all }: Addresses) => ({
  '@context': CONTEXT,
  dtsVersion: VERSION,
  '@id': entry,
  '@type': 'EntryPoint',
  ...all,
});

/**
 * The collection of all editions, or one of them.
 * @throws DtsFault where there is none such, or no such page
 */
export function collectionOf(
  catalogue: Catalogue,
  id: string | undefined,
  { nav = 'children', page }: CollectionPart,
  addresses: Addresses,
): object {
  const { root } = addresses.ids;
  const one = (record: EditionRecord) => ({
    dtsVersion: VERSION,
    ...resourceOf(record, addresses),
    ...(record.subtitle !== undefined && { description: record.subtitle }),
    dublinCore: dublinCoreOf(record),
    download: [addresses.download(record.bibliography.name)],
  });
  const whole = wholeOf(catalogue, root, addresses);
  if (id === undefined || id === root) {
    const members = nav === 'parents' ? [] : [...catalogue.records.values()];
    const { shown, view } = paged(members, page, (n) => addresses.collection(undefined, { nav, page: n }));
    return { '@context': CONTEXT, ...whole, member: shown.map(one), ...view };
  }
  const record = recordNamed(catalogue, id, addresses);
  if (!record)
    throw new DtsFault(404, `There is no collection and no resource “${shortened(id)}”; the collection is “${root}”.`);
  const { view } = paged([], page, () => '');
  return { '@context': CONTEXT, ...one(record), member: nav === 'parents' ? [whole] : [], ...view };
}

/** The edition of this identifier or name, or of the address of its page. */
export const recordNamed = ({ records }: Catalogue, id: string, { ids }: Addresses): EditionRecord | undefined =>
  records.get(id) ??
  [...records.values()].find(({ bibliography: { name, address } }) => id === ids.of(name) || id === address);

const wholeOf = ({ title, publisher, licence, records }: Catalogue, root: string, addresses: Addresses) => ({
  dtsVersion: VERSION,
  '@id': root,
  '@type': 'Collection',
  title,
  totalParents: 0,
  totalChildren: records.size,
  collection: addresses.ofRoot,
  dublinCore: {
    title: localized(title, 'en'),
    ...(publisher !== undefined && { publisher: localized(publisher, 'en') }),
    ...(licence && { license: licence.url }),
  },
});

/** One page of many; where all go on one, there is no view. */
function paged<T>(members: readonly T[], page: number | undefined, address: (page: number) => string) {
  const last = Math.max(1, Math.ceil(members.length / PAGE_SIZE));
  const n = page ?? 1;
  if (n > last) throw new DtsFault(404, `There is no page ${n}: the last one is ${last}.`);
  const shown = members.slice((n - 1) * PAGE_SIZE, n * PAGE_SIZE);
  if (last === 1) return { shown, view: {} };
  const view = {
    '@id': address(n),
    '@type': 'Pagination',
    first: address(1),
    ...(n > 1 && { previous: address(n - 1) }),
    ...(n < last && { next: address(n + 1) }),
    last: address(last),
  };
  return { shown, view: { view } };
}

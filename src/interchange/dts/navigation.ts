import type { OpenEdition } from '../edition.js';
import { endOfSubtree, type Passage, type PassageTree } from '../passages.js';
import type { EditionRecord } from '../record.js';
import type { Addresses, Identifiers } from './addresses.js';
import { DtsFault } from './fault.js';
import { unitId } from './identifiers.js';
import { CONTEXT, localized, resourceOf, VERSION } from './objects.js';
import { type Place, type PlaceQuery, placeOf } from './places.js';

export interface NavigationQuery extends PlaceQuery {
  /** How many levels below what is asked for; -1 for all. */
  readonly down?: number;
  readonly page?: number;
}

/**
 * The passages of an edition, by the table of `down`, `ref`, `start` and `end` (DTS 1.0, Navigation endpoint); `self` is
 * the address of the request.
 * @throws DtsFault where the parameters do not go together (400), or nothing is called so (404)
 */
export function navigationOf(
  edition: OpenEdition,
  record: EditionRecord,
  { down, page, ...query }: NavigationQuery,
  self: string,
  addresses: Addresses,
): object {
  const { tree, place } = placeOf(edition, query);
  if (page !== undefined && page > 1) throw new DtsFault(404, `There is no page ${page}: all is on one.`);
  const member = tree ? membersOf(tree, place, down) : [];
  const unit = (passage: Passage) => unitOf(passage, edition, addresses.ids);
  return {
    '@context': CONTEXT,
    dtsVersion: VERSION,
    '@type': 'Navigation',
    '@id': self,
    resource: resourceOf(record, addresses),
    ...(place && ('ref' in place ? { ref: unit(place.ref) } : { start: unit(place.start), end: unit(place.end) })),
    ...(member && { member: member.map(unit) }),
  };
}

function membersOf(
  tree: PassageTree,
  place: Place | undefined,
  down: number | undefined,
): readonly Passage[] | undefined {
  const { passages, places } = tree;
  if (!place) {
    if (down === undefined || down === 0)
      throw new DtsFault(400, 'Say how far “down” to go (1, 2 … or -1 for all), or which passage is meant (“ref”).');
    return down < 0 ? passages : passages.filter(({ level }) => level <= down);
  }
  if (down === undefined) return undefined;
  if ('ref' in place) {
    const { ref } = place;
    if (down === 0) return passages.filter(({ parent }) => parent === ref.parent);
    const at = places.get(ref.identifier)!;
    return withinLevel(passages.slice(at, endOfSubtree(tree, at)), ref.level, down);
  }
  if (down === 0) throw new DtsFault(400, 'A range has no siblings: “down” is 1 or more, or -1 for all.');
  const { start, end } = place;
  const from = places.get(start.identifier)!;
  const to = endOfSubtree(tree, places.get(end.identifier)!);
  return withinLevel(passages.slice(from, to), Math.max(start.level, end.level), down);
}

const withinLevel = (passages: readonly Passage[], level: number, down: number): readonly Passage[] =>
  down < 0 ? passages : passages.filter((passage) => passage.level <= level + down);

function unitOf(
  { identifier, level, parent, citeType, unit }: Passage,
  { citable }: OpenEdition,
  ids: Identifiers,
): object {
  const speakers = unit.speakers.map(({ name }) => ({ value: name, lang: 'en' }));
  return {
    identifier,
    '@type': 'CitableUnit',
    '@id': unitId(citable.record, unit, ids),
    level,
    parent: parent ?? null,
    citeType,
    dublinCore: {
      title: localized(unit.label, 'en'),
      ...(isSpoken(citeType) && speakers.length > 0 && { creator: speakers }),
    },
  };
}

const isSpoken = (citeType: string): boolean => citeType === 'turn' || citeType === 'part';

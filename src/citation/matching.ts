import { type Comparable, comparable, hasNeighbour, isFew, likeness, SAME_THING, sharedContext } from './likeness.js';
import { byNumber, type PublishedId } from './published-id.js';
import type { Thing } from './things.js';

export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** What is known of an entry or a thing when the two are compared. */
type Compared = (of: { readonly words: string }) => Comparable;

/** The entry under which each thing was published, for those that were. */
export function matched(things: readonly Thing[], published: readonly PublishedId[]): Map<Thing, PublishedId> {
  const found = new Map<Thing, PublishedId>();
  if (published.length === 0) return found;
  const entries = [...published].sort(
    (one, other) => Number(isGone(one)) - Number(isGone(other)) || byNumber(one, other),
  );
  const taken = new Set<PublishedId>();
  const ready = new Map<object, Comparable>();
  const of: Compared = (one) => {
    const known = ready.get(one) ?? comparable(one.words);
    ready.set(one, known);
    return known;
  };
  const pair = (thing: Thing, entry: PublishedId) => {
    found.set(thing, entry);
    taken.add(entry);
  };
  const same = (thingKey: (thing: Thing) => string | undefined, entryKey: (entry: PublishedId) => string) => {
    const left = entries.filter((entry) => !taken.has(entry));
    const groups = grouped(left, entryKey);
    const open = things.filter((thing) => !found.has(thing) && thingKey(thing) !== undefined);
    for (const [key, group] of grouped(open, (thing) => thingKey(thing)!)) {
      const those = groups.get(key);
      if (those) inPlace(group, those, of, pair);
    }
  };
  same(
    ({ registered }) => registered,
    ({ kind, sha256 }) => (kind === undefined ? sha256 : ''),
  );
  same(
    ({ sha256 }) => sha256,
    ({ kind, sha256 }) => (kind === undefined ? '' : sha256),
  );
  same(
    ({ transcribed, sha256 }) => transcribed ?? sha256,
    ({ kind, transcribed, sha256 }) => (kind === undefined ? '' : (transcribed ?? sha256)),
  );
  for (const gone of [false, true]) {
    const left = entries.filter((entry) => !taken.has(entry) && isGone(entry) === gone && entry.kind !== undefined);
    alike(
      things.filter((thing) => !found.has(thing)),
      left,
      of,
      pair,
    );
  }
  return found;
}

const isGone = ({ gone }: PublishedId): boolean => gone !== undefined;

/** Few words may be any words of their kind; where what stands around is not known, they are taken for the same. */
const isKnown = (thing: Thing, entry: PublishedId, words: Comparable): boolean =>
  !isFew(words) ||
  entry.kind === undefined ||
  (thing.before === undefined && thing.after === undefined) ||
  hasNeighbour(thing, entry);

/** More pairs than these are not compared one by one. */
const MANY = 20_000;

/** Pairs things and entries of the same words, by the words around them, and else in their order. */
function inPlace(
  things: readonly Thing[],
  entries: readonly PublishedId[],
  of: Compared,
  pair: (thing: Thing, entry: PublishedId) => void,
): void {
  const open = new Set(things);
  const left = new Set(entries);
  const take = (thing: Thing, entry: PublishedId) => {
    pair(thing, entry);
    open.delete(thing);
    left.delete(entry);
  };
  const around = ({ before = '', after = '' }: Pick<Thing, 'before' | 'after'>) => `${before}\u0000${after}`;
  const isPlaced = ({ before, after }: Pick<Thing, 'before' | 'after'>) => before !== undefined || after !== undefined;
  const placed = grouped([...left].filter(isPlaced), around);
  for (const thing of things.filter(isPlaced)) {
    const entry = placed.get(around(thing))?.shift();
    if (entry) take(thing, entry);
  }
  const isPossible = (thing: Thing, entry: PublishedId) => isKnown(thing, entry, of(thing));
  if (open.size * left.size <= MANY) {
    const pairs = [...open].flatMap((thing) =>
      [...left]
        .filter((entry) => isPossible(thing, entry))
        .map((entry) => ({ thing, entry, shared: sharedContext(thing, entry) })),
    );
    for (const { thing, entry } of pairs.sort(
      (one, other) => Number(isGone(one.entry)) - Number(isGone(other.entry)) || other.shared - one.shared,
    ))
      if (open.has(thing) && left.has(entry)) take(thing, entry);
    return;
  }
  for (const thing of [...open]) {
    const entry = [...left].find((one) => isPossible(thing, one));
    if (entry) take(thing, entry);
  }
}

/** Pairs what has most of its words still, the likest first. */
function alike(
  things: readonly Thing[],
  entries: readonly PublishedId[],
  of: Compared,
  pair: (thing: Thing, entry: PublishedId) => void,
): void {
  const pairs = things.flatMap((thing) =>
    entries.flatMap((entry) => {
      const like = likeness(of(thing), of(entry));
      if (like < SAME_THING || !isKnown(thing, entry, of(thing))) return [];
      const began = entry.first === undefined ? like : likeness(of(thing), comparable(entry.first));
      return began < SAME_THING ? [] : [{ thing, entry, like }];
    }),
  );
  const open = new Set(things);
  const left = new Set(entries);
  for (const { thing, entry } of pairs.sort((one, other) => other.like - one.like)) {
    if (!open.delete(thing)) continue;
    if (left.delete(entry)) pair(thing, entry);
    else open.add(thing);
  }
}

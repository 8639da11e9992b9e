import { byVersion } from '../text/version.js';
import { grouped, matched } from './matching.js';
import { byNumber, type PublishedId, prefixOf } from './published-id.js';
import type { Thing } from './things.js';
import { tombstones } from './tombstones.js';

/** What the register says of the edition itself. */
export interface Edited {
  readonly version?: string;
  readonly date?: string;
  /** The version with which the register was last written. */
  readonly before?: string;
}

export interface Allocated {
  /** For each thing, by the id that it has in the file, the id that lasts. */
  readonly names: ReadonlyMap<string, string>;
  readonly register: readonly PublishedId[];
}

/**
 * Gives every thing the id under which it was published, and new ids to what is new. A thing is what it was
 * - when it has the same words as they are read, or the same words of the transcription,
 * - or when half of its words at least are those that it had, in the same order, of all words that either has; and half
 *   of those that it was first published for.
 * Of several with the same words, each is known by the words around it; so is whatever has fewer than four words, of
 * which one neighbour at least has to be what it was. An id once given is never given to another thing.
 */
export function allocate(things: readonly Thing[], published: readonly PublishedId[], edited: Edited = {}): Allocated {
  const names = new Map<string, string>();
  const kept = new Map<string, PublishedId>();
  const give = (of: readonly Thing[], entries: readonly PublishedId[], next: (thing: Thing) => string) => {
    const known = matched(of, entries);
    for (const thing of of) {
      const entry = known.get(thing);
      const id = entry?.id ?? next(thing);
      names.set(thing.id, id);
      if (entry) kept.set(id, entry);
    }
  };
  const heads = things.filter(({ head }) => head === undefined);
  for (const [prefix, of] of grouped(heads, ({ id }) => prefixOf(id))) {
    const own = published.filter(({ id }) => prefixOf(id) === prefix);
    let highest = Math.max(0, ...own.map(({ id }) => Number(id.split('.')[1]) || 0));
    const wholes = own.filter(({ id }) => id.split('.').length === 2);
    give(of, wholes, () => `${prefix}.${++highest}`);
  }
  // The later parts of a chain are named after the id that the whole has kept.
  const parts = things.filter(({ head }) => head !== undefined);
  for (const [stem, of] of grouped(parts, ({ head }) => names.get(head!)!)) {
    const own = published.filter(({ id }) => id.startsWith(`${stem}.`));
    let highest = Math.max(1, ...own.map(({ id }) => Number(id.split('.')[2]) || 0));
    give(of, own, () => `${stem}.${++highest}`);
  }
  const living = things.map((thing) => entryOf(thing, names.get(thing.id)!, kept.get(names.get(thing.id)!), edited));
  const claimed = new Set(names.values());
  const lost = published.filter(({ id }) => !claimed.has(id));
  const register = [...living, ...tombstones(lost, living, edited)].sort(byNumber);
  return { names, register };
}

/** A version on record after that of the edition was given up for an earlier one. */
const isTakenBack = (since: string, version: string | undefined): boolean =>
  version !== undefined && byVersion(since, version) > 0;

function entryOf(
  { kind, words, sha256, transcribed, before, after }: Thing,
  id: string,
  was: PublishedId | undefined,
  { version }: Edited,
): PublishedId {
  // Of files of memcon 0.1.0 only the beginning of the transcription's words is known.
  const first = was?.kind === undefined ? undefined : (was.first ?? was.words);
  const since = was?.since !== undefined && !isTakenBack(was.since, version) ? was.since : version;
  return {
    id,
    kind,
    words,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    sha256,
    ...(transcribed !== undefined && transcribed !== sha256 && { transcribed }),
    ...(first !== undefined && first !== words && { first }),
    ...(since !== undefined && { since }),
  };
}

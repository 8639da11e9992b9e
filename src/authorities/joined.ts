import { MaterialError, message } from '../messages/message.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';
import { linesOf, type PreparedFile } from './prepared.js';
import type { AuthorityRecord, PersonRecord } from './record.js';

/** Where a record stands, and the same person in files after it. */
export interface Entry {
  readonly file: PreparedFile;
  readonly at: number;
  more?: Entry[];
}

/**
 * The entries of all files by their ids, in the order of the files.
 * @throws MaterialError for an id that stands twice among `own`
 */
export function joined(own: readonly PreparedFile[], general: readonly PreparedFile[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  /** The people of the files so far by the identifiers that they bear. */
  const bearers = new Map<string, Entry>();
  for (const [n, file] of [...own, ...general].entries()) {
    const { ids, people, idnos } = file.keys;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      const other = entries.get(id);
      if (other && n < own.length) refuseTwice(id, file, other.file.file);
      if (other) continue;
      const entry = { file, at };
      const same = at < people ? linesOf(idnos[at]!).find((idno) => bearers.has(idno)) : undefined;
      const first = same === undefined ? undefined : bearers.get(same)!;
      if (first) first.more = [...(first.more ?? []), entry];
      entries.set(id, first ?? entry);
    }
    // Only now: two people of one file are two, whatever identifier they share.
    for (let at = 0; at < people; at++) {
      for (const idno of linesOf(idnos[at]!)) {
        if (!bearers.has(idno)) bearers.set(idno, entries.get(ids[at]!)!);
      }
    }
  }
  return entries;
}

/** What all files say of the person under one of the keys. */
export function keysOf({ file, at, more = [] }: Entry, key: 'names' | 'surnames' | 'titles'): string[] {
  const own = linesOf(file.keys[key][at]!);
  return more.length === 0 ? own : [...new Set([...own, ...more.flatMap((other) => keysOf(other, key))])];
}

const records = new WeakMap<Entry, AuthorityRecord>();
/** The record of an entry: that of its first file, with what the others add. */
export function recordOf(entry: Entry): AuthorityRecord {
  const { file, at, more } = entry;
  if (!more) return file.record(at);
  const made =
    records.get(entry) ?? (more.map(recordOf) as PersonRecord[]).reduce(withMore, file.record(at) as PersonRecord);
  records.set(entry, made);
  return made;
}

function withMore(one: PersonRecord, two: PersonRecord): PersonRecord {
  const birth = one.birth ?? two.birth;
  const death = one.death ?? two.death;
  return {
    ...one,
    variants: union(one.variants, [two.preferred, ...two.variants]).filter((name) => name !== one.preferred),
    otherSurnames: union(one.otherSurnames ?? [], [two.surname]).filter((name) => name !== one.surname),
    ...(birth && { birth }),
    ...(death && { death }),
    terms: [...one.terms, ...two.terms],
  };
}

const union = (some: readonly string[], more: readonly string[]): string[] => [...new Set([...some, ...more])];

function refuseTwice(id: string, { file, xml: text }: PreparedFile, other: string): never {
  const xml = text();
  const offset = xml.lastIndexOf(`"${id}"`);
  const place = placeOf(transcriptionOf(file, xml), { start: offset + 1, end: offset + 1 + id.length });
  throw new MaterialError(
    message('authority-ids-are-unique', {
      file,
      place,
      words: id,
      reason: `The id “${id}” stands twice in the authority files${other === file ? '' : ` (also in ${other})`}.`,
      advice: 'Join the two entries, or give one of them another id.',
    }),
  );
}

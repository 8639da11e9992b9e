import { MaterialError, message } from '../messages/message.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';
import type { PreparedFile } from './prepared.js';
import type { AuthorityRecord, PersonRecord } from './record.js';

/** Where a record stands, and the same person in files after it. */
export interface Entry {
  readonly file: PreparedFile;
  readonly place: number;
  /** Its number among the entries of all files. */
  readonly order: number;
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
  const files = [...own, ...general];
  let order = 0;
  for (const [n, file] of files.entries()) {
    const { ids, people } = file;
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]!;
      const other = entries.get(id);
      if (other && n < own.length) refuseTwice(id, file, other.file.file);
      if (other) continue;
      const entry = { file, place, order: order++ };
      const same = n > 0 && place < people ? file.idnos(place).find((idno) => bearers.has(idno)) : undefined;
      const first = same === undefined ? undefined : bearers.get(same)!;
      if (first) first.more = [...(first.more ?? []), entry];
      entries.set(id, first ?? entry);
    }
    if (n === files.length - 1) break;
    // Only now: two people of one file are two, whatever identifier they share.
    for (let place = 0; place < people; place++) {
      for (const idno of file.idnos(place)) {
        if (!bearers.has(idno)) bearers.set(idno, entries.get(ids[place]!)!);
      }
    }
  }
  return entries;
}

/** The entry of a place of a file, or none where the id of the record stands in a file before it. */
export function entryAt(entries: ReadonlyMap<string, Entry>, file: PreparedFile, place: number): Entry | undefined {
  const entry = entries.get(file.ids[place]!);
  const isThere = (one: Entry) => one.file === file && one.place === place;
  return entry && [entry, ...(entry.more ?? [])].some(isThere) ? entry : undefined;
}

const records = new WeakMap<Entry, AuthorityRecord>();
/** The record of an entry: that of its first file, with what the others add. */
export function recordOf(entry: Entry): AuthorityRecord {
  const { file, place, more } = entry;
  if (!more) return file.record(place);
  const made =
    records.get(entry) ?? (more.map(recordOf) as PersonRecord[]).reduce(withMore, file.record(place) as PersonRecord);
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

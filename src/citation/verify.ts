import { diffWords } from 'diff';
import type { CitedPassage } from './csl-item.js';
import type { PublishedId } from './published-id.js';
import { parted } from './resolve.js';
import type { CitableEdition, Unit } from './unit.js';
import { placesOf } from './withdrawn.js';
import { normalized } from './wording.js';

/** What a citation says of the passage, as far as it can still be read from it. */
export interface Citation {
  readonly edition?: string;
  readonly reference: string;
  readonly sha256: string;
  /** Absent where only the hash came through another program. */
  readonly words?: string;
  readonly quoted?: string;
  readonly version?: string;
  /** The release to whose pages its address leads. */
  readonly release?: string;
}

export type Verdict =
  | { readonly kind: 'stands'; readonly unit: Unit }
  | {
      readonly kind: 'changed';
      readonly unit: Unit;
      readonly difference?: string;
      readonly quotedStands?: boolean;
      readonly moved?: Unit;
    }
  | {
      readonly kind: 'gone';
      /** What the register says of the id. */
      readonly tombstone?: PublishedId;
      readonly moved?: Unit;
      readonly like?: number;
      /** The passages that have the words of the id now. */
      readonly to?: readonly Unit[];
    };

/** Less like than this, and the words have not moved but gone; shared words, 0 to 1. */
const SAME_WORDS = 0.6;

/**
 * The citations in CSL-JSON as memcon writes it, or as it comes back from another program that keeps only `note` and `URL`.
 * Nothing where one of them has neither the passage nor a hash of its words.
 */
export function citationsIn(json: unknown): Citation[] | undefined {
  const items = Array.isArray(json) ? json : [json];
  const read = items.map(citationOf);
  return items.length === 0 || read.includes(undefined) ? undefined : (read as Citation[]);
}

function citationOf(item: unknown): Citation | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const {
    custom,
    note,
    URL: address,
    version: cited,
  } = item as { custom?: { memcon?: Partial<CitedPassage> }; note?: unknown; URL?: unknown; version?: unknown };
  const passage = custom?.memcon;
  if (passage && typeof passage.sha256 === 'string' && typeof passage.reference === 'string') {
    const { edition, reference, sha256, quoted, version, permalink } = passage;
    // Of a whole document only its first words are kept.
    const words = passage.kind === 'document' ? undefined : passage.words;
    return {
      reference,
      sha256,
      ...(typeof edition === 'string' && { edition }),
      ...(typeof words === 'string' && { words }),
      ...(typeof quoted === 'string' && { quoted }),
      ...(typeof version === 'string' && { version }),
      ...releaseIn(permalink),
    };
  }
  const sha256 = typeof note === 'string' ? /\bsha256:([0-9a-f]{64})\b/.exec(note)?.[1] : undefined;
  if (sha256 === undefined || typeof address !== 'string') return undefined;
  const { name, rest, version = typeof cited === 'string' ? cited : undefined } = parted(address, []);
  return {
    reference: rest === '' ? (name ?? '') : rest,
    sha256,
    ...(name !== undefined && { edition: name }),
    ...(version !== undefined && { version }),
    ...releaseIn(address),
  };
}

function releaseIn(address: unknown): { release?: string } {
  const release = /(?:^|\/)v(\d+\.\d+\.\d+)\/[^/]*$/.exec(String(address))?.[1];
  return release === undefined ? {} : { release };
}

/** Whether the words of a citation still stand as they were cited; where not, what has become of them. */
export function verify(edition: CitableEdition, citation: Citation, published: readonly PublishedId[] = []): Verdict {
  const { reference, sha256, words, quoted } = citation;
  const unit = edition.byReference.get(reference);
  if (unit?.sha256 === sha256) return { kind: 'stands', unit };
  // The same words elsewhere: of the kinds that have them, the one of the kind that was cited.
  const moved = movedTo(edition, reference, sha256, words);
  if (unit) {
    return {
      kind: 'changed',
      unit,
      ...(words !== undefined && { difference: differenceOf(words, unit.words) }),
      ...(quoted !== undefined && { quotedStands: normalized(unit.words).includes(normalized(quoted)) }),
      ...(moved?.like === 1 && { moved: moved.unit }),
    };
  }
  const tombstone = published.find(({ id, gone }) => gone && id === reference);
  return {
    kind: 'gone',
    ...(tombstone && { tombstone, to: placesOf(edition, tombstone) }),
    ...(moved && { moved: moved.unit, like: moved.like }),
  };
}

const kindOf = (reference: string): string => reference.split('.')[0]!;

function movedTo(
  { units }: CitableEdition,
  reference: string,
  sha256: string,
  words: string | undefined,
): { unit: Unit; like: number } | undefined {
  const passages = units.filter(({ kind }) => kind !== 'document');
  const sameKind = (unit: Unit) => Number(kindOf(unit.references[0]!) === kindOf(reference));
  const [same] = passages
    .filter((unit) => unit.sha256 === sha256)
    .sort((one, other) => sameKind(other) - sameKind(one));
  if (same) return { unit: same, like: 1 };
  if (words === undefined) return undefined;
  const wanted = bagOf(words);
  const [best] = passages
    .map((unit) => ({ unit, like: shared(wanted, bagOf(unit.words)) }))
    .filter(({ like }) => like >= SAME_WORDS)
    .sort((one, other) => other.like - one.like || sameKind(other.unit) - sameKind(one.unit));
  return best;
}

function bagOf(words: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Words in both, of those in either, counted as often as they stand (Dice). */
function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (bag: ReadonlyMap<string, number>) => [...bag.values()].reduce((sum, n) => sum + n, 0);
  const both = [...one].reduce((sum, [word, n]) => sum + Math.min(n, other.get(word) ?? 0), 0);
  const all = size(one) + size(other);
  return all === 0 ? 0 : (2 * both) / all;
}

const AROUND = 4;

/** “… that he [had → has] seen …”: what differs, each with a few words around it. */
export function differenceOf(before: string, now: string): string {
  const parts = diffWords(before, now);
  const shown = parts.map(({ value, added, removed }, n) => {
    const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(value)!;
    if (removed) return `${lead}[${core} → ${parts[n + 1]?.added ? '' : `left out]${trail}`}`;
    if (added) return parts[n - 1]?.removed ? `${core}]${trail}` : `${lead}[new: ${core}]${trail}`;
    const words = value.split(/(?<=\s)/);
    if (words.length <= 2 * AROUND) return value;
    const head = n === 0 ? '' : words.slice(0, AROUND).join('');
    const tail = n === parts.length - 1 ? '' : words.slice(-AROUND).join('');
    return `${head}… ${tail}`;
  });
  return shown.join('').replace(/\s+/g, ' ').trim();
}

import { diffWords } from 'diff';
import { pagesOf } from './csl-item.js';
import type { Citation } from './given.js';
import type { PublishedId } from './published-id.js';
import type { CitableEdition, Unit } from './unit.js';
import { placesOf } from './withdrawn.js';
import { normalized } from './wording.js';

export type Verdict =
  | { readonly kind: 'stands'; readonly unit: Unit; readonly otherwise?: Otherwise }
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

/** What the edition says of the same words otherwise than the citation does: each as cited, and as it is now. */
export interface Otherwise {
  readonly speakers?: readonly [cited: string, now: string];
  readonly pages?: readonly [cited: string, now: string];
}

/** Less like than this, and the words have not moved but gone; shared words, 0 to 1. */
const SAME_WORDS = 0.6;

/** Whether the words of a citation still stand as they were cited; where not, what has become of them. */
export function verify(edition: CitableEdition, citation: Citation, published: readonly PublishedId[] = []): Verdict {
  const { reference, sha256, words, quoted } = citation;
  const unit = edition.byReference.get(reference);
  if (unit?.sha256 === sha256) {
    const otherwise = otherwiseThan(citation, unit);
    return { kind: 'stands', unit, ...(otherwise && { otherwise }) };
  }
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

function otherwiseThan({ speakers, locator, quoted }: Citation, unit: Unit): Otherwise | undefined {
  const heard = namesOf(unit.speakers.map(({ name }) => name));
  const said = speakers && namesOf(speakers);
  const now = pagesOf(unit);
  // Words are cited with the pages on which they stand, of those of the passage.
  const isElsewhere = (cited: string) =>
    quoted === undefined ? cited !== now : cited.split('-').some((page) => !unit.pages.includes(page));
  const found: Otherwise = {
    ...(said !== undefined && said !== heard && { speakers: [said, heard] as const }),
    ...(locator !== undefined && now !== undefined && isElsewhere(locator) && { pages: [locator, now] as const }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

const namesOf = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.join(' and '));

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

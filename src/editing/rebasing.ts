import type { PageMark } from '../text/marks.js';
import { findQuotation } from '../text/quotation.js';
import { overlaps, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { align } from './collation/alignment.js';
import { folded } from './collation/differences.js';
import { rangeOf } from './places.js';
import { anchorOf, anchorOfBreak, type OwnAnchor } from './quoting.js';

/** What becomes of a decision when the transcription is another. */
export type Fate =
  | { kind: 'kept'; meant: Range }
  /** Its anchor is to be written anew. */
  | { kind: 'carried'; meant: Range; anchor: OwnAnchor }
  /** The new transcription reads as the decision does. */
  | { kind: 'settled'; meant: Range }
  | { kind: 'lost'; reason: string };

interface Side {
  transcription: Transcription;
  pages: readonly PageMark[];
}

/** Words of two transcriptions of one document, and which of the new are which of the old. */
export interface Correspondence {
  old: readonly Range[];
  fresh: readonly Range[];
  /** For each old word the place of the same word among the new, letter case and points aside. */
  same: readonly (number | undefined)[];
}

/** Which words of a new transcription are those of the old one; nothing where they are not of one document. */
export function correspond(old: Transcription, fresh: Transcription): Correspondence | undefined {
  const [mine, its] = [tokens(old), tokens(fresh)];
  const words = mine.map((source) => ({ text: wordsOf(old, source), source, block: 0, isText: true }));
  const texts = its.map((source) => wordsOf(fresh, source));
  const same: (number | undefined)[] = [];
  let next = 0;
  const equal = (until: number) => {
    while (same.length < until) same.push(next++);
  };
  const differences = align(words, texts);
  if (!differences) return undefined;
  for (const { from, to, reading } of differences) {
    equal(from);
    const size = reading.match(/\S+/g)?.length ?? 0;
    const isSame = to === from + 1 && size === 1 && folded(words[from]!.text) === folded(texts[next]!);
    for (let i = from; i < to; i++) same.push(isSame ? next : undefined);
    next += size;
  }
  equal(mine.length);
  return { old: mine, fresh: its, same };
}

const tokens = ({ text }: Transcription): Range[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));

/** So much of a passage must be as it was for a commentary to be on the same passage. */
const OF_A_PASSAGE = 0.75;

/**
 * Where the words of a decision stand in the new transcription. It is carried only where every word meant is there, in
 * one stretch, between neighbours that were its neighbours.
 */
export function fateOf(
  { decision, meant, until }: AnchoredDecision,
  words: Correspondence,
  old: Side,
  fresh: Side,
): Fate {
  const { range: same, between, share } = carry(meant, words, old, fresh);
  // A commentary on a passage holds for it though a word in it is mended; what is decided of words is of these words.
  const range = same ?? (decision.note !== undefined && share >= OF_A_PASSAGE ? between : undefined);
  if (!range) {
    const reads = between && unspaced(wordsOf(fresh.transcription, between));
    if (decision.reading !== undefined && reads === unspaced(decision.reading) && between)
      return { kind: 'settled', meant: between };
    const now = between && wordsOf(fresh.transcription, between).replace(/\s+/g, ' ').trim();
    const shown = wordsOf(old.transcription, meant).replace(/\s+/g, ' ');
    return {
      kind: 'lost',
      reason: now ? `“${shown}” reads “${now}” now.` : `“${shown}” is no longer there, or not where it stood.`,
    };
  }
  const end = until === undefined ? undefined : carry({ start: until - 1, end: until }, words, old, fresh).range?.end;
  if (until !== undefined && end === undefined)
    return { kind: 'lost', reason: 'The end of the turn is no longer there.' };
  if (decision.paragraph !== undefined) return { kind: 'kept', meant: range };
  const { quote } = decision;
  const within = rangeOf({ ...fresh, rangeOf: () => undefined }, decision);
  const found = within && quote !== undefined ? findQuotation(fresh.transcription, quote, within) : [];
  const stands = found.length === 1 && found[0]!.meant.start === range.start && found[0]!.meant.end === range.end;
  if (stands) return { kind: 'kept', meant: range };
  const anchor =
    decision.break === undefined
      ? anchorOf(fresh.transcription, fresh.pages, range)
      : anchorOfBreak(fresh.transcription, range);
  return { kind: 'carried', meant: range, anchor };
}

const unspaced = (words: string): string => words.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** What has become of a stretch of the old transcription. */
interface Carried {
  /** The same words, where they are all there. */
  range?: Range;
  /** What stands between the words around it. */
  between?: Range;
  /** How much of it is the same, 0 to 1. */
  share: number;
}

function carry(meant: Range, { old, fresh, same }: Correspondence, before: Side, after: Side): Carried {
  const first = old.findIndex((word) => overlaps(word, meant));
  const last = old.findLastIndex((word) => overlaps(word, meant));
  if (first < 0) return { share: 0 };
  const left = first === 0 ? -1 : same[first - 1];
  const right = last === old.length - 1 ? fresh.length : same[last + 1];
  const isBetween = left !== undefined && right !== undefined && right > left + 1;
  const between = isBetween ? { start: fresh[left + 1]!.start, end: fresh[right - 1]!.end } : undefined;
  const own = same.slice(first, last + 1);
  const changed = { ...(between && { between }), share: own.filter((at) => at !== undefined).length / own.length };
  const isRun = own.every((at, i) => at !== undefined && at === own[0]! + i);
  /** Between the words around it stands more of the same: either may be the one that was meant. */
  const isDoubled = () => {
    const texts = fresh
      .slice((left ?? own[0]! - 1) + 1, right ?? own.at(-1)! + 1)
      .map((word) => wordsOf(after.transcription, word));
    const those = texts.map(folded);
    return those.length > own.length && new Set(those).size < those.length;
  };
  // One neighbour at least has to be what it was: a word alone may be any word of its kind.
  const hasNeighbour = left === own[0]! - 1 || right === own.at(-1)! + 1;
  if (!isRun || !hasNeighbour || isDoubled()) return changed;
  const start = within(before, old[first]!, meant.start, after, fresh[own[0]!]!, 'start');
  const end = within(before, old[last]!, meant.end, after, fresh[own.at(-1)!]!, 'end');
  return start === undefined || end === undefined || start >= end ? changed : { ...changed, range: { start, end } };
}

/** A place within a word, in the word that is the same: by its distance from the letters, where points have changed. */
function within(
  before: Side,
  old: Range,
  at: number,
  after: Side,
  fresh: Range,
  side: 'start' | 'end',
): number | undefined {
  const [was, is] = [wordsOf(before.transcription, old), wordsOf(after.transcription, fresh)];
  const offset = at - old.start;
  if (offset <= 0) return fresh.start;
  if (at >= old.end) return side === 'end' && was !== is ? fresh.end : fresh.start + Math.min(offset, is.length);
  if (was === is) return fresh.start + offset;
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').length;
  const count = letters(was.slice(0, offset));
  for (let i = 0; i <= is.length; i++) if (letters(is.slice(0, i)) === count) return fresh.start + i;
  return undefined;
}

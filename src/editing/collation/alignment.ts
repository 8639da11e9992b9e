import { type ChangeObject, diffArrays } from 'diff';
import { folded } from './differences.js';
import type { Word } from './words.js';

/** A stretch of words of the transcription, and what one witness has in its place; either may be empty. */
export interface Difference {
  /** Words of the transcription, from `from` up to and without `to`. */
  from: number;
  to: number;
  /** What the witness has, words parted by a space. */
  reading: string;
}

/** Stretches of changed words longer than this are aligned once more, by likeness. */
const SHORT = 3;

/** Words added and taken away, together: with more, two texts of any length are two texts. */
const MOST_EDITS = 20_000;
/** The least share of the shorter text that both must have in common. */
const LEAST_IN_COMMON = 0.2;

/**
 * Where a witness differs from the transcription, in order; words alike but for points or case are differences as well.
 * Nothing where the two have so little in common that they are not texts of one document.
 */
export function align(words: readonly Word[], witness: readonly string[]): Difference[] | undefined {
  const own = words.map(({ text }) => folded(text));
  const changes = diffArrays(own, witness.map(folded), { maxEditLength: MOST_EDITS });
  const common = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0) ?? 0;
  const shorter = Math.min(words.length, witness.length);
  return changes && common >= shorter * LEAST_IN_COMMON ? differencesIn(changes, words, witness) : undefined;
}

function differencesIn(
  changes: readonly ChangeObject<string[]>[],
  words: readonly Word[],
  witness: readonly string[],
): Difference[] {
  const differences: Difference[] = [];
  let own = 0;
  let its = 0;
  let removed = 0;
  for (const { value, added, removed: isRemoved } of changes) {
    const count = value.length;
    if (isRemoved) {
      removed += count;
      continue;
    }
    if (added) {
      differences.push(...parted(words, own, own + removed, witness.slice(its, its + count)));
      own += removed;
      removed = 0;
      its += count;
      continue;
    }
    if (removed > 0) differences.push(...parted(words, own, own + removed, []));
    own += removed;
    removed = 0;
    for (let i = 0; i < count; i++) {
      if (words[own + i]!.text !== witness[its + i])
        differences.push({ from: own + i, to: own + i + 1, reading: witness[its + i]! });
    }
    own += count;
    its += count;
  }
  if (removed > 0) differences.push(...parted(words, own, own + removed, []));
  return wholeBlocks(words, differences);
}

/**
 * Where words before a gap are those at its end, too, it may as well begin with them: so "The Secretary" at the head of
 * the text is not taken for that in a list which the witness lacks. Gaps of whole blocks are what is meant.
 */
function wholeBlocks(words: readonly Word[], differences: readonly Difference[]): Difference[] {
  const begins = (i: number) => i === 0 || i >= words.length || words[i]!.block !== words[i - 1]!.block;
  const joined = differences.reduce<Difference[]>((all, { from, to, reading }) => {
    const last = all.at(-1);
    if (last && last.to === from && last.reading === '' && reading === '' && last.from < last.to && from < to)
      all[all.length - 1] = { ...last, to };
    else all.push({ from, to, reading });
    return all;
  }, []);
  return joined.flatMap(({ from, to, reading }, i) => {
    if (reading !== '' || from === to) return [{ from, to, reading }];
    const free = joined[i - 1]?.to ?? 0;
    let back = 0;
    while (from - back > free && words[from - back - 1]!.text === words[to - back - 1]!.text) {
      back++;
      if (begins(from - back) && begins(to - back)) return byBlock(words, from - back, to - back, []);
    }
    return byBlock(words, from, to, []);
  });
}

/** A long change is several: like words are set against each other, and no difference goes over the end of a block. */
function parted(words: readonly Word[], from: number, to: number, its: readonly string[]): Difference[] {
  const own = words.slice(from, to);
  const isOneBlock = own.every(({ block }) => block === own[0]?.block);
  if (own.length === 0 || (isOneBlock && own.length <= SHORT && its.length <= SHORT))
    return [{ from, to, reading: its.join(' ') }];
  const pairs = likePairs(
    own.map(({ text }) => folded(text)),
    its.map(folded),
  );
  const found: Difference[] = [];
  let last = { own: 0, its: 0 };
  for (const pair of [...pairs, { own: own.length, its: its.length }]) {
    found.push(...byBlock(words, from + last.own, from + pair.own, its.slice(last.its, pair.its)));
    if (pair.own < own.length && own[pair.own]!.text !== its[pair.its])
      found.push({ from: from + pair.own, to: from + pair.own + 1, reading: its[pair.its]! });
    last = { own: pair.own + 1, its: pair.its + 1 };
  }
  return found;
}

/** One difference for each block; what the witness has stands against the first. */
function byBlock(words: readonly Word[], from: number, to: number, its: readonly string[]): Difference[] {
  if (from === to) return its.length === 0 ? [] : [{ from, to, reading: its.join(' ') }];
  const starts = [from];
  for (let i = from + 1; i < to; i++) if (words[i]!.block !== words[i - 1]!.block) starts.push(i);
  return starts.map((start, i) => ({ from: start, to: starts[i + 1] ?? to, reading: i === 0 ? its.join(' ') : '' }));
}

/** Words of both sides that are like each other, in the order of both, the most there can be (by dynamic programming). */
function likePairs(own: readonly string[], its: readonly string[]): { own: number; its: number }[] {
  if (own.length * its.length > 250_000) return [];
  const score = Array.from({ length: own.length + 1 }, () => new Float64Array(its.length + 1));
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = its.length - 1; j >= 0; j--) {
      const like = likeness(own[i]!, its[j]!);
      const both = like > 0 ? like + score[i + 1]![j + 1]! : 0;
      score[i]![j] = Math.max(both, score[i + 1]![j]!, score[i]![j + 1]!);
    }
  }
  const pairs: { own: number; its: number }[] = [];
  let [i, j] = [0, 0];
  while (i < own.length && j < its.length) {
    const like = likeness(own[i]!, its[j]!);
    if (like > 0 && score[i]![j] === like + score[i + 1]![j + 1]!) pairs.push({ own: i++, its: j++ });
    else if (score[i]![j] === score[i + 1]![j]!) i++;
    else j++;
  }
  return pairs;
}

/** The share of letters that two words have in common from both ends, 0 where it is less than half. */
function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  let head = 0;
  while (head < Math.min(one.length, other.length) && one[head] === other[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(one.length, other.length) - head &&
    one[one.length - 1 - tail] === other[other.length - 1 - tail]
  )
    tail++;
  const share = (head + tail) / longer;
  return share >= 0.5 ? share : 0;
}

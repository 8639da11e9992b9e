/** Words ready to be compared: letters and digits alone, in small letters. */
export interface Comparable {
  readonly words: readonly string[];
  readonly count: ReadonlyMap<string, number>;
}

export function comparable(text: string): Comparable {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return { words, count };
}

/** Less like than this, and two passages are two things. */
export const SAME_THING = 0.5;

/** Words in common in the same order, of all that either has, 0 to 1; 0 as soon as it cannot reach `SAME_THING`. */
export function likeness(one: Comparable, other: Comparable): number {
  const [size, its] = [one.words.length, other.words.length];
  const share = (common: number) => (size + its === common ? Number(size > 0) : common / (size + its - common));
  if (share(Math.min(size, its)) < SAME_THING) return 0;
  let both = 0;
  for (const [word, n] of one.count) both += Math.min(n, other.count.get(word) ?? 0);
  if (share(both) < SAME_THING) return 0;
  const found = share(inOrder(one.words, other.words));
  return found < SAME_THING ? 0 : found;
}

/** The length of the longest common subsequence. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  const isSame = () => one[one.length - 1 - end] === other[other.length - 1 - end];
  while (end < one.length - start && end < other.length - start && isSame()) end++;
  const [mine, its] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  let row = new Uint32Array(its.length + 1);
  for (const word of mine) {
    const next = new Uint32Array(its.length + 1);
    for (let i = 0; i < its.length; i++) next[i + 1] = word === its[i] ? row[i]! + 1 : Math.max(next[i]!, row[i + 1]!);
    row = next;
  }
  return start + end + row[its.length]!;
}

/** So many words may stand anywhere; what has fewer is known by its neighbours. */
const FEW = 4;
export const isFew = ({ words }: Pick<Comparable, 'words'>): boolean => words.length < FEW;

interface InContext {
  readonly before?: string;
  readonly after?: string;
}

/** How many words around two passages are the same, counted away from them. */
export function sharedContext(one: InContext, other: InContext): number {
  const run = (mine: readonly string[], its: readonly string[]) => {
    let n = 0;
    while (n < mine.length && mine[n] === its[n]) n++;
    return n;
  };
  const [before, after] = [aroundOf(one), aroundOf(other)];
  return run(before.left, after.left) + run(before.right, after.right);
}

const NEIGHBOURS = 2;

/** One neighbour is what it was: the two words before, or the two after; or both stand at the same end of the text. */
export function hasNeighbour(one: InContext, other: InContext): boolean {
  const [mine, its] = [aroundOf(one), aroundOf(other)];
  const same = (a: readonly string[], b: readonly string[]) =>
    a.slice(0, NEIGHBOURS).join(' ') === b.slice(0, NEIGHBOURS).join(' ');
  return same(mine.left, its.left) || same(mine.right, its.right);
}

/** The words around, away from the passage; nearest first. */
const aroundOf = ({ before = '', after = '' }: InContext) => ({
  left: [...comparable(before).words].reverse(),
  right: comparable(after).words,
});

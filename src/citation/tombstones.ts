import { comparable, hasNeighbour, isFew } from './likeness.js';
import { type PublishedId, prefixOf } from './published-id.js';

/** So many words on end are the same words and no chance. */
const RUN = 4;
/** Less of the words than this, and they have been left out; a passage that has less has not taken them in. */
const A_PART = 0.25;

/** The ids that are gone, each with the ids that have its words now. */
export function tombstones(
  lost: readonly PublishedId[],
  living: readonly PublishedId[],
  { version, date, before }: { version?: string; date?: string; before?: string },
): PublishedId[] {
  if (lost.length === 0) return [];
  const found = new Whereabouts(living);
  return lost.map((entry): PublishedId => {
    const { gone: was } = entry;
    // What went between two versions is gone since the later one, which is known when that is made.
    const when =
      typeof was === 'object' && was.version !== undefined
        ? was
        : { ...(version !== undefined && { version }), ...(date !== undefined && { date }), ...Object(was) };
    const until = entry.until ?? before;
    return {
      ...entry,
      ...(until !== undefined && { until }),
      gone: {
        ...(when.version !== undefined && { version: when.version }),
        ...(when.date !== undefined && { date: when.date }),
        to: found.of(entry),
      },
    };
  });
}

/** Where words stand now that an id stood for. */
class Whereabouts {
  private readonly words: readonly (readonly string[])[];
  /** For each run of words the things that have it. */
  private readonly runs = new Map<string, number[]>();

  constructor(private readonly living: readonly PublishedId[]) {
    this.words = living.map(({ words }) => comparable(words).words);
    this.words.forEach((words, n) => {
      for (const run of new Set(runsOf(words, RUN))) {
        const known = this.runs.get(run);
        if (known) known.push(n);
        else this.runs.set(run, [n]);
      }
    });
  }

  /**
   * Things of the same kind before others, and of those with as many of the words the narrowest. Words of the form, which
   * has no ids, are on a page.
   */
  of(entry: PublishedId): string[] {
    const prefix = prefixOf(entry.id);
    const isPage = (n: number) => prefixOf(this.living[n]!.id) === 'pg';
    const isSame = (n: number) => prefixOf(this.living[n]!.id) === prefix;
    const isOther = (n: number) => !isSame(n) && !isPage(n);
    const { words } = comparable(entry.words);
    const find = isFew({ words })
      ? (isWanted: (n: number) => boolean) =>
          (isWanted === isSame ? this.fewOf(entry, words, isWanted) : this.fewAround(entry, words, isWanted)) ?? []
      : (isWanted: (n: number) => boolean) => this.taken(words, isWanted);
    for (const isWanted of [isSame, isOther, isPage]) {
      const to = find(isWanted);
      if (to.length > 0) return to;
    }
    return [];
  }

  /** The things that together have taken the words in, in the order of the text. */
  private taken(words: readonly string[], isWanted: (n: number) => boolean): string[] {
    const has = new Map<number, Set<number>>();
    runsOf(words, RUN).forEach((run, at) => {
      for (const n of this.runs.get(run) ?? []) {
        if (!isWanted(n)) continue;
        const places = has.get(n) ?? new Set();
        has.set(n, places);
        for (let k = 0; k < RUN; k++) places.add(at + k);
      }
    });
    const to: number[] = [];
    const covered = new Set<number>();
    for (;;) {
      let best = -1;
      let most = 0;
      for (const [n, places] of has) {
        const more = [...places].filter((at) => !covered.has(at)).length;
        if (more > most || (more === most && best >= 0 && this.words[n]!.length < this.words[best]!.length)) {
          best = n;
          most = more;
        }
      }
      const isPart = most >= RUN && (to.length > 0 ? most >= words.length * 0.1 : most >= words.length * A_PART);
      if (best < 0 || !isPart) return to.sort((one, other) => one - other).map((n) => this.living[n]!.id);
      to.push(best);
      for (const at of has.get(best)!) covered.add(at);
      has.delete(best);
    }
  }

  /** A thing that has taken few words in has them in it, and one of their neighbours beside it or in it. */
  private fewOf(
    { before = '', after = '' }: PublishedId,
    words: readonly string[],
    isWanted: (n: number) => boolean,
  ): string[] | undefined {
    if (words.length === 0) return undefined;
    const [left, right] = [comparable(before).words.slice(-2), comparable(after).words.slice(0, 2)];
    const at = this.words.findIndex(
      (its, n) =>
        isWanted(n) &&
        its.length > words.length &&
        holds(its, words) &&
        (hasNeighbour({ before, after }, this.living[n]!) ||
          (left.length > 0 && holds(its, [...left, ...words])) ||
          (right.length > 0 && holds(its, [...words, ...right]))),
    );
    return at < 0 ? undefined : [this.living[at]!.id];
  }

  /** The passage in which few words stand between their neighbours, or with the words next to one of them. */
  private fewAround(
    { before = '', after = '' }: PublishedId,
    words: readonly string[],
    isWanted: (n: number) => boolean,
  ): string[] | undefined {
    const [left, right] = [comparable(before).words, comparable(after).words];
    for (const wanted of [
      [...left, ...words, ...right],
      [...left, ...words],
      [...words, ...right],
    ]) {
      if (wanted.length < words.length + RUN) continue;
      let best = -1;
      for (const n of new Set(this.runs.get(wanted.slice(0, RUN).join(' ')) ?? [])) {
        if (!isWanted(n) || !holds(this.words[n]!, wanted)) continue;
        if (best < 0 || this.words[n]!.length < this.words[best]!.length) best = n;
      }
      if (best >= 0) return [this.living[best]!.id];
    }
    return undefined;
  }
}

function runsOf(words: readonly string[], size: number): string[] {
  const runs: string[] = [];
  for (let at = 0; at + size <= words.length; at++) runs.push(words.slice(at, at + size).join(' '));
  return runs;
}

/** Whether words stand in others on end. */
const holds = (all: readonly string[], wanted: readonly string[]): boolean =>
  ` ${all.join(' ')} `.includes(` ${wanted.join(' ')} `);

import type { Block, Line } from '../sources/source.js';

/** A block with the words that a reader sees in it. */
export interface WordedBlock {
  block: Block;
  words: string;
}

/** One or more lines, each with its words, as a block. */
export const ofLines = (lines: readonly Line[], words: readonly string[]): WordedBlock => ({
  block: { start: lines[0]!.start, end: lines.at(-1)!.end, lines },
  words: words.join('\n'),
});

/** The lines of a block parted before those of the indexes `cuts`, in order; `words` are those of each line. */
export const partedAt = ({ lines }: Block, words: readonly string[], cuts: readonly number[]): WordedBlock[] =>
  cuts.map((from, k) => ofLines(lines.slice(from, cuts[k + 1]), words.slice(from, cuts[k + 1])));

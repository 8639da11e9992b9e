import type { Block } from '../sources/source.js';

/** A block with the words that a reader sees in it. */
export interface WordedBlock {
  block: Block;
  words: string;
}

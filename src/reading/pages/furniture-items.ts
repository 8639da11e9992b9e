import type { Break, Labelled } from '../../sources/source.js';
import { contains } from '../../text/transcription.js';
import type { WordedBlock } from '../worded-block.js';
import { type FurnitureFound, furnitureOf, isSign, misreadFurniture } from './furniture.js';
import { skeleton } from './likeness.js';

/** The blocks in which furniture is looked for, and what is known of them. */
export interface Candidates {
  /** All blocks from where the document opens. */
  blocks: readonly WordedBlock[];
  /** Whether the block is known to be no furniture, as a field of the form. */
  isClaimed: (worded: WordedBlock) => boolean;
  breaks: readonly Break[];
  labelled: readonly Labelled[];
}

/**
 * The furniture among the blocks: what has the form of it, what the source calls so, and short lines that come again
 * beside it on other sheets, whatever they say.
 */
export function itemsOf({ blocks, isClaimed, breaks, labelled }: Candidates): (FurnitureFound | undefined)[] {
  const items = blocks.map((worded): FurnitureFound | undefined => {
    // The block begins with what the format has written around the words.
    const named = labelled.find((range) => contains(worded.block, range));
    if (named) return furnitureOf(worded.words) ?? calledSo(named);
    return isClaimed(worded) ? undefined : furnitureOf(worded.words);
  });
  let page = 0;
  const pageOf = blocks.map(({ block }) => {
    while (page < breaks.length && breaks[page]!.at <= block.start) page++;
    return page;
  });
  if (breaks.some(({ certainty }) => certainty === 'sure')) withoutFiguresInTheText(blocks, pageOf, items);
  const begins = (i: number) => i < blocks.length && pageOf[i] !== (pageOf[i - 1] ?? 0);
  const isBeside = (i: number) =>
    items[i - 1] !== undefined || items[i + 1] !== undefined || begins(i) || begins(i + 1);
  blocks.forEach((worded, i) => {
    if (!items[i] && !isClaimed(worded)) items[i] = misreadFurniture(worded.words);
  });
  for (let i = blocks.length - 1; i >= 0; i--) {
    const worded = blocks[i]!;
    const isLast = i === blocks.length - 1 && items[i - 1] !== undefined;
    if (items[i] || isClaimed(worded) || !(items[i + 1] || isLast) || !isSign(worded.words)) continue;
    items[i] = { type: 'other', certainty: 'low', evidence: 'capitals and figures beside furniture' };
  }
  const counts = new Map<string, number>();
  const keys = blocks.map((worded, i) => {
    if (items[i] || isClaimed(worded) || !isBeside(i) || !mayBeHead(worded)) return undefined;
    const key = skeleton(worded.words);
    if (key.length < 3) return undefined;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return key;
  });
  keys.forEach((key, i) => {
    if (key === undefined || counts.get(key)! < 2) return;
    items[i] = { type: 'header', certainty: 'medium', evidence: 'line that comes again on other sheets' };
  });
  return items;
}

/** Blocks of text that a bare figure has above and below it where it is none of the page's number. */
const INSIDE = 2;

/** Where the source itself parts the pages, a bare figure amid the text of one is no page number. */
function withoutFiguresInTheText(
  blocks: readonly WordedBlock[],
  pageOf: readonly number[],
  items: (FurnitureFound | undefined)[],
): void {
  const isText = (i: number, page: number) => pageOf[i] === page && items[i] === undefined;
  blocks.forEach(({ words }, i) => {
    if (items[i]?.type !== 'pageNum' || !/^\d+\.?$/.test(words)) return;
    const near = (step: number) => [1, 2, 3, 4].filter((k) => isText(i + step * k, pageOf[i]!)).length;
    if (near(-1) >= INSIDE && near(1) >= INSIDE) items[i] = undefined;
  });
}

const calledSo = ({ type }: Labelled): FurnitureFound => ({
  type,
  certainty: 'high',
  evidence: 'so called by the recognition',
});

const LONGEST_HEAD = 70;

/** A running head is one line, and no sentence. */
const mayBeHead = ({ block, words }: WordedBlock): boolean =>
  block.lines.length === 1 && words.length <= LONGEST_HEAD && !/\p{Ll}[.?!:;,]["”’)]*$/u.test(words);

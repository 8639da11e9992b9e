import type { Block } from '../sources/markdown.js';
import type { Certainty, FurnitureMark, FurnitureType, PageMark, Position } from '../text/marks.js';
import { furnitureOf, isOfficeStamp, mayBeCatchword } from './furniture.js';

/** A block of the body with the words that a reader sees in it. */
export interface WordedBlock {
  block: Block;
  words: string;
}

/** Blocks between two stretches of text. */
interface Run {
  items: { block: Block; type: FurnitureType; evidence: string; certainty: Certainty }[];
  /** Index of the text block after the run; the number of text blocks for the run at the end. */
  beforeText: number;
}

export interface Pages {
  pages: PageMark[];
  furniture: FurnitureMark[];
  /** The blocks that are neither: running text, headings, tables. */
  text: WordedBlock[];
}

/**
 * Pages, told from the feet and heads that interrupt the text. `blocks` are those of the body;
 * the first page begins at `start`, before the form.
 */
export function readPages(blocks: readonly WordedBlock[], start: number): Pages {
  const { text, runs } = partRuns(blocks);
  const pages: PageMark[] = [pageAt(start, 1, 'high', 'the document begins')];
  const furniture: FurnitureMark[] = [];
  for (const run of runs) {
    const next = text[run.beforeText];
    const head = next ? headOf(run) : run.items.length;
    run.items.forEach(({ block, type, evidence, certainty }, i) => {
      const position = i < head && run.beforeText > 0 ? 'bottom' : 'top';
      furniture.push(furnitureMark(block, type, position, certainty, evidence));
    });
    if (next && run.beforeText > 0) {
      const begins = run.items[head]?.block.start ?? next.block.start;
      const telling = run.items.length > 1 || run.items[0]?.type === 'pageNum';
      pages.push(pageAt(begins, pages.length + 1, telling ? 'high' : 'low', 'foot and head between two texts'));
    }
  }
  return { pages, furniture, text };
}

function pageAt(start: number, n: number, certainty: Certainty, evidence: string): PageMark {
  return { kind: 'page', start, end: start, n, by: 'memcon', certainty, evidence };
}

export function furnitureMark(
  { start, end }: Block,
  type: FurnitureType,
  position: Position,
  certainty: Certainty,
  evidence: string,
): FurnitureMark {
  return { kind: 'furniture', start, end, type, position, by: 'memcon', certainty, evidence };
}

function partRuns(blocks: readonly WordedBlock[]): { text: WordedBlock[]; runs: Run[] } {
  const kinds = blocks.map(({ words }) => furnitureOf(words));
  const text: WordedBlock[] = [];
  const runs: Run[] = [];
  let items: Run['items'] = [];
  const close = () => {
    if (items.length > 0) runs.push({ items, beforeText: text.length });
    items = [];
  };
  blocks.forEach((worded, i) => {
    const { block, words } = worded;
    const kind = kinds[i];
    if (kind) {
      items.push({ block, ...kind, certainty: 'high' });
    } else if (items.length > 0 && isOfficeStamp(words)) {
      items.push({ block, type: 'stamp', evidence: 'name of an office in capitals at the foot', certainty: 'medium' });
    } else if (kinds[i + 1] && text.length + items.length > 0 && mayBeCatchword(words)) {
      items.push({ block, type: 'catch', evidence: 'word on its own at the foot of a page', certainty: 'medium' });
    } else {
      close();
      text.push(worded);
    }
  });
  close();
  return { text, runs };
}

/**
 * Index of the first item that stands at the head of the new page. A head begins with the classification marking
 * over the page number, or with the last of several markings, or with the page number alone.
 */
function headOf({ items }: Run): number {
  const marking = items.findLastIndex(({ type }) => type === 'classification');
  const number = items.findLastIndex(({ type }) => type === 'pageNum');
  const markings = items.filter(({ type }) => type === 'classification').length;
  if (marking >= 0 && (number === marking + 1 || markings > 1)) return marking;
  return number >= 0 ? number : items.length;
}

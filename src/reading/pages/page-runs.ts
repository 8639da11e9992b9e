import type { Break } from '../../sources/source.js';
import type { Range } from '../../text/transcription.js';
import { readsAsProse } from '../body/prose.js';
import { isDrafterLine } from '../form/endmatter.js';
import { isOfTelegram, isValediction } from '../form/genre.js';
import type { WordedBlock } from '../worded-block.js';
import { type FurnitureFound, isOfficeStamp, mayBeCatchword } from './furniture.js';
import { type Candidates, itemsOf } from './furniture-items.js';

/** A piece of furniture, or of what may be it. */
export interface Item extends FurnitureFound {
  block: Range;
}

/** What stands between two stretches of text. */
export interface Run {
  items: Item[];
  /** Index of the text block after the run; the number of text blocks for the run at the end. */
  beforeText: number;
  /** Nothing but fields of the form has come before. */
  inForm: boolean;
  /** Breaks that the source itself has here, with the number of items before each. */
  breaks: { at: Break; after: number }[];
}

/** The running text and what interrupts it; `breaks` are those of the source that count. */
export function partRuns(candidates: Candidates, breaks: readonly Break[]): { text: WordedBlock[]; runs: Run[] } {
  const { blocks, isClaimed } = candidates;
  const items = itemsOf(candidates);
  const lastText = blocks.findLastIndex(({ words }, i) => !items[i] && !mayBeCatchword(words));
  const text: WordedBlock[] = [];
  const runs: Run[] = [];
  let inForm = true;
  let run: Run = { items: [], beforeText: 0, inForm, breaks: [] };
  let next = 0;
  const close = () => {
    if (run.items.length > 0 || run.breaks.length > 0) runs.push({ ...run, beforeText: text.length, inForm });
    run = { items: [], beforeText: 0, inForm, breaks: [] };
  };
  const breakBefore = (offset: number) => {
    for (; next < breaks.length && breaks[next]!.at <= offset; next++) {
      run.breaks.push({ at: breaks[next]!, after: run.items.length });
    }
  };
  blocks.forEach((worded, i) => {
    const { block, words } = worded;
    breakBefore(block.start);
    const item = items[i];
    const ends = items[i + 1] !== undefined && text.length + run.items.length > 0 && i < lastText;
    if (item) run.items.push({ block, ...item });
    else if (isClaimed(worded)) {
      close();
      text.push(worded);
    } else if (run.items.length > 0 && isOfficeStamp(words) && !words.split('\n').some(isOfTelegram)) {
      const evidence = 'name of an office in capitals at the foot';
      run.items.push({ block, type: 'stamp', evidence, certainty: 'medium' });
    } else if (ends && isDrafterLine(words) && blocks.slice(i + 1).some((after) => readsAsProse(after.words))) {
      const evidence = 'signs of offices and of the typist at the foot';
      run.items.push({ block, type: 'other', evidence, certainty: 'medium' });
    } else if (ends && mayBeCatchword(words) && !isDrafterLine(words) && !isValediction(words)) {
      const evidence = 'word on its own at the foot of a page';
      run.items.push({ block, type: 'catch', evidence, certainty: 'medium' });
    } else {
      close();
      text.push(worded);
      inForm = false;
    }
  });
  breakBefore(Number.POSITIVE_INFINITY);
  close();
  return { text, runs };
}

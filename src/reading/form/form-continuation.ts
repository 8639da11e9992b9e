import type { Block } from '../../sources/source.js';
import { readsAsProse } from '../body/prose.js';
import { sideBefore, sideNamed } from '../people/sides.js';
import type { WordedBlock } from '../worded-block.js';
import { isUnlabelledDate } from './form-block.js';
import type { Entry } from './form-entries.js';
import type { Plain } from './form-facts.js';
import { isListLine } from './list-lines.js';

const LONGEST_LINE_OF_A_LIST = 120;

/** "I. Inspections" is nobody's name where a "II." follows. */
export const opensSections = (blocks: readonly WordedBlock[], i: number): boolean =>
  /^I\.\s/.test(blocks[i]!.words) && blocks.slice(i + 1).some(({ words }) => /^II\.\s/.test(words));

/** Whether the block goes on with the value of the field before it. */
export function continues(plain: Plain, entry: Entry | undefined, block: Block, words: string): boolean {
  if (!entry) return false;
  const lines = block.lines.map((line) => plain(line).trim());
  if (block.heading && !sideNamed(words)) return false;
  const isSide = entry.field === 'participants' && sideBefore(lines[0]!) !== undefined;
  if (isSide) return true;
  if (lines.some((line) => line.length > LONGEST_LINE_OF_A_LIST)) return false;
  const prose = lines.filter((line) => readsAsProse(line)).length;
  const isProse = prose > lines.length / 2 || readsAsProse(lines[0]!) || (lines.length === 1 && readsAsProse(words));
  if (entry.lines.length === 0) return entry.field === 'subject' || !isProse;
  const last = plain(entry.lines.at(-1)!).trim();
  switch (entry.field) {
    case 'participants':
      return !isProse && (lines.length > 1 || /[,(—–;]|\s-\s/.test(words) || isListLine(words));
    case 'distribution':
      return block.lines.some(({ cells }) => cells) || /\t| {2,}\S/.test(words);
    case 'date':
    case 'time':
    case 'place':
      return lines.length === 1 && words.length <= 60 && isUnlabelledDate(words);
    case 'subject':
      return (
        !readsAsProse(words) && (/^\p{Ll}/u.test(words) || /(?:,|\b(?:and|of|the|on|for|with)|[-–—])$/i.test(last))
      );
    default:
      return false;
  }
}

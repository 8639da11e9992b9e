import type { Mark } from '../../text/marks.js';
import type { WordedBlock } from '../worded-block.js';
import { entryMarks, entryOf } from './form-entries.js';
import type { FormFacts, Plain } from './form-facts.js';
import { labelOf } from './form-labels.js';

/** How far into the text labelled fields are looked for, in blocks. */
const REACH = 30;

/**
 * Labelled fields of a telegram, which stand behind lists of addresses and signs that no label names. Each keeps its
 * place; what lies between them is text.
 */
export function readLateFields(
  text: string,
  plain: Plain,
  blocks: readonly WordedBlock[],
  facts: FormFacts,
): { marks: Mark[]; text: readonly WordedBlock[] } {
  if (facts.genre !== 'telegram') return { marks: [], text: blocks };
  const marks: Mark[] = [];
  const rest = blocks.filter(({ block }, i) => {
    const [first, ...others] = block.lines;
    const words = plain(first!);
    const label = labelOf(words);
    if (i >= REACH || !label || label.misread || !words.includes(':') || label.field === 'participants') return true;
    const entry = entryOf(plain, first!, label, 'medium');
    entry.lines.push(...others);
    marks.push(...entryMarks(text, plain, [entry], facts));
    return false;
  });
  return { marks, text: rest };
}

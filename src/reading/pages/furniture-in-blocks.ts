import type { Plain } from '../form/form-facts.js';
import { ofLines, partedAt, type WordedBlock } from '../worded-block.js';
import { type FurnitureFound, furnitureOf, numberBehindMarking } from './furniture.js';

/**
 * Blocks parted at lines of furniture: a foot whose lines stand close together, or feet and heads that no empty line
 * keeps from the text. What fits as a whole, such as a stamp of several lines, stays whole.
 */
export const partedFurniture = (blocks: readonly WordedBlock[], plain: Plain): WordedBlock[] =>
  blocks.flatMap(parted).flatMap((worded) => markingAndNumber(worded, plain));

/** A head of one line is two pieces of furniture: the marking and the number. */
function markingAndNumber(worded: WordedBlock, plain: Plain): WordedBlock[] {
  const [line, ...others] = worded.block.lines;
  if (!line || others.length > 0) return [worded];
  const words = plain(line);
  const at = numberBehindMarking(words);
  if (at === undefined) return [worded];
  const marking = words.slice(0, at).trimEnd();
  const piece = (from: number, to: number) => {
    const range = { start: line.start + from, end: line.start + to };
    return { block: { ...range, lines: [range] }, words: words.slice(from, to).trim() };
  };
  return [piece(0, marking.length), piece(at, words.length)];
}

function parted(worded: WordedBlock): WordedBlock[] {
  const { block } = worded;
  const lines = worded.words.split('\n');
  if (lines.length < 2 || lines.length !== block.lines.length || furnitureOf(worded.words)) return [worded];
  const kinds = lines.map((line) => furnitureOf(line));
  if (kinds.every((kind) => kind !== undefined)) return block.lines.map((line, i) => ofLines([line], [lines[i]!]));
  // One rule of declassification over several lines is one stamp.
  if (kinds[0]?.evidence.startsWith('rule of') && lines.every((line) => line.length <= 60)) return [worded];
  const apart = lines.map((line, i) => isUnmistakable(line, kinds[i]));
  if (!apart.includes(true)) return [worded];
  const cuts = lines.flatMap((_, i) => (i === 0 || apart[i] || apart[i - 1] ? [i] : []));
  return partedAt(block, lines, cuts);
}

/** Furniture that no line of a text or list could be: a bare figure might be one. */
function isUnmistakable(words: string, found: FurnitureFound | undefined): boolean {
  if (!found) return false;
  if (found.type === 'pageNum') return /^[-–—~].*[-–—~]$|^page\b/i.test(words);
  if (found.type === 'control') return /^[A-Z]{2,}[- –]*\d{3,}/.test(words);
  return found.type !== 'form' || words.length < 40;
}

import { trimmed } from '../../sources/blocks.js';
import type { Block, Line } from '../../sources/source.js';
import type { Certainty, Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { readsAsProse } from '../body/prose.js';
import { findDates } from '../dates/dates.js';
import { found } from '../found.js';
import { furnitureOf } from '../pages/furniture.js';
import { furnitureMark } from '../pages/furniture-mark.js';
import { isLetterhead } from '../pages/letterhead.js';
import type { WordedBlock } from '../worded-block.js';
import { annotationMarks, annotationOf } from './annotations.js';
import { DATELINE, type Entry } from './form-entries.js';
import type { FormFacts, Plain } from './form-facts.js';
import { labelOf, nextLabel } from './form-labels.js';
import { isPart, isSalutation, titleOf } from './genre.js';
import { extendTitle, isUnderTitle } from './title-lines.js';

/** What of the form has been read so far; reading adds to it. */
export interface FormSoFar {
  marks: Mark[];
  entries: Entry[];
  facts: FormFacts;
  /** A label for the date stands in the head, so that no other date need be taken for it. */
  isDated: boolean;
}

/** Labels that stand at the end of a document as well tell nothing of where it begins. */
const OPENS: ReadonlySet<Entry['field']> = new Set<Entry['field']>([
  'date',
  'time',
  'place',
  'subject',
  'participants',
  'to',
  'from',
  'through',
]);

/** Whether the document proper begins with this block: with a title, a label, a form of address. */
export const opens = (plain: Plain, block: Block, words: string): boolean => {
  if (isSalutation(words)) return true;
  if (!isOfForm(plain, block)) return false;
  const label = labelOf(plain(block.lines[0]!));
  return !label || OPENS.has(label.field);
};

/** Whether a line of the block is the title of a form or begins with a label. */
export function isOfForm(plain: Plain, { lines }: Block): boolean {
  const [first, ...rest] = lines.map(plain);
  if (first === undefined) return false;
  if (titleOf(first.trim()) !== undefined || labelOf(first) !== undefined) return true;
  // A block that begins otherwise is the form's when the letterhead or an annotation is followed by a title or label.
  return rest.length > 0 && !readsAsProse(first) && rest.some((line) => isSureSign(line));
}

/** Whether a block begins with a label that can be nothing else. */
export const isLabelled = (plain: Plain, { lines }: Block): boolean => {
  const words = plain(lines[0]!);
  const label = labelOf(words);
  return label !== undefined && !label.misread && OPENS.has(label.field) && words.slice(0, label.end).includes(':');
};

const isSureSign = (line: string): boolean => {
  const label = labelOf(line);
  return titleOf(line.trim()) !== undefined || (label !== undefined && !label.misread && line.includes(':'));
};

/** Reads the lines of a block of the form; running text that follows without an empty line is given back. */
export function readLines(
  text: string,
  plain: Plain,
  block: Block,
  { marks, entries, facts, isDated }: FormSoFar,
): WordedBlock | undefined {
  let added: Line[] = [];
  let hand: ReturnType<typeof annotationOf>;
  const closeAdded = () => {
    const { certainty, evidence } = hand ?? { certainty: 'medium', evidence: 'words under the printed title' };
    if (added.length > 0) marks.push(...annotationMarks(added, certainty, evidence));
    added = [];
    hand = undefined;
  };
  for (const [k, line] of block.lines.entries()) {
    const words = plain(line);
    const bare = words.trim();
    const isAbove = entries.every((entry) => !entry.label);
    const genre = isAbove ? titleOf(bare) : undefined;
    const label = labelOf(words);
    const furniture = facts.title ? undefined : furnitureOf(bare);
    if (genre !== undefined || (facts.title && isAbove && isPart(bare))) {
      closeAdded();
      marks.push({
        kind: 'title',
        ...found(line.start, line.end, 'high', genre ? 'title of the form' : 'part of a series'),
      });
      // "MEMORANDUM" is the paper's heading where the title of the form stands below it.
      if (genre && (!facts.title || (facts.genre === 'memorandum' && genre === 'conversation'))) {
        facts.title = line;
        facts.genre = genre;
      }
    } else if (!label && isUnderTitle(plain, facts.title, block.lines[k - 1], bare)) {
      extendTitle(line, marks, facts);
    } else if (label) {
      closeAdded();
      entries.push(...labelled(text, plain, line));
    } else if (facts.title && isBefore(entries.at(-1), facts.title) && words.length > 50 && readsAsProse(words)) {
      closeAdded();
      return restOf(plain, block, k);
    } else if (entries.length > 0 && !isBefore(entries.at(-1), facts.title)) {
      const entry = entries.at(-1)!;
      if (entry.lines.length > 0 && entry.field !== 'subject' && words.length > 50 && readsAsProse(words)) {
        return restOf(plain, block, k);
      }
      // A formula of approval beside the date is a hand's, and what stands under it.
      if (DATELINE.has(entry.field) && entry.lines.length > 0) hand ??= formulaOf(bare);
      (hand ? added : entry.lines).push(line);
    } else if (isLetterhead(bare)) {
      marks.push(furnitureMark(line, 'letterhead', 'top', 'high', 'name of an office at the head'));
    } else if (furniture) {
      marks.push(furnitureMark(line, furniture.type, 'top', 'high', furniture.evidence));
    } else if (!isDated && facts.title && isUnlabelledDate(words)) {
      closeAdded();
      entries.push({ field: 'date', lines: [line] });
    } else added.push(line);
  }
  closeAdded();
  return undefined;
}

/** The lines of a block from the `k`th on, as a block of running text. */
function restOf(plain: Plain, block: Block, k: number): WordedBlock {
  const lines = block.lines.slice(k);
  const rest = { start: lines[0]!.start, end: block.end, lines };
  return { block: rest, words: lines.map((line) => plain(line).trim()).join('\n') };
}

/** Whether a field stands above the title: nothing below it goes on with its value. */
const isBefore = (entry: Entry | undefined, title: Range | undefined): boolean =>
  !entry || (title !== undefined && (entry.label ?? entry.lines[0]!).start < title.start);

const formulaOf = (words: string): ReturnType<typeof annotationOf> => {
  const found = annotationOf(words);
  return found?.certainty === 'high' ? found : undefined;
};

/** The fields of one line, each with its label and value. */
function labelled(text: string, plain: Plain, line: Line): Entry[] {
  const entries: Entry[] = [];
  const words = plain(line);
  let from = 0;
  while (from < words.length) {
    const label = labelOf(words.slice(from));
    if (!label) break;
    const next = line.cells ? undefined : nextLabel(words, from + label.end);
    const start = line.start + from;
    let end = line.start + from + label.end;
    // The delimiters of bold type around a label belong to it.
    while (end < line.end && /\S/.test(text[end]!) && /\s/.test(words[end - line.start]!)) end++;
    const value = trimmed(text, { start: end, end: next === undefined ? line.end : line.start + next });
    const cells = line.cells?.filter((cell) => cell.start >= end);
    const certainty: Certainty = label.misread ? 'medium' : 'high';
    entries.push({
      field: label.field,
      label: { start, end, certainty },
      ...(label.side && { side: { start: start + label.side.start, end: start + label.side.end } }),
      lines: value ? [{ ...value, ...(cells && cells.length > 1 && { cells }) }] : [],
    });
    if (next === undefined) break;
    from = next;
  }
  return entries;
}

/** A line after the title that is a date in words, with hour and place or without, and no sentence. */
export const isUnlabelledDate = (words: string): boolean => {
  if (words.length > 90 || words.split('\n').length > 3 || readsAsProse(words)) return false;
  const [date] = findDates(words, undefined);
  if (date?.when?.length !== 10 || !/\p{L}{3}/u.test(words.slice(date.start, date.end))) return false;
  return /^[^.;:]{0,40}$/.test(words.slice(0, date.start)) && words.length - (date.end - date.start) <= 50;
};

import type { Mark } from '../../text/marks.js';
import { readsAsProse } from '../body/prose.js';
import { found, lineMarks } from '../found.js';
import { NAME_PATTERN, TITLE_PATTERN } from '../people/titles.js';
import type { WordedBlock } from '../worded-block.js';
import { dayMark } from './day.js';
import { type Entry, entryMarks, entryOf } from './form-entries.js';
import type { FormFacts, Plain } from './form-facts.js';
import { labelOf } from './form-labels.js';
import { isValediction } from './genre.js';
import { isSignature, isSigned } from './signatures.js';

export interface EndMatter {
  marks: Mark[];
  /** The blocks before it. */
  text: readonly WordedBlock[];
}

/** Labels that stand after the text as well as before it. */
const AT_THE_END: ReadonlySet<Entry['field']> = new Set<Entry['field']>([
  'distribution',
  'drafter',
  'clearance',
  'approval',
  'attachments',
  'reference',
]);

/** How far before the end such lines are looked for, in blocks. */
const REACH = 16;

const OFFICES_BEFORE = '(?:[A-Z][A-Za-z]{0,6}(?:[/.-][A-Za-z\\d]{1,6})*\\s?[:/-]\\s?)';
const DAY_AND_TELEPHONE = '(?:[\\s,:]+\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4})?(?:\\s+(?:x|ext\\.?\\s?)?\\d{3,6})?';

/** The signs under a typescript: who drafted it, in which office, and who typed it. */
const DRAFTERS: readonly RegExp[] = [
  // "EUR:SOV:JCGuthrie:mt 1/11/63", "Drafted: H:KLongmyer:rr", "FE:SEA:CChapman/jt"
  new RegExp(
    `^(?:Drafted(?: by)?:?\\s*)?${OFFICES_BEFORE}{1,4}[A-Z][A-Za-z.]{2,22}(?:[:/]\\s?[A-Za-z]{1,5})?${DAY_AND_TELEPHONE}$`,
  ),
  // "CEBohlen:ebp", "LASteinhardt/mk"
  new RegExp(`^[A-Z]{1,3}[A-Z][a-z]{2,}[A-Za-z]*[:/][a-z]{1,4}${DAY_AND_TELEPHONE}$`),
  // "Ambassador Thompson/mk", "W. R. Tyler:jt"
  new RegExp(`^(?:(?:${TITLE_PATTERN})\\s+|(?:[A-Z]\\.\\s?)+)${NAME_PATTERN}[:/][a-z]{2,4}${DAY_AND_TELEPHONE}$`, 'u'),
];
/** What stands under it on a line of its own: the day, a telephone. */
const UNDER_THE_DRAFTER = /^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?:\s+x?\d{3,6})?|(?:x|ext\.?\s?)\d{3,6})$/;

export const isDrafterLine = (words: string): boolean =>
  words.length <= 80 && /[:/]/.test(words) && DRAFTERS.some((form) => form.test(words));

/** Signs of the drafter, and what stands under them. */
function isOfTheDrafter(plain: Plain, lines: readonly Entry['lines'][number][]): boolean {
  const [first = '', ...rest] = lines.map((line) => plain(line).trim());
  return isDrafterLine(first) && rest.every((line) => isDrafterLine(line) || UNDER_THE_DRAFTER.test(line));
}

/**
 * What follows the text: who drafted and cleared it, copies, attachments; the closing of a letter with its signature;
 * a postscript. It is read from the end backwards, as far as every block is of these kinds.
 */
export function readEndMatter(text: string, plain: Plain, blocks: readonly WordedBlock[], facts: FormFacts): EndMatter {
  const from = firstOf(plain, blocks, facts);
  const marks: Mark[] = [];
  let entry: Entry | undefined;
  let closing: Entry['lines'] = [];
  const close = () => {
    const [first, last] = [closing[0], closing.at(-1)];
    if (first && last) {
      const evidence = facts.genre === 'letter' ? 'closing of a letter' : 'name alone on the last line';
      marks.push({ kind: 'closer', ...found(first.start, last.end, 'medium', evidence) });
      const signature = closing.find((line) => isSignature(plain(line).trim()));
      if (signature) facts.signature = signature;
      // A note for the record is dated under its signature.
      if (facts.genre === 'conversation') marks.push(...closing.flatMap((line) => dayMark(plain, line, facts)));
      marks.push(...lineMarks(closing));
    }
    closing = [];
  };
  blocks.slice(from).forEach((worded, i) => {
    const { block, words } = worded;
    const { start, end, lines } = block;
    const [first] = lines;
    const label = labelOf(plain(first!));
    if (entry && isUnderLabel(plain, blocks, from + i)) {
      entry.lines.push(...lines);
      marks.push(...entryMarks(text, plain, [entry], facts));
    } else if (label && AT_THE_END.has(label.field)) {
      entry = undefined;
      for (const line of lines) {
        const found = labelOf(plain(line));
        if (found && AT_THE_END.has(found.field) && plain(line).includes(':')) {
          if (entry) marks.push(...entryMarks(text, plain, [entry], facts));
          entry = entryOf(plain, line, found, 'high');
        } else entry?.lines.push(line);
      }
      if (entry && !isUnderLabel(plain, blocks, from + i + 1)) {
        marks.push(...entryMarks(text, plain, [entry], facts));
      }
    } else if (isOfTheDrafter(plain, lines)) {
      marks.push({ kind: 'list', type: 'drafter', ...found(start, end, 'high', 'signs of offices and of the typist') });
      for (const line of lines) {
        marks.push({ kind: 'item', ...found(line.start, line.end, 'high', 'line of the drafter') });
      }
    } else if (isPostscript(words)) {
      marks.push({ kind: 'postscript', ...found(start, end, 'high', 'P.S.') });
      marks.push({ kind: 'paragraph', ...found(start, end, 'high', 'block of text'), parts: [{ start, end }] });
    } else {
      closing.push(...lines);
      return;
    }
    close();
  });
  close();
  return { marks, text: blocks.slice(0, from) };
}

const isPostscript = (words: string): boolean => /^P\.?\s?S\.?[:.\s]/.test(words);

/** Index of the first block of the end matter. */
function firstOf(plain: Plain, blocks: readonly WordedBlock[], { genre }: FormFacts): number {
  let first = blocks.length;
  const least = Math.max(0, blocks.length - REACH);
  for (let i = blocks.length - 1; i >= least; i--) {
    const { words } = blocks[i]!;
    if (isAfterTheText(plain, blocks[i]!)) first = i;
    else if (isUnderLabel(plain, blocks, i)) continue;
    else if (genre === 'letter' && isValediction(words.split('\n')[0]!)) first = i;
    else if (genre !== 'letter' && i > 0 && isSigned(words)) first = i;
    else if (!mayBeSignature(genre, words)) break;
  }
  return first;
}

/** Whether a block is the value of a label that stands in a block of its own: "Copies to:" and the offices under it. */
function isUnderLabel(plain: Plain, blocks: readonly WordedBlock[], i: number): boolean {
  const [block, before] = [blocks[i], blocks[i - 1]];
  if (!block || !before || before.block.lines.length > 1 || readsAsProse(block.words)) return false;
  const words = plain(before.block.lines[0]!);
  const label = labelOf(words);
  const isBare = label !== undefined && words.includes(':') && !/\S/.test(words.slice(label.end));
  return isBare && AT_THE_END.has(label.field) && !labelOf(plain(block.block.lines[0]!));
}

/** Whether a block can only stand after the text. */
export function isAfterTheText(plain: Plain, { block: { lines }, words }: WordedBlock): boolean {
  const line = plain(lines[0]!);
  const label = labelOf(line);
  if (label && !label.misread && AT_THE_END.has(label.field) && line.includes(':')) return true;
  if (isPostscript(words)) return true;
  return isOfTheDrafter(plain, lines);
}

/** After the valediction of a letter: the name, the office, the address of the one written to. */
const mayBeSignature = (genre: FormFacts['genre'], words: string): boolean =>
  genre === 'letter' &&
  words.length <= 200 &&
  words.split('\n').every((line) => line.length <= 60 && !readsAsProse(line));

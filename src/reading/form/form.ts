import type { Labelled } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import { contains, type Range } from '../../text/transcription.js';
import { found } from '../found.js';
import { furnitureOf } from '../pages/furniture.js';
import { furnitureMark } from '../pages/furniture-mark.js';
import { isLetterhead } from '../pages/letterhead.js';
import type { WordedBlock } from '../worded-block.js';
import { annotationOf } from './annotations.js';
import { besideTheForm } from './beside-the-form.js';
import { dayMark } from './day.js';
import { isLabelled, isOfForm, isUnlabelledDate, opens, readLines } from './form-block.js';
import { continues, opensSections } from './form-continuation.js';
import { type Entry, entryMarks } from './form-entries.js';
import type { FormFacts, Plain } from './form-facts.js';
import { labelOf } from './form-labels.js';
import { readTitle } from './form-title.js';
import { type Genre, isOfATalk, isOfTelegram, isPart, isRestOfTitle, isSalutation, tellsOfATalk } from './genre.js';
import { readUnderTitle } from './title-lines.js';

export interface Form {
  marks: Mark[];
  facts: FormFacts;
  /** The first block of the form proper: furniture before it belongs to the head of the first page. */
  opening: number;
  /** Blocks that the form has taken, by where they begin: they are no furniture. */
  claimed: ReadonlySet<number>;
  /** Blocks after the form, the last field's rest first, where running text followed it without an empty line. */
  body: WordedBlock[];
}

/** As far as this, in blocks, a label for the date is looked for. */
const HEAD = 40;
/** How many blocks that are none of the form's may stand between title and labels. */
const BESIDE = 4;
/**
 * Reads the head of the document up to the first block of running text. `isDoubted` tells of words that the recognition
 * is not sure of for the most part: they are nobody's handwriting; `labelled` are the heads and feet that it has named.
 */
export function readForm(
  text: string,
  plain: Plain,
  blocks: readonly WordedBlock[],
  { isDoubted, labelled: named }: { isDoubted: (range: Range) => boolean; labelled: readonly Labelled[] },
): Form {
  const marks: Mark[] = [];
  const entries: Entry[] = [];
  const facts: FormFacts = { genre: 'typescript', subjects: [], people: [], sides: [] };
  const claimed = new Set<number>();
  const isDated = blocks
    .slice(0, HEAD)
    .some(({ block }) => block.lines.some((line) => labelOf(plain(line))?.field === 'date'));
  const isNamed = (block: Range) => named.some((range) => contains(block, range));
  const opening = blocks.findIndex(({ block, words }) => !isNamed(block) && opens(plain, block, words));
  const isLetter = opening >= 0 && isSalutation(blocks[opening]!.words);
  const body: WordedBlock[] = [];
  let i = 0;
  for (; i < blocks.length; i++) {
    const worded = blocks[i]!;
    const { block, words } = worded;
    const isAwaited = entries.at(-1)?.lines.length === 0;
    if (isNamed(block)) {
      const { type, evidence } = furnitureOf(words) ?? { type: 'header', evidence: 'so called by the recognition' };
      if (i < opening) marks.push(furnitureMark(block, type, 'top', 'high', evidence));
      continue;
    }
    if (isSalutation(words)) {
      marks.push({ kind: 'salute', ...found(block.start, block.end, 'high', 'form of address') });
      facts.genre = 'letter';
      claimed.add(block.start);
      i++;
      break;
    }
    const { title } = facts;
    if (title && title.end === blocks[i - 1]?.block.end && isRestOfTitle(plain(title).trim(), words)) {
      readUnderTitle(plain, block, { marks, entries, facts, isDated });
      claimed.add(block.start);
      continue;
    }
    if (title && entries.every((entry) => !entry.label) && isPart(words)) {
      marks.push({ kind: 'title', ...found(block.start, block.end, 'high', 'part of a series') });
      claimed.add(block.start);
      continue;
    }
    if (isOfForm(plain, block)) {
      claimed.add(block.start);
      const rest = readLines(text, plain, block, { marks, entries, facts, isDated });
      if (!rest) continue;
      body.push(rest);
      i++;
      break;
    }
    const furniture = furnitureOf(words);
    if (isLetterhead(words)) {
      if (i >= opening && entries.length > 0) {
        if (furniture) continue;
        break;
      }
      marks.push(furnitureMark(block, 'letterhead', 'top', 'high', 'name of an office at the head'));
      if (i >= opening) claimed.add(block.start);
      continue;
    }
    if (furniture && !isAwaited && !annotationOf(words)) {
      if (i < opening) marks.push(furnitureMark(block, furniture.type, 'top', 'high', furniture.evidence));
      continue;
    }
    if (!opensSections(blocks, i) && continues(plain, entries.at(-1), block, words)) {
      entries.at(-1)!.lines.push(...block.lines);
      claimed.add(block.start);
      continue;
    }
    if (!isDated && opening >= 0 && entries.length === 0 && isUnlabelledDate(words)) {
      entries.push({ field: 'date', lines: [...block.lines] });
      claimed.add(block.start);
      continue;
    }
    const goesOn = blocks.slice(i + 1, i + 1 + BESIDE).some(({ block }) => isLabelled(plain, block));
    const isWithin = i >= opening && goesOn && facts.genre !== 'telegram' && entries.every((entry) => !entry.label);
    const beside = besideTheForm(worded, {
      furniture,
      isAbove: i < opening || isWithin,
      isLetter,
      isDoubted: isDoubted(block),
      mayBeHand: opening >= 0 && (entries.length === 0 || goesOn),
    });
    if (!beside) break;
    marks.push(...beside.marks);
    if (beside.claims || isWithin) claimed.add(block.start);
  }
  marks.push(...entryMarks(text, plain, entries, facts));
  body.push(...blocks.slice(i));
  if (facts.genre === 'typescript' || facts.genre === 'memorandum') {
    facts.genre = genreOf(facts, entries, blocks);
    if (facts.genre === 'memorandum' && !has(entries, 'to') && facts.title) {
      const told = [...facts.subjects.map(plain), body[0]?.words ?? ''];
      if (tellsOfATalk(plain(facts.title), told)) facts.genre = 'conversation';
    }
  }
  marks.push(...readTitle(plain, facts));
  if (facts.genre === 'conversation') {
    const talks = facts.subjects.filter((subject) => isOfATalk(plain(subject)));
    marks.push(...talks.flatMap((subject) => dayMark(plain, subject, facts)));
  }
  return { marks, facts, opening: Math.max(0, Math.min(opening, i)), claimed, body };
}

const has = (entries: readonly Entry[], field: Entry['field']): boolean =>
  entries.some((entry) => entry.field === field);

const genreOf = (facts: FormFacts, entries: readonly Entry[], blocks: readonly WordedBlock[]): Genre => {
  if (facts.people.length > 0) return 'conversation';
  if (blocks.slice(0, 20).some(({ words }) => words.split('\n').some(isOfTelegram))) return 'telegram';
  return (has(entries, 'to') && has(entries, 'from')) || facts.genre === 'memorandum' ? 'memorandum' : 'typescript';
};

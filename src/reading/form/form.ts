import type { Labelled } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import { contains, type Range } from '../../text/transcription.js';
import { readsAsProse } from '../body/prose.js';
import { found, lineMarks } from '../found.js';
import { type FurnitureFound, furnitureOf, isLetterhead } from '../pages/furniture.js';
import { furnitureMark } from '../pages/furniture-mark.js';
import type { WordedBlock } from '../worded-block.js';
import { annotationMarks, annotationOf } from './annotations.js';
import { isOfForm, isUnlabelledDate, opens, readLines } from './form-block.js';
import { continues, opensSections } from './form-continuation.js';
import { type Entry, entryMarks } from './form-entries.js';
import type { FormFacts, Plain } from './form-facts.js';
import { labelOf } from './form-labels.js';
import { type Genre, isOfTelegram, isSalutation } from './genre.js';

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
/** In characters; what is longer beside the letterhead is text. */
const LONGEST_BESIDE = 120;
const ENDS_A_SENTENCE = /\p{Ll}[.?!]["”’)]*$/u;

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
    const beside = besideTheForm(worded, {
      furniture,
      isAbove: i < opening,
      isLetter,
      isDoubted: isDoubted(block),
      mayBeHand: opening >= 0 && entries.length === 0,
    });
    if (!beside) break;
    marks.push(...beside.marks);
    if (beside.claims) claimed.add(block.start);
  }
  marks.push(...entryMarks(text, plain, entries, facts));
  body.push(...blocks.slice(i));
  if (facts.genre === 'typescript' || facts.genre === 'memorandum') facts.genre = genreOf(facts, entries, blocks);
  return { marks, facts, opening: Math.max(0, Math.min(opening, i)), claimed, body };
}

/**
 * A block of the head that is no part of the form: a hand's, another number's, the address of a letter. `claims` says
 * that it is no furniture; nothing is given for running text.
 */
function besideTheForm(
  { block, words }: WordedBlock,
  {
    furniture,
    isAbove,
    isLetter,
    isDoubted,
    mayBeHand,
  }: {
    furniture: FurnitureFound | undefined;
    isAbove: boolean;
    isLetter: boolean;
    isDoubted: boolean;
    mayBeHand: boolean;
  },
): { marks: Mark[]; claims: boolean } | undefined {
  const annotation = mayBeHand && !isDoubted ? annotationOf(words) : undefined;
  if (annotation)
    return { marks: annotationMarks(block.lines, annotation.certainty, annotation.evidence), claims: true };
  if (furniture) {
    const mark = furnitureMark(block, furniture.type, 'top', 'high', furniture.evidence);
    return { marks: isAbove ? [mark] : [], claims: false };
  }
  const isSentence = ENDS_A_SENTENCE.test(words) && !(isLetter && !readsAsProse(words));
  if (!isAbove || words.length > LONGEST_BESIDE || isSentence) return undefined;
  if (isDoubted) {
    const evidence = 'signs that the recognition is not sure of';
    return { marks: [furnitureMark(block, 'other', 'top', 'low', evidence)], claims: false };
  }
  if (isOfTheHead(words)) {
    const evidence = 'typed head of the first page';
    return { marks: [furnitureMark(block, 'header', 'top', 'medium', evidence)], claims: false };
  }
  if (isLetter) {
    const evidence = 'lines before the form of address';
    const address: Mark = { kind: 'address', ...found(block.start, block.end, 'medium', evidence) };
    return { marks: [address, ...lineMarks(block.lines)], claims: true };
  }
  return { marks: annotationMarks(block.lines, 'low', 'words beside the letterhead, of no known form'), claims: true };
}

const genreOf = (facts: FormFacts, entries: readonly Entry[], blocks: readonly WordedBlock[]): Genre => {
  if (facts.people.length > 0) return 'conversation';
  const has = (field: Entry['field']) => entries.some((entry) => entry.field === field);
  if (blocks.slice(0, 20).some(({ words }) => words.split('\n').some(isOfTelegram))) return 'telegram';
  return (has('to') && has('from')) || facts.genre === 'memorandum' ? 'memorandum' : 'typescript';
};

/** Capitals, or the number and parts of a series: a typist's, though of no form that is known. */
const isOfTheHead = (words: string): boolean =>
  /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words) || /^\(?[A-Z]{2,6}(?:\/[A-Z\d]{1,6})+\)?(?:\s|$)/.test(words);

import type { Mark } from '../../text/marks.js';
import { readsAsProse } from '../body/prose.js';
import { found, lineMarks } from '../found.js';
import type { FurnitureFound } from '../pages/furniture.js';
import { furnitureMark } from '../pages/furniture-mark.js';
import { misreadLetterhead } from '../pages/letterhead.js';
import type { WordedBlock } from '../worded-block.js';
import { annotationMarks, annotationOf } from './annotations.js';

/** In characters; what is longer beside the letterhead is text. */
const LONGEST_BESIDE = 120;
const ENDS_A_SENTENCE = /\p{Ll}[.?!]["”’)]*$/u;

/**
 * A block of the head that is no part of the form: a hand's, another number's, the address of a letter. `claims` says
 * that it is no furniture; nothing is given for running text.
 */
export function besideTheForm(
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
  const letterhead = misreadLetterhead(words);
  if (letterhead !== undefined) {
    const evidence = `like “${letterhead}”`;
    return { marks: [furnitureMark(block, 'letterhead', 'top', 'medium', evidence)], claims: false };
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

/** Capitals, or the number and parts of a series: a typist's, though of no form that is known. */
const isOfTheHead = (words: string): boolean =>
  /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words) || /^\(?[A-Z]{2,6}(?:\/[A-Z\d]{1,6})+\)?(?:\s|$)/.test(words);

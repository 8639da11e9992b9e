import type { HeadingMark, ParagraphMark } from '../text/marks.js';
import type { WordedBlock } from './pages.js';

const ENDS_A_SENTENCE = /[.?!:]["”’')\]]*$/;
const LONGEST_HEADING = 80;

/**
 * The running text as paragraphs and headings. Where a page ends in the midst of a sentence the paragraph goes on
 * with the first text of the next page; `pageStarts` are the offsets at which pages begin.
 */
export function readParagraphs(
  text: readonly WordedBlock[],
  pageStarts: readonly number[],
): (ParagraphMark | HeadingMark)[] {
  const marks: (ParagraphMark | HeadingMark)[] = [];
  const by = 'memcon' as const;
  text.forEach((worded, i) => {
    const { block, words } = worded;
    const { start, end } = block;
    const last = marks.at(-1);
    const before = text[i - 1];
    if (
      last?.kind === 'paragraph' &&
      before &&
      breaksBetween(before, worded, pageStarts) &&
      runsOn(before.words, words)
    ) {
      marks[marks.length - 1] = {
        ...last,
        end,
        parts: [...last.parts, { start, end }],
        evidence: 'the sentence runs on over the page',
      };
    } else if (isHeading(words, text[i + 1]?.words)) {
      marks.push({ kind: 'heading', start, end, by, certainty: 'medium', evidence: 'short line without a sentence' });
    } else {
      marks.push({
        kind: 'paragraph',
        start,
        end,
        parts: [{ start, end }],
        by,
        certainty: 'high',
        evidence: 'block of text',
      });
    }
  });
  return marks;
}

/** Page starts are sorted; the one after the first text decides. */
function breaksBetween(one: WordedBlock, other: WordedBlock, pageStarts: readonly number[]): boolean {
  let low = 0;
  let high = pageStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pageStarts[middle]! < one.block.end) low = middle + 1;
    else high = middle;
  }
  const next = pageStarts[low];
  return next !== undefined && next <= other.block.start;
}

const runsOn = (before: string, after: string): boolean =>
  !ENDS_A_SENTENCE.test(before) &&
  !isHeading(before, after) &&
  (/^\p{Ll}/u.test(after) || before.length > LONGEST_HEADING);

const isHeading = (words: string, next: string | undefined): boolean =>
  next !== undefined &&
  words.length <= LONGEST_HEADING &&
  !words.includes('\n') &&
  /^[\p{Lu}\d]/u.test(words) &&
  !/[.?!:;,]["”’)]*$/.test(words) &&
  next.length > words.length;

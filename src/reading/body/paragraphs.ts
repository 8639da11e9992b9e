import type { Line } from '../../sources/source.js';
import type { HeadingMark, Mark, ParagraphMark } from '../../text/marks.js';
import { lastThat } from '../../text/sorted.js';
import { tableMarks } from '../form/form-lists.js';
import { found } from '../found.js';
import type { WordedBlock } from '../worded-block.js';
import { numberOf, splitAtNumbers } from './numbering.js';
import { readsAsProse } from './prose.js';

const ENDS_A_SENTENCE = /[.?!:]["”’')\]*]*$/;
const LONGEST_HEADING = 80;
/** "* * *" */
const PARTS_SECTIONS = /^[\s*_=~.•·-]{3,}$/;

/**
 * The running text as paragraphs, headings and tables. Where a page ends in the midst of a sentence the paragraph goes
 * on with the first text of the next page; `pageStarts` are the offsets at which pages begin.
 */
export function readParagraphs(text: readonly WordedBlock[], pageStarts: readonly number[]): Mark[] {
  const marks: Mark[] = [];
  const blocks = text.flatMap(splitAtNumbers);
  let last: ParagraphMark | undefined;
  blocks.forEach((worded, i) => {
    const { block, words } = worded;
    const { start, end } = block;
    const before = blocks[i - 1];
    const after = blocks[i + 1];
    if (PARTS_SECTIONS.test(words)) {
      marks.push({ kind: 'separator', ...found(start, end, 'high', 'signs between two sections') });
      last = undefined;
    } else if (isTable(block.lines)) {
      marks.push(...tableMarks(block.lines));
      last = undefined;
    } else if (last && before && goesOn(before, worded, last, pageStarts)) {
      const overThePage = breaksBetween(before, worded, pageStarts);
      const joined: ParagraphMark = {
        ...last,
        end,
        parts: [...last.parts, { start, end }],
        ...(overThePage
          ? { evidence: 'the sentence runs on over the page' }
          : { certainty: 'medium', evidence: 'the sentence runs on after an empty line' }),
      };
      marks[marks.lastIndexOf(last)] = joined;
      last = joined;
    } else if (block.heading || isHeading(words, after?.words)) {
      const heading: HeadingMark = block.heading
        ? { kind: 'heading', ...found(start, end, 'high', 'heading in the transcription') }
        : { kind: 'heading', ...found(start, end, 'medium', 'short line without a sentence') };
      marks.push(heading);
      last = undefined;
    } else {
      const number = numberOf(words);
      last = {
        kind: 'paragraph',
        ...found(start, end, 'high', 'block of text'),
        parts: [{ start, end }],
        ...(number && { n: number.n }),
      };
      marks.push(last);
      if (number) marks.push(numberMark(start, number));
    }
  });
  return marks;
}

const numberMark = (start: number, { written, value }: NonNullable<ReturnType<typeof numberOf>>): Mark => ({
  kind: 'number',
  ...found(start, start + written.length, 'high', 'number before a paragraph'),
  ...(value !== undefined && { value }),
});

/** Two rows at least that the format or wide spaces part into cells. */
const isTable = (lines: readonly Line[]): boolean =>
  lines.length > 1 && lines.filter(({ cells }) => cells !== undefined && cells.length > 1).length > lines.length / 2;

function goesOn(before: WordedBlock, worded: WordedBlock, last: ParagraphMark, pageStarts: readonly number[]): boolean {
  if (last.end !== before.block.end || worded.block.heading || ENDS_A_SENTENCE.test(before.words)) return false;
  if (isHeading(before.words, worded.words) || numberOf(worded.words)) return false;
  if (beginsSmall(worded.words)) return true;
  const isFigure = /^\d/.test(worded.words);
  return breaksBetween(before, worded, pageStarts) && (isFigure || before.words.length > LONGEST_HEADING);
}

/** Page starts are sorted; the one after the first text decides. */
function breaksBetween(one: WordedBlock, other: WordedBlock, pageStarts: readonly number[]): boolean {
  const next = pageStarts[lastThat(pageStarts, (start) => start < one.block.end) + 1];
  return next !== undefined && next <= other.block.start;
}

const beginsSmall = (words: string): boolean => /^["“(]*\p{Ll}/u.test(words);

/** What goes on in lower case, or in the midst of a word, is a line of running text. */
const isHeading = (words: string, next: string | undefined): boolean =>
  next !== undefined &&
  words.length <= LONGEST_HEADING &&
  !words.includes('\n') &&
  /^[\p{Lu}\d]/u.test(words) &&
  !/(?:[.?!:;,]["”’)]*(?:\s+[[(][^[\]()]*[\])])?|\p{Ll}[-\u00AD])$/u.test(words) &&
  !(beginsSmall(next) && !numberOf(next)) &&
  !readsAsProse(words) &&
  !/_{3}/.test(words) &&
  next.length > words.length;

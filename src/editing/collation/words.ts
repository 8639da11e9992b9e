import { type Mark, type MarkKind, ofKind } from '../../text/marks.js';
import { readerOf } from '../../text/reading-text.js';
import { contains, type Range, type Transcription } from '../../text/transcription.js';

/** A word of the transcription as it is read, with the points that stand at it. */
export interface Word {
  text: string;
  /** Where it stands in the transcription. */
  source: Range;
  /** The number of its block: no reading goes over the end of one. */
  block: number;
  /** It stands in the running text, and not in the fields of the form. */
  isText: boolean;
}

/** The kinds of blocks that have words of the text or of the form; what is found inside one belongs to it. */
const TEXT: readonly MarkKind[] = ['paragraph', 'heading', 'footnote', 'closer', 'salute', 'separator'];
const FORM: readonly MarkKind[] = ['title', 'dateline', 'label', 'delegationName', 'item', 'cell', 'address'];

/** The words that a witness may have, too: neither furniture nor handwriting, which belong to this copy alone. */
export function wordsOfText(transcription: Transcription, marks: readonly Mark[]): Word[] {
  const ownHand = [...ofKind(marks, 'furniture'), ...ofKind(marks, 'annotation')];
  const read = readerOf(
    transcription,
    marks.filter(({ kind }) => kind !== 'emendation'),
  );
  const blocks = marks
    .filter(({ kind }) => TEXT.includes(kind) || FORM.includes(kind))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const innermost = blocks.filter(
    (block) =>
      !blocks.some(
        (other) => other !== block && other.start < other.end && contains(block, other) && !contains(other, block),
      ),
  );
  let n = 0;
  return innermost.flatMap((block) => {
    const parts = block.kind === 'paragraph' ? block.parts : around(block, ownHand);
    return parts.flatMap((part) => {
      n++;
      const reading = read([part]);
      return [...reading.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
        text,
        source: reading.source({ start: index, end: index + text.length }),
        block: n,
        isText: TEXT.includes(block.kind),
      }));
    });
  });
}

/** A stretch without the furniture and handwriting in it. */
function around(block: Range, ownHand: readonly Range[]): Range[] {
  const inside = ownHand.filter((mark) => contains(block, mark)).sort((one, other) => one.start - other.start);
  const parts: Range[] = [];
  let from = block.start;
  for (const { start, end } of inside) {
    parts.push({ start: from, end: start });
    from = end;
  }
  return [...parts, { start: from, end: block.end }].filter(({ start, end }) => start < end);
}

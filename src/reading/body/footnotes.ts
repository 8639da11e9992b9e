import type { FootnoteMark, FootnoteSignMark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';
import { partedAt, type WordedBlock } from '../worded-block.js';

/** "* Not printed.", "1/ See the Secretary's memorandum.", "¹ Ibid." */
const NOTE = /^(?<sign>\[\^\w{1,8}\](?=:)|\*{1,3}|†{1,2}|‡|[¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,2}\/):?\s*(?=\S)/u;

export interface Footnotes {
  marks: (FootnoteMark | FootnoteSignMark)[];
  /** The blocks that are no notes. */
  text: WordedBlock[];
}

/**
 * Notes of the typist's own: a block that begins with a sign which stands after a word of the text on the same page.
 * `pageStarts` are the offsets at which pages begin.
 */
export function readFootnotes(text: string, blocks: readonly WordedBlock[], pageStarts: readonly number[]): Footnotes {
  const marks: Footnotes['marks'] = [];
  const rest: WordedBlock[] = [];
  for (const worded of blocks.flatMap(partedAtSigns)) {
    const { block, words } = worded;
    const sign = NOTE.exec(words)?.groups?.sign;
    const pageStart = sign === undefined ? 0 : (pageStarts.findLast((start) => start <= block.start) ?? 0);
    const anchor = sign === undefined ? undefined : anchorOf(text, blocksBefore(rest, pageStart), sign);
    if (sign === undefined || !anchor) {
      rest.push(worded);
      continue;
    }
    marks.push({ kind: 'footnoteSign', ...found(anchor.start, anchor.end, 'high', 'sign of a footnote'), sign });
    marks.push({ kind: 'footnote', ...found(block.start, block.end, 'high', 'sign of a footnote before it'), sign });
  }
  return { marks, text: rest };
}

/** Notes that stand close together, each on lines of its own. */
function partedAtSigns(worded: WordedBlock): WordedBlock[] {
  const { block } = worded;
  const lines = worded.words.split('\n');
  if (lines.length < 2 || lines.length !== block.lines.length || !NOTE.test(lines[0]!)) return [worded];
  const starts = lines.flatMap((line, i) => (NOTE.test(line) ? [i] : []));
  return partedAt(block, lines, starts);
}

/** The last blocks, as far back as the page reaches and one paragraph that runs on to it. */
function blocksBefore(blocks: readonly WordedBlock[], pageStart: number): WordedBlock[] {
  const first = blocks.findLastIndex(({ block }) => block.start < pageStart);
  return blocks.slice(Math.max(0, first));
}

/** The sign right after a word or stop of the text; one that closes what another has opened, as "*word*", is none. */
function anchorOf(text: string, blocks: readonly WordedBlock[], sign: string): Range | undefined {
  const isFigure = /^\d/.test(sign);
  for (const { block } of blocks) {
    let isOpen = false;
    for (
      let at = text.indexOf(sign, block.start);
      at >= 0 && at < block.end;
      at = text.indexOf(sign, at + sign.length)
    ) {
      const before = text[at - 1] ?? ' ';
      const after = text[at + sign.length] ?? ' ';
      if (after === sign.at(-1) || before === sign[0] || at === block.start) continue;
      if (/[\s("“]/.test(before)) {
        isOpen = /\S/.test(after);
        continue;
      }
      const follows = (isFigure ? /[.,;"”]/ : /[\p{L}\d.,;"”')\]]/u).test(before);
      if (follows && !isOpen && /[\s.,;:)"”]/.test(after)) return { start: at, end: at + sign.length };
      isOpen = false;
    }
  }
  return undefined;
}

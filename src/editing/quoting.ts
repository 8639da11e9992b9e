import type { PageMark } from '../text/marks.js';
import { findQuotation } from '../text/quotation.js';
import type { Range, Transcription } from '../text/transcription.js';
import { pageRange } from './anchors.js';

/** Words that an editor sees around those meant, where there are so many. */
const BEFORE = 2;
const BEHIND = 3;
const MOST = 40;

/**
 * How `edition.yaml` names a range: its page, and as many words around it as it takes to find it once, of its own block
 * if they are enough. Where brackets of the text itself stand in the way, the line.
 */
export function anchorOf(
  transcription: Transcription,
  pages: readonly PageMark[],
  meant: Range,
): { page: number; quote: string } | { line: number } {
  const page = pages.findLast(({ start }) => start <= meant.start)?.n ?? 1;
  const within = pageRange(transcription, pages, page) ?? { start: 0, end: transcription.text.length };
  for (const around of [
    wordsAround(transcription, meant, within, 'block'),
    wordsAround(transcription, meant, within),
  ]) {
    for (let more = 0; more < MOST; more++) {
      const before = around.before.slice(-(BEFORE + more));
      const behind = around.behind.slice(0, BEHIND + more);
      const quote = bracketed(transcription, meant, before, behind);
      const found = findQuotation(transcription, quote, within);
      if (found.length === 1 && found[0]!.meant.start === meant.start && found[0]!.meant.end === meant.end)
        return { page, quote };
      if (before.length === around.before.length && behind.length === around.behind.length) break;
    }
  }
  return { line: transcription.lineStarts.findLastIndex((start) => start <= meant.start) + 1 };
}

/** The words before and behind a range, on its page or in its block, as far as none of them has a square bracket. */
function wordsAround(
  { text }: Transcription,
  meant: Range,
  within: Range,
  unit?: 'block',
): { before: Range[]; behind: Range[] } {
  const before: Range[] = [];
  const behind: Range[] = [];
  const head = text.slice(within.start, meant.start);
  const tail = text.slice(meant.end, within.end);
  const headFrom = Math.max(
    unit ? head.lastIndexOf('\n\n') + 1 : 0,
    head.lastIndexOf(']') + 1,
    head.lastIndexOf('[') + 1,
  );
  const tailTo = [unit ? tail.search(/\n[^\S\n]*\n/) : -1, tail.search(/[[\]]/)].filter((at) => at >= 0);
  for (const { 0: word, index } of head.slice(headFrom).matchAll(/\S+/g)) {
    const start = within.start + headFrom + index;
    before.push({ start, end: start + word.length });
  }
  for (const { 0: word, index } of tail.slice(0, Math.min(tail.length, ...tailTo)).matchAll(/\S+/g)) {
    behind.push({ start: meant.end + index, end: meant.end + index + word.length });
  }
  return { before, behind };
}

function bracketed({ text }: Transcription, meant: Range, before: readonly Range[], behind: readonly Range[]): string {
  const lead = text.slice(before[0]?.start ?? meant.start, meant.start);
  const tail = text.slice(meant.end, behind.at(-1)?.end ?? meant.end);
  const own = text.slice(meant.start, meant.end);
  const quote = lead.trim() === '' && tail.trim() === '' ? own : `${lead}[${own}]${tail}`;
  return quote.replace(/\s+/g, ' ').trim();
}

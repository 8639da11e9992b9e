import { type PageMark, pageAt } from '../text/marks.js';
import { findQuotation } from '../text/quotation.js';
import type { Range, Transcription } from '../text/transcription.js';
import { pageRange } from './places.js';

/** Words that an editor sees around those meant, where there are so many. */
const BEFORE = 2;
const BEHIND = 3;
const MOST = 40;

/** Where a decision says that its words stand. */
export type OwnAnchor = { page: number; quote: string } | { quote: string } | { line: number; quote?: string };

/**
 * How `edition.yaml` names a range: its page, and as many words around it as it takes to find it once, of its own block
 * if they are enough. Where brackets of the text itself stand in the way, the line.
 */
export function anchorOf(transcription: Transcription, pages: readonly PageMark[], meant: Range): OwnAnchor {
  const page = pageAt(pages, meant.start);
  const within = pageRange(transcription, pages, page) ?? { start: 0, end: transcription.text.length };
  const quote = quoteOf(transcription, meant, within);
  return quote === undefined ? lineOf(transcription, meant) : { page, quote };
}

/** The same for a page break, which stands on no page before it is settled. */
export function anchorOfBreak(transcription: Transcription, meant: Range): OwnAnchor {
  const quote = quoteOf(transcription, meant, { start: 0, end: transcription.text.length });
  return quote === undefined ? lineOf(transcription, meant) : { quote };
}

/** A line alone would mean all of its words. */
function lineOf({ lineStarts, text }: Transcription, { start, end }: Range): OwnAnchor {
  const at = lineStarts.findLastIndex((begins) => begins <= start);
  const line = text.slice(lineStarts[at]!, lineStarts[at + 1] ?? text.length).trim();
  const words = text.slice(start, end);
  return words === line ? { line: at + 1 } : { line: at + 1, quote: words.replace(/\s+/g, ' ') };
}

function quoteOf(transcription: Transcription, meant: Range, within: Range): string | undefined {
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
        return quote;
      if (before.length === around.before.length && behind.length === around.behind.length) break;
    }
  }
  return undefined;
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

import { otherAt, type Texts } from './catalogue.js';
import type { Hit } from './find.js';
import { GAP_SIGN, type Word, wordsOf } from './fold.js';

/** A stretch of a text, marked where it was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

export interface Passage {
  pieces: Piece[];
  /** The same words as another source reads them, where they were found there. */
  other?: Piece[];
  /** A Text Fragment (WICG, URL Fragment Text Directives) that leads to the words, to put behind an anchor. */
  fragment: string;
}

interface Span {
  start: number;
  end: number;
}

/** How much of a text is shown before the first mark and in all, in characters. */
const BEFORE = 90;
const SHOWN = 340;
/** Words on either side that tell the passage from others, and the most passages that a link marks. */
const CONTEXT = 2;
const MOST = 4;

/** What is shown of a hit. */
export function passageOf({ entry, found }: Hit, shown: Texts[number]): Passage {
  const [text, others] = typeof shown === 'string' ? [shown, []] : shown;
  const words = wordsOf(text);
  const length = entry[4];
  const spans: Span[] = [];
  let other: Piece[] | undefined;
  for (const { at, length: count } of found) {
    const place = otherAt(length, at);
    if (!place) {
      push(
        spans,
        words.filter((word) => word.at >= at && word.at < at + count),
      );
      continue;
    }
    const [reading, stands] = others[place.other]!;
    const own = wordsOf(reading);
    const matched = own.flatMap((word, i) => (word.at >= place.at && word.at < place.at + count ? [i] : []));
    push(
      spans,
      [...new Set(matched.map((i) => stands[i]!))].map((i) => words[i]!),
    );
    const marks: Span[] = [];
    push(
      marks,
      matched.map((i) => own[i]!),
    );
    // Words around a reading stand in the text as well; only what differs is worth a line.
    if (matched.some((i) => own[i]!.folded !== words[stands[i]!]?.folded))
      other ??= piecesOf(reading, marks, 0, reading.length);
  }
  const merged = mergedSpans(spans);
  const first = merged[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const to =
    from + SHOWN >= text.length ? text.length : Math.max(text.lastIndexOf(' ', from + SHOWN), merged[0]?.end ?? 0);
  const pieces = piecesOf(text, merged, from, to);
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return {
    pieces,
    fragment: fragmentOf(text, words, mendedIn(words, others), merged.slice(0, MOST)),
    ...(other && { other }),
  };
}

function push(spans: Span[], words: readonly (Word | undefined)[]): void {
  const there = words.filter((word) => word !== undefined);
  if (there.length > 0) spans.push({ start: there[0]!.start, end: there.at(-1)!.end });
}

function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

function piecesOf(text: string, spans: readonly Span[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    const words = text.slice(start, end).replaceAll(GAP_SIGN, '…');
    if (words !== '') pieces.push({ text: words, marked });
  };
  let at = from;
  for (const { start, end } of spans) {
    if (start >= to) break;
    add(at, start, false);
    add(start, Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return pieces;
}

/** Words that another source reads otherwise: on the page the number of a note stands behind them. */
function mendedIn(words: readonly Word[], others: readonly [string, number[]][]): Set<Word> {
  return new Set(
    others.flatMap(([reading, stands]) =>
      wordsOf(reading).flatMap(({ folded }, i) => {
        const word = words[stands[i]!];
        return word && word.folded !== folded ? [word] : [];
      }),
    ),
  );
}

function fragmentOf(text: string, words: readonly Word[], mended: ReadonlySet<Word>, spans: readonly Span[]): string {
  // What is read next to the words belongs to the context: signs, too (URL Fragment Text Directives, section 3.5).
  const context = (around: readonly Word[], start: number, end: number) => {
    const stretch = text.slice(start, end).trim();
    return stretch.includes(GAP_SIGN) || around.some((word) => mended.has(word)) ? '' : stretch;
  };
  const directives = spans.map(({ start, end }) => {
    const before = words.filter((word) => word.end <= start).slice(-CONTEXT);
    const head = context(before, before[0]?.start ?? start, start);
    const isMended = words.some((word) => word.end === end && mended.has(word));
    const after = words.filter((word) => word.start >= end).slice(0, CONTEXT);
    const tail = isMended ? '' : context(after, end, after.at(-1)?.end ?? end);
    return [
      ...(head === '' ? [] : [`${encoded(head)}-`]),
      encoded(text.slice(start, end)),
      ...(tail === '' ? [] : [`-${encoded(tail)}`]),
    ].join(',');
  });
  return directives.length === 0 ? '' : `:~:text=${directives.join('&text=')}`;
}

/** A hyphen, a comma and an ampersand have meanings in a directive. */
const encoded = (words: string): string =>
  encodeURIComponent(words).replace(/[-!'()*~.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

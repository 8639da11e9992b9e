import type { MarkupMark } from '../text/marks.js';
import { lastThat } from '../text/sorted.js';
import type { Range, Transcription } from '../text/transcription.js';
import { grouped, linesOf, partedByIndents, trimmed } from './blocks.js';
import { emphasisOf } from './emphasis.js';
import { type Notation, notationOf } from './notation.js';
import { formFeeds, isPageSign, markup } from './plain-text.js';
import type { Break, Line, Source } from './source.js';
import { tabulated } from './tables.js';

const RULE = /^(?:-{3,}|_{3,}|\*{3,}|\{\d+\}-{3,})$/;
const FENCE = /^(?:`{3,}|~{4,})\s*\w*$/;
const IMAGE = /^!\[[^\]\n?]*\]\([^()\n?]*\)$/;
const HEADING = /^#{1,6}(?=\s+\S)/;

/**
 * Markdown as vision models and OCR services write it, read as evidence: what only the format can have put there
 * (comments, tags, `#`, `|`, backslashes, references) is set apart from the words, and tells of pages, headings, tables
 * and emphasis. `1.`, `*`, `_`, `[…]` and indents are the typist's.
 */
export function readMarkdown(transcription: Transcription): Source {
  const { text } = transcription;
  const notation = notationOf(text);
  const apart = new Map(notation.markup.map((mark) => [mark.start, mark]));
  const found = linesWithSigns(transcription, notation, apart);
  const { lines, markup: ofTables } = tabulated(text, found.lines, notation);
  const blocks = partedByIndents(transcription, grouped(lines, found.headings));
  const signs = [...apart.values(), ...ofTables];
  const isSign = withinAny(signs);
  const isFree = (at: number) => !isSign(at) && !notation.escaped.has(at);
  return {
    transcription,
    blocks,
    marks: [
      ...signs,
      ...notation.references.filter(({ start }) => !isSign(start)),
      ...notation.underlined,
      ...emphasisOf(transcription, blocks).filter(({ start, inner }) => isFree(start) && isFree(inner.end)),
    ],
    breaks: [...notation.breaks, ...found.breaks, ...formFeeds(text)].sort((one, other) => one.at - other.at),
    labelled: notation.labelled,
  };
}

/**
 * The lines that have words, `undefined` where an empty line or a sign parts blocks. Signs that fill a line join `apart`.
 */
function linesWithSigns(transcription: Transcription, notation: Notation, apart: Map<number, MarkupMark>) {
  const { text } = transcription;
  const { lineEnds, labelled } = notation;
  const lines: (Line | undefined)[] = [];
  const headings = new Set<Line>();
  const breaks: Break[] = [];
  const isInside = withinAny(notation.markup);
  let hasWords = false;
  const breakAt = (at: number, certainty: Break['certainty'], evidence: string) => {
    if (hasWords) breaks.push({ at, certainty, evidence });
  };
  for (const whole of cutAt(text, linesOf(transcription), lineEnds)) {
    const line = trimmed(text, whole);
    if (!line) {
      lines.push(undefined);
      continue;
    }
    // A line of a comment that began on a line before.
    if (isInside(line.start) && !apart.has(line.start)) continue;
    const words = text.slice(line.start, line.end);
    const sign = isPageSign(text, line) ? 'page' : RULE.test(words) ? 'rule' : FENCE.test(words) ? 'fence' : undefined;
    if (sign || IMAGE.test(words)) {
      apart.set(line.start, markup(line, sign ?? 'image'));
      if (sign === 'page') breakAt(line.start, 'sure', 'sign of a page in the transcription');
      if (sign === 'rule') breakAt(line.start, words.startsWith('{') ? 'sure' : 'possible', 'rule');
      lines.push(undefined);
      continue;
    }
    if (isApart(text, line, apart)) {
      if (/^<!--/.test(words) || lines.at(-1) === undefined) lines.push(undefined);
      continue;
    }
    hasWords = true;
    if (labelled.some(({ start, end }) => start >= line.start && end <= line.end)) {
      lines.push(undefined, line, undefined);
      continue;
    }
    const heading = HEADING.exec(words)?.[0];
    if (heading !== undefined) {
      apart.set(line.start, markup({ start: line.start, end: line.start + heading.length }, 'sign of a heading'));
      headings.add(line);
    }
    lines.push(line);
  }
  return { lines, headings, breaks };
}

/** Lines cut where a tag ends one. */
function cutAt(text: string, lines: readonly Range[], ends: readonly number[]): Range[] {
  let next = 0;
  return lines.flatMap((line) => {
    const cuts = [line.start];
    for (; next < ends.length && ends[next]! < line.end; next++) if (ends[next]! > line.start) cuts.push(ends[next]!);
    const parts = cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? line.end }));
    // What is left of a line behind a tag is no empty line.
    return parts.filter((part, i) => i === 0 || trimmed(text, part) !== undefined);
  });
}

/** Whether a range holds nothing but what the format has written; a comment may begin before it. */
function isApart(text: string, { start, end }: Range, apart: ReadonlyMap<number, MarkupMark>): boolean {
  let at = start;
  while (at < end) {
    const mark = apart.get(at);
    if (mark) at = mark.end;
    else if (/\s/.test(text[at]!)) at++;
    else return false;
  }
  return true;
}

/** Tells of an offset whether it lies in one of the ranges, which do not overlap. */
function withinAny(ranges: readonly Range[]): (offset: number) => boolean {
  const sorted = [...ranges].sort((one, other) => one.start - other.start);
  return (offset) => {
    const before = sorted[lastThat(sorted, ({ start }) => start <= offset)];
    return before !== undefined && offset < before.end;
  };
}

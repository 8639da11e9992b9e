import type { Range } from '../../text/transcription.js';

/** A remark of the note-taker's in brackets, between two sentences: "[Laughter]", "(Interruption.)". */
const ASIDE =
  /(?<=^|[.?!:\])"”—-]\s*)(?:\[[^\][]{1,160}\]|\((?:Laughter|Laughs|Pause|Silence|Interruption|Applause|General laughter)[^()]{0,60}\))\.?(?=\s|$)/gu;

/** What somebody says, without the remarks between his sentences; one right behind the label tells how he speaks. */
export function spokenParts(text: string, start: number, from: number): Range[] {
  const parts: Range[] = [];
  let at = start;
  ASIDE.lastIndex = from;
  for (const { 0: aside, index } of text.matchAll(ASIDE)) {
    if (index <= from + 1) continue;
    parts.push({ start: at, end: text.slice(0, index).trimEnd().length });
    at = index + aside.length + (/^\s*/.exec(text.slice(index + aside.length))?.[0].length ?? 0);
  }
  parts.push({ start: at, end: text.length });
  return parts.filter((part) => part.start < part.end);
}

/** More than this stands in no parentheses; in a paragraph without end it would be sought for each sentence. */
const LONGEST_PARENTHESIS = 4000;

/** Where the parentheses begin that a sentence stands in, if they open before a sentence and close behind one. */
export function openingAround(text: string, { start, end }: Range): number | undefined {
  const from = Math.max(0, start - LONGEST_PARENTHESIS);
  const opening = from + text.slice(from, start + 1).lastIndexOf('(');
  if (opening < from || !/(?:^|[.?!:]["”’)]*\s+)$/.test(text.slice(Math.max(0, opening - 8), opening)))
    return undefined;
  const closing = opening + text.slice(opening, Math.max(opening, end) + LONGEST_PARENTHESIS).indexOf(')');
  const holds = closing >= start && (closing >= end || /^\)[.?!]?["”]?\s*$/.test(text.slice(closing, end)));
  return holds ? opening : undefined;
}

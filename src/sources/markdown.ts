import type { EmphasisMark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';

/**
 * A stretch of the transcription between blank lines, white space at both ends left out,
 * and its lines, trimmed alike.
 */
export interface Block extends Range {
  readonly lines: readonly Range[];
}

export function blocksOf({ text, lineStarts }: Transcription): Block[] {
  const blocks: Block[] = [];
  let lines: Range[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push({ start: lines[0]!.start, end: lines.at(-1)!.end, lines });
    lines = [];
  };
  lineStarts.forEach((from, i) => {
    for (const part of formFeedParts(text, from, lineStarts[i + 1] ?? text.length)) {
      if (part.feed) close();
      const line = trimmed(text, part);
      if (line) lines.push(line);
      else if (!part.feed) close();
    }
  });
  close();
  return blocks;
}

/** A form feed ends a block wherever it stands in the line. */
function formFeedParts(text: string, start: number, end: number): (Range & { feed: boolean })[] {
  const parts: (Range & { feed: boolean })[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] !== '\f') continue;
    parts.push({ start: from, end: at, feed: from > start });
    from = at + 1;
  }
  parts.push({ start: from, end, feed: from > start });
  return parts;
}

export function trimmed(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : undefined;
}

/** The mark-up of emphasis that vision models write, and what it says of the paper. */
export const EMPHASIS = [
  { delimiter: '**', rend: 'bold' },
  { delimiter: '~~', rend: 'overstrike' },
] as const satisfies readonly { delimiter: string; rend: EmphasisMark['rend'] }[];

/**
 * Paired delimiters within one block. An unpaired one is the typist's own and stays text, and so do `*` and `_`,
 * which a typescript uses for footnotes and rules.
 */
export function emphasisOf({ text }: Transcription, blocks: readonly Block[]): EmphasisMark[] {
  return blocks.flatMap((block) => EMPHASIS.flatMap(({ delimiter, rend }) => pairs(text, block, delimiter, rend)));
}

function pairs(text: string, block: Block, delimiter: string, rend: EmphasisMark['rend']): EmphasisMark[] {
  const found: EmphasisMark[] = [];
  const size = delimiter.length;
  let from = block.start;
  while (true) {
    const open = text.indexOf(delimiter, from);
    if (open < 0 || open >= block.end) return found;
    const inner = open + size;
    const close = text.indexOf(delimiter, inner + 1);
    if (close < 0 || close + size > block.end) return found;
    const words = text.slice(inner, close);
    if (/^\s|\s$|[*~]/.test(words)) {
      from = inner;
      continue;
    }
    found.push({
      kind: 'emphasis',
      rend,
      start: open,
      end: close + size,
      inner: { start: inner, end: close },
      by: 'memcon',
      certainty: 'high',
      evidence: `${delimiter}…${delimiter} in the transcription`,
    });
    from = close + size;
  }
}

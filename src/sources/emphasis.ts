import type { EmphasisMark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';

/** The mark-up of emphasis that vision models write, and what it says of the paper. */
export const EMPHASIS = [
  { delimiter: '**', rend: 'bold' },
  { delimiter: '~~', rend: 'overstrike' },
] as const satisfies readonly { delimiter: string; rend: EmphasisMark['rend'] }[];

/**
 * Paired delimiters within one block. An unpaired one is the typist's own and stays text, and so do `*` and `_`,
 * which a typescript uses for footnotes and rules.
 */
export function emphasisOf({ text }: Transcription, blocks: readonly Range[]): EmphasisMark[] {
  return blocks.flatMap((block) => EMPHASIS.flatMap(({ delimiter, rend }) => pairs(text, block, delimiter, rend)));
}

function pairs(text: string, block: Range, delimiter: string, rend: EmphasisMark['rend']): EmphasisMark[] {
  const found: EmphasisMark[] = [];
  const size = delimiter.length;
  const within = text.slice(block.start, block.end);
  let open = within.indexOf(delimiter);
  while (open >= 0) {
    const inner = open + size;
    const close = within.indexOf(delimiter, inner + 1);
    if (close < 0) return found;
    const words = within.slice(inner, close);
    if (/^\s|\s$|[*~]/.test(words)) {
      open = within.indexOf(delimiter, inner);
      continue;
    }
    found.push({
      kind: 'emphasis',
      rend,
      start: block.start + open,
      end: block.start + close + size,
      inner: { start: block.start + inner, end: block.start + close },
      by: 'memcon',
      certainty: 'high',
      evidence: `${delimiter}…${delimiter} in the transcription`,
    });
    open = within.indexOf(delimiter, close + size);
  }
  return found;
}

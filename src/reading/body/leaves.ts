import { delimitersOf, type Mark, type MarkKind } from '../../text/marks.js';
import { lastThat } from '../../text/sorted.js';
import type { Range } from '../../text/transcription.js';

/** What holds running words. */
const LEAVES: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'title',
  'dateline',
  'label',
  'item',
  'delegationName',
  'cell',
  'paragraph',
  'heading',
  'separator',
  'furniture',
  'annotation',
  'footnote',
  'address',
  'salute',
  'closer',
]);

/** The stretches that hold running words, in order; none lies in another. */
export const leavesOf = (marks: readonly Mark[]): Range[] =>
  marks
    .filter((mark) => LEAVES.has(mark.kind) && !(mark.kind === 'annotation' && mark.position === 'inline'))
    .flatMap((mark): readonly Range[] => (mark.kind === 'paragraph' ? mark.parts : [mark]))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start || one.end - other.end);

/** The last of the sorted stretches that begins at or before an offset. */
export function leafAt(leaves: readonly Range[], offset: number): Range | undefined {
  return leaves[lastThat(leaves, ({ start }) => start <= offset)];
}

/**
 * Of what the format says, that which lies in running words, and the format's own characters. Emphasis that reaches over
 * several stretches, such as bold over a label and its value, is not the typist's: its delimiters are the format's.
 */
export function withinLeaves<M extends Mark>(marks: readonly M[], leaves: readonly Range[]): Mark[] {
  return marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'markup' || mark.kind === 'reference') return [mark];
    const leaf = leafAt(leaves, mark.start);
    if (leaf && mark.end <= leaf.end) return [mark];
    if (mark.kind !== 'emphasis') return [];
    const { by, certainty, evidence } = mark;
    return delimitersOf(mark)
      .filter((delimiter) => delimiter.start < delimiter.end)
      .map((delimiter) => ({ kind: 'markup', ...delimiter, by, certainty, evidence }));
  });
}

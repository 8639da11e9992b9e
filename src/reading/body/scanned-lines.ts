import type { ScannedText } from '../../sources/scanned-text.js';
import type { LineMark, Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';
import { leafAt } from './leaves.js';

/** Every line that the recognition found becomes a line of the edition, with the zone of the page image that shows it. */
export function scannedLines(marks: readonly Mark[], leaves: readonly Range[], { pages, lines }: ScannedText): Mark[] {
  const surfaceOf = new Map(pages.map(({ page }, i) => [page, i + 1]));
  const counts = new Map<number, number>();
  const zoned = new Map<number, LineMark>();
  for (const { start, box, page } of lines) {
    const surface = surfaceOf.get(page) ?? 1;
    const n = (counts.get(surface) ?? 0) + 1;
    counts.set(surface, n);
    const leaf = leafAt(leaves, start);
    if (!leaf || leaf.end <= start) continue;
    const mark = found(start, start, 'high', 'line of the recognition');
    zoned.set(start, { kind: 'line', ...mark, ...(box && { zone: { surface, n } }) });
  }
  const rest = marks.map((mark) => {
    const line = mark.kind === 'line' ? zoned.get(mark.start) : undefined;
    if (!line || mark.kind !== 'line') return mark;
    zoned.delete(mark.start);
    return { ...mark, ...(line.zone && { zone: line.zone }) };
  });
  return [...rest, ...zoned.values()];
}

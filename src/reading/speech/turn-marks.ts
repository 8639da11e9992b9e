import type { EmphasisMark, Mark, TurnMark } from '../../text/marks.js';
import type { ReadingText } from '../../text/reading-text.js';
import type { Range } from '../../text/transcription.js';
import type { LabelledSpeaker } from './speakers.js';
import type { TurnPart } from './turns.js';

/** The turns and their labels as marks of the transcription. */
export function marksOfTurns(
  turns: readonly TurnPart[],
  labels: readonly LabelledSpeaker[],
  readings: readonly ReadingText[],
  emphases: readonly EmphasisMark[],
): Mark[] {
  const widen = widener(emphases);
  const by = 'memcon' as const;
  const placed = turns.map(({ paragraph, start, end }) => widen(readings[paragraph]!.source({ start, end })));
  return [
    ...turns.flatMap(
      ({ paragraph, start, end, who, toWhom, others, direct, continues, certainty, evidence }, i): TurnMark[] => {
        const next = turns[i + 1];
        const follows = next?.paragraph === paragraph && next.start >= end;
        const range = follows ? before(placed[i]!, placed[i + 1]!) : placed[i]!;
        if (range.start >= range.end && start < end) return [];
        return [
          {
            kind: 'turn',
            ...range,
            who: who.map(({ id }) => id),
            ...(toWhom && { toWhom: toWhom.id }),
            ...(others && { others: others.map(({ id }) => id) }),
            direct,
            continues,
            by,
            certainty,
            evidence,
          },
        ];
      },
    ),
    ...labels.map(
      ({ paragraph, start, end, certainty, evidence }): Mark => ({
        kind: 'speakerLabel',
        ...widen(readings[paragraph]!.source({ start, end })),
        by,
        certainty,
        evidence,
      }),
    ),
  ];
}

/** A mended place in which one turn ends and the next begins is one range of the transcription; it goes with the next. */
const before = ({ start, end }: Range, next: Range): Range => ({ start, end: Math.min(end, next.start) });

/** Takes in the signs of emphasis that stand right before and behind a range: "**Rabin:**". */
function widener(emphases: readonly EmphasisMark[]): (range: Range) => Range {
  const before = new Map<number, number>();
  const behind = new Map<number, number>();
  for (const { start, end, inner } of emphases) {
    before.set(inner.start, start);
    behind.set(inner.end, end);
  }
  return ({ start, end }) => {
    let [from, to] = [start, end];
    for (let at = before.get(from); at !== undefined && at < from; at = before.get(from)) from = at;
    for (let at = behind.get(to); at !== undefined && at > to; at = behind.get(to)) to = at;
    return { start: from, end: to };
  };
}

import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';
import { overlaps, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import type { Decision, PlacedDecision } from './description.js';

/** There is nothing at the words meant that the decision could settle. */
export function unfit(
  transcription: Transcription,
  decision: PlacedDecision,
  meant: Range,
  file: string,
  missing: string,
  wanted: string,
): Message {
  return message('decision-fits-its-place', {
    file,
    place: decision.stands,
    words: decision.quote ?? '',
    reason: `There is ${missing} at “${inShort(wordsOf(transcription, meant))}”.`,
    advice: `Quote the words that are ${wanted}, or remove the decision.`,
  });
}

/** What decisions settle; two of one concern cannot hold for the same words. */
const CONCERNS: readonly { what: string; is: (decision: Decision) => boolean }[] = [
  {
    what: 'give a reading',
    is: ({ reading, variants, keep }) => reading !== undefined || variants !== undefined || keep !== undefined,
  },
  { what: 'name a hand or a kind of furniture', is: ({ hand, furniture }) => (hand ?? furniture) !== undefined },
  {
    what: 'say who or what is named',
    is: ({ person, organisation, place, event }) => (person ?? organisation ?? place ?? event) !== undefined,
  },
  { what: 'say who speaks', is: ({ speaker }) => speaker !== undefined },
];

/** Whether one place can have only one of the two. */
export const isOneConcern = (one: Decision, other: Decision): boolean =>
  CONCERNS.some(({ is }) => is(one) && is(other));

/** Decisions that contradict each other: two of one concern on the same words, or one inside another. */
export function contradictions(anchored: readonly AnchoredDecision[], file: string): Message[] {
  return CONCERNS.flatMap(({ what, is }) => {
    const own = anchored
      .filter(({ decision }) => is(decision))
      .map(({ decision, meant, until }) => ({ decision, start: meant.start, end: until ?? meant.end }))
      .sort((one, other) => one.start - other.start || other.end - one.end);
    return own.flatMap((one, i) => {
      const before = own.slice(0, i).find((other) => overlaps(other, one));
      if (!before) return [];
      const { line } = before.decision.stands.start;
      const isSame = before.start === one.start && before.end === one.end;
      const how = isSame
        ? 'for the same words'
        : before.end >= one.end
          ? 'and one stands inside the other'
          : 'and they overlap';
      return [
        message('decisions-do-not-overlap', {
          file,
          place: one.decision.stands,
          words: one.decision.quote ?? '',
          reason: `Two decisions ${what} ${how}: “${one.decision.quote}”, and “${before.decision.quote}” on line ${line}.`,
          advice: isSame ? 'Remove one of the two.' : 'Join the two decisions, or remove one.',
          related: [{ file, place: before.decision.stands, reason: 'The other decision stands here.' }],
        }),
      ];
    });
  });
}

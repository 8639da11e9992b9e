import type { Findings } from './compose.js';
import type { AnchoredDecision } from './editing/anchors.js';
import { type PlacedDecision, severalOf } from './editing/description.js';
import { inWords } from './editing/revisions.js';
import { decidedIn } from './editing/standing.js';
import { type Message, message } from './messages/message.js';
import type { Edition } from './tei/edition.js';
import { ofKind } from './text/marks.js';
import { contains, overlaps } from './text/transcription.js';
import { byVersion } from './text/version.js';

/** Commentary, and the reasons of emendations: each points at the smallest citable thing that holds the words. */
export function notesOf(found: Findings): Edition['notes'][number][] {
  return found.anchored.flatMap((one) => {
    const { decision } = one;
    const isReading = decision.reading !== undefined || decision.variants !== undefined;
    const text = decision.note ?? (isReading ? decision.reason : undefined);
    const target = targetOf(found, one);
    if (text === undefined || target === undefined) return [];
    return [{ target, text, ...(decision.note !== undefined && { about: decision.about ?? ('history' as const) }) }];
  });
}

/** The id of what a decision was made on: its reading, or else the smallest citable thing that holds the words. */
function targetOf({ marks, ids }: Findings, { decision, meant }: AnchoredDecision): string | undefined {
  const reading =
    decision.reading !== undefined || decision.variants !== undefined
      ? ofKind(marks, 'emendation').find((mark) => overlaps(mark, meant))
      : undefined;
  const around = marks
    .filter((mark) => ids.has(mark) && mark.kind !== 'page' && mark.kind !== 'emendation' && contains(mark, meant))
    .sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  const page = ofKind(marks, 'page').findLast(({ start }) => start <= meant.start);
  return ids.get(reading ?? around ?? page ?? marks[0]!);
}

/** What the editor says was done, and each decision with what it was made on, and with its version and day where it names them. */
export function revisionsOf(found: Findings): Edition['revisions'][number][] {
  const { description, anchored, transcription } = found;
  const decisions = anchored.map((one) => {
    const { date, since: version } = one.decision;
    const target = targetOf(found, one);
    return {
      ...(date !== undefined && { date }),
      what: inWords(transcription, one),
      decided: decidedIn(one.decision),
      ...(target !== undefined && { target }),
      ...(version !== undefined && { version }),
    };
  });
  return [...(description.revisions ?? []), ...decisions];
}

/** Decisions that are later than the edition in which they stand. */
export function laterDecisions({ description, anchored, descriptionFile }: Findings): Message[] {
  const later = (decision: PlacedDecision, words: string, reason: string, advice: string): Message =>
    message('decision-is-of-its-time', { file: descriptionFile, place: decision.stands, words, reason, advice });
  return anchored.flatMap(({ decision }) => {
    const { since, date } = decision;
    const { version, date: day } = description;
    return [
      ...(since !== undefined && (version === undefined || byVersion(since, version) > 0)
        ? [
            later(
              decision,
              since,
              `The decision stands since version ${since}, and the edition ${version === undefined ? 'has no version' : `is version ${version}`}.`,
              'Write the version in which it first stood, or leave since out: ids.json then keeps it.',
            ),
          ]
        : []),
      ...(date !== undefined && day !== undefined && date > day
        ? [
            later(
              decision,
              date,
              `The decision is of ${date}, and the edition of ${day}.`,
              'Write the day of the decision, or that of the edition (date) as it is now.',
            ),
          ]
        : []),
    ];
  });
}

/** Sigla and hands that a decision names and the edition does not describe. */
export function unknownWitnesses({ description, anchored, descriptionFile }: Findings): Message[] {
  const witnesses = Object.keys(description.witnesses ?? {});
  const hands = Object.keys(description.hands ?? {});
  return anchored.flatMap(({ decision }) => {
    const unknown = (words: string, what: string, known: readonly string[]): Message =>
      message('decision-fits-its-place', {
        file: descriptionFile,
        place: decision.stands,
        words,
        reason: `“${words}” is not among the ${what} of this edition.`,
        advice: `Write one of ${known.join(', ') || 'those'}, or describe it under ${what}.`,
      });
    return [
      ...[decision.witness, ...(decision.variants ?? []).map(({ witness }) => witness)]
        .flatMap(severalOf)
        .filter((witness) => !witnesses.includes(witness))
        .map((witness) => unknown(witness, 'witnesses', witnesses)),
      ...(decision.hand !== undefined && !hands.includes(decision.hand)
        ? [unknown(decision.hand, 'hands', hands)]
        : []),
    ];
  });
}

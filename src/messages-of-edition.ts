import type { AnchoredDecision } from './editing/anchors.js';
import type { Decision } from './editing/description.js';
import type { Message, Place, Point } from './messages/message.js';
import { RULES, type RuleId } from './messages/rules.js';
import { lastThat } from './text/sorted.js';
import { overlaps, placeOf, pointAt, type Range, rangeAt, type Transcription } from './text/transcription.js';

/** What a decision on somebody's name or speech answers. */
const ANSWERED: readonly { by: (decision: Decision) => boolean; rules: readonly RuleId[] }[] = [
  { by: ({ keep }) => keep === true, rules: Object.keys(RULES) as RuleId[] },
  // Dates of the form are read before any decision.
  { by: ({ reading }) => reading !== undefined, rules: ['weekday-fits', 'dates-agree'] },
  {
    by: ({ speaker }) => speaker !== undefined,
    rules: ['speaker-is-present', 'interpreter-does-not-speak', 'name-is-unambiguous'],
  },
  {
    by: ({ person }) => person !== undefined,
    rules: ['name-is-unambiguous', 'name-resolves', 'office-held-that-day', 'spelling-agrees'],
  },
];

/** Findings that the editor has settled are no findings any more: "keep" says that the words are right as they are. */
export function keepDecided(
  messages: readonly Message[],
  anchored: readonly AnchoredDecision[],
  file: string,
): Message[] {
  const isAnswered = (rule: RuleId, decision: Decision) =>
    ANSWERED.some(({ by, rules }) => by(decision) && rules.includes(rule));
  return messages.filter(
    ({ rule, file: where, place }) =>
      where !== file ||
      !place ||
      !anchored.some(({ decision, meant }) => overlaps(meant, rangeAt(place)) && isAnswered(rule, decision)),
  );
}

/** A paragraph may have many; a message shows the first. */
const MOST_DECISIONS = 3;

/** What an edition was made from, for findings on its TEI file. */
export interface Origins {
  transcription: Transcription;
  /** By the ids of the TEI file. */
  origins: ReadonlyMap<string, Range>;
  anchored: readonly AnchoredDecision[];
  /** The path of `edition.yaml`. */
  descriptionFile: string;
}

/** Gives findings on the TEI file the places that they come from, in the files that the editor can mend: the words, and what was decided on them. */
export function placeInTranscription(
  messages: readonly Message[],
  xml: string,
  { transcription, origins, anchored, descriptionFile }: Origins,
): Message[] {
  return messages.map((found) => {
    if (!found.place || found.file === transcription.file) return found;
    const ids = [...xml.slice(0, found.place.end.offset).matchAll(/\sxml:id="([^"]+)"/g)];
    const origin = ids
      .reverse()
      .map(([, id]) => origins.get(id!))
      .find((range) => range !== undefined);
    if (!origin) return found;
    return {
      ...found,
      related: [
        ...(found.related ?? []),
        { file: transcription.file, place: placeOf(transcription, origin), reason: 'It comes from here.' },
        ...anchored
          .filter(({ meant }) => overlaps(meant, origin))
          .slice(0, MOST_DECISIONS)
          .map(({ decision }) => ({
            file: descriptionFile,
            place: decision.stands,
            reason: 'This was decided on it.',
          })),
      ],
    };
  });
}

/** Gives findings in a transcription that was put together from files the place in the file that can be mended. */
export function placeInFiles(messages: readonly Message[], { file: whole, origins }: Transcription): Message[] {
  if (!origins || origins.length === 0) return [...messages];
  const placed = <T extends { file?: string; place?: Place }>(found: T): T =>
    found.file !== whole || !found.place ? found : { ...found, ...inFile(origins, rangeAt(found.place)) };
  return messages.map((found) => ({
    ...placed(found),
    ...(found.related && { related: found.related.map(placed) }),
    ...(found.proposals && {
      proposals: found.proposals.map((proposal) => ({
        ...proposal,
        decisions: proposal.decisions.map(({ at, ...said }) => {
          if (!at) return said;
          const { place, file } = placed({ place: at, file: whole });
          return { ...said, at: place, file };
        }),
      })),
    }),
  }));
}

/** Where a range of the transcription stands, in the file that can be mended. */
export function placeInFile(transcription: Transcription, range: Range): { file: string; place: Place } {
  const { file, origins = [] } = transcription;
  return origins.length === 0 ? { file, place: placeOf(transcription, range) } : inFile(origins, range);
}

function inFile(origins: NonNullable<Transcription['origins']>, range: Range): { file: string; place: Place } {
  const start = pointIn(origins, range.start);
  const end = pointIn(origins, Math.max(range.start, range.end - 1), 1);
  return { file: start.file, place: { start: start.point, end: end.file === start.file ? end.point : start.point } };
}

function pointIn(
  origins: NonNullable<Transcription['origins']>,
  offset: number,
  beyond = 0,
): { file: string; point: Point } {
  const origin =
    origins[
      Math.max(
        0,
        lastThat(origins, ({ start }) => start <= offset),
      )
    ]!;
  const at = origin.exact ? origin.at + Math.min(offset + beyond, origin.end) - origin.start : origin.at;
  return { file: origin.file, point: pointAt(origin, at) };
}

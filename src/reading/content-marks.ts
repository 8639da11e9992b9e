import type { EntityRecord } from '../authorities/record.js';
import type { Mark } from '../text/marks.js';
import type { ReadingText } from '../text/reading-text.js';
import { contains, overlaps, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import { findDates } from './dates/dates.js';
import { type EntityFinder, localPlace } from './people/entities.js';
import type { Mention } from './people/mention.js';

const memcon = 'memcon' as const;

export function mentionMarks(reading: ReadingText, mentions: readonly Mention[]): Mark[] {
  return mentions.flatMap(({ start, end, person, kind, title, certainty, evidence, others }): Mark[] => [
    {
      kind: kind === 'name' ? 'person' : 'office',
      ...reading.source({ start, end }),
      ref: person.id,
      ...(others && { others: others.map(({ id }) => id) }),
      by: memcon,
      certainty,
      evidence,
    },
    ...(title
      ? [
          {
            kind: 'role' as const,
            ...reading.source(title),
            by: memcon,
            certainty: 'high' as const,
            evidence: 'title before the name',
          },
        ]
      : []),
  ]);
}

export function entityMarks(
  reading: ReadingText,
  setting: 'prose' | 'form',
  find: EntityFinder,
  mentions: readonly Range[],
  entities: Map<string, EntityRecord>,
): Mark[] {
  return find(reading.text, setting)
    .filter((entity) => !mentions.some((mention) => overlaps(mention, entity)))
    .map(({ record, expansion, certainty, ...range }): Mark => {
      entities.set(record.id, record);
      return {
        kind: record.kind,
        ...reading.source(range),
        ref: record.id,
        ...(expansion !== undefined && { expansion }),
        by: memcon,
        certainty,
        evidence: 'form of name in the authority file',
      };
    });
}

export const dateMarks = (reading: ReadingText, day: string | undefined): Mark[] =>
  findDates(reading.text, day).map(
    ({ start, end, ...date }): Mark => ({
      kind: 'date',
      by: memcon,
      ...date,
      ...reading.source({ start, end }),
    }),
  );

export const quotationMarks = (reading: ReadingText): Mark[] =>
  [...reading.text.matchAll(/“[^“”]+”|(?<!\S)"[^"\s](?:[^"]*[^"\s])?"(?!\p{L})/gu)].map(
    ({ 0: words, index }): Mark => ({
      kind: 'quotation',
      ...reading.source({ start: index, end: index + words.length }),
      by: memcon,
      certainty: 'high',
      evidence: 'quotation marks',
    }),
  );

/** A date inside an office or name is no date ("the May Company"); both are ranges of the transcription. */
export const crosses = (mention: Range, date: Range): boolean => overlaps(mention, date) && !contains(date, mention);

export function placeMark(
  transcription: Transcription,
  place: Range | undefined,
  read: (parts: readonly Range[]) => ReadingText,
  find: EntityFinder,
  entities: Map<string, EntityRecord>,
): { mark: Mark; record: EntityRecord } | undefined {
  if (!place) return undefined;
  const reading = read([place]);
  const [known] = find(reading.text, 'form').filter(({ record }) => record.kind === 'place');
  const record = known?.record ?? localPlace(reading.text.replace(/[.,;]+$/, ''));
  entities.set(record.id, record);
  const range = known
    ? reading.source(known)
    : { ...place, end: place.end - (/[.,;]*$/.exec(wordsOf(transcription, place))?.[0].length ?? 0) };
  const certainty = known ? 'high' : 'medium';
  const evidence = known ? 'form of name in the authority file' : 'line of the form';
  return { record, mark: { kind: 'place', ...range, ref: record.id, by: memcon, certainty, evidence } };
}

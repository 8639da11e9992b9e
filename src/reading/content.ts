import type { Authorities } from '../authorities/authorities.js';
import type { EntityRecord } from '../authorities/record.js';
import { type Message, message } from '../messages/message.js';
import { type EmendationMark, type Mark, type MarkOf, ofKind } from '../text/marks.js';
import { literal } from '../text/patterns.js';
import { type ReadingText, readingText } from '../text/reading-text.js';
import { contains, placeOf, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import { findDates } from './dates.js';
import { type EntityFinder, entityFinder, localPlace } from './entities.js';
import { findMentions, type Mention, noteTitles } from './names.js';
import { readParticipants } from './participants.js';
import { type Cast, emptyCast, introduce, type Person, personOfRecord } from './people.js';
import { readSpeech } from './speech.js';
import type { Structure } from './structure.js';

/** What the words say: people, offices, places, dates and turns of speech, found in the reading text. */
export interface Content {
  marks: Mark[];
  people: Person[];
  entities: EntityRecord[];
  /** The drafter, as decided or as the text tells. */
  drafter?: Person;
  place?: EntityRecord;
  messages: Message[];
}

export interface ContentInput {
  transcription: Transcription;
  structure: Structure;
  emendations: readonly EmendationMark[];
  authorities: Authorities;
  /** Id of the drafter, where the editor has named him. */
  drafterId?: string | undefined;
  /** Who is meant by certain words, where the editor has settled it. */
  people?: readonly { meant: Range; id: string }[];
}

/** A stretch of text in which names are looked for. */
interface Field {
  mark: MarkOf<'paragraph' | 'heading' | 'annotation' | 'role' | 'cell'>;
  reading: ReadingText;
}

export function readContent(input: ContentInput): Content {
  const { transcription, structure, authorities, emendations } = input;
  const { facts } = structure;
  const day = facts.date;
  const cast = emptyCast();
  const held = { emendations, emphasis: ofKind(structure.marks, 'emphasis') };
  const read = (parts: readonly Range[]) => readingText(transcription, parts, held);
  const listed = readParticipants(
    facts.people.map((person) => ({ listed: person, reading: read([person.item]) })),
    cast,
    authorities,
    day,
  );
  const paragraphs = ofKind(structure.marks, 'paragraph');
  const body = paragraphs.map((mark) => ({ mark, reading: read(mark.parts) }));
  const fields: Field[] = [
    ...[...ofKind(structure.marks, 'annotation'), ...ofKind(structure.marks, 'cell'), ...ofKind(listed, 'role')]
      .filter(({ start, end }) => start < end)
      .map((mark) => ({ mark, reading: read([mark]) })),
  ];
  for (const { reading } of body) noteTitles(reading.text, cast);
  const drafter = drafterOf(input, cast, body);
  // A first pass meets everyone, so that a surname is known before its full name is reached.
  for (const { reading } of body) findMentions(reading.text, cast, authorities, day);
  const mentions = body.map(({ reading }) =>
    findMentions(reading.text, cast, authorities, day).map((mention) => asSettled(mention, reading, input, cast)),
  );

  const find = entityFinder(authorities);
  const entities = new Map<string, EntityRecord>();
  const fieldMarks = fields.flatMap((field) => [
    ...entityMarks(field.reading, 'form', find, [], entities),
    ...(field.mark.kind === 'role' ? mentionMarks(field.reading, namesIn(field.reading, cast)) : []),
    ...(field.mark.kind === 'annotation' ? dateMarks(field.reading, undefined) : []),
  ]);
  const bodyMarks = body.flatMap(({ reading }, i) => [
    ...mentionMarks(reading, mentions[i]!),
    ...entityMarks(reading, 'prose', find, mentions[i]!, entities),
    ...dateMarks(reading, day).filter((date) => !mentions[i]!.some((mention) => crosses(reading, mention, date))),
    ...quotationMarks(reading),
  ]);
  const { turns, absent } = readSpeech(
    body.map(({ reading }, i) => ({ text: reading.text, mentions: mentions[i]! })),
    cast,
    drafter,
  );
  const turnMarks = turns.map(({ paragraph, start, end, who, toWhom, continues, certainty, evidence }): Mark => {
    const range = body[paragraph]!.reading.source({ start, end });
    return {
      kind: 'turn',
      ...range,
      who: who.map(({ id }) => id),
      ...(toWhom && { toWhom: toWhom.id }),
      direct: false,
      continues,
      by: 'memcon',
      certainty,
      evidence,
    };
  });
  const place = placeMark(input, read, find, entities);
  const messages = absent.map(({ paragraph, person, start, end }) =>
    absentSpeaker(transcription, body[paragraph]!.reading.source({ start, end }), person, cast),
  );
  return {
    marks: [...listed, ...fieldMarks, ...(place ? [place.mark] : []), ...bodyMarks, ...turnMarks],
    people: cast.people,
    entities: [...entities.values()],
    ...(drafter && { drafter }),
    ...(place && { place: place.record }),
    messages,
  };
}

const memcon = 'memcon' as const;

/** The mention as the editor has settled it, so that turns follow the decision. */
function asSettled(
  mention: Mention,
  reading: ReadingText,
  { people = [], authorities }: ContentInput,
  cast: Cast,
): Mention {
  const range = reading.source(mention);
  const settled = people.find(({ meant }) => contains(range, meant) || contains(meant, range));
  if (!settled) return mention;
  const record = authorities.byId(settled.id);
  const person =
    cast.people.find(({ id }) => id === settled.id) ??
    (record?.kind === 'person' ? personOfRecord(cast, record) : undefined);
  return person ? { ...mention, person, certainty: 'high', evidence: 'decided by the editor' } : mention;
}

/** The drafter that the editor names; else, where the text says "I", the one participant whom it never names. */
function drafterOf(
  { authorities, drafterId, structure }: ContentInput,
  cast: Cast,
  body: readonly { reading: ReadingText }[],
): Person | undefined {
  const record = drafterId === undefined ? undefined : authorities.byId(drafterId);
  if (record?.kind === 'person') return personOfRecord(cast, record);
  const decided = cast.people.find(({ id }) => id === drafterId);
  if (decided) return decided;
  if (
    !body.some(({ reading }) =>
      /(?<!["“][^"”]{0,200})(?<![\p{L}\d.])I (?:said|told|asked|replied|agreed|pointed|remarked)\b/u.test(reading.text),
    )
  ) {
    return undefined;
  }
  const text = body.map(({ reading }) => reading.text).join('\n');
  const silent = cast.people.filter(
    ({ listed, listedAs, interpreter, surname }) =>
      listed && !interpreter && listedAs === undefined && !text.includes(surname),
  );
  if (silent.length === 1) return silent[0];
  if (structure.facts.people.length > 0 && silent.length > 1) return undefined;
  return introduce(cast, { id: 'person.drafter', name: 'The drafter', surname: 'drafter' });
}

/** Participants named in the office of another: "Assistant to Kuznetsov". */
const namesIn = ({ text }: ReadingText, cast: Cast): Mention[] =>
  cast.people
    .filter(({ listed, woman }) => listed && !woman)
    .flatMap((person) => {
      const start = text.search(new RegExp(`(?<!\\p{L})${literal(person.surname)}(?!\\p{L})`, 'u'));
      if (start < 0) return [];
      const end = start + person.surname.length;
      return [
        { start, end, person, kind: 'name' as const, certainty: 'high' as const, evidence: 'surname of a participant' },
      ];
    });

function mentionMarks(reading: ReadingText, mentions: readonly Mention[]): Mark[] {
  return mentions.flatMap(({ start, end, person, kind, title, certainty, evidence }): Mark[] => [
    {
      kind: kind === 'name' ? 'person' : 'office',
      ...reading.source({ start, end }),
      ref: person.id,
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

function entityMarks(
  reading: ReadingText,
  setting: 'prose' | 'form',
  find: EntityFinder,
  mentions: readonly Range[],
  entities: Map<string, EntityRecord>,
): Mark[] {
  return find(reading.text, setting)
    .filter(({ start, end }) => !mentions.some((mention) => mention.start < end && start < mention.end))
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

const dateMarks = (reading: ReadingText, day: string | undefined): Mark[] =>
  findDates(reading.text, day).map(
    ({ start, end, ...date }): Mark => ({
      kind: 'date',
      by: memcon,
      ...date,
      ...reading.source({ start, end }),
    }),
  );

const quotationMarks = (reading: ReadingText): Mark[] =>
  [...reading.text.matchAll(/“[^“”]+”|(?<!\S)"[^"\s](?:[^"]*[^"\s])?"(?!\p{L})/gu)].map(
    ({ 0: words, index }): Mark => ({
      kind: 'quotation',
      ...reading.source({ start: index, end: index + words.length }),
      by: memcon,
      certainty: 'high',
      evidence: 'quotation marks',
    }),
  );

/** A date inside an office or name is no date ("the May Company"). */
const crosses = (reading: ReadingText, mention: Range, date: Range): boolean => {
  const range = reading.source(mention);
  return range.start < date.end && date.start < range.end && !contains(date, range);
};

function placeMark(
  { structure, transcription }: ContentInput,
  read: (parts: readonly Range[]) => ReadingText,
  find: EntityFinder,
  entities: Map<string, EntityRecord>,
): { mark: Mark; record: EntityRecord } | undefined {
  const { place } = structure.facts;
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

function absentSpeaker(transcription: Transcription, range: Range, person: Person, cast: Cast): Message {
  const present = cast.people.filter(({ listed }) => listed).map(({ name }) => name);
  return message('speaker-is-present', {
    file: transcription.file,
    place: placeOf(transcription, range),
    words: wordsOf(transcription, range),
    reason: `${person.name} is made to speak and is not among the participants (${present.join(', ')}).`,
    advice:
      'Compare the name with the paper or a witness; give the right reading in edition.yaml, or keep: true with a reason.',
  });
}

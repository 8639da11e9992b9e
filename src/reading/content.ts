import type { Authorities } from '../authorities/authorities.js';
import type { EntityRecord, PersonRecord } from '../authorities/record.js';
import { type Message, message } from '../messages/message.js';
import { type EmendationMark, type Mark, type MarkOf, ofKind } from '../text/marks.js';
import { type ReadingText, readerOf } from '../text/reading-text.js';
import { contains, placeOf, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import { crosses, dateMarks, entityMarks, mentionMarks, namesIn, placeMark, quotationMarks } from './content-marks.js';
import { entityFinder } from './people/entities.js';
import { findMentions, type Mention, noteTitles } from './people/names.js';
import { readParticipants } from './people/participants.js';
import { type Cast, emptyCast, type Person, personOfRecord } from './people/people.js';
import { findLabels } from './speech/dialogue.js';
import { drafterOf, UNNAMED, unspokenOf } from './speech/drafter.js';
import { labelMentions, speakersOf, withLabels } from './speech/speakers.js';
import { readSpeech } from './speech/speech.js';
import { marksOfTurns } from './speech/turn-marks.js';
import type { Structure } from './structure.js';

/** What the words say: people, offices, places, dates and turns of speech, found in the reading text. */
export interface Content {
  marks: Mark[];
  people: Person[];
  entities: EntityRecord[];
  /** The drafter, as decided or as the text tells. */
  drafter?: Person;
  place?: EntityRecord;
  /** Who the drafter may be, where he says "I" and nothing names him. */
  mayBeDrafter: PersonRecord[];
  /** Lines of the list of participants from which nobody was read. */
  unread: Range[];
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
  const isTalk = facts.genre === 'conversation' || facts.genre === 'typescript';
  const cast = emptyCast();
  const read = readerOf(transcription, [...emendations, ...structure.marks]);
  const listed = readParticipants(
    facts.people.map((person) => ({
      listed: person,
      reading: read(person.parts),
      ...(person.role && { role: read([person.role]) }),
    })),
    cast,
    authorities,
    day,
  );
  const paragraphs = ofKind(structure.marks, 'paragraph');
  const body = paragraphs.map((mark) => ({ mark, reading: read(mark.parts) }));
  const fields: Field[] = [
    ...ofKind(structure.marks, 'annotation'),
    ...ofKind(structure.marks, 'heading'),
    ...ofKind(structure.marks, 'cell'),
    ...ofKind(listed, 'role'),
  ]
    .filter(({ start, end }) => start < end)
    .map((mark) => ({ mark, reading: read([mark]) }));
  for (const { reading } of body) noteTitles(reading.text, cast, authorities, day);
  // A first pass meets everyone, so that a surname is known before its full name is reached.
  for (const { reading } of body) findMentions(reading.text, cast, authorities, day);
  const found = body.map(({ reading }) =>
    findMentions(reading.text, cast, authorities, day).map((mention) => asSettled(mention, reading, input, cast)),
  );
  const labelled = body.map(({ reading }, i) => ({
    text: reading.text,
    mentions: found[i]!,
    beginsLine: (offset: number) => beginsLine(transcription, reading, offset),
  }));
  const labels = speakersOf(findLabels(labelled, cast.people), cast, authorities, day);
  const named = labelMentions(labels);
  const mentions = found.map((those, i) => withLabels(those, named.get(i) ?? []));
  const drafter = drafterOf(
    { authorities, drafterId: input.drafterId, hasList: facts.people.length > 0 },
    cast,
    (labels.length > 0 ? [] : body).map(({ reading }) => reading.text),
  );

  const find = entityFinder(authorities);
  const entities = new Map<string, EntityRecord>();
  const fieldMarks = fields.flatMap((field) => [
    ...entityMarks(field.reading, 'form', find, [], entities),
    ...(field.mark.kind === 'heading'
      ? mentionMarks(field.reading, findMentions(field.reading.text, cast, authorities, day))
      : []),
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
    isTalk || labels.length > 0 ? body.map(({ reading }, i) => ({ text: reading.text, mentions: mentions[i]! })) : [],
    cast,
    drafter,
    labels,
  );
  const turnMarks = marksOfTurns(
    turns,
    labels,
    body.map(({ reading }) => reading),
    ofKind(structure.marks, 'emphasis'),
  );
  const place = placeMark(transcription, facts.place, read, find, entities);
  const messages = absent.map(({ paragraph, person, start, end }) =>
    absentSpeaker(transcription, body[paragraph]!.reading.source({ start, end }), person, cast),
  );
  return {
    marks: [...listed, ...fieldMarks, ...(place ? [place.mark] : []), ...bodyMarks, ...turnMarks],
    people: cast.people,
    entities: [...entities.values()],
    ...(drafter && { drafter }),
    ...(place && { place: place.record }),
    mayBeDrafter: drafter?.id === UNNAMED ? unspokenOf(cast, authorities, day) : [],
    unread: facts.people
      .map(({ parts }) => parts[0]!)
      .filter((part) => !listed.some((mark) => contains(part, { start: mark.start, end: mark.start }))),
    messages,
  };
}

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

/** Whether the transcription begins a line at an offset of the reading text. */
const beginsLine = ({ text }: Transcription, reading: ReadingText, offset: number): boolean => {
  if (offset === 0) return true;
  const { start, end } = reading.source({ start: offset - 1, end: offset });
  return /\n/.test(text.slice(start, end));
};

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

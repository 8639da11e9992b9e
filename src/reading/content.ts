import type { Authorities } from '../authorities/authorities.js';
import type { EntityRecord } from '../authorities/record.js';
import type { Message } from '../messages/message.js';
import { type EmendationMark, type Mark, type MarkOf, ofKind } from '../text/marks.js';
import { type Reader, type ReadingText, readerOf } from '../text/reading-text.js';
import { contains, type Range, type Transcription } from '../text/transcription.js';
import { crosses, dateMarks, entityMarks, mentionMarks, namesIn, placeMark, quotationMarks } from './content-marks.js';
import { correspondentItems, findCorrespondents, writerNamed } from './people/correspondents.js';
import { entityFinder } from './people/entities.js';
import type { Mention } from './people/mention.js';
import { findMentions, noteTitles } from './people/names.js';
import { nearestOf } from './people/nearness.js';
import { withPossessor } from './people/office-mentions.js';
import { readParticipants } from './people/participants.js';
import { type Cast, emptyCast, type Person, personOfRecord } from './people/people.js';
import { checkPeople } from './people/people-checks.js';
import { type Side, sideNamed } from './people/sides.js';
import { type Absence, type Catchword, proposeSpeakers, viewsOfAbsent } from './speech/absent.js';
import { findLabels } from './speech/dialogue.js';
import { type Drafter, drafterOf } from './speech/drafter.js';
import { labelMentions, speakersOf, withLabels } from './speech/speakers.js';
import { readSpeech, type TurnPart } from './speech/speech.js';
import { checkSpeech } from './speech/speech-checks.js';
import { marksOfTurns } from './speech/turn-marks.js';
import type { Structure } from './structure.js';

/** What the words say: people, offices, places, dates and turns of speech, found in the reading text. */
export interface Content {
  marks: Mark[];
  people: Person[];
  entities: EntityRecord[];
  /** The drafter, as decided, as the form names him, or as the text tells. */
  drafter?: Drafter;
  place?: EntityRecord;
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
  mark: MarkOf<'heading' | 'annotation' | 'role' | 'cell'>;
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
      ...sideIn(person.delegation && read([person.delegation.name]).text),
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
  const entries = correspondentItems(structure.marks).map(({ item, writes }) => {
    const reading = read([item]);
    return { reading, writes, mentions: findCorrespondents(reading.text, cast, authorities, day) };
  });
  const headings = [...ofKind(structure.marks, 'title'), ...ofKind(structure.marks, 'heading')];
  for (const heading of headings) findMentions(read([heading]).text, cast, authorities, day);
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
  const mentions = nearestOf(found.map((those, i) => withLabels(those, named.get(i) ?? [])));
  const drafter = drafterOf(
    {
      drafterId: input.drafterId,
      inForm: writerNamed(entries),
      hasList: facts.people.length > 0,
      mentioned: new Set(mentions.flatMap((those) => those.map(({ person }) => person))),
      day,
      place: facts.place && read([facts.place]).text,
      texts: (labels.length > 0 ? [] : body).map(({ reading }) => reading.text),
    },
    cast,
    authorities,
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
  const { turns, absent } = readSpeech(
    isTalk || labels.length > 0 ? body.map(({ reading }, i) => ({ text: reading.text, mentions: mentions[i]! })) : [],
    cast,
    drafter,
    labels,
  );
  const said = mentions.map((those, i) => those.map((mention) => asSaid(mention, i, turns, cast, authorities, day)));
  const bodyMarks = body.flatMap(({ reading }, i) => [
    ...mentionMarks(reading, said[i]!),
    ...entityMarks(reading, 'prose', find, said[i]!, entities),
    ...dateMarks(reading, day).filter((date) => !said[i]!.some((mention) => crosses(reading, mention, date))),
    ...quotationMarks(reading),
  ]);
  const readings = body.map(({ reading }) => reading);
  const proposed = proposeSpeakers(absent, { turns, cast, day, catchwords: catchwordsOf(structure, read) });
  const paragraphsSpoken = body.map(({ reading }, i) => ({ text: reading.text, mentions: mentions[i]! }));
  const absences = [...proposed, ...viewsOfAbsent(paragraphsSpoken, proposed, turns)];
  const turnMarks = marksOfTurns(
    turns.map((turn) => withProposed(turn, proposed)),
    labels,
    readings,
    ofKind(structure.marks, 'emphasis'),
  );
  const place = placeMark(transcription, facts.place, read, find, entities);
  const messages = [
    ...checkSpeech({ transcription, readings, cast, day }, absences, turns),
    ...checkPeople(
      transcription,
      said.flatMap((those, i) => those.map((mention) => ({ mention, range: readings[i]!.source(mention) }))),
      authorities,
      day,
    ),
  ];
  return {
    marks: [
      ...listed,
      ...entries.flatMap(({ reading, mentions: those }) => mentionMarks(reading, those)),
      ...fieldMarks,
      ...(place ? [place.mark] : []),
      ...bodyMarks,
      ...turnMarks,
    ],
    people: cast.people,
    entities: [...entities.values()],
    ...(drafter && { drafter }),
    ...(place && { place: place.record }),
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

const sideIn = (name: string | undefined): { side?: Side } => {
  const side = name === undefined ? undefined : sideNamed(name);
  return side ? { side } : {};
};

/** Where somebody absent is made to speak, the participant who fits may have spoken instead. */
function withProposed(turn: TurnPart, absences: readonly Absence[]): TurnPart {
  const proposed = absences.find(({ person }) => turn.who.includes(person))?.proposed;
  return proposed ? { ...turn, others: [proposed.person] } : turn;
}

/** The catchwords, each with the beginning of the page that follows. */
function catchwordsOf({ marks, pages }: Structure, read: Reader): Catchword[] {
  const parts = ofKind(marks, 'paragraph').flatMap((mark) => mark.parts);
  return ofKind(marks, 'furniture')
    .filter(({ type }) => type === 'catch')
    .flatMap((mark) => {
      const next = pages.find(({ start }) => start > mark.start);
      const begins = next && parts.find(({ start }) => start >= next.start);
      return next && begins
        ? [{ page: next.n, words: read([mark]).text, opening: read([begins]).text.slice(0, 80) }]
        : [];
    });
}

/** Whether the transcription begins a line at an offset of the reading text. */
const beginsLine = ({ text }: Transcription, reading: ReadingText, offset: number): boolean => {
  if (offset === 0) return true;
  const { start, end } = reading.source({ start: offset - 1, end: offset });
  return /\n/.test(text.slice(start, end));
};

/** An office in somebody's words is one of his side, where he says "our" or "your". */
function asSaid(
  mention: Mention,
  paragraph: number,
  turns: readonly TurnPart[],
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mention {
  if (!mention.whose) return mention;
  const turn = turns.find((part) => part.paragraph === paragraph && contains(part, mention));
  return turn ? withPossessor(mention, turn.who[0]!, cast, authorities, day) : mention;
}

import type { Authorities } from '../authorities/authorities.js';
import type { EntityRecord } from '../authorities/record.js';
import type { Message } from '../messages/message.js';
import { type EmendationMark, type Mark, ofKind } from '../text/marks.js';
import { type Reader, readerOf } from '../text/reading-text.js';
import { contains, type Range, type Transcription } from '../text/transcription.js';
import { crosses, dateMarks, entityMarks, mentionMarks, placeMark, quotationMarks } from './content-marks.js';
import type { FormFacts } from './form/form-facts.js';
import { correspondentItems, findCorrespondents, writerNamed } from './people/correspondents.js';
import { entityFinder } from './people/entities.js';
import { findMentions } from './people/names.js';
import { namesInRole } from './people/names-in-roles.js';
import { readParticipants } from './people/participants.js';
import { type Company, emptyCast, type Person, personOfRecord } from './people/people.js';
import { type Side, sideNamed } from './people/sides.js';
import type { Drafter } from './speech/drafter.js';
import type { Structure } from './structure.js';
import { readTalk } from './talk.js';

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
  /** Who was there, beside those whom the document lists; the side as the list names it. */
  present?: readonly { person: string; delegation?: string; role?: string }[] | undefined;
  /** Who is meant by certain words, where the editor has settled it. */
  people?: readonly { meant: Range; id: string }[];
}

export function readContent(input: ContentInput): Content {
  const { transcription, structure, authorities, emendations, drafterId, people } = input;
  const { facts } = structure;
  const company: Company = { cast: emptyCast(), authorities, day: facts.date };
  const read = readerOf(transcription, [...emendations, ...structure.marks]);
  const listed = readParticipants(listedIn(facts, read), company);
  for (const one of input.present ?? []) addPresent(one, facts, read, company);
  const entries = correspondentItems(structure.marks).map(({ item, writes }) => {
    const reading = read([item]);
    return { reading, writes, mentions: findCorrespondents(reading.text, company) };
  });
  // Titles and headings come before the text: whoever they name in full is known in it by his surname.
  const heads = [...ofKind(structure.marks, 'title'), ...ofKind(structure.marks, 'heading')];
  for (const head of heads) findMentions(read([head]).text, company);
  const writer = writerNamed(entries) ?? writerOf(facts, read, company);
  const talk = readTalk({ transcription, structure, read, drafterId, writer, settled: people }, company);

  const find = entityFinder(authorities);
  const entities = new Map<string, EntityRecord>();
  const inForm = [
    ...(['annotation', 'heading', 'cell', 'closer'] as const).flatMap((kind) => ofKind(structure.marks, kind)),
    ...ofKind(listed, 'role'),
  ];
  const fieldMarks = inForm
    .filter(({ start, end }) => start < end)
    .flatMap((mark): Mark[] => {
      const reading = read([mark]);
      const isHead = mark.kind === 'heading' || mark.kind === 'closer';
      return [
        ...entityMarks(reading, 'form', find, [], entities),
        ...(isHead ? mentionMarks(reading, findMentions(reading.text, company)) : []),
        ...(mark.kind === 'role' ? mentionMarks(reading, namesInRole(reading.text, company)) : []),
        ...(mark.kind === 'annotation' ? dateMarks(reading, undefined) : []),
      ];
    });
  const bodyMarks = talk.body.flatMap(({ reading, mentions }) => {
    const placed = mentions.map((mention) => reading.source(mention));
    return [
      ...mentionMarks(reading, mentions),
      ...entityMarks(reading, 'prose', find, mentions, entities),
      ...dateMarks(reading, facts.date).filter((date) => !placed.some((mention) => crosses(mention, date))),
      ...quotationMarks(reading),
    ];
  });
  const place = placeMark(transcription, facts.place, read, find, entities);
  return {
    marks: [
      ...listed,
      ...entries.flatMap(({ reading, mentions }) => mentionMarks(reading, mentions)),
      ...fieldMarks,
      ...(place ? [place.mark] : []),
      ...bodyMarks,
      ...talk.turns,
    ],
    people: company.cast.people,
    entities: [...entities.values()],
    ...(talk.drafter && { drafter: talk.drafter }),
    ...(place && { place: place.record }),
    unread: facts.people
      .map(({ parts }) => parts[0]!)
      .filter((part) => !listed.some((mark) => contains(part, { start: mark.start, end: mark.start }))),
    messages: talk.messages,
  };
}

/** The lines of the list of participants, each with its side. */
const listedIn = (facts: FormFacts, read: Reader) =>
  facts.people.map((person) => ({
    listed: person,
    reading: read(person.parts),
    ...(person.role && { role: read([person.role]) }),
    ...sideIn(person.delegation && read([person.delegation.name]).text),
  }));

/** Brings in somebody whom the editor knows to have been there; who is in no authority file is told of elsewhere. */
function addPresent(
  { person: id, delegation, role }: NonNullable<ContentInput['present']>[number],
  facts: FormFacts,
  read: Reader,
  { cast, authorities }: Company,
): void {
  const record = authorities.byId(id);
  if (record?.kind !== 'person') return;
  const person = personOfRecord(cast, record, { certainty: 'high', evidence: 'present, as the editor knows' });
  person.listed = true;
  if (role === 'interpreter') person.interpreter = true;
  const named = facts.people.find(
    (listed) =>
      delegation !== undefined && listed.delegation && read([listed.delegation.name]).text.startsWith(delegation),
  );
  if (named?.delegation) person.delegation = named.delegation.n;
  Object.assign(person, sideIn(delegation));
}

const sideIn = (name: string | undefined): { side?: Side } => {
  const side = name === undefined ? undefined : sideNamed(name);
  return side ? { side } : {};
};

/** Whoever the title names as the writer, else the one who signs at the end. */
function writerOf({ writer, signature }: FormFacts, read: Reader, company: Company): Person | undefined {
  for (const range of [writer, signature]) {
    const [named] = range ? findMentions(read([range]).text, company) : [];
    if (named) return named.person;
  }
  return undefined;
}

import type { AuthorityRecord, EntityRecord } from './authorities/record.js';
import type { Context } from './context.js';
import type { AnchoredDecision } from './editing/anchors.js';
import { NOBODY, severalOf } from './editing/description.js';
import { inWords } from './editing/revisions.js';
import { type Message, message, type Place } from './messages/message.js';
import type { BuildInput } from './pipeline.js';
import type { Content } from './reading/content.js';
import type { Genre } from './reading/form/genre.js';
import { LEVELS } from './reading/pages/furniture.js';
import type { Person } from './reading/people/people.js';
import { aboutDrafter } from './reading/speech/unnamed-drafter.js';
import type { Structure } from './reading/structure.js';
import type { ScannedText } from './sources/scanned-text.js';
import { UNSETTLED_HAND } from './tei/body.js';
import { conversationOf } from './tei/conversation.js';
import type { Edition, EditionPerson, Surface } from './tei/edition.js';
import { dayInWords } from './tei/header.js';
import { type Mark, ofKind } from './text/marks.js';
import { contains, overlaps, type Range } from './text/transcription.js';

interface Findings extends BuildInput {
  marks: readonly Mark[];
  ids: ReadonlyMap<Mark, string>;
  structure: Structure;
  content: Content;
  anchored: readonly AnchoredDecision[];
  /** The reading text of a range. */
  read: (range: Range) => string;
}

/** The division's type, and the title of a document that has none of its own. */
const DIVISIONS: { readonly [G in Genre]: { type: string; title: string } } = {
  conversation: { type: 'memorandum', title: 'Memorandum of Conversation' },
  memorandum: { type: 'memorandum', title: 'Memorandum' },
  letter: { type: 'letter', title: 'Letter' },
  telegram: { type: 'telegram', title: 'Telegram' },
  typescript: { type: 'typescript', title: 'Typescript' },
};

/** Joins what was read, decided and described into the edition that the encoder writes. */
export function compose(found: Findings, context: Context): { edition: Edition; messages: Message[] } {
  const { name, transcription, description, marks, ids, structure, content, read } = found;
  const { facts } = structure;
  const messages: Message[] = [];
  const date = description.date ?? context.date;
  const formTitle = facts.title && read(facts.title);
  const subjects = facts.subjects.map(read);
  const form = [...marks].filter(({ kind }) => kind === 'date' || kind === 'time');
  const formDate = form.find((mark) => mark.kind === 'date' && mark.when === facts.date);
  const formTime = form.find(({ kind }) => kind === 'time');
  const classification = classificationOf(marks, read);
  const origin = originOf(found, messages);
  const people = peopleOf(found, messages);
  const sub = subtitleOf(people, (origin ?? content.place)?.preferred, facts.date);
  const edition: Edition = {
    name,
    transcription,
    marks,
    ids,
    language: description.language ?? 'en',
    title: {
      main: description.title ?? [formTitle ?? DIVISIONS[facts.genre].title, ...subjects.slice(0, 1)].join(': '),
      ...(sub !== '' && { sub }),
    },
    ...(description.version !== undefined && { version: description.version }),
    ...(date !== undefined && { date }),
    editor: description.editor ?? found.publisher ?? 'No editor has reviewed this edition',
    ...(found.publisher !== undefined && { publisher: found.publisher }),
    licence: found.licence,
    software: context.software,
    document: {
      ...(formTitle !== undefined && { formTitle }),
      ...(facts.date !== undefined && { date: facts.date }),
      ...(formDate && { dateWords: read(formDate) }),
      ...(facts.time !== undefined && { time: facts.time }),
      ...(formTime && { timeWords: read(formTime) }),
      ...(content.place && { place: { id: content.place.id, words: content.place.preferred } }),
      ...(origin && { origin: { id: origin.id, words: origin.preferred } }),
      subjects,
      ...(classification !== undefined && { classification }),
      pages: structure.pages.length,
      words: transcription.text.match(/\S+/g)?.length ?? 0,
    },
    source: description.source ?? {},
    hands: handsOf(found),
    witnesses: Object.entries(description.witnesses ?? {}).map(([id, witness]) => ({ id, ...witness })),
    delegations: delegationsOf(structure, read),
    people,
    entities: entitiesOf(found, origin, messages),
    notes: notesOf(found),
    revisions: revisionsOf(found),
    surfaces: surfacesOf(found),
    genre: DIVISIONS[facts.genre].type,
    schema: found.schema,
  };
  const drafter = content.drafter && edition.people.find(({ id }) => id === content.drafter?.person.id);
  if (drafter) edition.drafter = { person: drafter, certainty: content.drafter!.certainty };
  const conversation = conversationOf(edition);
  if (conversation) edition.conversation = conversation;
  return { edition, messages: [...messages, ...unknownWitnesses(found)] };
}

const imageOf = (name: string | undefined, images: Findings['images']): { image?: string } => {
  const image = name === undefined ? undefined : images?.get(name);
  return image === undefined ? {} : { image };
};

/** The page images, each with the lines that the recognition found on it. */
function surfacesOf({ scan, images }: Findings): Surface[] {
  if (!scan) return [];
  const zones = new Map(scan.pages.map(({ page }) => [page, [] as ScannedText['lines'][number][]]));
  for (const line of scan.lines) zones.get(line.page)?.push(line);
  return scan.pages.map(({ page }, i) => ({
    n: i + 1,
    ...imageOf(page.image, images),
    ...(page.width !== undefined && { width: page.width }),
    ...(page.height !== undefined && { height: page.height }),
    zones: (zones.get(page) ?? []).flatMap(({ box }, n) => (box ? [{ n: n + 1, ...box }] : [])),
  }));
}

/** What the text names beside people, what the editor has named, and where the document was made. */
function entitiesOf(
  { content, anchored, marks, authorities, descriptionFile }: Findings,
  origin: EntityRecord | undefined,
  messages: Message[],
): EntityRecord[] {
  const entities = new Set(content.entities);
  if (origin) entities.add(origin);
  const decided = anchored.flatMap(({ decision }) =>
    (['organisation', 'place', 'event'] as const).flatMap((kind) => {
      const id = decision[kind];
      return id === undefined || id === NOBODY ? [] : [{ kind, id, stands: decision.stands }];
    }),
  );
  for (const { kind, id, stands } of decided) {
    const record = authorities.byId(id);
    if (record?.kind === kind) entities.add(record);
    else messages.push(unknownId(kind, id, descriptionFile, stands));
  }
  // What was found in the first reading and then told to be another leaves no trace in the edition.
  const named = new Set(marks.flatMap((mark) => ('ref' in mark ? [mark.ref] : [])));
  const wasNamed = new Set(content.marks.flatMap((mark) => ('ref' in mark ? [mark.ref] : [])));
  return [...entities].filter((record) => record === origin || named.has(record.id) || !wasNamed.has(record.id));
}

function originOf(
  { description, authorities, descriptionFile, placeInDescription }: Findings,
  messages: Message[],
): EntityRecord | undefined {
  if (description.place === undefined) return undefined;
  const record = authorities.byId(description.place);
  if (record?.kind === 'place') return record;
  messages.push(unknownId('place', description.place, descriptionFile, placeInDescription?.(['place'])));
  return undefined;
}

/** The first of each side, the place, the day: what tells one memorandum from another. */
function subtitleOf(people: readonly EditionPerson[], place: string | undefined, date: string | undefined): string {
  const firsts = [0, 1].flatMap((n) => people.find(({ participant }) => participant?.delegation === n)?.name ?? []);
  return firsts.length === 0 ? '' : [firsts.join(' and '), place, date && dayInWords(date)].filter(Boolean).join(', ');
}

function classificationOf(marks: readonly Mark[], read: (range: Range) => string): string | undefined {
  const markings = ofKind(marks, 'furniture')
    .filter(({ type }) => type === 'classification')
    .map((mark) => read(mark).toUpperCase());
  return LEVELS.find((level) => markings.some((marking) => marking.replace(/^\(/, '').startsWith(level)));
}

function delegationsOf({ facts }: Structure, read: (range: Range) => string): string[] {
  const names: string[] = [];
  for (const { delegation } of facts.people)
    if (delegation) names[delegation.n] = read(delegation.name).replace(/:$/, '');
  return [...names].map((name) => name ?? '');
}

/** The hands that the editor describes, and one for what nobody has settled. */
function handsOf({ description, marks }: Findings): Edition['hands'] {
  const described = Object.entries(description.hands ?? {}).map(([id, hand]) => ({
    id,
    description: hand.description,
    certainty: hand.certainty ?? ('medium' as const),
    by: 'editor' as const,
  }));
  const unsettled = ofKind(marks, 'annotation').some(({ hand }) => hand === undefined);
  if (!unsettled) return described;
  const hand = {
    id: UNSETTLED_HAND,
    description:
      'A hand or stamp other than the typist’s, inferred from the words alone; nobody has told one from another.',
    certainty: 'low' as const,
    by: 'memcon' as const,
  };
  return [...described, hand];
}

function peopleOf(
  { content, marks, authorities, description, descriptionFile, placeInDescription, anchored }: Findings,
  messages: Message[],
): EditionPerson[] {
  const people = new Map<string, EditionPerson>();
  for (const person of content.people) people.set(person.id, editionPerson(person, content));
  const wanted = [
    ...(description.drafter === undefined
      ? []
      : [{ id: description.drafter, place: placeInDescription?.(['drafter']) }]),
    ...(description.present ?? []).map(({ person }, i) => ({
      id: person,
      place: placeInDescription?.(['present', i, 'person']),
    })),
    ...anchored.flatMap(({ decision }) =>
      [...severalOf(decision.person), ...severalOf(decision.speaker), ...severalOf(decision.to)]
        .filter((id) => id !== NOBODY)
        .map((id) => ({ id, place: decision.stands })),
    ),
  ];
  for (const { id, place } of wanted) {
    if (people.has(id)) continue;
    const record = authorities.byId(id);
    if (record?.kind === 'person') people.set(id, { id, name: record.preferred, surname: record.surname, record });
    else messages.push(unknownId('person', id, descriptionFile, place));
  }
  // Someone met in the first reading and then told to be another leaves no trace in the edition.
  const mentioned = new Set(marks.flatMap((mark) => idsIn(mark)));
  return [...people.values()].filter(
    ({ id, participant }) => participant || mentioned.has(id) || id === content.drafter?.person.id,
  );
}

const idsIn = (mark: Mark): readonly string[] =>
  mark.kind === 'turn'
    ? [...mark.who, ...(mark.toWhom ? [mark.toWhom] : []), ...(mark.others ?? [])]
    : mark.kind === 'person' || mark.kind === 'office'
      ? [mark.ref, ...(mark.others ?? [])]
      : [];

function editionPerson(person: Person, { drafter }: Content): EditionPerson {
  const { id, name, surname, known, record, listed, delegation, interpreter } = person;
  const writes = person === drafter?.person;
  const role = interpreter ? 'interpreter' : writes ? 'drafter' : undefined;
  return {
    id,
    name,
    ...(known.names.length > 0 && { surname }),
    ...(record && { record }),
    ...(writes && drafter.certainty === 'low' && { note: aboutDrafter(drafter, 'reader') }),
    ...(listed && { participant: { ...(delegation !== undefined && { delegation }), ...(role && { role }) } }),
  };
}

function unknownId(kind: AuthorityRecord['kind'], id: string, file: string, place: Place | undefined): Message {
  return message('authority-id-is-known', {
    file,
    ...(place && { place }),
    words: id,
    reason: `No authority file has a ${kind} with the id “${id}”.`,
    advice: `Write an id that stands in the authority files, or add the ${kind} to them.`,
  });
}

function unknownWitnesses({ description, anchored, descriptionFile }: Findings): Message[] {
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

/** Commentary, and the reasons of emendations: each points at the smallest citable thing that holds the words. */
function notesOf(found: Findings): Edition['notes'][number][] {
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

/** What the editor says was done, and each decision with what it was made on. */
function revisionsOf(found: Findings): Edition['revisions'][number][] {
  const { description, anchored, transcription } = found;
  const decisions = anchored.map((one) => {
    const date = one.decision.date ?? description.date;
    const version = one.decision.since ?? description.version;
    const target = targetOf(found, one);
    return {
      ...(date !== undefined && { date }),
      what: inWords(transcription, one),
      ...(target !== undefined && { target }),
      ...(version !== undefined && { version }),
    };
  });
  return [...(description.revisions ?? []), ...decisions];
}

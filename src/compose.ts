import type { EntityRecord } from './authorities/record.js';
import type { Context } from './context.js';
import { laterDecisions, notesOf, revisionsOf, unknownWitnesses } from './decisions-in-edition.js';
import type { AnchoredDecision } from './editing/anchors.js';
import type { Message } from './messages/message.js';
import { entitiesOf, peopleOf, unknownId } from './named-in-edition.js';
import type { BuildInput } from './pipeline.js';
import type { Content } from './reading/content.js';
import type { Genre } from './reading/form/genre.js';
import { LEVELS } from './reading/pages/furniture.js';
import type { Structure } from './reading/structure.js';
import type { ScannedText } from './sources/scanned-text.js';
import { UNSETTLED_HAND } from './tei/body.js';
import { conversationOf } from './tei/conversation.js';
import type { Edition, EditionPerson, Surface } from './tei/edition.js';
import { dayInWords } from './tei/header.js';
import { type Mark, ofKind } from './text/marks.js';
import type { Range } from './text/transcription.js';

/** All that is known of a document when its edition is put together. */
export interface Findings extends BuildInput {
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
    ...editorOf(found),
    ...(found.publisher !== undefined && { publisher: found.publisher }),
    ...(found.address !== undefined && { address: found.address }),
    ...(description.identifier?.doi !== undefined && { doi: description.identifier.doi }),
    ...(found.licence && { licence: found.licence }),
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
  return { edition, messages: [...messages, ...unknownWitnesses(found), ...laterDecisions(found)] };
}

const editorOf = ({ description, publisher }: Findings): { editor?: string } => {
  const editor = description.editor ?? publisher;
  return editor === undefined ? {} : { editor };
};

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

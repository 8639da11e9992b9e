import type { AuthorityRecord, EntityRecord } from './authorities/record.js';
import type { Findings } from './compose.js';
import { NOBODY, severalOf } from './editing/description.js';
import { type Message, message, type Place } from './messages/message.js';
import type { Content } from './reading/content.js';
import type { Person } from './reading/people/people.js';
import { aboutDrafter } from './reading/speech/unnamed-drafter.js';
import type { EditionPerson } from './tei/edition.js';
import type { Mark } from './text/marks.js';

/** The people of the edition: those found, and those whom the editor has named; an id that nobody has is a message. */
export function peopleOf(
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

/** What the text names beside people, what the editor has named, and where the document was made. */
export function entitiesOf(
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

/** The editor has written an id that no authority file has. */
export function unknownId(kind: AuthorityRecord['kind'], id: string, file: string, place: Place | undefined): Message {
  return message('authority-id-is-known', {
    file,
    ...(place && { place }),
    words: id,
    reason: `No authority file has a ${kind} with the id “${id}”.`,
    advice: `Write an id that stands in the authority files, or add the ${kind} to them.`,
  });
}

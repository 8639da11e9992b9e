import type { EntityRecord } from '../authorities/record.js';
import type { Edition, EditionPerson } from './edition.js';
import { type Attributes, block, type Content, type Element, inline } from './element.js';

/** The people, organisations, places and events that the edition names, and the editor's commentary. */
export function encodeStandOff({ people, entities, notes }: Edition): Element | undefined {
  const of = (kind: EntityRecord['kind']) => entities.filter((entity) => entity.kind === kind).sort(byId);
  const lists = [
    listOf('listPerson', [...people].sort(byId).map(person)),
    listOf(
      'listOrg',
      of('organisation').map((entity) => named('org', 'orgName', entity)),
    ),
    listOf(
      'listPlace',
      of('place').map((entity) => named('place', 'placeName', entity)),
    ),
    listOf(
      'listEvent',
      of('event').map((entity) => named('event', 'eventName', entity)),
    ),
    ...notes.map(({ target, text, about }, i) =>
      inline(
        'note',
        {
          type: 'commentary',
          subtype: about && (about === 'text' ? 'textual' : 'historical'),
          resp: '#editor',
          target: `#${target}`,
          'xml:id': `nt.${i + 1}`,
        },
        text,
      ),
    ),
  ].filter((list) => list !== undefined);
  return lists.length > 0 ? block('standOff', {}, lists) : undefined;
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

const listOf = (name: string, entries: readonly Element[]): Element | undefined =>
  entries.length > 0 ? block(name, {}, entries) : undefined;

function person({ id, name, surname, record, note: remark }: EditionPerson): Element {
  return block(
    'person',
    { 'xml:id': id },
    inline('persName', { type: 'preferred' }, withSurname(record?.preferred ?? name, surname)),
    record?.variants.map((variant) => inline('persName', { type: 'variant' }, variant)),
    record?.birth && inline('birth', { when: record.birth.when }, record.birth.text),
    record?.death && inline('death', { when: record.death.when }, record.death.text),
    record?.terms.map(({ office, from, to }) => inline('occupation', { from, to }, office)),
    record?.idnos.map(idno),
    record?.notes.map((note) => inline('note', {}, note)),
    remark !== undefined && inline('note', { resp: '#memcon', cert: 'low' }, remark),
    record?.sources.map((source) => inline('bibl', {}, source)),
  );
}

/** A full name with its surname marked; the last one, unless the name begins with it as in China: "Chou En-lai". */
function withSurname(name: string, surname: string | undefined): Content[] {
  const at =
    surname === undefined || surname === '' ? -1 : name.startsWith(`${surname} `) ? 0 : name.lastIndexOf(surname);
  if (surname === undefined || at < 0 || name === surname) return [name];
  const rest = name.slice(at + surname.length);
  return [name.slice(0, at), inline('surname', {}, surname), rest].filter((part) => part !== '');
}

const idno = ({ type, value }: { type: string; value: string }): Element => inline('idno', { type }, value);

function named(element: string, nameElement: string, entity: EntityRecord): Element {
  const dates: Attributes = { when: entity.when, notBefore: entity.notBefore, notAfter: entity.notAfter };
  return block(
    element,
    { 'xml:id': entity.id, ...(entity.kind === 'event' && dates) },
    inline(nameElement, { type: 'preferred', cert: entity.certainty }, entity.preferred),
    entity.abbreviations.map((form) => inline(nameElement, { type: 'abbreviation' }, form)),
    entity.variants.map((form) => inline(nameElement, { type: 'variant' }, form)),
    entity.kind === 'event' ? [] : entity.idnos.map(idno),
    entity.notes.map((note) => inline('note', {}, note)),
    entity.sources.map((source) => inline('bibl', {}, source)),
    entity.kind === 'event' ? entity.idnos.map(idno) : [],
  );
}

import { MaterialError, message } from '../messages/message.js';
import { type AuthorityFile, attribute, type Node, nodes, plain, readEntries, texts } from './entries.js';
import { type Draft, draftOf, idnos, isRegister, optional, personOf } from './person.js';
import type { AuthorityRecord, EntityRecord } from './record.js';

export type { AuthorityFile } from './entries.js';

const ENTITIES = [
  { list: 'listOrg', element: 'org', name: 'orgName', kind: 'organisation' },
  { list: 'listPlace', element: 'place', name: 'placeName', kind: 'place' },
  { list: 'listEvent', element: 'event', name: 'eventName', kind: 'event' },
] as const;

/**
 * The records of a TEI authority file: `listPerson`, `listOrg`, `listPlace` and `listEvent` in its `standOff`.
 * @throws MaterialError when the file is not well-formed, has a DTD, or holds no such list
 */
export function readAuthority(authority: AuthorityFile): AuthorityRecord[] {
  const drafts: Draft[] = [];
  const entities = ENTITIES.map((): EntityRecord[] => []);
  readEntries(authority, (node, list) => {
    const { name } = node;
    if (list === 'listPerson' && name === 'person') drafts.push(draftOf(node));
    const i = ENTITIES.findIndex((kind) => kind.list === list && kind.element === name);
    if (i >= 0) entities[i]!.push(entity(node, ENTITIES[i]!.name, ENTITIES[i]!.kind));
  });
  const inRegister = isRegister(drafts);
  const records = [...drafts.map((draft) => personOf(draft, inRegister)), ...entities.flat()];
  if (records.length === 0) {
    throw new MaterialError(
      message('authority-is-well-formed', {
        file: authority.file,
        reason: 'The file has no entry in standOff/listPerson, listOrg, listPlace or listEvent.',
        advice: 'Put the entries into such a list, each with an xml:id, or take the file off the list in memcon.yaml.',
      }),
    );
  }
  return records;
}

function entity(node: Node, name: string, kind: EntityRecord['kind']): EntityRecord {
  const names = nodes(node, name);
  const ofType = (type: string) => names.filter((found) => attribute(found, 'type') === type).map(plain);
  const head = names.find((found) => attribute(found, 'type') === 'preferred') ?? names[0];
  const certainty = head && attribute(head, 'cert');
  return {
    kind,
    id: attribute(node, 'xml:id') ?? '',
    preferred: head ? plain(head) : '',
    ...((certainty === 'low' || certainty === 'medium') && { certainty }),
    variants: ofType('variant'),
    abbreviations: ofType('abbreviation'),
    ...optional('when', attribute(node, 'when')),
    ...optional('notBefore', attribute(node, 'notBefore')),
    ...optional('notAfter', attribute(node, 'notAfter')),
    idnos: idnos(node),
    notes: texts(node, 'note'),
    sources: texts(node, 'bibl'),
  };
}

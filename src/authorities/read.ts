import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MaterialError, message } from '../messages/message.js';
import { pointAt, transcriptionOf } from '../text/transcription.js';
import type { AuthorityRecord, Dated, EntityRecord, PersonRecord } from './record.js';

/** A file of a workspace or of the package, as text, with the path that messages name. */
export interface AuthorityFile {
  file: string;
  xml: string;
}

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}

/** Order is kept, so that words and elements that stand mixed are read as they stand. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: '#text',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

const ENTITIES = [
  { list: 'listOrg', element: 'org', name: 'orgName', kind: 'organisation' },
  { list: 'listPlace', element: 'place', name: 'placeName', kind: 'place' },
  { list: 'listEvent', element: 'event', name: 'eventName', kind: 'event' },
] as const;

/**
 * The records of a TEI authority file: `listPerson`, `listOrg`, `listPlace` and `listEvent` in its `standOff`.
 * @throws MaterialError when the file is not well-formed, has a DTD, or holds no such list
 */
export function readAuthority({ file, xml }: AuthorityFile): AuthorityRecord[] {
  refuseUnsound(file, xml);
  const standOff = child(child({ name: '', attributes: {}, children: treeOf(parser.parse(xml)) }, 'TEI'), 'standOff');
  const people = nodes(standOff, 'listPerson').flatMap((list) => nodes(list, 'person').map((node) => person(node)));
  const entities = ENTITIES.flatMap(({ list, element, name, kind }) =>
    nodes(standOff, list).flatMap((found) => nodes(found, element).map((node) => entity(node, name, kind))),
  );
  const records = [...people, ...entities];
  if (records.length === 0) {
    throw new MaterialError(
      message('authority-is-well-formed', {
        file,
        reason: 'The file has no entry in standOff/listPerson, listOrg, listPlace or listEvent.',
        advice: 'Put the entries into such a list, each with an xml:id, or take the file off the list in memcon.yaml.',
      }),
    );
  }
  return records;
}

function refuseUnsound(file: string, xml: string): void {
  const text = transcriptionOf(file, xml);
  const doctype = xml.indexOf('<!DOCTYPE');
  if (doctype >= 0) {
    const at = pointAt(text, doctype);
    throw new MaterialError(
      message('authority-is-well-formed', {
        file,
        place: { start: at, end: at },
        words: '<!DOCTYPE',
        reason: 'The authority file has a document type declaration.',
        advice: 'Remove it; the entities of XML itself are enough.',
      }),
    );
  }
  const verdict = XMLValidator.validate(xml, { allowBooleanAttributes: false });
  if (verdict === true) return;
  const { line, col, msg } = verdict.err;
  const offset = Math.min(xml.length, (text.lineStarts[line - 1] ?? 0) + Math.max(0, col - 1));
  const at = pointAt(text, offset);
  throw new MaterialError(
    message('authority-is-well-formed', {
      file,
      place: { start: at, end: at },
      words: xml.slice(offset, offset + 30).split('\n')[0] ?? '',
      reason: `The authority file is not well-formed XML: ${msg}`,
      advice: 'Mend the element at this place.',
    }),
  );
}

/** The parser's own form: an array of objects with one key, the element's name, beside its attributes. */
function treeOf(parsed: unknown): (Node | string)[] {
  return (parsed as Record<string, unknown>[]).flatMap((entry) => {
    const { ':@': attributes = {}, ...content } = entry;
    return Object.entries(content).map(([name, value]) =>
      name === '#text'
        ? String(value)
        : { name, attributes: attributes as Record<string, string>, children: treeOf(value) },
    );
  });
}

const nodes = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((found): found is Node => typeof found !== 'string' && found.name === name) ?? [];
const child = (node: Node | undefined, name: string): Node | undefined => nodes(node, name)[0];
const attribute = (node: Node, name: string): string | undefined => node.attributes[name];
const words = (node: Node): string =>
  node.children.map((found) => (typeof found === 'string' ? found : words(found))).join('');
const plain = (node: Node): string => words(node).replace(/\s+/g, ' ').trim();
const texts = (node: Node, name: string): string[] => nodes(node, name).map(plain).filter(Boolean);
const idnos = (node: Node) =>
  nodes(node, 'idno').map((idno) => ({ type: attribute(idno, 'type') ?? 'other', value: plain(idno) }));

/** "Aaron, David Laurence" is the form of a register; in a text the man is David Laurence Aaron. */
const turned = (name: string): string => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1');

function person(node: Node): PersonRecord {
  const names = nodes(node, 'persName');
  const ofType = (type: string) => names.filter((name) => attribute(name, 'type') === type);
  const structured = names.find((name) => child(name, 'surname'));
  const [short, ...otherSurnames] = ofType('short').map(plain);
  const forms = names.filter((name) => name !== structured).map(plain);
  const head = ofType('preferred')[0] ?? names[0];
  const preferred = head ? plain(head) : '';
  const surname =
    short ??
    (structured && texts(structured, 'surname')[0]) ??
    (preferred.includes(',') ? preferred.split(',')[0]! : (preferred.split(/\s+/).at(-1) ?? ''));
  const birth = dated(child(node, 'birth'));
  const death = dated(child(node, 'death'));
  return {
    kind: 'person',
    id: attribute(node, 'xml:id') ?? '',
    preferred: turned(preferred),
    variants: [...new Set(forms.map(turned))].filter((form) => form !== turned(preferred) && /\s/.test(form)),
    surname,
    ...(otherSurnames.length > 0 && { otherSurnames }),
    ...(birth && { birth }),
    ...(death && { death }),
    terms: nodes(node, 'occupation').map((term) => ({
      office: plain(term),
      ...optional('from', attribute(term, 'from')),
      ...optional('to', attribute(term, 'to')),
    })),
    idnos: idnos(node),
    notes: texts(node, 'note'),
    sources: texts(node, 'bibl'),
  };
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

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };

function dated(node: Node | undefined): Dated | undefined {
  if (!node) return undefined;
  const when = attribute(node, 'when');
  return { ...(when !== undefined && { when }), text: plain(node) };
}

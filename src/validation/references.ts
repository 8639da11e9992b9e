import { type Message, message } from '../messages/message.js';
import { meantFor } from '../text/nearest.js';
import { placeOfTag, placesIn, wordsOfTag } from '../xml/reading.js';
import { findChainFaults } from './chains.js';
import { type At, type Declared, type Pointer, readPointers } from './pointers.js';

/** What an attribute may point at inside the file. A row with `on` is for pointers that stand on these elements only. */
interface Aim {
  readonly attribute: string;
  readonly on?: readonly string[];
  readonly at: readonly string[];
}

/** The first row that fits a pointer decides; an attribute without a row may point at anything. */
const AIMS: readonly Aim[] = [
  { attribute: 'who', on: ['change'], at: ['respStmt', 'editor', 'author', 'person'] },
  { attribute: 'who', at: ['person', 'personGrp', 'org'] },
  { attribute: 'toWhom', at: ['person', 'personGrp', 'org'] },
  { attribute: 'assertedValue', at: ['person', 'personGrp', 'org'] },
  { attribute: 'hand', at: ['handNote'] },
  { attribute: 'wit', at: ['witness'] },
  { attribute: 'resp', at: ['respStmt', 'editor', 'author', 'person'] },
];

/** That every pointer arrives, at a thing of the right kind; that ids are unique, chains closed, entries mentioned. */
export function checkReferences(xml: string, file: string): Message[] {
  const read = readPointers(xml);
  const place = placesIn(file, xml);
  const at: At = (tag) => ({ file, place: placeOfTag(place, tag), words: wordsOfTag(xml, tag) });
  const mentioned = mentionedIn(read.pointers);
  return [
    ...read.repeated.map(({ again, first }) => repeatedId(again, first, at)),
    ...read.pointers.flatMap((pointer) => pointerFault(pointer, read.ids, at)),
    ...findChainFaults(read, at),
    ...read.entries.filter(({ id }) => !mentioned.has(id)).map((entry) => unmentioned(entry, at)),
  ];
}

function repeatedId({ id, tag }: Declared, first: Declared, at: At): Message {
  const { file, place } = at(first.tag);
  return message('id-is-unique', {
    reason: `xml:id="${id}" stands here on <${tag.name}>, and before on <${first.tag.name}>.`,
    advice: 'Give one of the two another id, and let the references to it follow.',
    related: [{ file: file!, reason: 'The id stands here first.', ...(place && { place }) }],
    ...at(tag),
    words: `xml:id="${id}"`,
  });
}

function pointerFault(pointer: Pointer, ids: ReadonlyMap<string, Declared>, at: At): Message[] {
  const { attribute, value, tag } = pointer;
  const refuse = (reason: string, advice: string) => [
    message('reference-resolves', { reason, advice, ...at(tag), words: `${attribute}="${value}"` }),
  ];
  if (/^https?:\/\/\S/.test(value)) return [];
  if (!value.startsWith('#')) {
    if (attribute === 'target' && (tag.name === 'ref' || tag.name === 'ptr')) return [];
    return refuse(
      `@${attribute} of <${tag.name}> points at “${value}”, which is neither in this file nor on the web.`,
      `Write #id for something in this file, or an address that begins with https://.`,
    );
  }
  const target = ids.get(value.slice(1));
  if (!target) {
    const meant = meantFor(value.slice(1), ids.keys());
    return refuse(
      `@${attribute} of <${tag.name}> points at “${value}”, and nothing in the file has this id.`,
      meant
        ? `Write #${meant} if that is meant, or add the entry.`
        : 'Add the entry with this id, or take the reference out.',
    );
  }
  const aim = AIMS.find((row) => row.attribute === attribute && (row.on?.includes(tag.name) ?? true));
  if (!aim || aim.at.includes(target.tag.name)) return [];
  return refuse(
    `@${attribute} of <${tag.name}> points at “${value}”, which is a <${target.tag.name}>.`,
    `Let it point at ${aim.at.map((name) => `<${name}>`).join(' or ')}.`,
  );
}

/** Ids that something points at from outside the element itself. */
const mentionedIn = (pointers: readonly Pointer[]): ReadonlySet<string> =>
  new Set(pointers.filter(({ value, within }) => !within.includes(value.slice(1))).map(({ value }) => value.slice(1)));

function unmentioned({ id, tag }: Declared, at: At): Message {
  return message('entry-is-mentioned', {
    reason: `<${tag.name} xml:id="${id}"> stands in the registers, and nothing in the file points at it.`,
    advice: `Point at #${id} where the text names it, or take the entry out.`,
    ...at(tag),
  });
}

import { firstOf, MOST } from '../messages/limit.js';
import { type Message, message } from '../messages/message.js';
import { attributeOf, placeOfTag, placesIn, wordsOfTag } from '../xml/reading.js';
import { findChainFaults } from './chains.js';
import { type KnownFile, knownFile } from './known-file.js';
import { type At, type Declared, type Pointer, type Pointers, readPointers } from './pointers.js';
import { entryFor, meantReferences, slipOfId } from './reference-mends.js';

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
  // In a piece of a file nothing can be said of what stands in the rest of it.
  if (!/^tei(\.?2)?$/i.test(read.root?.name ?? '')) return [];
  return [
    ...firstOf(read.repeated, 'id-is-unique', file, ({ again, first }) => repeatedId(again, first, read.ids, at)),
    ...pointerFaults(read, knownFile(xml), at, file),
    ...findChainFaults(read, at),
    ...read.entries.filter(({ id }) => !mentioned.has(id)).map((entry) => unmentioned(entry, at)),
  ];
}

function repeatedId({ id, tag }: Declared, first: Declared, ids: Pointers['ids'], at: At): Message {
  const { file, place } = at(first.tag);
  return message('id-is-unique', {
    reason: `xml:id="${id}" stands here on <${tag.name}>, and before on <${first.tag.name}>.`,
    advice: `Write xml:id="${freeLike(id, ids)}" here, or another id that is free, and let the references that mean it follow.`,
    related: [{ file: file!, reason: 'The id stands here first.', ...(place && { place }) }],
    ...at(tag),
    words: `xml:id="${id}"`,
  });
}

/** The next free id of the same kind: par.5 for par.2, where par.3 and par.4 are taken. */
function freeLike(id: string, ids: Pointers['ids']): string {
  const [, stem, figures] = /^(.*?)(\d*)$/.exec(id)!;
  const name = (number: number) => (figures === '' ? `${id}.${number}` : `${stem}${number}`);
  let number = figures === '' ? 2 : Number(figures) + 1;
  while (ids.has(name(number))) number += 1;
  return name(number);
}

/** One message for all references to one missing thing, and one for the several words of one value. */
function pointerFaults({ pointers, ids }: Pointers, known: KnownFile, at: At, file: string): Message[] {
  const found = new Map<string, { first: Pointer; fault: Fault; others: number }>();
  const values = new Set<string>();
  for (const pointer of pointers) {
    // What was meant is sought only where it will be read.
    const fault = pointerFault(pointer, ids, found.size < MOST ? known : undefined);
    if (!fault) continue;
    const { attribute, tag } = pointer;
    const whole = `${tag.start} ${attribute}`;
    if (fault.wholeValue && values.has(whole)) continue;
    values.add(whole);
    const key = fault.missing ?? `${whole} ${pointer.value}`;
    const before = found.get(key);
    if (before) before.others += 1;
    else found.set(key, { first: pointer, fault, others: 0 });
  }
  return firstOf([...found.values()], 'reference-resolves', file, ({ first, fault, others }) => {
    const { attribute, value, tag } = first;
    const reason = others === 0 ? fault.reason : `${fault.reason} ${others + 1} references point there.`;
    const words = `${attribute}="${fault.wholeValue ?? value}"`;
    return message('reference-resolves', { reason, advice: fault.advice, ...at(tag), words });
  });
}

interface Fault {
  readonly reason: string;
  readonly advice: string;
  /** What nothing in the file is, so that other references to it are the same fault. */
  readonly missing?: string;
  /** The whole value of the attribute, where its words are not references one by one. */
  readonly wholeValue?: string;
}

function pointerFault(pointer: Pointer, ids: Pointers['ids'], known: KnownFile | undefined): Fault | undefined {
  const { attribute, value, tag } = pointer;
  if (/^https?:\/\/\S/.test(value)) return undefined;
  const target = value.startsWith('#') ? ids.get(value.slice(1)) : undefined;
  if (!target) return missingTarget(pointer, ids, known);
  const aim = AIMS.find((row) => row.attribute === attribute && (row.on?.includes(tag.name) ?? true));
  if (!aim || aim.at.includes(target.tag.name)) return undefined;
  return {
    reason: `@${attribute} of <${tag.name}> points at “${value}”, which is a <${target.tag.name}>.`,
    advice: `Let it point at ${aim.at.map((name) => `<${name}>`).join(' or ')}.`,
  };
}

function missingTarget(
  { attribute, value, tag }: Pointer,
  ids: Pointers['ids'],
  known: KnownFile | undefined,
): Fault | undefined {
  const whole = attributeOf(tag, attribute)!.trim();
  const points = `@${attribute} of <${tag.name}> points at`;
  const [meant] = known ? meantReferences({ value: whole }, known) : [];
  if (meant !== undefined) {
    return {
      wholeValue: whole,
      reason: `${points} “${whole}”, which is no reference to anything in the file.`,
      advice: `Write ${attribute}="${meant}".`,
    };
  }
  if (!value.startsWith('#')) {
    if (attribute === 'facs' || (attribute === 'target' && (tag.name === 'ref' || tag.name === 'ptr')))
      return undefined;
    return {
      wholeValue: whole,
      reason: `${points} “${whole}”, which is neither in this file nor on the web.`,
      advice:
        attribute === 'facs'
          ? `Add <surface xml:id="surface.…"><graphic url="${whole}"/></surface> to <facsimile>, and write facs="#surface.…".`
          : 'Write #id for something in this file, or an address that begins with https://.',
    };
  }
  const id = value.slice(1);
  const slip = known && slipOfId(id, ids.keys());
  const entry = entryFor({ attribute, element: tag.name, type: attributeOf(tag, 'type'), id });
  return {
    missing: value,
    reason: `${points} “${value}”, and nothing in the file has this id.`,
    advice: slip
      ? `Write ${attribute}="${whole.replace(value, `#${slip}`)}" if that is meant, or add ${entry ?? 'the entry'}.`
      : entry
        ? `Add ${entry}, or take the reference out.`
        : 'Add the entry with this id, or take the reference out.',
  };
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

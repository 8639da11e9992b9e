import { DefaultNameResolver } from 'salve-annos/lib/salve/default_name_resolver.js';
import { AttributeNameEvent, EnterStartTagEvent, type Events } from 'salve-annos/lib/salve/events.js';
import type { ConcreteName, Name } from 'salve-annos/lib/salve/name_patterns.js';
import type { Grammar, GrammarWalker } from 'salve-annos/lib/salve/patterns.js';
import { leftOut, MOST } from '../messages/limit.js';
import type { Message } from '../messages/message.js';
import { readXml, type Tag } from '../xml/reading.js';
import { DATES } from './grammar-state.js';
import { type Failure, grammarMessage } from './schema-grammar-message.js';

/** After so many failures the file is not read on: only their number would be told. */
const COUNTED = 10_000;

/** In UTF-16 code units: as much of an attribute's value as a message shows. */
const SHOWN = 200;

/**
 * That the file keeps to a grammar of which nothing else is known: each message says what stands there and what may
 * stand there. The XML must be well-formed.
 */
export function checkSchemaGrammar(xml: string, file: string, grammar: Grammar): Message[] {
  const failing: number[] = [];
  walk(xml, grammar, { failed: (step) => failing.push(step) < COUNTED });
  if (failing.length === 0) return [];
  // What could have stood in a place is costly to ask, so it is asked in a second reading and only where needed.
  const listed = new Set(failing.slice(0, MOST));
  const found: Failure[] = [];
  walk(xml, grammar, {
    ask: (step) => listed.has(step),
    failed: (_, failure) => found.push({ ...failure, possible: written(failure.possible) }) < listed.size,
  });
  const more = failing.length - listed.size;
  return [
    ...found.map((failure) => grammarMessage(failure, xml, file)),
    ...(more > 0 ? [leftOut('grammar-holds', file, more, failing.length < COUNTED)] : []),
  ];
}

interface Watcher {
  ask?(step: number): boolean;
  /** Whether to read on. */
  failed(step: number, failure: Failure): boolean;
}

/** Ends a reading from within. */
const ENOUGH = new Error('enough was read');

/** Of what could stand, all that has a name: a choice of names one by one, a wildcard not at all. */
const written = (possible: readonly Events[]): Events[] =>
  possible.flatMap((event): Events[] => {
    if (event.name === 'enterStartTag') return namesIn(event.namePattern).map((name) => new EnterStartTagEvent(name));
    if (event.name === 'attributeName') return namesIn(event.namePattern).map((name) => new AttributeNameEvent(name));
    return [event];
  });

const namesIn = (pattern: ConcreteName): readonly Name[] => pattern.toArray() ?? [];

type EventName = 'enterStartTag' | 'attributeName' | 'attributeValue' | 'leaveStartTag' | 'endTag' | 'text';

function walk(xml: string, grammar: Grammar, watcher: Watcher): void {
  try {
    walkThrough(xml, grammar, watcher);
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
}

function walkThrough(xml: string, grammar: Grammar, { ask, failed }: Watcher): void {
  const names = new DefaultNameResolver();
  const walker: GrammarWalker<DefaultNameResolver> = grammar.newWalker(names, false);
  const opened: { tag: Tag; faulty: boolean }[] = [];
  let step = 0;

  const fire = (
    event: EventName,
    params: string[],
    failure: () => Omit<Failure, 'event' | 'possible' | 'errors'>,
  ): boolean => {
    step += 1;
    const possible = ask?.(step) ? [...walker.possible()] : [];
    const errors = walker.fireEvent(event, params);
    if (!errors) return true;
    if (!failed(step, { event, possible, errors, ...failure() })) throw ENOUGH;
    return false;
  };
  const fault = () => {
    const parent = opened.at(-1);
    if (parent) parent.faulty = true;
  };

  readXml(xml, {
    open(tag) {
      const parent = opened.at(-1)?.tag;
      names.enterContextWithMapping(tag.declared);
      const refused = () => ({
        tag,
        known: grammar.elementDefinitions[nameKey(tag)] !== undefined,
        ...(parent && { parent }),
      });
      if (!fire('enterStartTag', [tag.uri, tag.name], refused)) fault();
      let whole = true;
      for (const { uri, local, prefix, name, value } of Object.values(tag.attributes)) {
        if (prefix === 'xmlns' || name === 'xmlns') continue;
        const refusedHere = () => ({
          tag,
          attribute: { name, value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value },
        });
        const given = DATES.has(name) ? value.trim() : value;
        whole = fire('attributeName', [uri, local], refusedHere) && whole;
        whole = fire('attributeValue', [given], refusedHere) && whole;
      }
      // An attribute with a slip in its name is one fault, not a strange one and a missing one.
      if (whole) fire('leaveStartTag', [], () => ({ tag }));
      else walker.fireEvent('leaveStartTag', []);
      opened.push({ tag, faulty: false });
    },
    close(tag) {
      const { faulty } = opened.pop()!;
      // A child refused before is the reason why something is missing now.
      if (faulty) walker.fireEvent('endTag', [tag.uri, tag.name]);
      else fire('endTag', [tag.uri, tag.name], () => ({ tag }));
      names.leaveContext();
    },
    text(text, start) {
      const parent = opened.at(-1)?.tag;
      if (!parent) return;
      const refused = () => {
        const at = start + Math.max(0, xml.slice(start).search(/\S/));
        return { tag: parent, text: { words: text.trim(), at } };
      };
      if (!fire('text', [text], refused)) fault();
    },
  });
}

/** The key under which salve keeps the definitions of an element. */
const nameKey = ({ uri, name }: Tag): string => JSON.stringify({ ns: uri, name });

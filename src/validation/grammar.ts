import { DefaultNameResolver } from 'salve-annos/lib/salve/default_name_resolver.js';
import { readTreeFromJSON } from 'salve-annos/lib/salve/json-format/read.js';
import type { Grammar, GrammarWalker } from 'salve-annos/lib/salve/patterns.js';
import type { Message } from '../messages/message.js';
import { readXml, type Tag } from '../xml/reading.js';
import { findFaults } from './grammar-faults.js';
import { grammarMessages } from './grammar-message.js';
import { DATES } from './grammar-state.js';

export type { Grammar } from 'salve-annos/lib/salve/patterns.js';

// The parts of salve are imported one by one: its main module also loads the converter, which takes 0.2 s.

/** Reads what `compileGrammar` wrote. */
export const loadGrammar = (json: string | object): Grammar => readTreeFromJSON(json);

/** That the file keeps to the grammar. The XML must be well-formed; ids are checked with the references. */
export function checkGrammar(xml: string, file: string, grammar: Grammar): Message[] {
  // What was meant is costly to find out, so a file that is valid is read without any of it.
  const refused = firstRefused(grammar, xml);
  if (!refused) return [];
  const found = findFaults(xml, file, grammar);
  if (found.length > 0) return found;
  const reason = `The schema refuses <${refused.name}>, or something in it.`;
  const advice = `Compare <${refused.name}> with what the schema says of it.`;
  return [grammarMessages(xml, file)(refused, { reason, advice })];
}

/** Ends the reading at the first fault. */
class Refused extends Error {}

/** The element in which the first thing stands that the grammar does not take. */
function firstRefused(grammar: Grammar, xml: string): Tag | undefined {
  const open: Tag[] = [];
  const names = new DefaultNameResolver();
  const walker: GrammarWalker<DefaultNameResolver> = grammar.newWalker(names, false);
  const fire = (event: string, params: string[]): void => {
    if (walker.fireEvent(event as 'text', params)) throw new Refused();
  };
  try {
    readXml(xml, {
      open(tag) {
        open.push(tag);
        names.enterContextWithMapping(tag.declared);
        fire('enterStartTag', [tag.uri, tag.name]);
        for (const { uri, local, prefix, name, value } of Object.values(tag.attributes)) {
          if (prefix === 'xmlns' || name === 'xmlns') continue;
          fire('attributeName', [uri, local]);
          fire('attributeValue', [DATES.has(name) ? value.trim() : value]);
        }
        fire('leaveStartTag', []);
      },
      close(tag) {
        fire('endTag', [tag.uri, tag.name]);
        open.pop();
        names.leaveContext();
      },
      text(text) {
        fire('text', [text]);
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return open.at(-1);
    throw error;
  }
}

import type { Message } from '../messages/message.js';
import { checkWellFormed } from '../xml/well-formed.js';
import type { Grammar } from './grammar.js';
import { checkIds } from './ids.js';
import { checkSchemaGrammar } from './schema-grammar.js';

/**
 * The checks of a file by a schema that is not memcon's: that it is well-formed and keeps to the grammar, that ids
 * are unique and references to them arrive. The rules of memcon's own editions are not for it.
 */
export function validateBySchema(xml: string, file: string, grammar: Grammar): Message[] {
  const unreadable = checkWellFormed(xml, file);
  return unreadable.length > 0 ? unreadable : [...checkSchemaGrammar(xml, file, grammar), ...checkIds(xml, file)];
}

import type { Message } from '../messages/message.js';
import type { Transcription } from '../text/transcription.js';
import { checkWellFormed } from '../xml/well-formed.js';
import { proveConservation } from './conservation.js';
import { type Constraints, checkConstraints } from './constraints.js';
import { checkGrammar, type Grammar } from './grammar.js';
import { checkReferences } from './references.js';

export interface ValidationInput {
  /** The path of the TEI file that messages name. */
  readonly file: string;
  readonly grammar: Grammar;
  /** What holds beyond the grammar; absent where the grammar is not our own. */
  readonly constraints?: Constraints;
  /** What the edition was made from; without it conservation cannot be proved. */
  readonly transcription?: Transcription;
}

export interface Validation {
  readonly messages: Message[];
  /** How many characters of the transcription were found again; absent when none was given or the XML cannot be read. */
  readonly conserved?: number;
}

/** All checks of a TEI file, in order; what is not well-formed is not looked at further. */
export function validate(xml: string, { file, grammar, constraints, transcription }: ValidationInput): Validation {
  const unreadable = checkWellFormed(xml, file);
  if (unreadable.length > 0) return { messages: unreadable };
  const messages = [
    ...checkGrammar(xml, file, grammar),
    ...checkReferences(xml, file),
    ...(constraints ? checkConstraints(xml, file, constraints) : []),
  ];
  if (!transcription) return { messages };
  const proof = proveConservation(xml, transcription, file);
  return { messages: [...messages, ...proof.messages], conserved: proof.characters };
}

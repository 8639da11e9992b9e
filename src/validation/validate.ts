import { isError, type Message } from '../messages/message.js';
import type { Transcription } from '../text/transcription.js';
import { checkWellFormed } from '../xml/well-formed.js';
import { proveConservation } from './conservation.js';
import { type Constraints, checkConstraints } from './constraints.js';
import { extentsOf } from './extents.js';
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
  const ofGrammar = checkGrammar(xml, file, grammar);
  const references = checkReferences(xml, file).filter((found) => !isSaid(found, ofGrammar));
  const beyond = constraints ? checkConstraints(xml, file, constraints) : [];
  const messages = [...ofGrammar, ...references, ...withoutFaulty(beyond, [...ofGrammar, ...references], xml)];
  if (!transcription) return { messages };
  const proof = proveConservation(xml, transcription, file);
  return { messages: [...messages, ...proof.messages], conserved: proof.characters };
}

/** A reference whose form the grammar refuses leads nowhere either; that need not be said twice. */
const isSaid = ({ place, words }: Message, messages: readonly Message[]): boolean =>
  messages.some((other) => other.words === words && other.place?.start.offset === place?.start.offset);

/** What the grammar has against an element, its references or its parts is mended first; what else is wrong will show then. */
function withoutFaulty(beyond: Message[], messages: readonly Message[], xml: string): Message[] {
  const faults = messages.filter(isError).flatMap(({ place }) => (place ? [place.start.offset] : []));
  if (beyond.length === 0 || faults.length === 0) return beyond;
  const ends = extentsOf(xml);
  // What is wrong with the root is wrong with all that it holds.
  const root = [...ends.keys()].reduce((first, start) => Math.min(first, start), xml.length);
  if (faults.includes(root)) return [];
  return beyond.filter(({ place }) => {
    const start = place?.start.offset ?? 0;
    return !faults.some((at) => at >= start && at < (ends.get(start) ?? 0));
  });
}

import type { Certainty } from '../../text/marks.js';
import type { Person } from './people.js';

/** A person named or meant in a reading text; offsets in that text. */
export interface Mention {
  start: number;
  end: number;
  person: Person;
  /** `office` for an office, and for whatever else stands for a name: a given name alone, part of a surname. */
  kind: 'name' | 'office';
  /** The title before the name. */
  title?: { start: number; end: number };
  /** Of an office, whose it is said to be, in words of one who speaks. */
  whose?: { phrase: string; possessor: 'our' | 'your' | 'their' };
  /** The name as it should be spelt, where the text has it with other letters. */
  spelling?: string;
  /** The husband of "Secretary and Mrs. Udall". */
  partner?: Person;
  certainty: Certainty;
  evidence: string;
  /** Who may be meant instead. */
  others?: readonly Person[];
}

import type { Certainty } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import type { Person } from '../people/people.js';

/** A paragraph as speech is read from it. */
export interface SpokenParagraph {
  text: string;
  mentions: readonly Mention[];
}

export interface Speaker {
  /** Empty where the text makes somebody speak and does not tell whom. */
  who: readonly Person[];
  certainty: Certainty;
  evidence: string;
  toWhom?: Person;
  /** Who may have spoken instead. */
  others?: readonly Person[];
  /** Where the subject stands in the paragraph. */
  at?: Range;
  direct?: boolean;
  /** The drafter says "I". */
  asI?: true;
  /** The subject is a pronoun that may mean several, or nobody who is known. */
  unclear?: true;
}

/** Whether somebody is not in the room, as far as a list tells; the drafter is, listed or not. */
export const isAbsent = (person: Person, { listed, drafter }: Pick<Before, 'listed' | 'drafter'>): boolean =>
  listed && !person.listed && person !== drafter?.person;

/** What has been read before a sentence. */
export interface Before {
  current: Speaker | undefined;
  /** Who was the subject of the last saying. */
  subject: Person | undefined;
  /** The last speaker who is not the drafter, or whom the drafter spoke to. */
  other: Person | undefined;
  /** The two of whom the text spoke last. */
  pair: readonly Person[];
  /** The two who spoke last. */
  speakers: readonly Person[];
  /** The first of each side. */
  heads: readonly Person[];
  /** The woman of whom the text spoke last. */
  woman: Person | undefined;
  /** Who says "I", with the participants who may do so instead. */
  drafter: { person: Person; certainty: Certainty; silent?: readonly Person[] } | undefined;
  /** Whether the last saying was one of "I". */
  saidI: boolean;
  /** The participants who may speak for themselves. */
  room: readonly Person[];
  /** The side on which somebody sits, where it is known. */
  sideOf(person: Person): string | undefined;
  /** The memorandum has a list of participants. */
  listed: boolean;
}

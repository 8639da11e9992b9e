import type { Certainty } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import type { Person } from '../people/people.js';
import type { Before, Speaker } from './speaker.js';

/** Part of a turn that stands in one paragraph; offsets in that paragraph's reading text. */
export interface TurnPart {
  paragraph: number;
  start: number;
  end: number;
  who: readonly Person[];
  toWhom?: Person;
  /** Who may have spoken instead. */
  others?: readonly Person[];
  /** In the speaker's own words. */
  direct: boolean;
  continues: boolean;
  certainty: Certainty;
  evidence: string;
}

/** A main clause, or a label, in which somebody outside the room is made to speak. */
export interface AbsentSpeaker extends Range {
  paragraph: number;
  person: Person;
}

/** A pronoun that speaks and may mean several of the participants, or none of them. */
export interface UnclearSpeaker extends Range {
  paragraph: number;
  /** Who is taken for the speaker, if anybody. */
  taken?: Person;
  others: readonly Person[];
}

/** What has been read so far. */
export interface State extends Before {
  turns: TurnPart[];
  absent: AbsentSpeaker[];
  unclear: UnclearSpeaker[];
  /** The turn to which the sentence before belongs, in the same paragraph. */
  open: TurnPart | undefined;
  /** Whom another one answered with a bare word at the end of a paragraph. */
  answered: Speaker | undefined;
  /** Where the last parenthesis begins in which somebody was made to speak. */
  spokenParenthesis: string | undefined;
}

/** Whether two turns have the same speakers, in any order. */
export const sameSpeakers = (one: readonly Person[], other: readonly Person[]): boolean =>
  one.length === other.length && one.every((person) => other.includes(person));

/** Somebody becomes the one whom the next "he" may mean. */
export function takesSubject(state: State, person: Person | undefined, asI = false): void {
  state.subject = person;
  state.saidI = asI;
}

/** What follows begins a new part of whatever turn it belongs to. */
export function interrupt(state: State): void {
  state.open = undefined;
  state.answered = undefined;
}

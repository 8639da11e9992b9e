import type { Range } from '../../text/transcription.js';
import type { Genre } from './genre.js';

/** What the form says, as places in the transcription. */
export interface FormFacts {
  genre: Genre;
  title?: Range;
  /** The day of the conversation, ISO 8601. */
  date?: string;
  /** `hh:mm:ss`, local time. */
  time?: string;
  place?: Range;
  subjects: Range[];
  people: ListedPerson[];
  /** Those whom the title names, by name or by office alone, whether or not they make a list. */
  titlePeople?: readonly Range[];
  /** Whoever wrote the document, as the title names him: a surname, or a name with its title. */
  writer?: Range;
  /** A name alone on the last line. */
  signature?: Range;
  /** The names of the sides, in the order of the list; empty for one that the list only sets apart. */
  sides: Range[];
  /** The list says that the people are those of another part of the document. */
  sameAsBefore?: Range;
}

export interface ListedPerson {
  /** The stretches that give one person; more than one where columns part them. */
  parts: readonly Range[];
  /** The office, where it stands in a column of its own. */
  role?: Range;
  /** A part that is a wife's name, which he shares: "Secretary and Mrs. Rusk". */
  shared?: Range;
  /** The delegation's name as written, and its place in the list from 0. */
  delegation?: { name: Range; n: number };
}

/** The text with what the format has written blanked out, offsets unchanged. */
export type Plain = (range: Range) => string;

/** Gives each name of a side its place among all. */
export function sidesOf(facts: FormFacts): (name: Range) => NonNullable<ListedPerson['delegation']> {
  return (name) => ({ name, n: facts.sides.push(name) - 1 });
}

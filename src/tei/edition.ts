import type { EntityRecord, PersonRecord } from '../authorities/record.js';
import type { Certainty, Mark } from '../text/marks.js';
import type { Transcription } from '../text/transcription.js';

/** Someone whom the edition names, as its header and standOff need him. */
export interface EditionPerson {
  id: string;
  name: string;
  /** The name that stands after a title; absent for those who are known by an office alone. */
  surname?: string;
  record?: PersonRecord;
  /** What the program has to say of an entry of the edition's own. */
  note?: string;
  /** Set for participants: the number of the delegation from 0, or none. */
  participant?: { delegation?: number; role?: 'interpreter' | 'drafter' };
}

/** All that the encoder writes: the marks, and what is known of the document as a whole. */
export interface Edition {
  /** Name of the edition, as of its folder and files. */
  name: string;
  transcription: Transcription;
  marks: readonly Mark[];
  ids: ReadonlyMap<Mark, string>;
  language: string;
  title: { main: string; sub?: string };
  /** Semantic version; absent for a bare transcription. */
  version?: string;
  /** Day of the edition, ISO 8601; absent where nobody gave one. */
  date?: string;
  /** Who answers for the decisions; absent where nobody is named. */
  editor?: string;
  publisher?: string;
  /** Where the page to read is published; absent where nobody said. */
  address?: string;
  /** The DOI of the edition, without an address before it. */
  doi?: string;
  /** Of the edition; absent where nobody gave one. */
  licence?: { name: string; url: string };
  software: { name: string; version: string };
  document: {
    formTitle?: string;
    date?: string;
    dateWords?: string;
    time?: string;
    timeWords?: string;
    /** Where the talk was held, as the form says. */
    place?: { id: string; words: string };
    /** Where the document was made: the town, where the form gives a room. */
    origin?: { id: string; words: string };
    subjects: readonly string[];
    /** The highest classification marking, as typed. */
    classification?: string;
    pages: number;
    words: number;
  };
  drafter?: { person: EditionPerson; certainty: Certainty };
  source: {
    repository?: string;
    collection?: string;
    shelfmark?: string;
    form?: string;
    extent?: string;
    classification?: string;
    provenance?: string;
    image?: string;
    rights?: string;
  };
  hands: readonly { id: string; description: string; certainty: Certainty; by: 'memcon' | 'editor' }[];
  witnesses: readonly { id: string; title: string; detail?: string; url?: string }[];
  delegations: readonly string[];
  people: readonly EditionPerson[];
  entities: readonly EntityRecord[];
  /** Commentary; `about` is absent where it gives the reason of a reading. */
  notes: readonly { target: string; text: string; about?: 'text' | 'history' }[];
  /**
   * What was done to the edition; `target` is the id of what it was done to, `version` that of the edition in which it
   * first stood. `decided` is what a decision decides.
   */
  revisions: readonly { date?: string; what: string; target?: string; version?: string; decided?: string }[];
  /** The page images, in order, with the lines that the recognition found on them. */
  surfaces: readonly Surface[];
  /** What the document is: a memorandum, a letter … */
  genre: string;
  /** Who says how much, where there is a talk. */
  conversation?: Conversation;
  /** Address of the folder of the schema, relative to the edition’s file. */
  schema: string;
}

/** What one person has in the talk, or several who speak as one. */
export interface Part {
  readonly who: readonly EditionPerson[];
  /** The name of the side, where one is listed under one. */
  readonly delegation?: string;
  readonly role?: 'interpreter' | 'drafter';
  /** A turn over several paragraphs is one. */
  readonly turns: number;
  readonly words: number;
  /** Whom the text says that they address, with the number of turns in which they do. */
  readonly addresses: readonly { readonly person: EditionPerson; readonly turns: number }[];
}

/** Who says how much. `narration` and the words of all parts together are the words of the body. */
export interface Conversation {
  /** Words of the paragraphs, and of the tables between them, as they are read. */
  readonly words: number;
  /** Words in no turn, and the labels before turns. */
  readonly narration: number;
  readonly turns: number;
  /** The participants, silent ones too, as they are listed; then whoever else speaks, in the order of first turns. */
  readonly people: readonly Part[];
  /** Turns with several speakers, a row for each set of them. */
  readonly together: readonly Part[];
}

/** A page image; sizes and places in its pixels. */
export interface Surface {
  n: number;
  image?: string;
  width?: number;
  height?: number;
  zones: readonly { n: number; left: number; top: number; right: number; bottom: number }[];
}

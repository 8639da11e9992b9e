import type { Span } from './reading-text.js';

/** Who speaks. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  /** All names under which the edition knows the speaker. */
  readonly forms: readonly string[];
}

/** A passage that can be cited. */
export interface Unit {
  /** The `unit` of the header's `citeStructure`: page, line, paragraph, turn …; `document` for the whole. */
  readonly kind: string;
  /** Its xml:id, and its anchor on the page; lines have none. */
  readonly id?: string;
  /** Of a line, the xml:id of its page. */
  readonly anchor?: string;
  /** What it is called among its kind: “p. 3”, “turn 5”. */
  readonly label: string;
  /** Under which the resolver finds it again: by the trees of the header, and as people write it. */
  readonly references: readonly string[];
  /** As they are read; of a reading, the words of the edition. */
  readonly words: string;
  /** SHA-256 of the words in UTF-8, white space single, in hexadecimal. */
  readonly sha256: string;
  /** Names of the pages on which the words stand, in order. */
  readonly pages: readonly string[];
  /** Numbers of the paragraphs, as the reading view shows them. */
  readonly paragraphs: readonly string[];
  readonly speakers: readonly Speaker[];
  /** The words around it. */
  readonly before: string;
  readonly after: string;
  /** Of a reading, the words of the transcription. */
  readonly transcribed?: string;
  /** The reading view shows it; what stands on the sheet beside the text only the diplomatic one. */
  readonly inReading: boolean;
  readonly spans: readonly Span[];
}

/** A person as a record of a bibliography has one. */
export type Name = { family: string; given?: string } | { literal: string };

/** What the header says of the document and of its edition. */
export interface Bibliography {
  /** The name of the edition, as of its folder. */
  readonly name: string;
  readonly title: string;
  readonly genre?: string;
  /** The drafter, where it is certain who that was. */
  readonly author?: Name;
  /** The day of the document, ISO 8601, as far as it is known. */
  readonly date?: string;
  readonly place?: string;
  readonly repository?: string;
  readonly collection?: string;
  readonly shelfmark?: string;
  readonly editor?: string;
  readonly publisher?: string;
  readonly version?: string;
  /** The version of which the file is the release; absent for the edition as it is now. */
  readonly release?: string;
  readonly editionDate?: string;
  /** Address of the reading view, where the edition is published. */
  readonly address?: string;
  /** The DOI of the edition, without an address before it. */
  readonly doi?: string;
  readonly licence?: string;
  readonly language?: string;
  /** How its pages are named: `bare` for `NAME.html`, of a transcription without a workspace. */
  readonly layout: 'workspace' | 'bare';
  /** An editor has had a part in it. */
  readonly reviewed: boolean;
}

/** All of an edition that can be cited, read from its TEI file. */
export interface CitableEdition {
  readonly file: string;
  readonly record: Bibliography;
  readonly units: readonly Unit[];
  /** By every reference under which the trees of the header give a unit. */
  readonly byReference: ReadonlyMap<string, Unit>;
  /** The whole reading text. */
  readonly text: string;
}

import type { Place } from '../messages/message.js';
import type { Certainty, FurnitureType, Position, VariantType } from '../text/marks.js';

/** What `edition.yaml` says of the edition, its source, hands and witnesses; every key is optional. */
export interface Description {
  title?: string;
  /** Semantic version of the edition. */
  version?: string;
  /** Day of this version, ISO 8601. */
  date?: string;
  editor?: string;
  /** Id of the person who drafted the memorandum. */
  drafter?: string;
  /** Id of the place where the document was made, when the form gives only a room, or nothing. */
  place?: string;
  language?: string;
  /** What others have given to the edition; a DOI stands without `https://doi.org/`. */
  identifier?: { doi?: string };
  source?: SourceDescription;
  hands?: Record<string, HandDescription>;
  witnesses?: Record<string, WitnessDescription>;
  /** People who were there beside those whom the document lists. */
  present?: Present[];
  decisions?: Decision[];
  revisions?: Revision[];
}

/** What was done to the edition; a day that nobody has said is left out. */
export interface Revision {
  date?: string;
  what: string;
}

export interface SourceDescription {
  repository?: string;
  collection?: string;
  shelfmark?: string;
  form?: string;
  extent?: string;
  classification?: string;
  provenance?: string;
  image?: string;
  rights?: string;
}

export interface HandDescription {
  description: string;
  certainty?: Certainty;
}

export interface WitnessDescription {
  title: string;
  detail?: string;
  url?: string;
  /** Its text, beside `edition.yaml`, with the id of the document where the file holds several: `volume.xml#d278`. */
  file?: string;
}

/** Something the editor has settled, at the words quoted. Exactly one of the keys after `since` is given. */
export interface Decision extends Anchor {
  reason?: string;
  certainty?: Certainty;
  /** Day of the decision, ISO 8601; that of the edition where it is left out. */
  date?: string;
  /** Version of the edition in which it first stood. */
  since?: string;
  /** A reading that takes the place of the transcription's, after a witness or by conjecture; empty where words fall out. */
  reading?: string;
  /** The sigla of the witnesses that have the reading. */
  witness?: string | string[];
  /** What other witnesses read; without `reading` the transcription's own words stand. */
  variants?: VariantReading[];
  /** The hand of an annotation, of a striking out, or of what was taken for furniture. */
  hand?: string;
  /** Where on the sheet it has written, or the furniture stands. */
  where?: Position;
  /** The words are furniture of this type: a stamp, a page number, a catchword. */
  furniture?: FurnitureType;
  /** The person whom a name or an office means, or `nobody` where the words name no one. */
  person?: string;
  organisation?: string;
  place?: string;
  event?: string;
  /** Whose words or views are reported, or `nobody`'s: in the turn in which the words meant stand. */
  speaker?: string | string[];
  /** To whom they are said. */
  to?: string;
  /** The last words of the turn, which then begins with the words meant. */
  through?: string;
  /** A page begins with the words meant, or none does. */
  break?: 'page' | 'none';
  /** A commentary on the words. */
  note?: string;
  /** What the commentary is about; history where it is left out. */
  about?: 'text' | 'history';
  /** The finding at these words is no error. */
  keep?: true;
}

/** Where the words meant stand: on a page, in a paragraph by its id, or on a line of the transcription. */
export interface Anchor {
  page?: number;
  paragraph?: string;
  /** From 1. */
  line?: number;
  /** The words, with the part meant in square brackets: `"[Khrushchev] said that he wished"`. Left out, all of the paragraph or line is meant. */
  quote?: string;
}

/** What a witness has where it differs from what the edition takes. */
export interface VariantReading {
  /** Empty where the witness lacks the words. */
  reading: string;
  witness: string | string[];
  type?: VariantType;
}

/** A decision with the place in `edition.yaml` where it stands, for messages. */
export interface PlacedDecision extends Decision {
  stands: Place;
}

/** Someone who was present and whom the list of participants does not name. */
export interface Present {
  person: string;
  /** The name of the side, as the list of participants has it. */
  delegation?: string;
  role?: 'interpreter';
}

/** One or several, as the file may have them. */
export const severalOf = (some: string | readonly string[] | undefined): readonly string[] =>
  some === undefined ? [] : typeof some === 'string' ? [some] : some;

/** What a decision says for its place: nobody speaks, no one is named. */
export const NOBODY = 'nobody';

/** What every mark carries that an editor's decision has made. */
export const decided = ({ certainty = 'high', reason }: PlacedDecision) => ({
  by: 'editor' as const,
  certainty,
  evidence: reason ?? 'decided by the editor',
});

import type { Place } from '../messages/message.js';
import type { Certainty, Position } from '../text/marks.js';

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
  source?: SourceDescription;
  hands?: Record<string, HandDescription>;
  witnesses?: Record<string, WitnessDescription>;
  decisions?: Decision[];
  revisions?: { date: string; what: string }[];
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
}

/** Something the editor has settled, at the words quoted on a page. Exactly one of the keys after `certainty` is given. */
export interface Decision {
  page: number;
  /** The words, with the part meant in square brackets: `"[Khrushchev] said that he wished"`. */
  quote: string;
  reason?: string;
  certainty?: Certainty;
  /** A reading that takes the place of the transcription's; after `witness`, or by conjecture. */
  reading?: string;
  witness?: string;
  /** The hand of an annotation, of a striking out, or of what was taken for furniture. */
  hand?: string;
  /** Where on the sheet it has written. */
  where?: Position;
  /** The person whom a name or an office means. */
  person?: string;
  /** A commentary on the words. */
  note?: string;
  /** The finding at these words is no error. */
  keep?: true;
}

/** A decision with the place in `edition.yaml` where it stands, for messages. */
export interface PlacedDecision extends Decision {
  place: Place;
}

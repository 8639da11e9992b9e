import type { Message } from '../messages/message.js';
import type { Certainty, Mark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import type { Consequence } from './consequences.js';
import type { Decision } from './description.js';

/** What a review looks through, as the build has left it. */
export interface ReviewMaterial {
  transcription: Transcription;
  marks: readonly Mark[];
  /** What the reading found, less what the editor has settled; places are those of the transcription as a whole. */
  findings: readonly Message[];
  anchored: readonly AnchoredDecision[];
  people: readonly { id: string; name: string; listed: boolean; interpreter: boolean }[];
  /** Id of the drafter. */
  drafter?: string;
  /** Ids of the hands that `edition.yaml` describes. */
  hands: readonly string[];
}

/** A decision that the editor may take over, and the words that it means. */
export interface Suggested {
  decision: Decision;
  meant: Range;
}

/** One way out: what memcon proposes, leaving all as it stands, or something else. */
export interface Option {
  does: 'accept' | 'refuse' | 'change';
  /** What it comes to, in a few words. */
  says: string;
  decisions: readonly Suggested[];
  /** What may stand in place of the value that the decisions have: ids with the names to them. */
  choices?: readonly { id: string; name: string }[];
  /** What is written into `edition.yaml` beside its decisions. */
  describes?: { drafter: string };
}

/** Words with some of what stands around them. */
export interface Passage {
  meant: Range;
  page: number;
  before: string;
  words: string;
  behind: string;
}

/** One thing that is unsure or undecided. */
export interface Entry {
  consequence: Consequence;
  /** The rule that found it, or the kind of mark that is in doubt. */
  what: string;
  certainty: Certainty;
  passages: readonly Passage[];
  /** What the edition has now. */
  stands: string;
  /** What it may have instead. */
  proposed: readonly string[];
  evidence: string;
  advice: string;
  options: readonly Option[];
  /** A decision that stands in the way of others at these words, and would have to be changed. */
  decided?: AnchoredDecision;
}

import { RULES, type RuleId, type Severity } from './rules.js';

/** A position in a file. `line` and `column` count from 1, `offset` from 0, all in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A half-open stretch of a file: `end` is the first point after it. */
export interface Place {
  start: Point;
  end: Point;
}

/** What a decision would say, and of which words: a decision of `edition.yaml` without its anchor. */
export interface Proposed {
  /** The words at which it would stand; absent where it is said of the whole document. */
  at?: Place;
  /** The file of that place, where it may be another than that of the message. */
  file?: string;
  reading?: string;
  person?: string;
  speaker?: string;
  break?: 'page' | 'none';
  /** Who drafted the document: a key of `edition.yaml` itself. */
  drafter?: string;
  /** Where the words of `reading` are taken from; they may be misread there. */
  after?: Place;
}

/** One way to settle a finding, as one or several decisions, and what speaks for it. */
export interface Proposal {
  why: string;
  certainty: 'high' | 'medium' | 'low';
  decisions: readonly Proposed[];
}

/**
 * What the program has to say about the material, as plain data: what is wrong (`reason`), why it matters
 * (`why`), and what to do (`advice`). `place` is absent only when the whole file is meant.
 */
export interface Message {
  rule: RuleId;
  severity: Severity;
  reason: string;
  why: string;
  advice: string;
  file?: string;
  place?: Place;
  /** The words of the material that are meant, as they stand there. */
  words?: string;
  /** Other places that belong to the finding. */
  related?: { file: string; place?: Place; reason: string }[];
  /** How `edition.yaml` could settle it; the likeliest first. */
  proposals?: readonly Proposal[];
}

export type Report = (message: Message) => void;

/** Makes a message of the catalogue's rule `rule`; severity and the reason why it matters come from the catalogue. */
export function message(
  rule: RuleId,
  said: Pick<Message, 'reason' | 'advice'> &
    Partial<Pick<Message, 'file' | 'place' | 'words' | 'related' | 'proposals' | 'severity'>>,
): Message {
  const { severity, why } = RULES[rule];
  return { rule, severity, why, ...said };
}

export const isError = (found: Message): boolean => found.severity === 'error';

/** Material that cannot be worked on at all; carries the message for the one who can mend it. */
export class MaterialError extends Error {
  constructor(readonly found: Message) {
    super(found.reason);
    this.name = 'MaterialError';
  }
}

export { countOf } from './editing/consequences.js';

import type { Entry, Option, Passage } from './editing/review-entry.js';
import { waitingIn } from './editing/waiting.js';
import { isError, type Message, type Place } from './messages/message.js';
import { placeInFile } from './messages-of-edition.js';
import type { Built } from './pipeline.js';

/** Words in context, with their place in the file that can be mended. */
export interface PlacedPassage extends Omit<Passage, 'meant'> {
  file: string;
  place: Place;
}

/** One thing that is wrong, unsure or undecided in an edition, and how it can be settled. */
export interface Waiting extends Omit<Entry, 'passages' | 'decided'> {
  file?: string;
  place?: Place;
  page?: number;
  passages: readonly PlacedPassage[];
  /** Where a decision stands in `edition.yaml` that would have to be changed. */
  decided?: Place;
}

export interface Review {
  waiting: readonly Waiting[];
  /** What was found and no decision can settle. */
  notes: readonly Message[];
}

/** All that waits for the editor of an edition: errors first, then by what is at stake. */
export function reviewOf(built: Built | undefined, messages: readonly Message[]): Review {
  const errors = messages.filter(isError).map(asWaiting);
  if (!built) return { waiting: errors, notes: [] };
  const { entries, notes } = waitingIn(built.review);
  return { waiting: [...errors, ...entries.map((entry) => placed(entry, built))], notes };
}

const asWaiting = ({ rule, file, place, words = '', reason, advice }: Message): Waiting => ({
  consequence: 'error',
  what: rule,
  certainty: 'high',
  ...(file !== undefined && { file }),
  ...(place && { place }),
  passages: [],
  stands: words.replace(/\s+/g, ' '),
  proposed: [],
  evidence: reason,
  advice,
  options: [],
});

function placed({ passages, decided, ...entry }: Entry, { review: { transcription } }: Built): Waiting {
  const shown = passages.map(({ meant, ...passage }) => ({ ...passage, ...placeInFile(transcription, meant) }));
  const [first] = shown;
  return {
    ...entry,
    evidence: asSentence(entry.evidence),
    file: first?.file ?? transcription.file,
    ...(first && { place: first.place, page: first.page }),
    passages: shown,
    ...(decided && { decided: decided.decision.stands }),
  };
}

export const isWrong = ({ consequence }: Pick<Waiting, 'consequence'>): boolean => consequence === 'error';

/** What memcon proposes, where it does. */
export const acceptanceOf = ({ options }: Waiting): Option | undefined => options.find(({ does }) => does === 'accept');

/** The evidence of marks is a phrase. */
const asSentence = (words: string): string =>
  /[.!?]$/.test(words) ? words : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;

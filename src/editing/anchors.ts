import type { Message } from '../messages/message.js';
import { findLike, findQuotation, type Quoted } from '../text/quotation.js';
import { type Range, type Transcription, trimmed } from '../text/transcription.js';
import { ambiguous, lost, moved } from './anchor-messages.js';
import type { PlacedDecision } from './description.js';
import { type Places, rangeOf } from './places.js';

/** A decision and the words of the transcription that it means. */
export interface AnchoredDecision {
  decision: PlacedDecision;
  meant: Range;
  /** Where the turn ends whose first words are meant. */
  until?: number;
}

/**
 * Finds the words that each decision means. Words that are no longer there letter by letter are found by likeness and
 * reported as moved; those that are nowhere, or stand there twice, give an error with the passages that come nearest.
 */
export function anchorDecisions(
  places: Places,
  decisions: readonly PlacedDecision[],
  file: string,
): { anchored: AnchoredDecision[]; messages: Message[] } {
  const anchored: AnchoredDecision[] = [];
  const messages: Message[] = [];
  for (const decision of decisions) {
    const one = anchor(places, decision, file);
    messages.push(...one.messages);
    if (!one.meant) continue;
    const { meant } = one;
    if (decision.through === undefined) {
      anchored.push({ decision, meant });
      continue;
    }
    const rest = { start: meant.start, end: places.transcription.text.length };
    const [last] = findQuotation(places.transcription, decision.through, rest);
    if (last) anchored.push({ decision, meant, until: last.meant.end });
    else messages.push(lost(places, { ...decision, quote: decision.through }, rest, file));
  }
  return { anchored, messages };
}

function anchor(places: Places, decision: PlacedDecision, file: string): { meant?: Range; messages: Message[] } {
  const { transcription } = places;
  const within = rangeOf(places, decision);
  const { quote } = decision;
  if (within && quote === undefined) return { meant: trimmed(transcription, within), messages: [] };
  if (quote === undefined) return { messages: [lost(places, decision, within, file)] };
  const found = within ? findQuotation(transcription, quote, within) : [];
  if (found.length > 1) return { messages: [ambiguous(places, decision, found, file)] };
  const here = found[0];
  if (here) return { meant: here.meant, messages: [] };
  const other = within && elsewhere(transcription, quote);
  if (!other) return { messages: [lost(places, decision, within, file)] };
  return { meant: other.meant, messages: [moved(places, decision, other, file)] };
}

/** Fewer words may stand anywhere. */
const LEAST_WORDS = 3;

/** The one place in all of the document where the words stand, or words so like them that they must be the same. */
function elsewhere(transcription: Transcription, quote: string): Quoted | undefined {
  const whole = { start: 0, end: transcription.text.length };
  if ((quote.match(/\S+/g)?.length ?? 0) < LEAST_WORDS) return undefined;
  const exact = findQuotation(transcription, quote, whole);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  return findLike(transcription, quote, whole);
}

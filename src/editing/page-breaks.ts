import type { Message } from '../messages/message.js';
import type { PageMark } from '../text/marks.js';
import { findQuotation } from '../text/quotation.js';
import type { Range, Transcription } from '../text/transcription.js';
import { ambiguous, lost } from './anchor-messages.js';
import type { AnchoredDecision } from './anchors.js';
import type { PlacedDecision } from './description.js';
import { unfit } from './fitting.js';
import { type Places, rangeOf } from './places.js';

/** Where a page begins, for certain; offsets of the transcription. */
export interface DecidedBreak {
  at: number;
  certainty: 'sure';
  evidence: string;
  said: Pick<PageMark, 'by' | 'certainty'>;
}

/**
 * All page breaks, once the editor has added some and taken some away; absent where there is nothing decided. Their
 * places are looked for in the whole transcription or on a line, since pages are what is being settled.
 */
export function decidedBreaks(
  transcription: Transcription,
  pages: readonly PageMark[],
  decisions: readonly PlacedDecision[],
  file: string,
): { pages?: DecidedBreak[]; anchored: AnchoredDecision[]; messages: Message[] } {
  if (decisions.length === 0) return { anchored: [], messages: [] };
  const anchored: AnchoredDecision[] = [];
  const messages: Message[] = [];
  const places: Places = { transcription, pages, rangeOf: () => undefined };
  let breaks: DecidedBreak[] = pages
    .slice(1)
    .map(({ start, evidence, by, certainty }) => ({ at: start, certainty: 'sure', evidence, said: { by, certainty } }));
  for (const decision of decisions) {
    const meant = placeOfBreak(places, decision, file, messages);
    if (!meant) continue;
    anchored.push({ decision, meant });
    const near = breaks.find(({ at }) => isAt(transcription, at, meant));
    if (decision.break === 'none') {
      if (!near) messages.push(unfit(transcription, decision, meant, file, 'no page break', 'the first of a page'));
      breaks = breaks.filter((one) => one !== near);
      continue;
    }
    breaks = [
      ...breaks.filter((one) => one !== near),
      {
        at: meant.start,
        certainty: 'sure',
        evidence: decision.reason ?? 'decided by the editor',
        said: { by: 'editor', certainty: decision.certainty ?? 'high' },
      },
    ];
  }
  return { pages: breaks.sort((one, other) => one.at - other.at), anchored, messages };
}

function placeOfBreak(places: Places, decision: PlacedDecision, file: string, messages: Message[]): Range | undefined {
  const within = rangeOf(places, decision);
  const { quote } = decision;
  if (within && quote === undefined) {
    const lead = /^\s*/.exec(places.transcription.text.slice(within.start, within.end))![0].length;
    return { start: within.start + lead, end: within.end };
  }
  const found = within && quote !== undefined ? findQuotation(places.transcription, quote, within) : [];
  if (found.length === 1) return found[0]!.meant;
  messages.push(found.length === 0 ? lost(places, decision, within, file) : ambiguous(places, decision, found, file));
  return undefined;
}

/** Whether a page begins with the words, or in the white space before them. */
const isAt = ({ text }: Transcription, at: number, meant: Range): boolean =>
  at <= meant.end && (at >= meant.start || text.slice(at, meant.start).trim() === '');

import { inShort } from '../messages/in-short.js';
import { type Transcription, wordsOf } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { NOBODY, type PlacedDecision, severalOf } from './description.js';

/** What a decision has done to the edition, in words for its history: `Page 2: “wait” read as “unite” (frus)`. */
export function inWords(transcription: Transcription, { decision, meant }: AnchoredDecision): string {
  return `${whereIn(decision)}${done(decision, `“${inShort(wordsOf(transcription, meant))}”`)}.`;
}

const whereIn = ({ page, paragraph }: PlacedDecision): string =>
  page !== undefined ? `Page ${page}: ` : paragraph !== undefined ? `${paragraph}: ` : '';

function done(decision: PlacedDecision, words: string): string {
  const { reading, witness, variants, hand, furniture, person, organisation, place, event, speaker, to } = decision;
  if (reading !== undefined) {
    const after = severalOf(witness).join(', ') || 'conjecture';
    return reading === '' ? `${words} left out (${after})` : `${words} read as “${reading}” (${after})`;
  }
  if (variants)
    return `readings of ${variants.flatMap((variant) => severalOf(variant.witness)).join(', ')} at ${words}`;
  if (hand !== undefined) return `${words} given to ${hand}`;
  if (furniture !== undefined) return `${words} taken for ${furniture}`;
  const named = person ?? organisation ?? place ?? event;
  if (named !== undefined) return named === NOBODY ? `${words} names nobody` : `${words} means ${named}`;
  if (speaker !== undefined) {
    const said = severalOf(speaker).join(' and ');
    return said === NOBODY ? `${words} is nobody’s speech` : `${words} said by ${said}${to ? ` to ${to}` : ''}`;
  }
  if (decision.break !== undefined)
    return decision.break === 'page' ? `a page begins with ${words}` : `no page begins with ${words}`;
  return decision.keep ? `${words} kept as it is` : `note on ${words}`;
}

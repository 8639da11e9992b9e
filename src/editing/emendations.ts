import { type Message, message } from '../messages/message.js';
import type { EmendationMark } from '../text/marks.js';
import { overlaps, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { severalOf } from './description.js';
import { unfit } from './fitting.js';

/** The emendations among the decisions, as marks. `signs` are what the format has written: no reading can stand there. */
export function emendationsOf(
  transcription: Transcription,
  anchored: readonly AnchoredDecision[],
  signs: readonly Range[],
  file: string,
): { emendations: EmendationMark[]; messages: Message[] } {
  const messages: Message[] = [];
  const emendations = anchored.flatMap(({ decision, meant }): EmendationMark[] => {
    const { reading, reason = '', certainty = 'high' } = decision;
    const variants = (decision.variants ?? []).map(({ witness, ...variant }) => ({
      ...variant,
      witnesses: severalOf(witness),
    }));
    if (reading === undefined && variants.length === 0) return [];
    if (signs.some((sign) => overlaps(sign, meant))) {
      const missing = 'what the format of the transcription has written, and no word of the paper';
      messages.push(unfit(transcription, decision, meant, file, missing, 'on the paper'));
      return [];
    }
    if (reading === wordsOf(transcription, meant)) {
      messages.push(
        message('decision-changes-something', {
          file,
          place: decision.stands,
          words: reading,
          reason: `The transcription already reads “${reading}”.`,
          advice: 'Remove the decision, or give the reading that is meant.',
        }),
      );
      if (variants.length === 0) return [];
    }
    const witnesses = severalOf(decision.witness);
    const evidence = witnesses.length > 0 ? `witness ${witnesses.join(', ')}` : 'conjecture';
    return [
      {
        kind: 'emendation',
        ...meant,
        ...(reading !== undefined && { reading }),
        reason,
        by: 'editor',
        certainty,
        evidence,
        ...(witnesses.length > 0 && { witnesses }),
        ...(variants.length > 0 && { variants }),
      },
    ];
  });
  return { emendations, messages };
}

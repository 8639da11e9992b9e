/**
 * Verbs by which memoranda report speech, in the simple past: the tense in which the note-taker speaks. What a speaker
 * says of earlier speech stands in the pluperfect ("had said") and opens no turn.
 */
const VERBS = `accepted acknowledged added admitted advised affirmed agreed alluded announced answered argued asked
  asserted assured believed began challenged claimed closed commented complained concluded concurred confirmed
  congratulated considered contended continued countered declared denied described disagreed doubted elaborated emphasized
  emphasised enumerated explained expounded expressed felt hoped indicated inquired enquired insisted interjected interposed
  interrupted intimated joked maintained mentioned noted objected observed offered opened opined outlined phrased
  pointed posed praised pressed proceeded promised proposed protested questioned quoted raised reaffirmed recalled reciprocated
  recounted referred regretted reiterated rejoined related remarked reminded repeated replied reported requested responded
  restated resumed retorted returned reviewed said spoke speculated stated stressed suggested summarized summed
  thanked thought told touched turned undertook underlined urged voiced volunteered warned welcomed wished wondered`
  .split(/\s+/)
  .join('|');

const ADVERBS =
  '(?:(?:then|also|again|further|now|next|once more|at this point|however|therefore|thereupon|only|immediately|in turn|in reply|rather|quite|nevertheless|\\p{Ll}+ly),?\\s+)*';

/** A verb of saying right after its subject. */
export const SAYS = new RegExp(
  `^,?\\s+${ADVERBS}(?:(?:did|would|wished to)\\s+)?(?<verb>${VERBS}|did\\s+(?:mention|say|note|add))\\b(?!\\s+(?:by)\\b)`,
  'u',
);
/** Between commas, or before the end: ", Kuznetsov said," */
export const SAYS_IN_PARENTHESIS = new RegExp(
  `^\\s+${ADVERBS}(?:${VERBS})(?:\\s+(?:then|again|further))?\\s*(?:[,.;:]|$)`,
  'u',
);
/** Before its subject: ", said the Secretary" and "was mentioned by Dobrynin". */
export const SAID_BY = new RegExp(`(?:,["”]?\\s+(?:${VERBS})\\s+|\\b(?:was|were)\\s+(?:${VERBS})\\s+by\\s+)$`, 'u');
/** "Dobrynin's reply was": the saying as a noun after the speaker. */
export const REPLY_OF =
  /^['’]s?\s+(?:\p{Ll}+\s+)?(?:reply|answer|response|rejoinder|comment|argument|view|position)\s+(?:was|were)\b/u;
/** "told the Secretary": the one spoken to follows. */
export const SAYS_TO =
  /\b(?:told|asked|assured|reminded|thanked|informed|advised|warned|congratulated|invited|urged)\s+$/u;
/** A word before a subject that makes its clause part of what somebody else says. */
export const SUBORDINATES =
  /(?:^|[\s("“])(?:that|as|what|which|who|whom|whose|when|where|whether|if|because|since|why|how|until|unless|although|though|while|than|of|to|by|with|for|and that|both)\s+$/iu;

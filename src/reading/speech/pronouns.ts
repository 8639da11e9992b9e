import type { Range } from '../../text/transcription.js';
import { addressed } from './addressees.js';
import { latter, meantBy } from './antecedents.js';
import { isMainClause, says } from './clauses.js';
import { actsAndSays } from './narration.js';
import { isQuoted } from './quoted.js';
import { SAID_BY } from './saying.js';
import type { Before, Speaker, SpokenParagraph } from './speaker.js';

/** What they do together: "They agreed", "We agreed". */
const AGREES = /^\s+(?:(?:both|then|also|finally|further)\s+){0,2}(?:agreed|concurred)\b/u;

/** Whom a pronoun makes speak. */
export function byPronoun(
  paragraph: SpokenParagraph,
  sentence: Range,
  pronoun: string,
  at: Range,
  before: Before,
): Speaker | undefined {
  const { other, pair, heads, speakers, drafter } = before;
  const { text } = paragraph;
  const lead = text.slice(sentence.start, at.start);
  const rest = text.slice(at.end, sentence.end);
  if (!isMainClause(lead) || !(says(rest) || actsAndSays(rest))) return undefined;
  if (pronoun === 'I') {
    if (!drafter) return isQuoted(text, at.start) ? undefined : unknown(at, before);
    const { person, certainty, silent } = drafter;
    const toWhom = addressed(paragraph, sentence, at, person, before);
    return {
      who: [person],
      certainty,
      evidence: 'the drafter says “I”',
      asI: true,
      ...(toWhom && { toWhom }),
      ...(silent && { others: silent }),
    };
  }
  if (pronoun === 'Both') {
    return pair.length === 2
      ? { who: pair, certainty: 'medium', evidence: '“Both” after a sentence of two' }
      : undefined;
  }
  if (pronoun === 'We' || pronoun === 'They') {
    if (!AGREES.test(rest)) return undefined;
    const two = pronoun === 'We' ? [other, drafter?.person] : heads.length === 2 ? heads : speakers;
    const who = two.filter((person) => person !== undefined);
    return who.length === 2 && who[0] !== who[1]
      ? { who, certainty: 'medium', evidence: `“${pronoun}” of two who agree` }
      : undefined;
  }
  const found = /latter$/.test(pronoun) ? latter(before) : meantBy(pronoun, before);
  if (!found) return unknown(at, before);
  const toWhom = addressed(paragraph, sentence, at, found.who[0]!, before);
  return { ...found, ...(toWhom && { toWhom }), ...(found.others && { unclear: true, at }) };
}

/** Somebody speaks, and the text does not tell who; the participants come into question. */
const unknown = (at: Range, { room }: Before): Speaker => ({
  who: [],
  certainty: 'low',
  evidence: 'a pronoun that means nobody who is known',
  others: room,
  unclear: true,
  at,
});

/** "I was asked by him": the pronoun speaks. */
export function passiveBy(lead: string, pronoun: string, before: Before): Speaker | undefined {
  if (!SAID_BY.test(lead)) return undefined;
  const speaker = meantBy(pronoun === 'her' ? 'She' : 'He', before);
  const asked = /(?<![\p{L}\d])I\s+was\s/u.test(lead) ? before.drafter?.person : undefined;
  return speaker && { ...speaker, ...(asked && asked !== speaker.who[0] && { toWhom: asked }) };
}

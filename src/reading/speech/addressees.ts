import type { Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import type { Person } from '../people/people.js';
import { meantBy, toldBy } from './antecedents.js';
import { ANSWERS, ASKED_IN_PASSIVE, SAYS_TO, TO_PRONOUN } from './saying.js';
import type { Before, SpokenParagraph } from './speaker.js';

/**
 * Whom a speaker addresses, as the sentence says: whoever stands right behind "told", "asked" and their like, by name or
 * pronoun, or whose question he answers.
 */
export function addressed(
  { text, mentions }: SpokenParagraph,
  sentence: Range,
  subject: Range,
  speaker: Person,
  before: Before,
): Person | undefined {
  const isAnother = ({ person }: Mention) => person !== speaker;
  const behind = mentions.find(
    (mention) =>
      mention.start > subject.end &&
      mention.end <= sentence.end &&
      isAnother(mention) &&
      SAYS_TO.test(text.slice(subject.end, mention.start)),
  );
  if (behind) return behind.person;
  const answered = mentions.find(
    (mention) =>
      mention.start >= sentence.start &&
      mention.end <= subject.start &&
      isAnother(mention) &&
      ANSWERS.test(text.slice(sentence.start, mention.start)),
  );
  if (answered) return answered.person;
  const pronoun = TO_PRONOUN.exec(text.slice(subject.end, sentence.end))?.groups?.pronoun;
  if (pronoun === undefined) return undefined;
  const meant = pronoun === 'me' ? before.drafter?.person : toldBy(pronoun, speaker, before);
  return meant === speaker ? undefined : meant;
}

/** Whoever is asked or told in the passive: "He was asked by Mr. Kohler". */
export function askedBy(
  lead: string,
  sentence: Range,
  speaker: Mention,
  mentions: readonly Mention[],
  before: Before,
): Person | undefined {
  if (!ASKED_IN_PASSIVE.test(lead)) return undefined;
  const pronoun = /^["“(]?(He|She|I)\s/.exec(lead)?.[1];
  const asked =
    pronoun === 'I'
      ? before.drafter?.person
      : pronoun
        ? meantBy(pronoun, before)?.who[0]
        : mentions.find(({ start }) => start - sentence.start <= 1)?.person;
  return asked === speaker.person ? undefined : asked;
}

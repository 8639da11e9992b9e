import { contains, type Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import { addressed, askedBy } from './addressees.js';
import { meantBy } from './antecedents.js';
import { isMainClause, says } from './clauses.js';
import { actsAndSays } from './narration.js';
import { byPronoun, passiveBy } from './pronouns.js';
import { BEFORE_A_VIEW, IN_THE_VIEW, REPLY_OF, SAID_BY, SAYS, SAYS_IN_PARENTHESIS, THINKS, VIEW_OF } from './saying.js';
import { type Before, isAbsent, type Speaker, type SpokenParagraph } from './speaker.js';
import { allTogether } from './together.js';

const BY_PRONOUN = /(?<![\p{L}\d])(?:him|her)(?![\p{L}\d'’])/gu;
const PRONOUN = /(?<![\p{L}\d])(He|She|he|she|I|We|They|Both|[Tt]he latter)(?![\p{L}\d'’])/gu;

/** Who speaks in a sentence: the subject of a main clause with a verb of saying. */
export function speakerOf(paragraph: SpokenParagraph, sentence: Range, before: Before): Speaker | undefined {
  const { text } = paragraph;
  const within = paragraph.mentions.filter((mention) => contains(sentence, mention));
  // A name can be misread, an office hardly: "the President said" of one who was not there is reported, not heard.
  const mentions = within.filter(({ kind, person }) => kind === 'name' || !before.listed || person.listed);
  const inParenthesis = mentions.find(
    ({ start, end }) =>
      /[,—–]["”]?\s+$/.test(text.slice(Math.max(sentence.start, start - 8), start)) &&
      SAYS_IN_PARENTHESIS.test(text.slice(end, sentence.end)),
  );
  if (inParenthesis) return named(paragraph, sentence, inParenthesis, before, 'verb of saying in parenthesis');
  const together = allTogether(text.slice(sentence.start, sentence.end), mentions, before);
  if (together) return together;
  const candidates = [
    ...mentions.map((mention) => ({
      at: mention.start,
      speaker: () => byMention(paragraph, sentence, mention, mentions, before),
    })),
    ...[...text.slice(sentence.start, sentence.end).matchAll(PRONOUN)].map((found) => {
      const start = sentence.start + found.index;
      const range = { start, end: start + found[0].length };
      return { at: start, speaker: () => byPronoun(paragraph, sentence, found[1]!, range, before) };
    }),
    ...[...text.slice(sentence.start, sentence.end).matchAll(BY_PRONOUN)].map((found) => ({
      at: sentence.start + found.index,
      speaker: () => passiveBy(text.slice(sentence.start, sentence.start + found.index), found[0], before),
    })),
  ].sort((one, other) => one.at - other.at);
  for (const { speaker } of candidates) {
    const found = speaker();
    if (found) return found;
  }
  return undefined;
}

function byMention(
  paragraph: SpokenParagraph,
  sentence: Range,
  mention: Mention,
  mentions: readonly Mention[],
  before: Before,
): Speaker | undefined {
  const { text } = paragraph;
  const lead = text.slice(sentence.start, mention.start);
  const rest = text.slice(mention.end, sentence.end);
  if (SAID_BY.test(lead)) {
    const speaker = named(paragraph, sentence, mention, before, 'verb of saying before the speaker');
    const asked = askedBy(lead, sentence, mention, mentions, before);
    return asked ? { ...speaker, toWhom: asked } : speaker;
  }
  if (BEFORE_A_VIEW.test(lead) && VIEW_OF.test(rest))
    return named(paragraph, sentence, mention, before, 'noun of saying');
  if (IN_THE_VIEW.before.test(lead) && IN_THE_VIEW.behind.test(rest)) {
    if (before.listed && !mention.person.listed) return undefined;
    return named(paragraph, sentence, mention, before, 'noun of saying');
  }
  const second = /^["“(]?(?<first>He|She|I|We)\s+and\s+$/.exec(lead)?.groups?.first;
  if (second && SAYS.test(rest)) {
    const first = second === 'I' || second === 'We' ? before.drafter?.person : meantBy(second, before)?.who[0];
    if (!first || first === mention.person || (before.listed && !mention.person.listed)) return undefined;
    return { who: [first, mention.person], certainty: 'medium', evidence: 'a saying of two' };
  }
  const { partner: spouse } = mention;
  if (!isMainClause(spouse ? lead.replace(/\S+\s+and\s+$/, '') : lead)) return undefined;
  // What somebody thinks within another's sentence is told of him, surely so where he is not in the room.
  const isTold = isAbsent(mention.person, before) ? lead.trim() !== '' : /\bthat\b.*\b(?:and|but)\s+$/s.test(lead);
  if (isTold && THINKS.test(rest)) return undefined;
  if (says(rest) || actsAndSays(rest)) {
    if (spouse) {
      const speaker = named(paragraph, sentence, mention, before, 'subject of a verb of saying');
      return { ...speaker, who: [spouse, mention.person], certainty: 'medium' };
    }
    const partner = mentions.find(
      ({ end }) => end < mention.start && /^\s+and\s+$/.test(text.slice(end, mention.start)),
    );
    const speaker = named(paragraph, sentence, mention, before, 'subject of a verb of saying');
    const together =
      partner &&
      (/^["“(]?(?:Both\s+)?$/.test(text.slice(sentence.start, partner.start)) ||
        isMainClause(text.slice(sentence.start, partner.start)));
    return together ? { ...speaker, who: [partner.person, mention.person], certainty: 'medium' } : speaker;
  }
  if (REPLY_OF.test(rest)) return named(paragraph, sentence, mention, before, 'noun of saying');
  return undefined;
}

function named(
  paragraph: SpokenParagraph,
  sentence: Range,
  mention: Mention,
  before: Before,
  evidence: string,
): Speaker {
  const { start, end, person, certainty, others } = mention;
  const toWhom = addressed(paragraph, sentence, { start, end }, person, before);
  return {
    who: [person],
    certainty,
    evidence,
    at: { start, end },
    ...(toWhom && { toWhom }),
    ...(others && { others }),
  };
}

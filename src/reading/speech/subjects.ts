import type { Certainty } from '../../text/marks.js';
import { contains, type Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import { isWoman, type Person } from '../people/people.js';
import { actsAndSays } from './narration.js';
import {
  ANSWERS,
  ASKED_IN_PASSIVE,
  BEFORE_A_VIEW,
  IN_THE_VIEW,
  OPENING_PHRASE,
  REPLY_OF,
  SAID_BY,
  SAYS,
  SAYS_IN_PARENTHESIS,
  SAYS_TO,
  SPEAKS,
  SUBORDINATES,
  THINKS,
  TO_PRONOUN,
  VIEW_OF,
} from './saying.js';

/** A paragraph as speech is read from it. */
export interface SpokenParagraph {
  text: string;
  mentions: readonly Mention[];
}

export interface Speaker {
  who: readonly Person[];
  certainty: Certainty;
  evidence: string;
  toWhom?: Person;
  /** Who may have spoken instead. */
  others?: readonly Person[];
  /** Where the subject stands in the paragraph. */
  at?: Range;
  direct?: boolean;
}

/** What has been read before a sentence. */
export interface Before {
  current: Speaker | undefined;
  /** Who was the subject of the last saying. */
  subject: Person | undefined;
  /** The last speaker who is not the drafter, or whom the drafter spoke to. */
  other: Person | undefined;
  /** The two of whom the text spoke last. */
  pair: readonly Person[];
  /** The two who spoke last. */
  speakers: readonly Person[];
  /** The first of each side. */
  heads: readonly Person[];
  /** The woman of whom the text spoke last. */
  woman: Person | undefined;
  drafter: { person: Person; certainty: Certainty } | undefined;
  /** The memorandum has a list of participants. */
  listed: boolean;
}

/** Several whom a sentence makes one speaker, with their number. */
const TOGETHER: readonly { words: RegExp; number: number }[] = [
  {
    words:
      /^["“(]?(?:Both|The two|Each)\s+(?:(?:foreign|prime|Foreign|Prime)\s+)?(?:sides?|delegations?|parties|[Mm]inisters|[Ss]ecretaries|[Pp]residents|[Aa]mbassadors|leaders|officials|gentlemen|ladies|men|women)(?=\s)/u,
    number: 2,
  },
  {
    words:
      /^["“(]?(?:All\s+three|The\s+three)\s+(?:(?:foreign|prime|Foreign|Prime)\s+)?(?:sides|delegations|parties|[Mm]inisters|[Ss]ecretaries|leaders)(?=\s)/u,
    number: 3,
  },
];
/** What they do together: "They agreed", "We agreed". */
const AGREES = /^\s+(?:(?:both|then|also|finally|further)\s+){0,2}(?:agreed|concurred)\b/u;
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

/** "Both sides stated", "The three ministers agreed": as many speakers as the words count. */
function allTogether(
  words: string,
  mentions: readonly Mention[],
  { heads, pair, speakers }: Before,
): Speaker | undefined {
  for (const { words: wording, number } of TOGETHER) {
    const found = wording.exec(words);
    if (!found || !SAYS.test(words.slice(found[0].length))) continue;
    const named = [...new Set(mentions.map(({ person }) => person))];
    const fits = (people: readonly Person[]) =>
      people.length === number && (!/\b(?:ladies|women)$/.test(found[0]) || people.every(isWoman));
    const who = [heads, speakers, pair, named].find(fits);
    if (who) return { who, certainty: 'medium', evidence: 'a saying of several together' };
  }
  return undefined;
}

/** Where within a sentence somebody else takes over: "He asked who was meant, and the Secretary said". */
export function takeOvers(
  { text, mentions }: SpokenParagraph,
  sentence: Range,
  { drafter, listed }: Pick<Before, 'drafter' | 'listed'>,
): number[] {
  const speaks = (start: number, end: number): number[] => {
    const conjunction = /(?:[,;]\s+)?(?:(?:and|but|whereupon|to\s+which)\s+)$|;\s+$/.exec(
      text.slice(Math.max(sentence.start, start - 24), start),
    );
    if (!conjunction || !SPEAKS.test(text.slice(end, Math.min(sentence.end, end + 60)))) return [];
    const at = start - conjunction[0].length + (/^[,;]?\s*/.exec(conjunction[0])?.[0].length ?? 0);
    return at - sentence.start > 12 ? [at] : [];
  };
  // "Both Thompson and Dobrynin said" is one subject.
  const isSecondOfTwo = (start: number) =>
    mentions.some(
      (first) =>
        first.end < start &&
        /^\s+and\s+$/.test(text.slice(first.end, start)) &&
        /^["“(]?(?:Both\s+)?$/.test(text.slice(sentence.start, first.start)),
    );
  const named = mentions
    .filter(({ start, end, person }) => start > sentence.start && end <= sentence.end && (!listed || person.listed))
    .filter(({ start }) => !isSecondOfTwo(start))
    .flatMap(({ start, end }) => speaks(start, end));
  const own = drafter
    ? [...text.slice(sentence.start, sentence.end).matchAll(/(?<![\p{L}\d“"])I(?=\s)/gu)].flatMap(({ index }) =>
        speaks(sentence.start + index, sentence.start + index + 1),
      )
    : [];
  return [...named, ...own].sort((one, other) => one - other);
}

/** Whether what follows a subject is a verb of saying. */
export const says = (rest: string): boolean => SAYS.test(rest);

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
  const isAbsent = before.listed && !mention.person.listed && mention.person !== before.drafter?.person;
  const isTold = isAbsent ? lead.trim() !== '' : /\bthat\b.*\b(?:and|but)\s+$/s.test(lead);
  if (isTold && THINKS.test(rest)) return undefined;
  if (SAYS.test(rest) || actsAndSays(rest, says)) {
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

/** "I was asked by him": the pronoun speaks. */
function passiveBy(lead: string, pronoun: string, before: Before): Speaker | undefined {
  if (!SAID_BY.test(lead)) return undefined;
  const speaker = meantBy(pronoun === 'her' ? 'She' : 'He', before);
  const asked = /(?<![\p{L}\d])I\s+was\s/u.test(lead) ? before.drafter?.person : undefined;
  return speaker && { ...speaker, ...(asked && asked !== speaker.who[0] && { toWhom: asked }) };
}

/** Whoever is asked or told in the passive: "He was asked by Mr. Kohler". */
function askedBy(
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

/** The subject of a main clause: at the beginning, after a phrase with or without a comma, or after "and" or "but". */
const isMainClause = (lead: string): boolean =>
  /^["“(]?\s*$/.test(lead) ||
  (!SUBORDINATES.test(lead) &&
    (/(?:,|;|—|\bboth|\band|\bbut|\bBoth|\b\p{Lu}\p{L}+)["”]?\s+$/u.test(lead) || OPENING_PHRASE.test(lead)));

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

/**
 * Whom a speaker addresses, as the sentence says: whoever stands right behind "told", "asked" and their like, by name or
 * pronoun, or whose question he answers.
 */
function addressed(
  { text, mentions }: SpokenParagraph,
  sentence: Range,
  subject: Range,
  speaker: Person,
  { current, other, drafter }: Before,
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
  const meant =
    pronoun === 'me' ? drafter?.person : [current?.who[0], other].find((person) => person && person !== speaker);
  return meant === speaker ? undefined : meant;
}

function byPronoun(
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
  if (!isMainClause(lead) || !(SAYS.test(rest) || actsAndSays(rest, says))) return undefined;
  if (pronoun === 'I') {
    if (!drafter) return undefined;
    const { person, certainty } = drafter;
    const toWhom = addressed(paragraph, sentence, at, person, before);
    return { who: [person], certainty, evidence: 'the drafter says “I”', ...(toWhom && { toWhom }) };
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
  const toWhom = found && addressed(paragraph, sentence, at, found.who[0]!, before);
  return found && { ...found, ...(toWhom && { toWhom }) };
}

/** The second of the two of whom the text spoke last. */
const latter = ({ pair }: Before): Speaker | undefined =>
  pair[1] && { who: [pair[1]], certainty: 'medium', evidence: '“the latter” of two' };

/** Whom "he" or "she" means: the subject of the last saying, unless the drafter speaks, or one who is no woman or no man. */
function meantBy(pronoun: string, { current, subject, other, woman, drafter }: Before): Speaker | undefined {
  const last = drafter && (current?.who[0] ?? subject) === drafter.person ? other : (subject ?? current?.who[0]);
  const meant = /^she$/i.test(pronoun) && !(last && isWoman(last)) ? (woman ?? last) : last;
  return meant && { who: [meant], certainty: 'medium', evidence: `“${pronoun}” after a turn of ${meant.surname}` };
}

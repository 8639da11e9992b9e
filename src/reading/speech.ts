import type { Certainty } from '../text/marks.js';
import type { Range } from '../text/transcription.js';
import type { Mention } from './names.js';
import type { Cast, Person } from './people.js';
import { REPLY_OF, SAID_BY, SAYS, SAYS_IN_PARENTHESIS, SAYS_TO, SUBORDINATES } from './saying.js';
import { sentencesOf } from './sentences.js';

/** A paragraph as speech is read from it. */
export interface SpokenParagraph {
  text: string;
  mentions: readonly Mention[];
}

/** Part of a turn that stands in one paragraph; offsets in that paragraph's reading text. */
export interface TurnPart {
  paragraph: number;
  start: number;
  end: number;
  who: readonly Person[];
  toWhom?: Person;
  continues: boolean;
  certainty: Certainty;
  evidence: string;
}

/** A main clause in which somebody outside the room is said to speak. */
export interface AbsentSpeaker extends Range {
  paragraph: number;
  person: Person;
}

interface Speaker {
  who: readonly Person[];
  certainty: Certainty;
  evidence: string;
  toWhom?: Person;
  /** Where the subject stands in the paragraph. */
  at?: Range;
}

const PRONOUN = /(?<![\p{L}\d])(He|She|he|she|I|We|They)(?![\p{L}\d'’])/gu;

/**
 * Who speaks in each sentence. A main clause with a verb of saying in the simple past opens a turn; without one the
 * turn runs on, over sentences and paragraphs, until somebody else takes over. What comes before the first is
 * nobody's. First-person memoranda are the drafter's: "I said".
 */
export function readSpeech(
  paragraphs: readonly SpokenParagraph[],
  cast: Cast,
  drafter: Person | undefined,
): { turns: TurnPart[]; absent: AbsentSpeaker[] } {
  const turns: TurnPart[] = [];
  const absent: AbsentSpeaker[] = [];
  const listed = cast.people.some((person) => person.listed);
  let current: Speaker | undefined;
  let subject: Person | undefined;
  let other: Person | undefined;
  paragraphs.forEach((paragraph, index) => {
    let open: TurnPart | undefined;
    const opened = turns.length;
    for (const sentence of sentencesOf(paragraph.text)) {
      const found = speakerOf(paragraph, sentence, { current, subject, other, drafter, listed });
      if (found?.at && listed && found.who.some((person) => !person.listed && person !== drafter)) {
        absent.push({ paragraph: index, person: found.who[0]!, ...found.at });
        found.certainty = 'low';
      }
      const first = paragraph.mentions.find(({ start }) => start >= sentence.start && start < sentence.end);
      if (found) {
        subject = found.who[0];
        other = found.who[0] === drafter ? (found.toWhom ?? other) : found.who[0];
      } else if (sentence.start === 0 && first?.start === 0 && first.kind === 'name') {
        // A paragraph that begins with a name and no saying tells what happened.
        current = undefined;
        subject = first.person;
      }
      const same = open && found && sameSpeakers(open.who, found.who);
      if (open && (!found || same)) {
        open.end = sentence.end;
        continue;
      }
      const next: Speaker | undefined = found ?? current;
      if (!next) continue;
      const continues = current !== undefined && sameSpeakers(current.who, next.who);
      open = {
        paragraph: index,
        start: sentence.start,
        end: sentence.end,
        who: next.who,
        ...(found?.toWhom && { toWhom: found.toWhom }),
        continues,
        certainty: found ? found.certainty : 'medium',
        evidence: found ? found.evidence : 'runs on from the paragraph before',
      };
      turns.push(open);
      current = next;
    }
    for (const turn of turns.slice(opened)) turn.end = trimmedEnd(paragraph.text, turn.end);
  });
  return { turns, absent };
}

const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;
const sameSpeakers = (one: readonly Person[], other: readonly Person[]): boolean =>
  one.length === other.length && one.every((person) => other.includes(person));

interface Before {
  current: Speaker | undefined;
  /** Who was the subject of the last saying. */
  subject: Person | undefined;
  /** The last speaker who is not the drafter, or whom the drafter spoke to. */
  other: Person | undefined;
  drafter: Person | undefined;
  /** The memorandum has a list of participants. */
  listed: boolean;
}

function speakerOf(paragraph: SpokenParagraph, sentence: Range, before: Before): Speaker | undefined {
  const { text } = paragraph;
  const within = paragraph.mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  // A name can be misread, an office hardly: "the President said" of one who was not there is reported, not heard.
  const mentions = within.filter(({ kind, person }) => kind === 'name' || !before.listed || person.listed);
  const inParenthesis = mentions.find(
    ({ start, end }) =>
      /[,—–]["”]?\s+$/.test(text.slice(sentence.start, start)) &&
      SAYS_IN_PARENTHESIS.test(text.slice(end, sentence.end)),
  );
  if (inParenthesis) return named(paragraph, sentence, inParenthesis, 'verb of saying in parenthesis');
  const candidates = [
    ...mentions.map((mention) => ({
      at: mention.start,
      speaker: () => byMention(paragraph, sentence, mention, mentions),
    })),
    ...[...text.slice(sentence.start, sentence.end).matchAll(PRONOUN)].map((found) => {
      const start = sentence.start + found.index;
      const range = { start, end: start + found[0].length };
      return { at: start, speaker: () => byPronoun(paragraph, sentence, found[1]!, range, before) };
    }),
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
): Speaker | undefined {
  const { text } = paragraph;
  const lead = text.slice(sentence.start, mention.start);
  const rest = text.slice(mention.end, sentence.end);
  if (SAID_BY.test(lead)) return named(paragraph, sentence, mention, 'verb of saying before the speaker');
  if (!isMainClause(lead)) return undefined;
  if (SAYS.test(rest)) {
    const partner = /\bBoth\s+$/.test(lead)
      ? undefined
      : mentions.find(({ end }) => end < mention.start && /^\s+and\s+$/.test(text.slice(end, mention.start)));
    const speaker = named(paragraph, sentence, mention, 'subject of a verb of saying');
    return partner ? { ...speaker, who: [partner.person, mention.person], certainty: 'medium' } : speaker;
  }
  if (REPLY_OF.test(rest)) return named(paragraph, sentence, mention, 'noun of saying');
  return undefined;
}

/** The subject of a main clause: at the beginning, after a phrase and a comma, or after "and" or "but". */
const isMainClause = (lead: string): boolean =>
  !SUBORDINATES.test(lead) &&
  (/^["“(]?\s*$/.test(lead) || /(?:,|;|—|\bboth|\band|\bbut|\bBoth|\b\p{Lu}\p{L}+)\s+$/u.test(lead));

function named(paragraph: SpokenParagraph, sentence: Range, mention: Mention, evidence: string): Speaker {
  const { start, end, person, certainty } = mention;
  const toWhom = addressed(paragraph, sentence, end, person);
  return { who: [person], certainty, evidence, at: { start, end }, ...(toWhom && { toWhom }) };
}

/** Whoever stands right behind "told", "asked" and their like. */
const addressed = ({ text, mentions }: SpokenParagraph, sentence: Range, from: number, speaker: Person) =>
  mentions.find(
    ({ start, end, person }) =>
      start > from && end <= sentence.end && person !== speaker && SAYS_TO.test(text.slice(from, start)),
  )?.person;

function byPronoun(
  paragraph: SpokenParagraph,
  sentence: Range,
  pronoun: string,
  at: Range,
  { current, subject, other, drafter }: Before,
): Speaker | undefined {
  const { text } = paragraph;
  const lead = text.slice(sentence.start, at.start);
  const rest = text.slice(at.end, sentence.end);
  if (!isMainClause(lead) || !SAYS.test(rest)) return undefined;
  if (pronoun === 'I') {
    const toWhom = drafter && addressed(paragraph, sentence, at.end, drafter);
    return (
      drafter && { who: [drafter], certainty: 'high', evidence: 'the drafter says “I”', ...(toWhom && { toWhom }) }
    );
  }
  if (pronoun === 'We' || pronoun === 'They') return undefined;
  const meant = drafter && current?.who[0] === drafter ? other : (subject ?? current?.who[0]);
  return meant && { who: [meant], certainty: 'medium', evidence: `“${pronoun}” after a turn of ${meant.surname}` };
}

import type { Certainty } from '../../text/marks.js';
import { contains, type Range } from '../../text/transcription.js';
import { numberOf } from '../body/numbering.js';
import { counterpart, headsOf, sideOf } from '../people/delegations.js';
import { type Cast, interlocutors, isWoman, type Person } from '../people/people.js';
import { openingAround, spokenParts } from './asides.js';
import { says } from './clauses.js';
import { isRemark, toldIn } from './narration.js';
import { firstSentenceOf, sentencesOf } from './sentences.js';
import { type Before, isAbsent, type Speaker, type SpokenParagraph } from './speaker.js';
import type { LabelledSpeaker } from './speakers.js';
import { speakerOf } from './subjects.js';
import { takeOvers } from './take-overs.js';

/** Part of a turn that stands in one paragraph; offsets in that paragraph's reading text. */
export interface TurnPart {
  paragraph: number;
  start: number;
  end: number;
  who: readonly Person[];
  toWhom?: Person;
  /** Who may have spoken instead. */
  others?: readonly Person[];
  /** In the speaker's own words. */
  direct: boolean;
  continues: boolean;
  certainty: Certainty;
  evidence: string;
}

/** A main clause, or a label, in which somebody outside the room is made to speak. */
export interface AbsentSpeaker extends Range {
  paragraph: number;
  person: Person;
}

/** A pronoun that speaks and may mean several of the participants, or none of them. */
export interface UnclearSpeaker extends Range {
  paragraph: number;
  /** Who is taken for the speaker, if anybody. */
  taken?: Person;
  others: readonly Person[];
}

/** What has been read so far. */
interface State extends Before {
  turns: TurnPart[];
  absent: AbsentSpeaker[];
  unclear: UnclearSpeaker[];
  /** The turn to which the sentence before belongs, in the same paragraph. */
  open: TurnPart | undefined;
  /** Whom another one answered with a bare word at the end of a paragraph. */
  answered: Speaker | undefined;
  /** Where the last parenthesis begins in which somebody was made to speak. */
  spokenParenthesis: string | undefined;
}

/**
 * Who speaks in each sentence. A label opens a turn in the speaker's own words, which runs until the next label.
 * Elsewhere a main clause with a verb of saying in the simple past opens a turn; without one the turn runs on, over
 * sentences and paragraphs, until somebody else takes over or something happens. What comes before the first is
 * nobody's. First-person memoranda are the drafter's: "I said".
 */
export function readSpeech(
  paragraphs: readonly SpokenParagraph[],
  cast: Cast,
  drafter: Before['drafter'],
  { labels, day }: { labels: readonly LabelledSpeaker[]; day: string | undefined },
): { turns: TurnPart[]; absent: AbsentSpeaker[]; unclear: UnclearSpeaker[] } {
  const state: State = {
    turns: [],
    absent: [],
    unclear: [],
    open: undefined,
    answered: undefined,
    spokenParenthesis: undefined,
    current: undefined,
    subject: undefined,
    other: drafter && counterpart(cast, drafter.person),
    pair: [],
    speakers: [],
    heads: headsOf(cast),
    woman: undefined,
    drafter,
    saidI: false,
    room: interlocutors(cast),
    sideOf: (person) => sideOf(person, day)?.id,
    listed: cast.people.some((person) => person.listed),
  };
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    state.open = undefined;
    const opened = state.turns.length;
    const own: LabelledSpeaker[] = [];
    while (labels[next]?.paragraph === index) own.push(labels[next++]!);
    const lead = { start: 0, end: own[0]?.start ?? paragraph.text.length };
    if (lead.end > 0) readUnlabelled(state, paragraph, index, lead);
    for (const [i, label] of own.entries()) {
      speakDirectly(state, label, paragraph.text, own[i + 1]?.start ?? paragraph.text.length);
    }
    for (const turn of state.turns.slice(opened)) turn.end = trimmedEnd(paragraph.text, turn.end);
  }
  return { turns: state.turns, absent: state.absent, unclear: state.unclear };
}

const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;
const sameSpeakers = (one: readonly Person[], other: readonly Person[]): boolean =>
  one.length === other.length && one.every((person) => other.includes(person));

function speakDirectly(state: State, label: LabelledSpeaker, text: string, end: number): void {
  const { paragraph, start, person, evidence } = label;
  const isStranger = state.listed && !person.listed;
  const certainty = isStranger ? 'low' : label.certainty;
  if (isStranger && !state.absent.some((known) => known.person === person)) {
    state.absent.push({ paragraph, person, ...label.name });
  }
  const speaker = { who: [person], direct: true, certainty, evidence: `label: ${evidence}` };
  state.current = speaker;
  state.subject = person;
  state.saidI = false;
  spokenParts(text.slice(0, end), start, label.end).forEach((part, i) => {
    state.open = { paragraph, ...part, continues: i > 0, ...speaker };
    state.turns.push(state.open);
  });
}

function readUnlabelled(state: State, paragraph: SpokenParagraph, index: number, range: Range): void {
  const words = paragraph.text.slice(range.start, range.end);
  if (isRemark(words)) {
    if (!state.current?.direct) state.current = undefined;
    return;
  }
  if (state.current?.direct && !tellsOfThem(paragraph, state)) {
    const { who, certainty } = state.current;
    const evidence = 'runs on from the paragraph before';
    const continues = true;
    state.open = { paragraph: index, ...range, who, direct: true, continues, certainty, evidence };
    state.turns.push(state.open);
    return;
  }
  if (state.current?.direct) state.current = undefined;
  const from = afterNumber(paragraph);
  const sentences = sentencesOf(paragraph.text.slice(0, range.end));
  let next = 0;
  sentences.forEach((sentence, i) => {
    const own = { start: Math.max(sentence.start, i === 0 ? from : 0), end: sentence.end };
    const { text, mentions } = paragraph;
    // Of a long paragraph a sentence is read with its own mentions alone.
    while (mentions[next] && mentions[next]!.end <= sentence.start) next++;
    let behind = next;
    while (mentions[behind] && mentions[behind]!.start < sentence.end) behind++;
    const told = { text, mentions: mentions.slice(next, behind), from };
    if (own.start < own.end) readSentence(state, told, index, own, i === sentences.length - 1);
  });
}

/**
 * Whether a paragraph among turns in dialogue form tells of the people in the room: a participant is the subject of a
 * saying, or of nobody's sentence, and nobody says "I" or "you".
 */
function tellsOfThem(paragraph: SpokenParagraph, { current, listed }: State): boolean {
  const { text, mentions } = paragraph;
  const sentence = firstSentenceOf(text);
  if (!sentence || /(?<![\p{L}\d])(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]our)(?![\p{L}\d])/u.test(text.slice(0, sentence.end)))
    return false;
  const isPresent = ({ person }: { person: Person }) => (person.listed || !listed) && person !== current?.who[0];
  const subject = mentions.find(({ start }) => start === 0);
  if (subject) return isPresent(subject) && says(text.slice(subject.end, sentence.end));
  return toldIn(paragraph, sentence, { isPresent, speaksAsI: false })?.kind === 'ends';
}

/** A paragraph with the mentions of one sentence, and where its words begin behind a number. */
interface ToldSentence extends SpokenParagraph {
  from: number;
}

/** A bare word of assent, after which the one who was answered goes on. */
const ASSENT =
  /^\S+(?:\s\S+){0,4}?\s(?:agreed|concurred|assented|acknowledged\s+this|indicated|nodded|said\s+(?:he|she|that\s+he|that\s+she)\s+(?:would|did|agreed|understood))(?:\s\S+){0,3}\.$/;
const LONGEST_ASSENT = 60;

function readSentence(state: State, paragraph: ToldSentence, index: number, sentence: Range, isLast: boolean): void {
  const cuts = takeOvers(paragraph, sentence, state);
  const starts = [sentence.start, ...cuts.filter((cut, i) => cut !== cuts[i - 1])];
  starts.forEach((start, i) => {
    readClause(
      state,
      paragraph,
      index,
      { start, end: starts[i + 1] ?? sentence.end },
      isLast && i === 0 && starts.length === 1,
    );
  });
  const named = paragraph.mentions.filter((mention) => contains(sentence, mention));
  const people = [...new Set(named.map(({ person }) => person))].filter(({ listed }) => listed || !state.listed);
  if (people.length >= 2) state.pair = people.slice(0, 2);
  const woman = people.findLast(isWoman);
  if (woman) state.woman = woman;
}

function readClause(state: State, paragraph: ToldSentence, index: number, clause: Range, isLast: boolean): void {
  const { drafter, listed } = state;
  const words = paragraph.text.slice(clause.start, clause.end).trim();
  const found = speakerOf(paragraph, clause, state);
  if (found?.unclear && found.at) {
    const { who, at, others = [] } = found;
    state.unclear.push({ paragraph: index, ...at, ...(who[0] && { taken: who[0] }), others });
  }
  if (found?.who.length === 0) {
    state.current = undefined;
    state.subject = undefined;
    state.saidI = false;
    interrupt(state);
    return;
  }
  const opening = openingAround(paragraph.text, clause);
  const parenthesis = opening === undefined ? undefined : `${index} ${opening}`;
  if (found) state.spokenParenthesis = parenthesis;
  const stranger = found?.who.find((person) => isAbsent(person, state));
  if (found?.at && stranger) {
    state.absent.push({ paragraph: index, person: stranger, ...found.at });
    found.certainty = 'low';
  }
  if (!found) {
    // A remark in parentheses interrupts the turn and does not end it.
    const inside = parenthesis !== undefined && parenthesis !== state.spokenParenthesis;
    if (/^[([][^()]*[)\]]\.?$/.test(words) || inside) {
      interrupt(state);
      return;
    }
    const isPresent = ({ person }: { person: Person }) => person.listed || !listed;
    const told = toldIn(paragraph, clause, { isPresent, speaksAsI: drafter !== undefined });
    if (told) {
      if (told.kind === 'ends') state.current = undefined;
      if (told.subject) {
        state.subject = told.subject.person;
        state.saidI = false;
      }
      interrupt(state);
      return;
    }
  }
  const before = state.current;
  if (!found && !before) {
    const first = paragraph.mentions.find(({ start }) => start - clause.start <= 1 && start >= clause.start);
    if (first && (first.person.listed || !listed)) {
      state.subject = first.person;
      state.saidI = false;
    }
  }
  if (found) {
    state.subject = found.who[0];
    state.saidI = found.asI ?? false;
    const spoke = found.who[0]!;
    if (spoke !== state.speakers[1]) state.speakers = [...state.speakers.slice(-1), spoke];
    state.other = found.who[0] === drafter?.person ? (found.toWhom ?? state.other) : found.who[0];
  }
  const same = state.open && found && sameSpeakers(state.open.who, found.who);
  const addressesAnother = found?.toWhom && state.open?.toWhom && found.toWhom !== state.open.toWhom;
  if (state.open && (!found || (same && !addressesAnother))) {
    state.open.end = clause.end;
    if (found?.toWhom) state.open.toWhom = found.toWhom;
    return;
  }
  const resumed = !found && clause.start === paragraph.from ? state.answered : undefined;
  const next: Speaker | undefined = found ?? resumed ?? state.current;
  state.answered = undefined;
  if (!next) return;
  const evidence = found
    ? found.evidence
    : resumed
      ? 'goes on after a brief answer'
      : 'runs on from the paragraph before';
  state.open = {
    paragraph: index,
    ...clause,
    who: next.who,
    ...(found?.toWhom && { toWhom: found.toWhom }),
    ...(next.others && { others: next.others }),
    direct: false,
    continues: state.current !== undefined && sameSpeakers(state.current.who, next.who),
    certainty: found ? found.certainty : resumed ? 'low' : 'medium',
    evidence,
  };
  state.turns.push(state.open);
  state.current = next;
  if (isLast && before && !sameSpeakers(before.who, next.who) && words.length <= LONGEST_ASSENT && ASSENT.test(words)) {
    state.answered = before;
  }
}

/** Where the words begin behind the number or letter of a paragraph; a letter may be an initial. */
function afterNumber({ text, mentions }: SpokenParagraph): number {
  const numbered =
    numberOf(text) ?? (mentions.every(({ start }) => start > 0) && /^\p{Lu}\.\s+\p{Lu}\p{Ll}/u.test(text));
  return numbered ? (/^\S+\s*/.exec(text)?.[0].length ?? 0) : 0;
}

/** What follows begins a new part of whatever turn it belongs to. */
function interrupt(state: State): void {
  state.open = undefined;
  state.answered = undefined;
}

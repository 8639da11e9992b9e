import type { Range } from '../../text/transcription.js';
import type { Person } from '../people/people.js';
import { spokenParts } from './asides.js';
import { says } from './clauses.js';
import { toldIn } from './narration.js';
import { firstSentenceOf } from './sentences.js';
import type { SpokenParagraph } from './speaker.js';
import type { LabelledSpeaker } from './speakers.js';
import { type State, takesSubject } from './turns.js';

/** A label's turn, until `end`, without the remarks between its sentences. */
export function speakDirectly(state: State, label: LabelledSpeaker, text: string, end: number): void {
  const { paragraph, start, person, evidence } = label;
  const isStranger = state.listed && !person.listed;
  const certainty = isStranger ? 'low' : label.certainty;
  if (isStranger && !state.absent.some((known) => known.person === person)) {
    state.absent.push({ paragraph, person, ...label.name });
  }
  const speaker = { who: [person], direct: true, certainty, evidence: `label: ${evidence}` };
  state.current = speaker;
  takesSubject(state, person);
  spokenParts(text.slice(0, end), start, label.end).forEach((part, i) => {
    state.open = { paragraph, ...part, continues: i > 0, ...speaker };
    state.turns.push(state.open);
  });
}

/** Whether a paragraph without a label belongs to the direct turn before it; if so, it is read. */
export function runsOnDirectly(state: State, paragraph: SpokenParagraph, index: number, range: Range): boolean {
  if (!state.current?.direct || tellsOfThem(paragraph, state)) return false;
  const { who, certainty } = state.current;
  const evidence = 'runs on from the paragraph before';
  state.open = { paragraph: index, ...range, who, direct: true, continues: true, certainty, evidence };
  state.turns.push(state.open);
  return true;
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

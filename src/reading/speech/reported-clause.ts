import type { Range } from '../../text/transcription.js';
import type { Person } from '../people/people.js';
import { openingAround } from './asides.js';
import { toldIn } from './narration.js';
import { isAbsent, type Speaker, type SpokenParagraph } from './speaker.js';
import { speakerOf } from './subjects.js';
import { interrupt, type State, sameSpeakers, takesSubject } from './turns.js';

/** A paragraph with the mentions of one sentence. */
export interface ToldSentence extends SpokenParagraph {
  /** The paragraph's place in the talk. */
  index: number;
  /** Where its words begin behind a number. */
  from: number;
}

/** A bare word of assent, after which the one who was answered goes on. */
const ASSENT =
  /^\S+(?:\s\S+){0,4}?\s(?:agreed|concurred|assented|acknowledged\s+this|indicated|nodded|said\s+(?:he|she|that\s+he|that\s+she)\s+(?:would|did|agreed|understood))(?:\s\S+){0,3}\.$/;
const LONGEST_ASSENT = 60;

/** Who speaks in a clause: somebody whom it names opens a turn or goes on with his own, else the turn before runs on. */
export function readClause(state: State, paragraph: ToldSentence, clause: Range, isLast: boolean): void {
  const found = speakerOf(paragraph, clause, state);
  if (found) noteDoubts(state, paragraph, found);
  if (found?.who.length === 0) {
    state.current = undefined;
    takesSubject(state, undefined);
    interrupt(state);
    return;
  }
  const opening = openingAround(paragraph.text, clause);
  const parenthesis = opening === undefined ? undefined : `${paragraph.index} ${opening}`;
  if (found) state.spokenParenthesis = parenthesis;
  else if (isTold(state, paragraph, clause, parenthesis)) return;
  const before = state.current;
  if (found) speaks(state, found);
  else if (!before) tellsFirstOf(state, paragraph, clause);
  if (goesOn(state, clause, found)) return;
  opens(state, paragraph, clause, found);
  const words = paragraph.text.slice(clause.start, clause.end).trim();
  const isAnswer = before !== undefined && state.current !== undefined && !sameSpeakers(before.who, state.current.who);
  if (isLast && isAnswer && words.length <= LONGEST_ASSENT && ASSENT.test(words)) state.answered = before;
}

/** A speaker who is not in the room is less sure; one whom a pronoun may mean, or may not, is to be asked about. */
function noteDoubts(state: State, { index }: ToldSentence, found: Speaker): void {
  const { who, at, others = [], unclear } = found;
  if (!at) return;
  if (unclear) state.unclear.push({ paragraph: index, ...at, ...(who[0] && { taken: who[0] }), others });
  const stranger = who.find((person) => isAbsent(person, state));
  if (!stranger) return;
  state.absent.push({ paragraph: index, person: stranger, ...at });
  found.certainty = 'low';
}

/** Whether the clause is a remark in parentheses, which interrupts the turn and does not end it, or tells what happened. */
function isTold(state: State, paragraph: ToldSentence, clause: Range, parenthesis: string | undefined): boolean {
  const { drafter, listed } = state;
  const words = paragraph.text.slice(clause.start, clause.end).trim();
  const inside = parenthesis !== undefined && parenthesis !== state.spokenParenthesis;
  if (/^[([][^()]*[)\]]\.?$/.test(words) || inside) {
    interrupt(state);
    return true;
  }
  const isPresent = ({ person }: { person: Person }) => person.listed || !listed;
  const told = toldIn(paragraph, clause, { isPresent, speaksAsI: drafter !== undefined });
  if (!told) return false;
  if (told.kind === 'ends') state.current = undefined;
  if (told.subject) takesSubject(state, told.subject.person);
  interrupt(state);
  return true;
}

/** Before anybody speaks, whoever begins a sentence is the one whom "he" means. */
function tellsFirstOf(state: State, { mentions }: ToldSentence, clause: Range): void {
  const first = mentions.find(({ start }) => start - clause.start <= 1 && start >= clause.start);
  if (first && (first.person.listed || !state.listed)) takesSubject(state, first.person);
}

function speaks(state: State, { who, toWhom, asI }: Speaker): void {
  const spoke = who[0]!;
  takesSubject(state, spoke, asI);
  if (spoke !== state.speakers[1]) state.speakers = [...state.speakers.slice(-1), spoke];
  state.other = spoke === state.drafter?.person ? (toWhom ?? state.other) : spoke;
}

/** Whether the clause belongs to the open turn. */
function goesOn({ open }: State, { end }: Range, found: Speaker | undefined): boolean {
  if (!open) return false;
  const addressesAnother = found?.toWhom && open.toWhom && found.toWhom !== open.toWhom;
  if (found && (!sameSpeakers(open.who, found.who) || addressesAnother)) return false;
  open.end = end;
  if (found?.toWhom) open.toWhom = found.toWhom;
  return true;
}

/** A turn of whoever was found, else of the one who was answered, else of the one who spoke before. */
function opens(state: State, { index, from }: ToldSentence, clause: Range, found: Speaker | undefined): void {
  const resumed = !found && clause.start === from ? state.answered : undefined;
  const next = found ?? resumed ?? state.current;
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
}

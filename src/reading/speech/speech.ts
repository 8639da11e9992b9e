import type { Range } from '../../text/transcription.js';
import { counterpart, headsOf, sideOf } from '../people/delegations.js';
import { type Cast, interlocutors } from '../people/people.js';
import { runsOnDirectly, speakDirectly } from './direct-speech.js';
import { isRemark } from './narration.js';
import { readReport } from './reported-speech.js';
import type { Before, SpokenParagraph } from './speaker.js';
import type { LabelledSpeaker } from './speakers.js';
import type { AbsentSpeaker, State, TurnPart, UnclearSpeaker } from './turns.js';

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

function readUnlabelled(state: State, paragraph: SpokenParagraph, index: number, range: Range): void {
  if (isRemark(paragraph.text.slice(range.start, range.end))) {
    if (!state.current?.direct) state.current = undefined;
    return;
  }
  if (runsOnDirectly(state, paragraph, index, range)) return;
  if (state.current?.direct) state.current = undefined;
  readReport(state, paragraph, index, range.end);
}

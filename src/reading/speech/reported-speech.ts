import { contains, type Range } from '../../text/transcription.js';
import { numberOf } from '../body/numbering.js';
import { isWoman } from '../people/people.js';
import { readClause, type ToldSentence } from './reported-clause.js';
import { sentencesOf } from './sentences.js';
import type { SpokenParagraph } from './speaker.js';
import { takeOvers } from './take-overs.js';
import type { State } from './turns.js';

/** Who speaks in each sentence of a paragraph in reported speech, up to `end`. */
export function readReport(state: State, paragraph: SpokenParagraph, index: number, end: number): void {
  const { text, mentions } = paragraph;
  const from = afterNumber(paragraph);
  const sentences = sentencesOf(text.slice(0, end));
  let next = 0;
  sentences.forEach((sentence, i) => {
    const own = { start: Math.max(sentence.start, i === 0 ? from : 0), end: sentence.end };
    // Of a long paragraph a sentence is read with its own mentions alone.
    while (mentions[next] && mentions[next]!.end <= sentence.start) next++;
    let behind = next;
    while (mentions[behind] && mentions[behind]!.start < sentence.end) behind++;
    const told = { text, mentions: mentions.slice(next, behind), index, from };
    if (own.start < own.end) readSentence(state, told, own, i === sentences.length - 1);
  });
}

function readSentence(state: State, paragraph: ToldSentence, sentence: Range, isLast: boolean): void {
  const cuts = takeOvers(paragraph, sentence, state);
  const starts = [sentence.start, ...cuts.filter((cut, i) => cut !== cuts[i - 1])];
  starts.forEach((start, i) => {
    readClause(
      state,
      paragraph,
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

/** Where the words begin behind the number or letter of a paragraph; a letter may be an initial. */
function afterNumber({ text, mentions }: SpokenParagraph): number {
  const numbered =
    numberOf(text) ?? (mentions.every(({ start }) => start > 0) && /^\p{Lu}\.\s+\p{Lu}\p{Ll}/u.test(text));
  return numbered ? (/^\S+\s*/.exec(text)?.[0].length ?? 0) : 0;
}

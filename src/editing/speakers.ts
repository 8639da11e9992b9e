import type { Message } from '../messages/message.js';
import { type Mark, ofKind, type TurnMark } from '../text/marks.js';
import { overlaps, type Range, type Transcription } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { NOBODY, severalOf } from './description.js';
import { unfit } from './fitting.js';
import { decided } from './settling.js';

/** A turn with all its parts, one for each paragraph in which it stands. */
interface Chain {
  turn: Omit<TurnMark, 'start' | 'end' | 'continues'>;
  parts: Range[];
}

/**
 * Gives words to whom the editor gives them. A decision means the whole turn in which its words stand, or the stretch
 * from them to the words of `through`; what is left of other turns before and behind stays with its speaker.
 */
export function settleSpeakers(
  transcription: Transcription,
  marks: readonly Mark[],
  anchored: readonly AnchoredDecision[],
  file: string,
): { marks: Mark[]; messages: Message[] } {
  const messages: Message[] = [];
  const paragraphs = ofKind(marks, 'paragraph');
  let chains = chainsOf(ofKind(marks, 'turn'));
  for (const { decision, meant, until } of anchored) {
    const { speaker, to } = decision;
    if (speaker === undefined) continue;
    const own = until === undefined && chains.find(({ parts }) => parts.some((part) => overlaps(part, meant)));
    const stretch = own ? undefined : { start: meant.start, end: until ?? meant.end };
    const parts = own ? own.parts : paragraphs.flatMap((paragraph) => common(transcription, paragraph, stretch!));
    if (parts.length === 0) {
      messages.push(unfit(transcription, decision, meant, file, 'no running text', 'somebody’s speech'));
      continue;
    }
    const before = own || chains.find((chain) => chain.parts.some((part) => overlaps(part, meant)));
    chains = own ? chains.filter((chain) => chain !== own) : chains.flatMap((chain) => without(chain, stretch!));
    const who = severalOf(speaker);
    if (who.includes(NOBODY)) continue;
    const toWhom = to ?? before?.turn.toWhom;
    chains.push({
      turn: {
        kind: 'turn',
        who,
        ...(toWhom !== undefined && { toWhom }),
        direct: before ? before.turn.direct : false,
        ...decided(decision),
      },
      parts,
    });
  }
  return {
    marks: [...marks.filter(({ kind }) => kind !== 'turn'), ...chains.flatMap(marksOf)],
    messages,
  };
}

function chainsOf(turns: readonly TurnMark[]): Chain[] {
  const chains: Chain[] = [];
  for (const { start, end, continues, ...turn } of [...turns].sort((one, other) => one.start - other.start)) {
    const open = chains.at(-1);
    if (continues && open) open.parts.push({ start, end });
    else chains.push({ turn, parts: [{ start, end }] });
  }
  return chains;
}

const marksOf = ({ turn, parts }: Chain): Mark[] =>
  parts.map((part, i): TurnMark => ({ ...turn, ...part, continues: i > 0 }));

/** What is left of a turn before and behind a stretch: two turns, where the stretch lies within it. */
function without({ turn, parts }: Chain, { start, end }: Range): Chain[] {
  const before = parts
    .filter((part) => part.start < start)
    .map((part) => ({ ...part, end: Math.min(part.end, start) }));
  const behind = parts.filter((part) => part.end > end).map((part) => ({ ...part, start: Math.max(part.start, end) }));
  return [before, behind].filter((rest) => rest.length > 0).map((rest) => ({ turn, parts: rest }));
}

/** What a paragraph and a stretch have in common, white space at both ends left out. */
function common({ text }: Transcription, paragraph: Range, stretch: Range): Range[] {
  if (!overlaps(paragraph, stretch)) return [];
  const start = Math.max(paragraph.start, stretch.start);
  const words = text.slice(start, Math.min(paragraph.end, stretch.end));
  const from = start + (words.length - words.trimStart().length);
  return words.trim() === '' ? [] : [{ start: from, end: from + words.trim().length }];
}

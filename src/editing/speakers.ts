import type { Message } from '../messages/message.js';
import { type Mark, ofKind, type TurnMark } from '../text/marks.js';
import { overlaps, type Range, type Transcription, trimmed } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { decided, NOBODY, severalOf } from './description.js';
import { unfit } from './fitting.js';

/** A turn: its parts in order, one for each paragraph in which it stands. */
type Chain = readonly TurnMark[];

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
    const there = chains.find((chain) => chain.some((part) => overlaps(part, meant)));
    const own = until === undefined ? there : undefined;
    const stretch = { start: meant.start, end: until ?? meant.end };
    const parts: readonly Range[] = own ?? paragraphs.flatMap((paragraph) => common(transcription, paragraph, stretch));
    if (parts.length === 0) {
      messages.push(unfit(transcription, decision, meant, file, 'no running text', 'somebody’s speech'));
      continue;
    }
    chains = own ? chains.filter((chain) => chain !== own) : chains.flatMap((chain) => without(chain, stretch));
    const who = severalOf(speaker);
    if (who.includes(NOBODY)) continue;
    chains.push(
      parts.map(({ start, end }, i): TurnMark => {
        const before = own?.[i] ?? there?.[0];
        const toWhom = to ?? before?.toWhom;
        return {
          kind: 'turn',
          start,
          end,
          who,
          ...(toWhom !== undefined && { toWhom }),
          direct: before?.direct ?? false,
          continues: i > 0,
          ...decided(decision),
        };
      }),
    );
  }
  return { marks: [...marks.filter(({ kind }) => kind !== 'turn'), ...chains.flat()], messages };
}

function chainsOf(turns: readonly TurnMark[]): Chain[] {
  const chains: TurnMark[][] = [];
  for (const turn of [...turns].sort((one, other) => one.start - other.start)) {
    const open = chains.at(-1);
    if (turn.continues && open) open.push(turn);
    else chains.push([turn]);
  }
  return chains;
}

/** What is left of a turn before and behind a stretch: two turns, where the stretch lies within it. */
function without(chain: Chain, { start, end }: Range): Chain[] {
  const before = chain
    .filter((part) => part.start < start)
    .map((part) => ({ ...part, end: Math.min(part.end, start) }));
  const behind = chain
    .filter((part) => part.end > end)
    .map((part, i) => ({ ...part, start: Math.max(part.start, end), continues: i > 0 }));
  return [before, behind].filter((rest) => rest.length > 0);
}

/** What a paragraph and a stretch have in common, white space at both ends left out. */
function common(transcription: Transcription, paragraph: Range, stretch: Range): Range[] {
  const both = { start: Math.max(paragraph.start, stretch.start), end: Math.min(paragraph.end, stretch.end) };
  const words = both.start < both.end ? trimmed(transcription, both) : both;
  return words.start < words.end ? [words] : [];
}

import type { Message } from '../messages/message.js';
import type { AnnotationMark, FurnitureMark, Mark } from '../text/marks.js';
import { contains, overlaps, type Range, type Transcription } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import { decided, NOBODY, type PlacedDecision } from './description.js';
import { unfit } from './fitting.js';
import { settleSpeakers } from './speakers.js';

/** Settles hands, furniture, names and speakers on the marks that the decisions mean; `keep` and `note` alter no mark. */
export function settle(
  transcription: Transcription,
  marks: readonly Mark[],
  anchored: readonly AnchoredDecision[],
  file: string,
): { marks: Mark[]; messages: Message[] } {
  const messages: Message[] = [];
  let settled: Mark[] = [...marks];
  for (const { decision, meant } of anchored) {
    const refuse = (missing: string, wanted: string) =>
      messages.push(unfit(transcription, decision, meant, file, missing, wanted));
    if (decision.hand !== undefined) {
      const next = withHand(settled, decision, meant, decision.hand);
      if (next) settled = next;
      else refuse('no annotation and no struck-out type', 'handwriting');
    }
    if (decision.furniture !== undefined) {
      const next = withFurniture(settled, decision, meant, decision.furniture);
      if (next) settled = next;
      else refuse('no line or block of its own', 'furniture, all of them');
    }
    settled = withName(settled, decision, meant);
  }
  const speakers = settleSpeakers(transcription, settled, anchored, file);
  return { marks: speakers.marks, messages: [...messages, ...speakers.messages] };
}

/** What a hand can have made at the words meant: a striking out before the stamp or number that it strikes out. */
const MADE_BY_HAND: readonly ((mark: Mark) => boolean)[] = [
  (mark) => mark.kind === 'emphasis' && mark.rend === 'overstrike',
  (mark) => mark.kind === 'annotation',
  (mark) => mark.kind === 'furniture',
];

function withHand(marks: readonly Mark[], decision: PlacedDecision, meant: Range, hand: string): Mark[] | undefined {
  for (const isMade of MADE_BY_HAND) {
    const mark = marks.find((candidate) => isMade(candidate) && overlaps(candidate, meant));
    if (mark?.kind === 'emphasis') return replaced(marks, mark, { ...mark, hand, ...decided(decision) });
    if (mark?.kind === 'annotation' || mark?.kind === 'furniture') {
      const { start, end, position } = mark;
      const own: AnnotationMark = {
        kind: 'annotation',
        start,
        end,
        position: decision.where ?? position,
        hand,
        ...decided(decision),
      };
      return replaced(marks, mark, own);
    }
  }
  return undefined;
}

/** Words that stand by themselves become furniture; what was found in a paragraph that is none goes with it. */
function withFurniture(
  marks: readonly Mark[],
  decision: PlacedDecision,
  meant: Range,
  type: FurnitureMark['type'],
): Mark[] | undefined {
  const mark = marks.find(
    (candidate) =>
      ((candidate.kind === 'furniture' || candidate.kind === 'annotation') && overlaps(candidate, meant)) ||
      ((candidate.kind === 'paragraph' || candidate.kind === 'heading') && contains(meant, candidate)),
  );
  if (!mark) return undefined;
  const { start, end } = mark;
  const position = decision.where ?? ('position' in mark ? mark.position : 'bottom');
  const own: FurnitureMark = { kind: 'furniture', type, position, start, end, ...decided(decision) };
  return replaced(marks, mark, own).filter(
    (other) => !((other.kind === 'turn' || other.kind === 'number') && contains(own, other)),
  );
}

const replaced = (marks: readonly Mark[], old: Mark, own: Mark): Mark[] =>
  marks.map((mark) => (mark === old ? own : mark));

const isName = ({ kind }: Mark): boolean =>
  kind === 'person' || kind === 'office' || kind === 'organisation' || kind === 'place' || kind === 'event';

/** Names what an editor has named, at the words where it was found or else at those meant. */
function withName(marks: readonly Mark[], decision: PlacedDecision, meant: Range): Mark[] {
  const { person, organisation, place, event } = decision;
  const ref = person ?? organisation ?? place ?? event;
  if (ref === undefined) return [...marks];
  const there = marks.filter((mark) => isName(mark) && (contains(mark, meant) || contains(meant, mark)));
  const others = marks.filter((mark) => !there.includes(mark));
  if (ref === NOBODY) return others;
  if (person !== undefined) {
    const known = there.find((mark) => mark.kind === 'person' || mark.kind === 'office');
    if (known?.kind === 'person' || known?.kind === 'office') {
      const { others: _, ...own } = known;
      return [...others, { ...own, ref, ...decided(decision) }];
    }
    return [...others, { kind: 'person', ...meant, ref, ...decided(decision) }];
  }
  const kind = organisation !== undefined ? 'organisation' : place !== undefined ? 'place' : 'event';
  const known = there.find((mark) => mark.kind === kind) ?? meant;
  return [...others, { kind, start: known.start, end: known.end, ref, ...decided(decision) }];
}

import type { Message } from '../messages/message.js';
import type { Certainty, Mark, MarkOf } from '../text/marks.js';
import { ofKind, pageAt } from '../text/marks.js';
import { overlaps, type Range, rangeAt } from '../text/transcription.js';
import { type DoubtfulKind, OF_FINDING, OF_MARK } from './consequences.js';
import type { ReviewMaterial } from './review-entry.js';
import { opening } from './suggestions.js';

/** Marks of the software that leave one thing open. */
export interface Doubt {
  kind: DoubtfulKind;
  certainty: Certainty;
  marks: readonly MarkOf<DoubtfulKind>[];
}

/** What the software has marked and is not sure of, as far as no finding speaks of it and no decision has settled it. */
export function doubtsIn(material: ReviewMaterial): Doubt[] {
  const groups = new Map<string, Doubt>();
  for (const mark of undecided(material)) {
    const key = keyOf(material, mark);
    const { marks, certainty } = groups.get(key) ?? { marks: [], certainty: mark.certainty };
    groups.set(key, {
      kind: mark.kind,
      certainty: mark.certainty === 'low' ? 'low' : certainty,
      marks: [...marks, mark],
    });
  }
  return [...groups.values()];
}

function undecided(material: ReviewMaterial): MarkOf<DoubtfulKind>[] {
  const { marks, drafter } = material;
  const kept = material.anchored.filter(({ decision }) => decision.keep).map(({ meant }) => meant);
  const isKept = (range: Range) => kept.some((meant) => overlaps(meant, opening(range)));
  const doubtful = marks.filter(isDoubtful).sort((one, other) => one.start - other.start);
  const names = doubtful.filter(isName);
  // One decision to leave a name open holds wherever the same people may be meant.
  const open = new Set(names.filter(isKept).map((mark) => keyOf(material, mark)));
  const left = new Set<Mark>(names.filter((mark) => open.has(keyOf(material, mark))));
  const { speakers, names: named, all } = placesOf(material.findings);
  const isAnyOf = (ranges: readonly Range[], range: Range) => ranges.some((other) => overlaps(other, range));
  return doubtful.filter((mark) => {
    if (isKept(mark) || left.has(mark)) return false;
    switch (mark.kind) {
      case 'turn':
        return (
          !mark.continues &&
          !isAnyOf(speakers, wholeTurn(marks, mark)) &&
          !isAnyOf([...named, ...left], opening(mark)) &&
          !(mark.who.includes(drafter ?? '') && material.findings.some(({ rule }) => rule === 'drafter-is-known'))
        );
      case 'annotation':
        return true;
      default:
        return !isAnyOf(all, mark);
    }
  });
}

const isName = (mark: Mark): mark is MarkOf<'person' | 'office'> => mark.kind === 'person' || mark.kind === 'office';

function isDoubtful(mark: Mark): mark is MarkOf<DoubtfulKind> {
  if (mark.by !== 'memcon' || !Object.hasOwn(OF_MARK, mark.kind)) return false;
  if (mark.kind === 'annotation') return mark.hand === undefined;
  const hasOthers = 'others' in mark && (mark.others?.length ?? 0) > 0;
  return mark.certainty === 'low' || (mark.certainty === 'medium' && hasOthers);
}

/** A turn with the parts in which it goes on. */
function wholeTurn(marks: readonly Mark[], first: MarkOf<'turn'>): Range {
  const turns = ofKind(marks, 'turn').sort((one, other) => one.start - other.start);
  const at = turns.indexOf(first);
  const next = turns.findIndex(({ continues }, i) => i > at && !continues);
  return { start: first.start, end: turns.at(next < 0 ? -1 : next - 1)!.end };
}

/** The words of which findings speak: of speakers, of names, and all. */
function placesOf(findings: readonly Message[]): Record<'speakers' | 'names' | 'all', Range[]> {
  const ranges = (found: readonly Message[]) =>
    found.flatMap(({ place, proposals = [] }) =>
      [place, ...proposals.flatMap(({ decisions }) => decisions.map((decision) => decision.at))].flatMap((at) =>
        at ? [rangeAt(at)] : [],
      ),
    );
  const about = (consequence: string) =>
    findings.filter(({ rule }) => OF_FINDING[rule as keyof typeof OF_FINDING]?.consequence === consequence);
  return { speakers: ranges(about('speaker')), names: ranges(about('name')), all: ranges(findings) };
}

/** What makes two marks one doubt. */
function keyOf({ marks }: ReviewMaterial, mark: MarkOf<DoubtfulKind>): string {
  const page = pageAt(ofKind(marks, 'page'), mark.start);
  const where = OF_MARK[mark.kind].together === 'on a page' ? [page] : [];
  if (isName(mark)) return [mark.kind, ...[mark.ref, ...(mark.others ?? [])].sort()].join(' ');
  const whose = mark.kind === 'turn' ? [...mark.who, ...(mark.others ?? []), mark.evidence] : [];
  return [mark.kind, ...where, ...whose].join(' ');
}

import { delimitersOf, ofKind } from '../text/marks.js';
import { findQuotation } from '../text/quotation.js';
import { lineRange, overlaps, type Range, wordsOf } from '../text/transcription.js';
import type { AnchoredDecision } from './anchors.js';
import type { Anchor, Decision } from './description.js';
import { isOneConcern } from './fitting.js';
import { anchorOf } from './quoting.js';
import type { ReviewMaterial, Suggested } from './review-entry.js';

/** What a decision says, apart from where it stands. */
export type Said = Omit<Decision, keyof Anchor>;

/** A reason that the editor has still to write. */
export const TO_BE_WRITTEN = '…';

/** The decision that says so of these words; absent where it could not stand there beside those that are there already. */
export function suggestion(material: ReviewMaterial, range: Range, said: Said): Suggested | undefined {
  const meant = bare(material, range);
  if (said.reading !== undefined && signsIn(material).some((sign) => overlaps(sign, meant))) return undefined;
  if (inTheWay(material, meant, said)) return undefined;
  const anchor = said.break === undefined ? anchorAt(material, meant) : anchorOfBreak(material, meant);
  return anchor && { decision: { ...anchor, ...said }, meant };
}

/** A decision at these words that has settled the same already. */
export const inTheWay = ({ anchored }: ReviewMaterial, range: Range, said: Said): AnchoredDecision | undefined =>
  anchored.find(
    ({ decision, meant, until }) =>
      overlaps({ start: meant.start, end: until ?? meant.end }, range) && isOneConcern(decision, said),
  );

/** Characters that the format of the transcription has and the paper has not. */
const signsIn = ({ marks }: ReviewMaterial): Range[] => [
  ...ofKind(marks, 'markup'),
  ...ofKind(marks, 'reference'),
  ...ofKind(marks, 'emphasis').flatMap(delimitersOf),
];

/** A range without the white space and the signs of the format at its ends. */
export function bare(material: ReviewMaterial, range: Range): Range {
  const { text } = material.transcription;
  const signs = signsIn(material).filter((sign) => sign.start < sign.end && overlaps(sign, range));
  let { start, end } = range;
  for (let changed = true; changed && start < end; ) {
    const head = signs.find((sign) => sign.start <= start && start < sign.end);
    const tail = signs.find((sign) => sign.start < end && end <= sign.end);
    const lead = /^\s*/.exec(text.slice(start, end))![0].length;
    const trail = /\s*$/.exec(text.slice(start, end))![0].length;
    const from = head ? head.end : start + lead;
    const to = tail ? tail.start : end - trail;
    changed = from !== start || to !== end;
    [start, end] = [from, to];
  }
  return start < end ? { start, end } : range;
}

function anchorAt({ transcription, marks }: ReviewMaterial, meant: Range): Anchor | undefined {
  if (meant.start >= meant.end) return undefined;
  const anchor = anchorOf(transcription, ofKind(marks, 'page'), meant);
  if (!('line' in anchor) || anchor.quote === undefined) return anchor;
  const found = findQuotation(transcription, anchor.quote, lineRange(transcription, anchor.line)!);
  return found.length === 1 && found[0]!.meant.start === meant.start ? anchor : undefined;
}

/** Page breaks are looked for in the whole of the document: as many of a page's first words as stand there once. */
function anchorOfBreak({ transcription }: ReviewMaterial, { start }: Range): Anchor | undefined {
  const { text } = transcription;
  const words = [...text.slice(start).matchAll(/\S+/g)].slice(0, 30);
  for (const { index, 0: last } of words) {
    const quote = text.slice(start, start + index + last.length).replace(/\s+/g, ' ');
    const found = findQuotation(transcription, quote, { start: 0, end: text.length });
    if (found.length === 1 && found[0]!.meant.start === start) return { quote };
  }
  return undefined;
}

/** So much of a turn as tells which it is. */
const OPENING = 60;
/** Words that are quoted in full. */
const SHORT = 40;

export const opening = ({ start, end }: Range): Range => ({ start, end: Math.min(end, start + OPENING) });

export type Refuse = (place: Range) => Suggested | undefined;

/**
 * Leaves words as they stand: `keep` on all of them, or on the first that no decision has altered. Two findings at the same words
 * are left alone by one decision.
 */
export function refuser(material: ReviewMaterial): Refuse {
  const given: Suggested[] = [];
  const said: Said = { keep: true, reason: TO_BE_WRITTEN };
  return (place) => {
    const same = given.find(({ meant }) => overlaps(meant, place));
    if (same) return same;
    const words = wordsOf(material.transcription, place);
    const each = [...words.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      start: place.start + index,
      end: place.start + index + word.length,
    }));
    for (const range of words.length > SHORT ? each : [place, ...each]) {
      const kept = suggestion(material, range, said);
      if (!kept || !overlaps(kept.meant, place)) continue;
      given.push(kept);
      return kept;
    }
    return undefined;
  };
}

import { type Message, message } from '../messages/message.js';
import type { EmendationMark, Mark, PageMark } from '../text/marks.js';
import { findQuotation, nearestPassages } from '../text/quotation.js';
import { contains, overlaps, pointAt, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import type { PlacedDecision } from './description.js';

/** A decision and the words of the transcription that it means. */
export interface AnchoredDecision {
  decision: PlacedDecision;
  meant: Range;
}

const PASSAGES_SHOWN = 3;

/**
 * Finds the words that each decision means. A decision whose words are not on its page, or stand there twice, gives
 * an error with the passages that come nearest.
 */
export function anchorDecisions(
  transcription: Transcription,
  pages: readonly PageMark[],
  decisions: readonly PlacedDecision[],
  file: string,
): { anchored: AnchoredDecision[]; messages: Message[] } {
  const anchored: AnchoredDecision[] = [];
  const messages: Message[] = [];
  for (const decision of decisions) {
    const within = pageRange(transcription, pages, decision.page);
    const found = within ? findQuotation(transcription, decision.quote, within) : [];
    if (found.length === 1) anchored.push({ decision, meant: found[0]!.meant });
    else if (found.length === 0) messages.push(lost(transcription, pages, decision, within, file));
    else
      messages.push(
        ambiguous(
          transcription,
          decision,
          found.map(({ whole }) => whole),
          file,
        ),
      );
  }
  return { anchored, messages: [...messages, ...overlapping(anchored, file)] };
}

/** The emendations among the decisions, as marks. `signs` are what the format has written: no reading can stand there. */
export function emendationsOf(
  transcription: Transcription,
  anchored: readonly AnchoredDecision[],
  signs: readonly Range[],
  file: string,
): { emendations: EmendationMark[]; messages: Message[] } {
  const messages: Message[] = [];
  const emendations = anchored.flatMap(({ decision, meant }): EmendationMark[] => {
    const { reading, witness, reason = '', certainty = 'high' } = decision;
    if (reading === undefined) return [];
    if (signs.some((sign) => overlaps(sign, meant))) {
      const missing = 'what the format of the transcription has written, and no word of the paper';
      messages.push(unfit(transcription, decision, meant, file, missing, 'on the paper'));
      return [];
    }
    if (reading === wordsOf(transcription, meant)) {
      messages.push(
        message('decision-changes-something', {
          ...at(decision, file),
          words: reading,
          reason: `The transcription already reads “${reading}”.`,
          advice: 'Remove the decision, or give the reading that is meant.',
        }),
      );
    }
    const evidence = witness ? `witness ${witness}` : 'conjecture';
    return [
      { kind: 'emendation', ...meant, reading, reason, by: 'editor', certainty, evidence, ...(witness && { witness }) },
    ];
  });
  return { emendations, messages };
}

/** Settles hands and people on the marks that the decisions mean; `keep` and `note` alter no mark. */
export function settle(
  transcription: Transcription,
  marks: readonly Mark[],
  anchored: readonly AnchoredDecision[],
  file: string,
): { marks: Mark[]; messages: Message[] } {
  const messages: Message[] = [];
  const settled = [...marks];
  for (const { decision, meant } of anchored) {
    const { hand, where, person, certainty = 'high' } = decision;
    const by = 'editor' as const;
    const evidence = decision.reason ?? 'decided by the editor';
    if (hand !== undefined) {
      const i = handIn(settled, meant);
      const mark = settled[i];
      if (mark?.kind === 'emphasis') settled[i] = { ...mark, hand, by, certainty, evidence };
      else if (mark?.kind === 'annotation' || mark?.kind === 'furniture') {
        const { start, end } = mark;
        settled[i] = {
          kind: 'annotation',
          start,
          end,
          position: where ?? mark.position,
          hand,
          by,
          certainty,
          evidence,
        };
      } else
        messages.push(
          unfit(transcription, decision, meant, file, 'no annotation and no struck-out type', 'handwriting'),
        );
    }
    if (person !== undefined) {
      const i = settled.findIndex(
        (mark) =>
          (mark.kind === 'person' || mark.kind === 'office') && (contains(mark, meant) || contains(meant, mark)),
      );
      const mark = settled[i];
      if (mark?.kind === 'person' || mark?.kind === 'office')
        settled[i] = { ...mark, ref: person, by, certainty, evidence };
      else settled.push({ kind: 'person', ...meant, ref: person, by, certainty, evidence });
    }
  }
  return { marks: settled, messages };
}

/** What a hand can have made at the words meant: a striking out before the stamp or number that it strikes out. */
const MADE_BY_HAND: readonly ((mark: Mark) => boolean)[] = [
  (mark) => mark.kind === 'emphasis' && mark.rend === 'overstrike',
  (mark) => mark.kind === 'annotation',
  (mark) => mark.kind === 'furniture',
];

function handIn(marks: readonly Mark[], meant: Range): number {
  for (const isMade of MADE_BY_HAND) {
    const found = marks.findIndex((mark) => isMade(mark) && overlaps(mark, meant));
    if (found >= 0) return found;
  }
  return -1;
}

export function pageRange({ text }: Transcription, pages: readonly PageMark[], n: number): Range | undefined {
  const page = pages.find((candidate) => candidate.n === n);
  if (!page) return undefined;
  const next = pages.find((candidate) => candidate.n === n + 1);
  return { start: n === 1 ? 0 : page.start, end: next?.start ?? text.length };
}

const at = ({ place }: PlacedDecision, file: string) => ({ file, place });

const quoted = (transcription: Transcription, range: Range): string => {
  const { line, column } = pointAt(transcription, range.start);
  return `“${wordsOf(transcription, range).replace(/\s+/g, ' ')}” (${line}:${column})`;
};

function lost(
  transcription: Transcription,
  pages: readonly PageMark[],
  decision: PlacedDecision,
  within: Range | undefined,
  file: string,
): Message {
  const { page, quote } = decision;
  const elsewhere = pages.find(({ n }) => {
    const range = pageRange(transcription, pages, n);
    return n !== page && range && findQuotation(transcription, quote, range).length > 0;
  });
  const near = within ? nearestPassages(transcription, quote, within, PASSAGES_SHOWN) : [];
  const advice = elsewhere
    ? `The words stand on page ${elsewhere.n}: write page: ${elsewhere.n}.`
    : near.length > 0
      ? `Nearest on the page: ${near.map((range) => quoted(transcription, range)).join('; ')}. Copy the words from the transcription.`
      : 'Copy the words from the transcription, with the page on which they stand.';
  return message('decision-finds-its-words', {
    ...at(decision, file),
    words: quote,
    reason: within
      ? `“${quote}” is not on page ${page}.`
      : `There is no page ${page}; the transcription has ${pages.length} page${pages.length === 1 ? '' : 's'}.`,
    advice,
  });
}

function ambiguous(
  transcription: Transcription,
  decision: PlacedDecision,
  found: readonly Range[],
  file: string,
): Message {
  const { page, quote } = decision;
  const shown = found.slice(0, PASSAGES_SHOWN).map((range) => quoted(transcription, widened(transcription, range)));
  return message('decision-finds-one-place', {
    ...at(decision, file),
    words: quote,
    reason: `“${quote}” stands ${found.length} times on page ${page}.`,
    advice: `Quote more of the words around it, the part meant in square brackets: ${shown.join('; ')}.`,
  });
}

/** A passage with some words on both sides, so that its neighbours tell it from another. */
function widened({ text }: Transcription, { start, end }: Range): Range {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  return {
    start: start - before.length + Math.max(0, before.search(/\s\S/) + 1),
    end: end + Math.max(0, after.trimEnd().lastIndexOf(' ')),
  };
}

function overlapping(anchored: readonly AnchoredDecision[], file: string): Message[] {
  const readings = anchored
    .filter(({ decision }) => decision.reading !== undefined)
    .sort((one, other) => one.meant.start - other.meant.start);
  return readings.flatMap(({ decision, meant }, i) => {
    const before = readings[i - 1];
    if (!before || !overlaps(before.meant, meant)) return [];
    return [
      message('decisions-do-not-overlap', {
        ...at(decision, file),
        words: decision.quote,
        reason: `Two decisions give a reading for “${decision.quote}”; the other stands on line ${before.decision.place.start.line}.`,
        advice: 'Join the two decisions, or remove one.',
      }),
    ];
  });
}

function unfit(
  transcription: Transcription,
  decision: PlacedDecision,
  meant: Range,
  file: string,
  missing: string,
  wanted: string,
): Message {
  return message('decision-fits-its-place', {
    ...at(decision, file),
    words: decision.quote,
    reason: `There is ${missing} at “${wordsOf(transcription, meant)}”.`,
    advice: `Quote the words that are ${wanted}, or remove the decision.`,
  });
}

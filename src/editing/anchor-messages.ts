import { type Message, message } from '../messages/message.js';
import { pageAt } from '../text/marks.js';
import { findQuotation, nearestPassages, type Quoted } from '../text/quotation.js';
import { pointAt, type Range, type Transcription, wordsOf } from '../text/transcription.js';
import type { Anchor, PlacedDecision } from './description.js';
import { type Places, pageRange } from './places.js';

const PASSAGES_SHOWN = 3;

/** "on page 2", "in par.3", "on line 40", "in the transcription". */
export const placeInWords = ({ page, paragraph, line }: Anchor): string => {
  if (page !== undefined) return `on page ${page}`;
  if (paragraph !== undefined) return `in ${paragraph}`;
  return line === undefined ? 'in the transcription' : `on line ${line}`;
};

/** The words are not where the decision says, nor like anything anywhere. */
export function lost(places: Places, decision: PlacedDecision, within: Range | undefined, file: string): Message {
  const { transcription, pages } = places;
  const { quote = '' } = decision;
  const near = nearestPassages(
    transcription,
    quote,
    within ?? { start: 0, end: transcription.text.length },
    PASSAGES_SHOWN,
  );
  const elsewhere = pages.filter(({ n }) => {
    const range = pageRange(transcription, pages, n);
    return range && findQuotation(transcription, quote, range).length > 0;
  });
  const advice =
    elsewhere.length > 0
      ? `The words stand on page ${elsewhere.map(({ n }) => n).join(' and on page ')}: write page: ${elsewhere[0]!.n}, with more of the words around them.`
      : near.length > 0
        ? `Nearest: ${near.map((range) => quoted(transcription, range)).join('; ')}. Copy the words from the transcription.`
        : 'Copy the words from the transcription, with the page on which they stand.';
  return message('decision-finds-its-words', {
    file,
    place: decision.stands,
    words: quote,
    reason: within ? `“${quote}” is not ${placeInWords(decision)}.` : nowhere(places, decision),
    advice,
  });
}

function nowhere({ transcription, pages }: Places, { page, paragraph, line }: Anchor): string {
  if (paragraph !== undefined) return `The edition has nothing with the id “${paragraph}”.`;
  const has = (n: number, unit: string) => `the transcription has ${n} ${unit}${n === 1 ? '' : 's'}`;
  return page === undefined
    ? `There is no line ${line}; ${has(transcription.lineStarts.length, 'line')}.`
    : `There is no page ${page}; ${has(pages.length, 'page')}.`;
}

/** The words stand there more than once. */
export function ambiguous(
  { transcription }: Places,
  decision: PlacedDecision,
  found: readonly Quoted[],
  file: string,
): Message {
  const { quote = '' } = decision;
  const shown = found.slice(0, PASSAGES_SHOWN).map(({ whole }) => quoted(transcription, widened(transcription, whole)));
  return message('decision-finds-one-place', {
    file,
    place: decision.stands,
    words: quote,
    reason: `“${quote}” stands ${found.length} times ${placeInWords(decision)}.`,
    advice: `Quote more of the words around it, the part meant in square brackets: ${shown.join('; ')}.`,
  });
}

/** The words stand elsewhere, or somewhat otherwise. */
export function moved(
  { transcription, pages }: Places,
  decision: PlacedDecision,
  { whole, meant }: Quoted,
  file: string,
): Message {
  const { text } = transcription;
  const bare = (words: string) => words.replace(/\s+/g, ' ');
  const now = bare(
    meant.start === whole.start && meant.end === whole.end
      ? text.slice(whole.start, whole.end)
      : `${text.slice(whole.start, meant.start)}[${text.slice(meant.start, meant.end)}]${text.slice(meant.end, whole.end)}`,
  );
  const page = pageAt(pages, whole.start);
  const { line, column } = pointAt(transcription, whole.start);
  return message('decision-quotes-to-the-letter', {
    file,
    place: decision.stands,
    words: decision.quote ?? '',
    reason: `“${decision.quote}” is not ${placeInWords(decision)}; the decision was carried to “${now}” (${line}:${column}).`,
    advice: `If that is the place, write page: ${page} and quote: ${JSON.stringify(now)}.`,
  });
}

const quoted = (transcription: Transcription, range: Range): string => {
  const { line, column } = pointAt(transcription, range.start);
  return `“${wordsOf(transcription, range).replace(/\s+/g, ' ')}” (${line}:${column})`;
};

/** A passage with some words on both sides, so that its neighbours tell it from another. */
function widened({ text }: Transcription, { start, end }: Range): Range {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  return {
    start: start - before.length + Math.max(0, before.search(/\s\S/) + 1),
    end: end + Math.max(0, after.trimEnd().lastIndexOf(' ')),
  };
}

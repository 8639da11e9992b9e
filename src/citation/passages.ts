import { findLike, findQuotation, nearestPassages } from '../text/quotation.js';
import { type Range, transcriptionOf } from '../text/transcription.js';
import type { Span, Stream } from './reading-text.js';
import type { CitableEdition, Unit } from './unit.js';
import { normalized } from './units.js';

/** Words within a passage. */
export interface Quoted {
  readonly unit: Unit;
  /** The words as the edition has them. */
  readonly quoted: string;
  /** They were given with small slips. */
  readonly like: boolean;
  /** The pages on which they stand. */
  readonly pages: readonly string[];
}

/** In the order in which the words are taken for those of a kind: a turn rather than the paragraph around it. */
const KINDS = [
  'turn',
  'paragraph',
  'footnote',
  'note',
  'annotation',
  'furniture',
  'list',
  'table',
  'entry',
  'page',
  'document',
];

/** Where words stand, in each passage of the narrowest kind; all of them to the letter, or the one that is most like. */
export function quotedIn(edition: CitableEdition, words: string, among: (unit: Unit) => boolean): Quoted[] {
  const streams = streamsOf(edition).filter((stream) => wordsWithin(stream, words));
  const found = streams.flatMap((stream) => {
    const text = transcriptionOf('', stream.text);
    const all = { start: 0, end: stream.text.length };
    const exact = findQuotation(text, plain(words), all).map(({ whole }) => ({ whole, like: false }));
    if (exact.length > 0) return exact.map((one) => ({ ...one, stream }));
    return likeIn(text, plain(words)).map((whole) => ({ whole, like: true, stream }));
  });
  const exact = found.filter(({ like }) => !like);
  const quoted = (exact.length > 0 ? exact : found).flatMap(({ whole, stream, like }): Quoted[] => {
    const unit = narrowest(edition, stream, whole, among);
    return unit
      ? [
          {
            unit,
            quoted: normalized(stream.text.slice(whole.start, whole.end)),
            like,
            pages: pagesAt(edition, unit, stream, whole),
          },
        ]
      : [];
  });
  // What the document says comes before what the editors say of it.
  const ofDocument = quoted.filter(({ unit }) => unit.kind !== 'note');
  return once(ofDocument.length > 0 ? ofDocument : quoted);
}

/** Of a passage over several pages, those of the words. */
function pagesAt({ units }: CitableEdition, unit: Unit, stream: Stream, { start, end }: Range): readonly string[] {
  const pages = units
    .filter(
      ({ kind, spans: [span] }) => kind === 'page' && span!.stream === stream && span!.start < end && start < span!.end,
    )
    .flatMap((page) => page.pages);
  return pages.length > 0 ? pages : unit.pages;
}

const once = (found: readonly Quoted[]): Quoted[] =>
  found.filter(({ unit }, n) => found.findIndex((other) => other.unit === unit) === n);

/** Square brackets show a part of a quotation to `findQuotation`; here they are none of the words. */
const plain = (words: string): string => words.replace(/\[|\]/g, '').trim();

/** More words than these are compared letter by letter only where most of them stand together. */
const LONG = 24;
const AROUND = 200;

/** Where words stand that differ by small slips. */
function likeIn(text: ReturnType<typeof transcriptionOf>, words: string): Range[] {
  const end = text.text.length;
  if (words.split(/\s+/).length <= LONG) return [findLike(text, words, { start: 0, end })?.whole ?? []].flat();
  const near = nearestPassages(text, words, { start: 0, end }, 2);
  return near.flatMap((range) => {
    const within = { start: Math.max(0, range.start - AROUND), end: Math.min(end, range.end + AROUND) };
    return findLike(text, words, within)?.whole ?? [];
  });
}

/** Whether a search by likeness can find anything: half of the words are there. */
function wordsWithin({ text }: Stream, words: string): boolean {
  const lower = text.toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/);
  if (wanted.length === 1) return true;
  return wanted.filter((word) => lower.includes(word)).length * 2 >= wanted.length;
}

const streamsOf = ({ units }: CitableEdition): Stream[] => [
  ...new Set(units.flatMap(({ spans }) => spans.map(({ stream }) => stream))),
];

const holds = (span: Span, stream: Stream, { start, end }: Range): boolean =>
  span.stream === stream && span.start <= start && end <= span.end;

function narrowest(
  edition: CitableEdition,
  stream: Stream,
  range: Range,
  among: (unit: Unit) => boolean,
): Unit | undefined {
  const around = edition.units.filter((unit) => {
    if (unit.spans.some((span) => holds(span, stream, range))) return true;
    // Over two parts of a turn.
    const [first, last] = [unit.spans[0]!, unit.spans.at(-1)!];
    return unit.kind === 'turn' && first.stream === stream && first.start <= range.start && range.end <= last.end;
  });
  const wanted = around.filter(among);
  for (const kind of KINDS) {
    const unit = wanted.find((one) => one.kind === kind);
    if (unit) return unit;
  }
  return undefined;
}

/** The passages most like some words: what may have been meant. */
export function nearestTo(edition: CitableEdition, words: string, count: number): Quoted[] {
  const { text, units } = edition;
  const [stream] = units[0]!.spans.map((span) => span.stream);
  const near = nearestPassages(transcriptionOf('', text), words, { start: 0, end: text.length }, count);
  const found = near.flatMap((range): Quoted[] => {
    const unit = stream && narrowest(edition, stream, range, ({ kind }) => kind !== 'document');
    return unit
      ? [{ unit, quoted: normalized(text.slice(range.start, range.end)), like: true, pages: unit.pages }]
      : [];
  });
  return once(found);
}

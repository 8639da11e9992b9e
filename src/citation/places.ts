import { findQuotation } from '../text/quotation.js';
import { type Range, transcriptionOf } from '../text/transcription.js';
import type { Span, Stream } from './reading-text.js';
import type { CitableEdition, Unit } from './unit.js';

/** The passages of an edition, in its order. */
export type Passages = Pick<CitableEdition, 'units'>;

/** Where words stand: in which of the texts that are read on end, and the narrowest passage that holds them all. */
export interface WordsPlace {
  readonly stream: Stream;
  /** In UTF-16 code units of the stream's text. */
  readonly range: Range;
  readonly unit: Unit;
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

/** Square brackets show a part of a quotation to `findQuotation`; here they are none of the words. */
export const plain = (words: string): string => words.replace(/\[|\]/g, '').trim();

/** The ranges of a text in which words stand to the letter, white space taken as equal. */
export function occurrences({ text }: Stream, words: string): Range[] {
  const within = { start: 0, end: text.length };
  const find = (quote: string) => findQuotation(transcriptionOf('', text), quote, within).map(({ whole }) => whole);
  const found = find(words.trim());
  return found.length > 0 ? found : find(plain(words));
}

export const streamsOf = ({ units }: Passages): Stream[] => [
  ...new Set(units.flatMap(({ spans }) => spans.map(({ stream }) => stream))),
];

/** The narrowest passage that holds a range, and the pages of the range. */
export function placeOf(
  edition: Passages,
  stream: Stream,
  range: Range,
  among: (unit: Unit) => boolean = () => true,
): WordsPlace | undefined {
  const unit = narrowest(edition, stream, range, among);
  return unit && { stream, range, unit, pages: pagesAt(edition, unit, stream, range) };
}

/** Of a passage over several pages, those of the words. */
function pagesAt({ units }: Passages, unit: Unit, stream: Stream, { start, end }: Range): readonly string[] {
  const pages = units
    .filter(
      ({ kind, spans: [span] }) => kind === 'page' && span!.stream === stream && span!.start < end && start < span!.end,
    )
    .flatMap((page) => page.pages);
  return pages.length > 0 ? pages : unit.pages;
}

const holds = (span: Span, stream: Stream, { start, end }: Range): boolean =>
  span.stream === stream && span.start <= start && end <= span.end;

function narrowest({ units }: Passages, stream: Stream, range: Range, among: (unit: Unit) => boolean) {
  const around = units.filter((unit) => {
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

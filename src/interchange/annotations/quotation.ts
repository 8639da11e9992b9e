import type { Unit } from '../../citation/unit.js';
import { normalized } from '../../citation/wording.js';

export interface Quotation {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** In UTF-16 code units, of the words before and behind. */
const AROUND = 32;

/**
 * The words of a passage as they are read, with those around them, for a TextQuoteSelector (Web Annotation Data Model,
 * 4.2.4); nothing where no words are left, or those of others stand between its parts.
 */
export function quotationOf({ spans, words }: Unit): Quotation | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || words === '' || spans.some(({ stream }) => stream !== first.stream)) return undefined;
  const { text } = first.stream;
  const exact = text.slice(first.start, last.end);
  if (normalized(exact) !== words) return undefined;
  const prefix = text.slice(Math.max(0, first.start - AROUND), first.start).replace(/^[\uDC00-\uDFFF]/, '');
  const suffix = text.slice(last.end, last.end + AROUND).replace(/[\uD800-\uDBFF]$/, '');
  return { exact, ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) };
}

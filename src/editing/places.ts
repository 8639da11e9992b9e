import type { PageMark } from '../text/marks.js';
import { lineRange, type Range, type Transcription } from '../text/transcription.js';
import type { Anchor } from './description.js';

/** What anchors may name: the pages, and whatever has a published id. */
export interface Places {
  transcription: Transcription;
  pages: readonly PageMark[];
  /** The range of an id that the edition has published, or would. */
  rangeOf: (id: string) => Range | undefined;
}

/** The stretch in which an anchor's words are looked for; absent where the document has no such page, id or line. */
export function rangeOf({ transcription, pages, rangeOf: published }: Places, anchor: Anchor): Range | undefined {
  if (anchor.page !== undefined) return pageRange(transcription, pages, anchor.page);
  if (anchor.paragraph !== undefined) return published(anchor.paragraph);
  return anchor.line === undefined
    ? { start: 0, end: transcription.text.length }
    : lineRange(transcription, anchor.line);
}

export function pageRange({ text }: Transcription, pages: readonly PageMark[], n: number): Range | undefined {
  const page = pages.find((candidate) => candidate.n === n);
  if (!page) return undefined;
  const next = pages.find((candidate) => candidate.n === n + 1);
  return { start: n === 1 ? 0 : page.start, end: next?.start ?? text.length };
}

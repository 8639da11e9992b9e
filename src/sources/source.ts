import type { EmphasisMark, Found, LineMark, MarkupMark, ReferenceMark, UnclearMark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';
import type { ScannedText } from './scanned-text.js';

/** A stretch of the transcription that hangs together, white space at both ends left out, and its lines, trimmed alike. */
export interface Block extends Range {
  readonly lines: readonly Line[];
  /** The format itself says that it is a heading. */
  readonly heading?: true;
}

/** A line of a block; `cells` where the format sets it as the row of a table. */
export interface Line extends Range {
  readonly cells?: readonly Range[];
}

/** A place at which, as the format has it, a page begins. */
export interface Break {
  readonly at: number;
  /** `possible` where the sign has other uses: a rule may part pages or sections. */
  readonly certainty: 'sure' | 'possible';
  readonly evidence: string;
  /** Who says it and how surely, where it is not the format. */
  readonly said?: Pick<Found, 'by' | 'certainty'>;
}

/** Words that the format itself calls the head, the foot or the number of a page. */
export interface Labelled extends Range {
  readonly type: 'header' | 'footer' | 'pageNum';
}

/** What a format says of a transcription, beside its words. */
export type SourceMark = EmphasisMark | MarkupMark | ReferenceMark | UnclearMark | LineMark;

/** A transcription with what its own format says of it. */
export interface Source {
  readonly transcription: Transcription;
  readonly blocks: readonly Block[];
  readonly marks: readonly SourceMark[];
  /** In order; the first page begins where the text does and has none. */
  readonly breaks: readonly Break[];
  readonly labelled: readonly Labelled[];
  /** Present where the transcription comes from an OCR engine that gives places on page images. */
  readonly scan?: ScannedText;
}

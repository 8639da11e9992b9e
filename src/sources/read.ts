import type { Transcription } from '../text/transcription.js';
import { readMarkdown } from './markdown.js';
import { readPlainText } from './plain-text.js';
import { readScanned } from './scanned.js';
import type { ScannedText } from './scanned-text.js';
import type { Source } from './source.js';

/** A transcription as it was received, with what its format gives beside the words. */
export interface Received {
  readonly transcription: Transcription;
  readonly format: 'markdown' | 'text' | 'scan';
  /** Present for `scan`. */
  readonly scan?: ScannedText;
}

/** What the format says of a transcription. */
export function readSource({ transcription, format, scan }: Received): Source {
  if (scan) return readScanned(transcription, scan);
  return format === 'text' ? readPlainText(transcription) : readMarkdown(transcription);
}

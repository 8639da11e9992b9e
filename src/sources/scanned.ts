import type { Certainty, UnclearMark } from '../text/marks.js';
import type { Transcription } from '../text/transcription.js';
import { grouped, linesOf, trimmed } from './blocks.js';
import type { ScannedText } from './scanned-text.js';
import type { Source } from './source.js';

/** Confidences below which a word is read with doubt; Tesseract gives clean typescript 0.90 and more. */
const DOUBT: readonly { below: number; certainty: Certainty }[] = [
  { below: 0.5, certainty: 'low' },
  { below: 0.75, certainty: 'medium' },
];

/** The text of an OCR engine: pages and lines are where it found them, and words it doubts are marked. */
export function readScanned(transcription: Transcription, scan: ScannedText): Source {
  return {
    transcription,
    blocks: grouped(linesOf(transcription).map((line) => trimmed(transcription.text, line))),
    marks: scan.words.flatMap(({ start, end, word: { confidence } }): UnclearMark[] => {
      const doubt = DOUBT.find(({ below }) => confidence !== undefined && confidence < below);
      if (!doubt) return [];
      const evidence = `confidence ${confidence!.toFixed(2)} of the recognition`;
      return [
        { kind: 'unclear', start, end, reason: 'recognition', by: 'memcon', certainty: doubt.certainty, evidence },
      ];
    }),
    breaks: scan.pages
      .slice(1)
      .map(({ start }) => ({ at: start, certainty: 'sure', evidence: 'page of the recognition' })),
    labelled: [],
    scan,
  };
}

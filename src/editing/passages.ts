import { ofKind, pageAt } from '../text/marks.js';
import { type Range, wordsOf } from '../text/transcription.js';
import type { Passage, ReviewMaterial } from './review-entry.js';

/** Characters shown on each side, and of the words themselves. */
const AROUND = 70;
const SHOWN = 90;

/** Words as they stand in the transcription, with what stands around them in their block. */
export function passageAt({ transcription, marks }: ReviewMaterial, meant: Range): Passage {
  const { text } = transcription;
  const head = text
    .slice(Math.max(0, meant.start - AROUND), meant.start)
    .split(/\n[^\S\n]*\n/)
    .at(-1)!;
  const tail = text.slice(meant.end, meant.end + AROUND).split(/\n[^\S\n]*\n/)[0]!;
  const isCutBefore = head.length === AROUND && meant.start > AROUND;
  const isCutBehind = tail.length === AROUND;
  const words = wordsOf(transcription, meant).replace(/\s+/g, ' ');
  return {
    meant,
    page: pageAt(ofKind(marks, 'page'), meant.start),
    before: (isCutBefore ? `…${head.slice(Math.max(0, head.search(/\s/)))}` : head.trimStart()).replace(/\s+/g, ' '),
    words: words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN))} …` : words,
    behind: (isCutBehind ? `${tail.slice(0, tail.search(/\s\S*$/))} …` : tail.trimEnd()).replace(/\s+/g, ' '),
  };
}

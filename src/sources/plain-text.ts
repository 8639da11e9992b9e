import type { MarkupMark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';
import { grouped, linesOf, partedByIndents, trimmed } from './blocks.js';
import type { Break, Source } from './source.js';

/** "--- Page 2 ---", "[Page 2]", "=== page 2 of 4 ===": a sign of whoever transcribed, not of the typist. */
const PAGE_SIGN = /^[-=*_#~[{(<]+\s*page\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*[-=*_#~\]})>]+$/i;

/** Plain text: every character is the typist's but for form feeds and signs that say where a page begins. */
export function readPlainText(transcription: Transcription): Source {
  const { text } = transcription;
  const marks: MarkupMark[] = [];
  const breaks: Break[] = formFeeds(text);
  const lines = linesOf(transcription).map((line) => {
    const words = trimmed(text, line);
    if (!words || !isPageSign(text, words)) return words;
    marks.push(markup(words, 'sign of a page'));
    if (marks.length > 1 || /\S/.test(text.slice(0, words.start))) {
      breaks.push({ at: words.start, certainty: 'sure', evidence: 'sign of a page in the transcription' });
    }
    return undefined;
  });
  return {
    transcription,
    blocks: partedByIndents(transcription, grouped(lines)),
    marks,
    breaks: breaks.sort((one, other) => one.at - other.at),
    labelled: [],
  };
}

export const isPageSign = (text: string, { start, end }: Range): boolean => PAGE_SIGN.test(text.slice(start, end));

export const markup = ({ start, end }: Range, evidence: string): MarkupMark => ({
  kind: 'markup',
  start,
  end,
  by: 'memcon',
  certainty: 'high',
  evidence,
});

/** Form feeds between words part pages; those before the first word and after the last part nothing. */
export function formFeeds(text: string): Break[] {
  const first = text.search(/\S/);
  const last = text.trimEnd().length;
  const breaks: Break[] = [];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) {
    if (at > first && at < last) breaks.push({ at: at + 1, certainty: 'sure', evidence: 'form feed' });
  }
  return breaks;
}

import { type Word, wordsOf } from './fold.js';

/** The text of a unit with its other readings, taken apart. */
export interface ReadText {
  /** As the edition reads. */
  text: string;
  /** Stretches as another source reads, with the words around; each word with the word of `text` that stands there. */
  others: { text: string; words: (Word & { stands: number })[] }[];
}

/** Signs between which the search's stylesheet puts readings: what is read, then each other. */
const MARKED = /\uE000([^\uE001\uE002]*)((?:\uE001[^\uE001\uE002]*)*)\uE002/g;
/** Words taken along on either side, so that phrases find the other reading, too. */
const AROUND = 5;

interface Variant {
  /** Place of what is read, in the text without the signs. */
  start: number;
  end: number;
  readings: string[];
}

export function readTextOf(marked: string): ReadText {
  const variants: Variant[] = [];
  let text = '';
  let from = 0;
  for (const { 0: whole, 1: read = '', 2: others = '', index } of marked.matchAll(MARKED)) {
    text += marked.slice(from, index);
    variants.push({ start: text.length, end: text.length + read.length, readings: others.split('\uE001').slice(1) });
    text += read;
    from = index + whole.length;
  }
  text += marked.slice(from);
  if (variants.length === 0) return { text, others: [] };
  const words = wordsOf(text);
  const others = variants.flatMap((variant) =>
    variant.readings.map((reading) => stretch(text, words, variant, reading)),
  );
  return { text, others };
}

/** One reading in the words around it. */
function stretch(
  text: string,
  words: readonly Word[],
  { start, end }: Variant,
  reading: string,
): ReadText['others'][number] {
  const first = words.findIndex((word) => word.end > start);
  const inside = first < 0 ? words.length : first;
  const behind = words.findIndex((word) => word.start >= end);
  const after = behind < 0 ? words.length : behind;
  const from = words[Math.max(0, inside - AROUND)]?.start ?? start;
  const to = words[Math.min(words.length, after + AROUND) - 1]?.end ?? end;
  const head = text.slice(Math.min(from, start), start);
  const shown = head + reading + text.slice(end, Math.max(to, end));
  const shift = end - start - reading.length;
  return {
    text: shown,
    words: wordsOf(shown).map((word) => {
      const offset = word.start - head.length;
      const there = offset < 0 ? start + offset : offset < reading.length ? start : start + offset + shift;
      const stands = words.findIndex((one) => one.end > there);
      return { ...word, stands: stands < 0 ? words.length - 1 : stands };
    }),
  };
}

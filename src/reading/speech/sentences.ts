import type { Range } from '../../text/transcription.js';

/** Words whose point ends no sentence. */
const ABBREVIATIONS =
  /(?:\b(?:Mr|Mrs|Ms|Messrs|Mme|M|Dr|St|Gen|Sen|Sens|Cong|Congs|Rep|Reps|Pres|Amb|Gov|Col|Lt|Adm|Sec|No|Nos|vs|etc|Jr|Sr|approx|p|pp|vol)|(?<![\p{L}\d])\p{Lu}|\b(?:\p{Lu}\.)+\p{Lu})\.$/u;
/** The number before a paragraph is part of its first sentence. */
const NUMBER = /^\s*(?:\d{1,3}|\p{L}|[IVXLC]{2,6})[.)]$/u;
const END = /(?:[.?!]["”’)\]]*|(?<=(?:^|[.?!]["”’)]*\s+)\[[^\][]{1,160})\])\s+(?=["“‘([]?[\p{Lu}\d])/gu;

/** The sentences of `text`, without gaps: white space between two belongs to the first. */
export const sentencesOf = (text: string): Range[] => [...sentencesIn(text)];

/** The first sentence of `text`; the rest is not read. */
export const firstSentenceOf = (text: string): Range | undefined => sentencesIn(text).next().value;

function* sentencesIn(text: string): Generator<Range, undefined> {
  let start = 0;
  for (const found of text.matchAll(END)) {
    const end = found.index + found[0].length;
    if (ABBREVIATIONS.test(text.slice(Math.max(0, found.index - 12), found.index + 1))) continue;
    if (start === 0 && NUMBER.test(text.slice(0, found.index + 1))) continue;
    yield { start, end };
    start = end;
  }
  if (start < text.length) yield { start, end: text.length };
}

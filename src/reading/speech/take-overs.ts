import type { Range } from '../../text/transcription.js';
import { SPEAKS } from './saying.js';
import type { Before, SpokenParagraph } from './speaker.js';

/** Where within a sentence somebody else takes over: "He asked who was meant, and the Secretary said". */
export function takeOvers(
  { text, mentions }: SpokenParagraph,
  sentence: Range,
  { drafter, listed }: Pick<Before, 'drafter' | 'listed'>,
): number[] {
  const speaks = (start: number, end: number): number[] => {
    const conjunction = /(?:[,;]\s+)?(?:(?:and|but|whereupon|to\s+which)\s+)$|;\s+$/.exec(
      text.slice(Math.max(sentence.start, start - 24), start),
    );
    if (!conjunction || !SPEAKS.test(text.slice(end, Math.min(sentence.end, end + 60)))) return [];
    const at = start - conjunction[0].length + (/^[,;]?\s*/.exec(conjunction[0])?.[0].length ?? 0);
    return at - sentence.start > 12 ? [at] : [];
  };
  // "Both Thompson and Dobrynin said" is one subject.
  const isSecondOfTwo = (start: number) =>
    mentions.some(
      (first) =>
        first.end < start &&
        /^\s+and\s+$/.test(text.slice(first.end, start)) &&
        /^["“(]?(?:Both\s+)?$/.test(text.slice(sentence.start, first.start)),
    );
  const named = mentions
    .filter(({ start, end, person }) => start > sentence.start && end <= sentence.end && (!listed || person.listed))
    .filter(({ start }) => !isSecondOfTwo(start))
    .flatMap(({ start, end }) => speaks(start, end));
  const own = drafter
    ? [...text.slice(sentence.start, sentence.end).matchAll(/(?<![\p{L}\d“"])I(?=\s)/gu)].flatMap(({ index }) =>
        speaks(sentence.start + index, sentence.start + index + 1),
      )
    : [];
  return [...named, ...own].sort((one, other) => one - other);
}

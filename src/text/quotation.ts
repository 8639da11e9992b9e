import { distance as letters } from 'fastest-levenshtein';
import { literal } from './patterns.js';
import type { Range, Transcription } from './transcription.js';

/** Where an editor's quotation stands: the whole of it, and the part in square brackets that is meant. */
export interface Quoted {
  whole: Range;
  meant: Range;
}

/**
 * All places within `within` where `quote` stands, white space taken as equal. Square brackets show the part meant:
 * `"[Khrushchev] said that he wished"`; without brackets, or where the text itself has them, the whole is meant.
 */
export function findQuotation({ text }: Transcription, quote: string, within: Range): Quoted[] {
  const literal = occurrences(text, quote, within);
  if (literal.length > 0) return literal.map((whole) => ({ whole, meant: whole }));
  const parts = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/s.exec(quote);
  if (!parts) return [];
  const [, before = '', meant = '', after = ''] = parts;
  return occurrences(text, before + meant + after, within).map((whole) => {
    const start = whole.start + (before === '' ? 0 : lengthOf(text, before, whole.start));
    return { whole, meant: { start, end: start + lengthOf(text, meant, start) } };
  });
}

/** Less like than this, and two passages are two passages; by letters that must be changed, 0 to 1. */
const SAME_PASSAGE = 0.75;
/** By so much a passage must be more like than any other to be taken for the one quoted. */
const BEYOND_DOUBT = 0.1;

/**
 * The one passage within `within` that is so like `quote` that it must be the passage quoted after small changes. The
 * words around may have changed; those that are meant must be the same but for a letter in six.
 */
export function findLike(transcription: Transcription, quote: string, within: Range): Quoted | undefined {
  const { text } = transcription;
  const parts = /^([^[\]]*)\[([^[\]]*)\]([^[\]]*)$/s.exec(quote);
  const [before, meant] = parts ? [parts[1]!, parts[2]!] : ['', quote];
  const wanted = fold(quote.replace(/[[\]]/g, ''));
  if (wanted.length < 2 || fold(meant).length === 0) return undefined;
  const words = wordsIn(text, within);
  const folded = words.map(({ 0: word }) => foldWord(word));
  const candidates = words
    .flatMap((_, first) => [-1, 0, 1].map((more) => ({ first, last: first + wanted.length + more })))
    .filter(({ first, last }) => last <= words.length && last > first)
    .map(({ first, last }) => ({ first, last, like: likeness(wanted, folded.slice(first, last)) }))
    .filter(({ like }) => like >= SAME_PASSAGE)
    .sort((one, other) => other.like - one.like || one.last - one.first - (other.last - other.first));
  const [best] = candidates;
  if (!best) return undefined;
  const rival = candidates.find(({ first, last }) => first >= best.last || last <= best.first);
  if (rival && best.like - rival.like < BEYOND_DOUBT) return undefined;
  const end = words[best.last - 1]!;
  const whole = { start: within.start + words[best.first]!.index, end: within.start + end.index + end[0].length };
  const own = parts ? meantIn(transcription, whole, before, meant) : whole;
  return own && { whole, meant: own };
}

/** Where in a passage the words meant stand: nearest to the place that they had in the quotation. */
function meantIn({ text }: Transcription, whole: Range, before: string, meant: string): Range | undefined {
  const at = whole.start + before.length;
  const size = fold(meant).length;
  const words = wordsIn(text, whole);
  const like = words.slice(0, words.length - size + 1).flatMap((_, first): Range[] => {
    const run = words.slice(first, first + size);
    const isLike = fold(meant).every((word, i) => letters(word, foldWord(run[i]![0])) * 6 <= word.length);
    return isLike
      ? [withoutPoints(text, whole.start + run[0]!.index, whole.start + run.at(-1)!.index + run.at(-1)![0].length)]
      : [];
  });
  const exact = occurrences(text, meant, whole);
  return (exact.length > 0 ? exact : like).sort(
    (one, other) => Math.abs(one.start - at) - Math.abs(other.start - at),
  )[0];
}

/** Points and quotation marks around words are none of theirs. */
function withoutPoints(text: string, start: number, end: number): Range {
  const [lead] = /^[^\p{L}\p{N}]*/u.exec(text.slice(start, end))!;
  const [tail] = /[^\p{L}\p{N}]*$/u.exec(text.slice(start, end))!;
  return { start: start + lead.length, end: Math.max(start + lead.length, end - tail.length) };
}

const likeness = (one: readonly string[], other: readonly string[]): number => {
  const [left, right] = [one.join(' '), other.join(' ')];
  const longer = Math.max(left.length, right.length);
  if (Math.abs(left.length - right.length) > longer * (1 - SAME_PASSAGE)) return 0;
  return longer === 0 ? 0 : 1 - letters(left, right) / longer;
};

const wordsIn = (text: string, { start, end }: Range): RegExpExecArray[] => [
  ...text.slice(start, end).matchAll(/\S+/g),
];

/** The passages within `within` most like `quote`, most like first: what an editor may have meant. */
export function nearestPassages({ text }: Transcription, quote: string, within: Range, count: number): Range[] {
  const words = wordsIn(text, within);
  const wanted = fold(quote.replace(/[[\]]/g, ''));
  const size = wanted.length;
  if (size === 0) return [];
  const bag = new Set(wanted);
  return words
    .map((_, first) => {
      const window = words.slice(first, first + size);
      const shared = window.filter(({ 0: word }) => bag.has(foldWord(word))).length;
      const start = within.start + window[0]!.index;
      const last = window.at(-1)!;
      return { shared, start, end: within.start + last.index + last[0].length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || one.start - other.start)
    .filter((found, i, all) => all.findIndex((other) => other.start < found.end && found.start < other.end) === i)
    .slice(0, count)
    .map(({ start, end }) => ({ start, end }));
}

const foldWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const fold = (words: string): string[] => words.split(/\s+/).map(foldWord).filter(Boolean);

/** A quotation that begins or ends in a letter begins or ends with the word. */
function occurrences(text: string, quote: string, { start, end }: Range): Range[] {
  const words = quote.trim();
  if (words === '') return [];
  const before = /^[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(words) ? '(?![\\p{L}\\p{N}])' : '';
  const pattern = new RegExp(before + literal(words) + after, 'gu');
  return [...text.slice(start, end).matchAll(pattern)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
}

function lengthOf(text: string, words: string, at: number): number {
  const found = new RegExp(literal(words), 'uy');
  found.lastIndex = at;
  return found.exec(text)?.[0].length ?? words.length;
}

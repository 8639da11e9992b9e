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

/** The passages within `within` most like `quote`, most like first: what an editor may have meant. */
export function nearestPassages({ text }: Transcription, quote: string, within: Range, count: number): Range[] {
  const words = [...text.slice(within.start, within.end).matchAll(/\S+/g)];
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

import type { HyphenMark, LineMark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';

/** Words before a hyphen of their own: "self-determination" keeps it, wherever its line ends. */
const PREFIXES: ReadonlySet<string> = new Set(
  'self non anti ex co pre pro semi vice well ill half quasi all cross counter multi inter mid off on out over post sub two three four five six ten twenty thirty forty fifty one long short high low test cease so'.split(
    ' ',
  ),
);

/** Stands only where a word is divided. */
const SOFT_HYPHEN = '\u00AD';

export interface Hyphenated {
  marks: (HyphenMark | LineMark)[];
  /** Between two stretches of text: where a word goes on from the one to the other. */
  broken: readonly Range[];
}

/** All words of a text, in lower case, those with hyphens as they stand. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []);

/**
 * Words that go on over the end of a line or page, in running text given by its stretches. The hyphen is soft unless
 * the text writes the word with one elsewhere, or its parts are words that a typist joins by one.
 */
export function readHyphens(text: string, parts: readonly Range[], words: ReadonlySet<string>): Hyphenated {
  const marks: (HyphenMark | LineMark)[] = [];
  const broken: Range[] = [];
  const hyphen = (at: number, before: string, after: string) => {
    const soft = text[at] === SOFT_HYPHEN || isSoft(before, after, words);
    const evidence = soft ? 'word divided at the end of a line' : 'word with a hyphen at the end of a line';
    marks.push({ kind: 'hyphen', ...found(at, at + 1, soft ? 'high' : 'medium', evidence), soft });
  };
  parts.forEach((part, i) => {
    const stretch = text.slice(part.start, part.end);
    for (const match of stretch.matchAll(/(?<=(\p{L}+))[-\u2010¬\u00AD](?:[^\S\n]*\n\s*)(?=(\p{L}+))/gu)) {
      const at = part.start + match.index;
      const goesOnAt = at + match[0].length;
      hyphen(at, match[1]!, match[2]!);
      marks.push({ kind: 'line', ...found(goesOnAt, goesOnAt, 'high', 'a word goes on'), broken: true });
    }
    const next = parts[i + 1];
    const end = next && /(\p{L}+)[-\u2010¬\u00AD]$/u.exec(stretch);
    const after = next && /^\p{Ll}+/u.exec(text.slice(next.start, next.end));
    if (!end || !after) return;
    hyphen(part.end - 1, end[1]!, after[0]);
    broken.push({ start: part.end, end: next.start });
  });
  return { marks, broken };
}

function isSoft(before: string, after: string, words: ReadonlySet<string>): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()];
  if (!/^\p{Ll}/u.test(after)) return false;
  if (words.has(one + other)) return true;
  return !words.has(`${one}-${other}`) && !PREFIXES.has(one);
}

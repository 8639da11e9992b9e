import type { Range } from '../../text/transcription.js';
import { isOfficeItem } from '../people/participants.js';
import { looksLikeAName } from '../people/titles.js';
import type { Plain } from './form-facts.js';
import { ANY_TITLE, isPerson, withoutBullet } from './list-lines.js';

export interface SeparatePerson {
  item: Range;
  parts: readonly Range[];
  role?: Range;
}

/** Commas, semicolons and "and" between people; those in parentheses part nothing. */
const BETWEEN = /[,;](?:\s*and\b)?\s*|\s+and\s+/g;

/**
 * One line that lists several people. What begins with a title, an initial, a known given name or "the" and an office is
 * a person; what else stands between is the office of the one before.
 */
export function separated(plain: Plain, item: Range): SeparatePerson[] {
  const bare = withoutBullet(plain, item);
  const words = plain(bare);
  const one = [{ item, parts: [bare] }];
  const hidden = words.replace(/\([^()]*\)/g, (bracket) => '_'.repeat(bracket.length));
  const starts = [0, ...[...hidden.matchAll(BETWEEN)].map(({ index, 0: between }) => index + between.length)];
  const elements = starts.map((start, i) => {
    const end =
      starts[i + 1] === undefined
        ? words.length
        : words.slice(0, starts[i + 1]).replace(/[,;]?(?:\s*and)?\s*$/, '').length;
    return { start, end, isPerson: isElement(words.slice(start, end)) };
  });
  const people = elements.flatMap((element, i) => (element.isPerson || i === 0 ? [i] : []));
  if (people.length < 2 || !elements[0]!.isPerson) return one;
  // "The Secretary of State, Mr. Dulles" is one man with his office before him.
  if (elements.length === 2 && /^the\s.*\s(?:of|for)\s/i.test(words)) return one;
  return people.map((first, k) => {
    const next = elements[people[k + 1] ?? elements.length];
    const last = elements[(people[k + 1] ?? elements.length) - 1]!;
    const start = bare.start + elements[first]!.start;
    const until = next ? bare.start + words.slice(0, next.start).trimEnd().length : item.end;
    return {
      item: { start: k === 0 ? item.start : start, end: until },
      parts: [{ start, end: bare.start + last.end }],
    };
  });
}

/** "the Attorney General", "the Under Secretary for Economic Affairs": an office that one man holds. */
const BY_OFFICE =
  /^the\s+(?:\p{Lu}[\p{L}.’'-]*\s+){0,4}(?:Secretary|President|Premier|Minister|Ambassador|Chairman|Chancellor|Director|General|Representative|Counselor|Commissioner|Consul|Chargé|King|Shah|Pope)\b/iu;

const isElement = (words: string): boolean => {
  if (BY_OFFICE.test(words)) return true;
  const name = words.replace(/\s*\(.*/s, '');
  return looksLikeAName(name) && !isOfficeItem(words) && isPerson(name, ANY_TITLE);
};

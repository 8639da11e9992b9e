import type { Range } from '../../text/transcription.js';
import { isOfficeItem } from '../people/office-items.js';
import { looksLikeAName } from '../people/titles.js';
import { couplesIn } from './couples.js';
import type { Plain } from './form-facts.js';
import { ANY_TITLE, isPerson, withoutBullet } from './list-lines.js';

export interface SeparatePerson {
  /** Absent for the second of a couple, who shares the line of the first. */
  item?: Range;
  parts: readonly Range[];
  role?: Range;
  /** The wife's name, of which the last of `parts` is taken. */
  shared?: Range;
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
  const couples = couplesIn(words);
  const hidden = couples.reduce(
    (line, { start, end }) =>
      line.slice(0, start) + line.slice(start, end).replace(/\sand\s/, '_____') + line.slice(end),
    words.replace(/\([^()]*\)/g, (bracket) => '_'.repeat(bracket.length)),
  );
  const starts = [0, ...[...hidden.matchAll(BETWEEN)].map(({ index, 0: between }) => index + between.length)];
  const elements = starts.map((start, i) => {
    const end =
      starts[i + 1] === undefined
        ? words.length
        : words.slice(0, starts[i + 1]).replace(/[,;]?(?:\s*and)?\s*$/, '').length;
    return { start, end, isPerson: isElement(words.slice(start, end)) };
  });
  const people = elements.flatMap((element, i) => (element.isPerson || i === 0 ? [i] : []));
  if (people.length === 1 && couples.length > 0 && elements[0]!.isPerson) return withCouple(words, bare, one[0]!);
  if (people.length < 2 || !elements[0]!.isPerson) return one;
  // "The Secretary of State, Mr. Dulles" is one man with his office before him.
  if (elements.length === 2 && /^the\s.*\s(?:of|for)\s/i.test(words)) return one;
  return people.flatMap((first, k) => {
    const next = elements[people[k + 1] ?? elements.length];
    const last = elements[(people[k + 1] ?? elements.length) - 1]!;
    const start = bare.start + elements[first]!.start;
    const until = next ? bare.start + words.slice(0, next.start).trimEnd().length : item.end;
    return withCouple(words, bare, {
      item: { start: k === 0 ? item.start : start, end: until },
      parts: [{ start, end: bare.start + last.end }],
    });
  });
}

/** A person, or the two of a couple. */
function withCouple(words: string, line: Range, person: SeparatePerson): SeparatePerson[] {
  const part = person.parts[0]!;
  const at = ({ start, end }: Range): Range => ({ start: part.start + start, end: part.start + end });
  const [couple] = couplesIn(words.slice(part.start - line.start, part.end - line.start));
  if (couple?.start !== 0) return [person];
  const hers = at(couple.hers);
  return [
    { ...person, parts: [at(couple.his), at(couple.name)], shared: hers },
    { parts: [{ start: hers.start, end: part.end }] },
  ];
}

/** "the Attorney General", "the Under Secretary for Economic Affairs": an office that one man holds. */
const BY_OFFICE =
  /^the\s+(?:\p{Lu}[\p{L}.’'-]*\s+){0,4}(?:Secretary|President|Premier|Minister|Ambassador|Chairman|Chancellor|Director|General|Representative|Counselor|Commissioner|Consul|Chargé|King|Shah|Pope)\b/iu;

const isElement = (words: string): boolean => {
  if (BY_OFFICE.test(words) || couplesIn(words)[0]?.start === 0) return true;
  const name = words.replace(/\s*\(.*/s, '');
  return looksLikeAName(name) && !isOfficeItem(words) && isPerson(name, ANY_TITLE);
};

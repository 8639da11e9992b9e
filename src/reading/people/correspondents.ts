import { type ListType, type Mark, ofKind } from '../../text/marks.js';
import { contains, overlaps, type Range } from '../../text/transcription.js';
import type { Mention } from './mention.js';
import { findMentions } from './names.js';
import type { Company, Person } from './people.js';

/** Lists of the form that name people: who wrote, to whom, who cleared. */
const OF_PEOPLE: ReadonlySet<ListType> = new Set<ListType>([
  'to',
  'from',
  'through',
  'drafter',
  'clearance',
  'approval',
]);
/** Lists that name whoever wrote the paper. */
const OF_WRITERS: ReadonlySet<ListType> = new Set<ListType>(['drafter', 'from']);

/** The entries of lists that name people. */
export function correspondentItems(marks: readonly Mark[]): { item: Range; writes: boolean }[] {
  const lists = ofKind(marks, 'list').filter(({ type }) => OF_PEOPLE.has(type));
  return ofKind(marks, 'item').flatMap((item) => {
    const list = lists.find((each) => contains(each, item));
    return list ? [{ item, writes: OF_WRITERS.has(list.type) }] : [];
  });
}

/** "JCGuthrie" in the signs of a drafter: initials, and a surname right behind them. */
const IN_SIGNS = /(?<![\p{L}])\p{Lu}{1,3}(?<surname>\p{Lu}\p{Ll}[\p{L}-]+)(?![\p{L}])/gu;

/** Those named in an entry: by name, or, among signs of offices, a participant by initials and surname. */
export function findCorrespondents(text: string, company: Company): Mention[] {
  const named = findMentions(text, company);
  const inSigns = [...text.matchAll(IN_SIGNS)].flatMap((match): Mention[] => {
    const surname = match.groups?.surname ?? '';
    const found = company.cast.people.filter((person) => person.surname.toLowerCase() === surname.toLowerCase());
    if (found.length !== 1) return [];
    const start = match.index;
    const evidence = 'initials and surname among signs of offices';
    return [{ kind: 'name', start, end: start + match[0].length, person: found[0]!, certainty: 'medium', evidence }];
  });
  const isFree = (range: Range) => !named.some((mention) => overlaps(mention, range));
  return [...named, ...inSigns.filter(isFree)].sort((one, other) => one.start - other.start);
}

/** Whoever wrote the paper, as its form says. */
export const writerNamed = (
  entries: readonly { writes: boolean; mentions: readonly Mention[] }[],
): Person | undefined => entries.find(({ writes, mentions }) => writes && mentions.length > 0)?.mentions[0]?.person;

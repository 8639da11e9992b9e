import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { findDates } from '../dates/dates.js';
import { findTime } from '../dates/times.js';
import { found } from '../found.js';
import { readOfficeItem } from '../people/office-items.js';
import { NAME_PATTERN, TITLE_PATTERN } from '../people/titles.js';
import { dayMark } from './day.js';
import type { FormFacts, Plain } from './form-facts.js';

/** What a title tells besides the genre; the day, the hour and the place only where no field gives them. */
export function readTitle(plain: Plain, facts: FormFacts): Mark[] {
  const { title } = facts;
  if (!title) return [];
  const words = plain(title).replace(/\s/g, ' ');
  const writer = writerIn(words);
  if (writer) facts.writer = within(title, writer);
  if (facts.genre !== 'conversation') return [];
  const [date] = findDates(words, undefined);
  const time = findTime(words);
  const until = Math.min(date?.start ?? words.length, time?.start ?? words.length);
  const marks = dayMark(plain, title, facts);
  if (marks.length > 0 && time && !facts.time) {
    facts.time = time.when;
    const span = time.from !== undefined && time.to !== undefined ? { from: time.from, to: time.to } : {};
    const { start, end } = within(title, time);
    marks.push({ kind: 'time', when: time.when, ...span, ...found(start, end, time.certainty, time.evidence) });
  }
  const place = writer ? undefined : placeIn(words, until);
  if (place && !facts.place) facts.place = within(title, place);
  const { people, isOfBoth } = peopleIn(words, place?.start ?? until);
  facts.titlePeople = people.map((range) => within(title, range));
  const named = people.filter((range) => isNamed(words.slice(range.start, range.end)));
  // Who is named beside others that are not, "with Ambassador Lodge", makes no list.
  if ((isOfBoth && named.length === people.length) || facts.people.length > 0) {
    facts.people.unshift(...named.map((range) => ({ parts: [within(title, range)] })));
  }
  return marks;
}

const within = (title: Range, { start, end }: Range): Range => ({
  start: title.start + start,
  end: title.start + end,
});

/** "Memorandum by the Ambassador in the Soviet Union (Bohlen)", "Memorandum From the Special Assistant (Bundy) to …" */
const WRITES = /^MEMORANDUM\b.*?\s(?:BY|FROM)\s+(?=\S)/i;
const SURNAME_IN_PARENTHESES = /^[^()]*?\(\s*(\p{Lu}[\p{L}.’' -]*)\)/u;
const BY_NAME = new RegExp(`^((?:(?:${TITLE_PATTERN})\\s+)?${NAME_PATTERN})(?![\\p{L}])`, 'u');
const BEHIND_OFFICE = new RegExp(
  `^[Tt]he\\s[^,()]*,\\s*((?:(?:${TITLE_PATTERN})\\s+)?${NAME_PATTERN})(?![\\p{L}])`,
  'u',
);

function writerIn(words: string): Range | undefined {
  const from = WRITES.exec(words)?.[0].length;
  if (from === undefined) return undefined;
  const rest = words.slice(from).replace(/\s+to\s+.*$/i, '');
  const match = SURNAME_IN_PARENTHESES.exec(rest) ?? BEHIND_OFFICE.exec(rest) ?? BY_NAME.exec(rest);
  if (!match) return undefined;
  const start = from + match[0].lastIndexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** What opens the names of those who met. */
const PARTIES = /\s(?:(?<both>between|given\s+by)|with)\s+/i;

/** "at the Foreign Office on": what stands between "at" and the day or hour. */
function placeIn(words: string, until: number): Range | undefined {
  const before = words.slice(0, until);
  const at = [...before.matchAll(/\s(?:held\s+)?at\s+(?:the\s+)?(?=["“]?[\p{Lu}\d])/giu)].at(-1);
  if (!at) return undefined;
  const start = at.index + at[0].length;
  const place = before.slice(start).replace(/[\s,;]*(?:\b(?:on|at|from)\b)?[\s,;]*$/i, '');
  return /\p{L}{2}/u.test(place) && !PARTIES.test(place) ? { start, end: start + place.length } : undefined;
}

const NEXT = `(?=(?:[Tt]he|THE)\\s|(?:${TITLE_PATTERN})\\s|(?:\\p{Lu}\\.\\s?)+\\p{Lu})`;
const BETWEEN = new RegExp(`(?:,?\\s+(?:and|AND|to|TO|with|WITH)|[,;])\\s+${NEXT}`, 'gu');
const OFFICE_ALONE = /^the\s[^,()]*$/i;
const NAME = `(?:(?:${TITLE_PATTERN})\\s+)?${NAME_PATTERN}(?![\\p{L}])`;
/** A name, or an office with the name of its holder: what follows, "of the New York Times", tells of the person. */
const PARTY = new RegExp(`^(?:[Tt]he\\s[^()]*?(?:,\\s+${NAME}|\\s\\(${NAME}\\))|${NAME})`, 'u');

/** Those between whom the title says that it was, each by name or office. */
function peopleIn(words: string, until: number): { people: Range[]; isOfBoth: boolean } {
  const opens = PARTIES.exec(words.slice(0, until));
  if (!opens) return { people: [], isOfBoth: false };
  const parties: Range[] = [];
  let start = opens.index + opens[0].length;
  for (const { 0: between, index } of words.slice(0, until).matchAll(BETWEEN)) {
    // "the Prime Minister, Mr. Nehru" is one man, of whom the comma parts nothing.
    if (index <= start || (/^[,;]/.test(between.trim()) && OFFICE_ALONE.test(words.slice(start, index)))) continue;
    parties.push({ start, end: index });
    start = index + between.length;
  }
  parties.push({ start, end: words.slice(0, until).replace(/[\s,;]*(?:\bat(?:\s+the)?)?\s*$/i, '').length });
  const people = parties.map((party) => {
    const found = PARTY.exec(words.slice(party.start, party.end))?.[0];
    return found === undefined ? party : { start: party.start, end: party.start + found.length };
  });
  return { people, isOfBoth: opens.groups?.both !== undefined && people.length > 1 };
}

/** Whether words name somebody, with an office or without. */
const isNamed = (words: string): boolean =>
  PARTY.exec(words)?.[0] === words && (!/^the\s/i.test(words) || readOfficeItem(words)?.bearer !== undefined);

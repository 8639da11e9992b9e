import type { Line } from '../../sources/source.js';
import type { Certainty, ListType, Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { findDates } from '../dates/dates.js';
import { findTime } from '../dates/times.js';
import { found, lineMarks } from '../found.js';
import { furnitureOf } from '../pages/furniture.js';
import type { FormFacts, Plain } from './form-facts.js';
import type { Field, LabelFound } from './form-labels.js';
import { distributionMarks } from './form-lists.js';
import { participantMarks } from './form-participants.js';
import { withoutLead } from './list-lines.js';

/** One field: its label, and the lines of its value. */
export interface Entry {
  field: Field;
  /** Absent where the value stands without one. */
  label?: Range & { certainty: Certainty };
  /** The side that the label names. */
  side?: Range;
  lines: Line[];
}

export const DATELINE: ReadonlySet<Field> = new Set<Field>(['date', 'time', 'place']);

/** "Friday", on a line of its own over the date. */
const WEEKDAY_ALONE = /^\s*(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day[\s,.]*$/i;

const PLACE_BEFORE = /^\s*\[?(?:\p{Lu}[\p{L}.’'-]*(?:,?\s+|(?=[,\]]))){1,4},?\]?,?\s*$/u;

/** Fields whose lines are a list of their own kind. */
const LISTED: { readonly [K in Field]?: ListType } = {
  subject: 'subject',
  to: 'to',
  from: 'from',
  through: 'through',
  reference: 'reference',
  drafter: 'drafter',
  clearance: 'clearance',
  approval: 'approval',
  attachments: 'attachments',
};

/** The field of a line that begins with a label. */
export function entryOf(plain: Plain, line: Line, { field, end }: LabelFound, certainty: Certainty): Entry {
  const label = { start: line.start, end: line.start + end, certainty };
  const value = withoutLead(plain, { start: label.end, end: line.end });
  return { field, label, lines: value.start < value.end ? [value] : [] };
}

/** The marks of fields in their order; what they say joins `facts`. */
export function entryMarks(text: string, plain: Plain, entries: readonly Entry[], facts: FormFacts): Mark[] {
  const marks: Mark[] = [];
  let dateline: Entry[] = [];
  const closeDateline = () => {
    if (dateline.length > 0) marks.push(...datelineMarks(text, plain, dateline, facts));
    dateline = [];
  };
  for (const entry of entries) {
    if (DATELINE.has(entry.field)) {
      if (isParted(dateline.at(-1), entry, facts.title)) closeDateline();
      dateline.push(entry);
      continue;
    }
    closeDateline();
    marks.push(...fieldMarks(text, plain, entry, facts));
  }
  closeDateline();
  return marks;
}

/** Whether the title stands between two fields. */
const isParted = (one: Entry | undefined, other: Entry, title: Range | undefined): boolean => {
  const startOf = ({ label, lines }: Entry) => (label ?? lines[0]!).start;
  return one !== undefined && title !== undefined && startOf(one) < title.start && title.start < startOf(other);
};

function fieldMarks(text: string, plain: Plain, entry: Entry, facts: FormFacts): Mark[] {
  const { field, label, lines } = entry;
  const marks: Mark[] = [];
  const start = label?.start ?? lines[0]!.start;
  const end = lines.at(-1)?.end ?? label!.end;
  if (label) marks.push({ kind: 'label', ...found(label.start, label.end, label.certainty, 'label of the form') });
  const range = found(start, end, label?.certainty ?? 'medium', 'label of the form');
  const type = LISTED[field];
  if (type) {
    marks.push({ kind: 'list', type, ...range });
    const items = field === 'subject' ? joinedLines(plain, lines) : lines;
    for (const line of items) {
      if (field === 'subject') facts.subjects.push(line);
      marks.push({ kind: 'item', ...found(line.start, line.end, 'high', 'line under the label') });
    }
    marks.push(...lineMarks(lines).filter(({ start: at }) => !items.some((item) => item.start === at)));
  } else if (field === 'participants') {
    marks.push(...participantMarks(text, plain, entry, range, facts));
  } else {
    marks.push({ kind: 'table', type: 'distribution', ...range });
    marks.push(...distributionMarks(text, lines));
  }
  return marks;
}

/** Lines of one subject: a line that begins in lower case, or follows a comma or "and", goes on with the one before. */
function joinedLines(plain: Plain, lines: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const before = last ? plain(last).trim() : '';
    if (last && (/(?:,|\band|\bof|\bthe|[-–—])$/i.test(before) || /^\p{Ll}/u.test(plain(line).trim()))) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
    } else joined.push(line);
  }
  return joined;
}

/** The longest stretch of a line that is neither date nor hour, without the signs and blanks at its ends. */
function placeIn(line: Range, words: string, others: readonly (Range | undefined)[]): Range | undefined {
  const cuts = others.flatMap((found) => (found ? [found] : [])).sort((one, other) => one.start - other.start);
  const starts = [0, ...cuts.map(({ end }) => end)];
  const stretches = starts.map((start, i) => ({ start, end: cuts[i]?.start ?? words.length }));
  const [longest] = stretches.sort((one, other) => other.end - other.start - (one.end - one.start));
  const place = words.slice(longest!.start, longest!.end);
  if (!/\p{L}{2}/u.test(place)) return undefined;
  const lead = /^[\s,;:.[–-]*/.exec(place)?.[0].length ?? 0;
  const tail = /[\s,;:\]–-]*$/.exec(place)?.[0].length ?? 0;
  return { start: line.start + longest!.start + lead, end: line.start + longest!.end - tail };
}

/** The lines of a dateline, a weekday alone on one together with the date under it. */
function datedLines(plain: Plain, lines: readonly Line[]): Range[] {
  const isWeekday = (line: Line | undefined) => line !== undefined && WEEKDAY_ALONE.test(plain(line));
  return lines.flatMap((line, i): Range[] => {
    if (isWeekday(line)) return [];
    return [isWeekday(lines[i - 1]) ? { start: lines[i - 1]!.start, end: line.end } : line];
  });
}

/** Date, hour and place: each line gives what it can be read as, and what is neither date nor hour is the place. */
function datelineMarks(text: string, plain: Plain, entries: readonly Entry[], facts: FormFacts): Mark[] {
  const all = entries.flatMap(({ label, lines }) => [...(label ? [label] : []), ...lines]);
  const end = all.at(-1)!.end;
  const marks: Mark[] = [{ kind: 'dateline', ...found(all[0]!.start, end, 'high', 'label of the form') }];
  const breaks: Range[] = [];
  const beginsALine = ({ start }: Range) => /(?:[\n\f]|<br\s*\/?>)\s*$/i.test(text.slice(all[0]!.start, start));
  for (const { field, label, lines } of entries) {
    breaks.push(...[...(label ? [label] : []), ...lines].filter(beginsALine));
    for (const line of datedLines(plain, lines)) {
      const words = plain(line);
      const at = (offset: number) => line.start + offset;
      const time = findTime(words);
      const [date] = findDates(words, undefined);
      const day = date?.when ?? date?.notBefore;
      if (date && day?.length === 10 && !facts.date) {
        facts.date = day;
        const { start, end, certainty, evidence, ...dates } = date;
        marks.push({ kind: 'date', ...found(at(start), at(end), certainty, evidence), ...dates });
      }
      if (time && !facts.time) {
        facts.time = time.when;
        const { start, end, certainty, evidence, when, from, to } = time;
        const span = from !== undefined && to !== undefined ? { from, to } : {};
        marks.push({ kind: 'time', when, ...span, ...found(at(start), at(end), certainty, evidence) });
      }
      // "Moscow, October 5, 1955": over a date without a label the place comes first.
      const isBeforeDate = !label && date !== undefined && PLACE_BEFORE.test(words.slice(0, date.start));
      const mayHold = field === 'place' || (field === 'date' && !date && !time) || isBeforeDate;
      if (!facts.place && mayHold && !furnitureOf(words.trim())) {
        const place = placeIn(line, isBeforeDate ? words.slice(0, date.start) : words, [date, time]);
        if (place) facts.place = place;
      }
    }
  }
  return [...marks, ...lineMarks([all[0]!, ...breaks])];
}

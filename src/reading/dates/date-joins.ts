import { type Certainty, lesser } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { aroundOf, besides, inYear, type Part, partOf, type Stretch, yearOf } from './calendar.js';
import { type Dated, type DateForm, PART_OF, partNamed, S } from './date-form.js';
import { areLinked, isNear, type PhraseFound } from './phrases.js';

/** A phrase with what stands before it and beside it taken in. */
export interface DateRead extends Range {
  stretch: Stretch;
  span?: true;
  certainty: Certainty;
  evidence: string;
  weekday?: NonNullable<Dated['weekday']>;
  slips?: readonly string[];
  /** The year is written, here or in the date that follows. */
  yearIsCertain: boolean;
  /** Names a month with its year, which a month without one before it may share. */
  lendsItsYear: boolean;
}

type Found = PhraseFound<DateForm, Dated>;

interface Modified extends Range {
  found: Found;
  part?: Part;
  about: boolean;
}

const LONGEST_MODIFIER = 48;
/** What takes a part of the date behind it. */
const PART_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<simple>early|late|mid)(?:${S}(?:in|on)|\\s?-)?|${PART_OF})(?:${S}the)?\\s{0,3}$`,
  'iu',
);
/** Words of speech, after which "about" says what the talk was of; else it leaves the date behind it open. */
const OF_SPEECH = (
  'talks? talked talking speak spoke spoken speaking say said ask asked tell told know knew known think thought hear ' +
  'heard learn learned wrote written concern concerned worried questions? remarks comments information discussions? ' +
  'statements? anything nothing something much more'
).replaceAll(' ', '|');
const ABOUT = 'on or about|some\\s?time around|about|around|circa|ca\\.|approximately|roughly';
const ABOUT_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\b(?:${OF_SPEECH})${S})(?:${ABOUT})${S}$`, 'iu');

const FROM_BEFORE = /(?<![\p{L}\p{N}])from\s{1,3}$/iu;

function modified(text: string, found: Found, floor: number): Modified {
  const { form, value } = found;
  let start = found.start;
  const before = (pattern: RegExp) => {
    const match = pattern.exec(text.slice(Math.max(floor, start - LONGEST_MODIFIER), start));
    if (match) start -= match[0].length;
    return match;
  };
  const { stretch, yearless } = value;
  const parted = stretch ? stretch.from.length < 10 || stretch.from !== stretch.to : yearless?.day === undefined;
  const part = parted && !value.span ? before(PART_BEFORE)?.groups : undefined;
  if (value.span) before(FROM_BEFORE);
  const about = form.needs === undefined && before(ABOUT_BEFORE) !== null;
  return { found, start, end: found.end, about, ...(part && { part: partNamed(part) }) };
}

/** The year of the date that follows, or the one before it where the two would run backwards. */
function inYearBefore(value: Dated, next: DateRead): Stretch | undefined {
  const year = yearOf(next.stretch.from);
  const same = inYear(value.yearless!, year);
  return same && same.from.slice(0, next.stretch.from.length) <= next.stretch.from
    ? same
    : inYear(value.yearless!, year - 1);
}

/** A date with its year, that of the date behind it or the one nearest to the conversation, and the words before it. */
function settled(
  { found, start, end, part, about }: Modified,
  next: DateRead | undefined,
  meeting?: string,
): DateRead | undefined {
  const { form, value } = found;
  let { certainty, evidence } = {
    certainty: value.certainty ?? form.certainty,
    evidence: value.evidence ?? form.evidence,
  };
  let { stretch } = value;
  let yearIsCertain = stretch !== undefined && form.needs === undefined;
  if (value.yearless) {
    const shared = value.side === undefined && next?.lendsItsYear ? inYearBefore(value, next) : undefined;
    if (shared) {
      stretch = shared;
      yearIsCertain = true;
      evidence = 'year of the date that follows';
    } else if (meeting !== undefined) {
      stretch = besides(value.yearless, meeting, value.side ?? 'nearest');
      certainty = lesser(certainty, 'medium');
      evidence =
        value.side === 'before' || value.side === 'after'
          ? `first ${value.side} the conversation`
          : 'year nearest to the day of the conversation';
    }
  }
  if (!stretch) return undefined;
  const lendsItsYear = yearIsCertain && stretch.from.length >= 7 && stretch.from.slice(0, 7) === stretch.to.slice(0, 7);
  if (part) {
    stretch = partOf(stretch, part);
    certainty = lesser(certainty, 'medium');
    evidence = `${part === 'first half' || part === 'second half' ? 'half' : 'third'} of the time named; ${evidence}`;
  }
  if (about) {
    stretch = aroundOf(stretch);
    certainty = 'low';
    evidence = `“about” taken as a few days, a month or two years either way; ${evidence}`;
  }
  if (value.slips) {
    certainty = lesser(certainty, 'medium');
    evidence += `, ${value.slips.join(' and ')} taken for a misreading`;
  }
  return {
    ...{ start, end, stretch, certainty, evidence, yearIsCertain, lendsItsYear },
    ...(value.span && !part && !about && { span: true as const }),
    ...(value.weekday && { weekday: value.weekday }),
  };
}

const TO = /^\s{0,3}(?:to|through|thru|until|till|up to|-|–|—)\s{0,3}$/i;
const AND = /^\s{1,3}and\s{1,3}$/i;
const BETWEEN_BEFORE = /(?<![\p{L}\p{N}])between\s{1,3}$/iu;

/** Two dates that bound a stretch, "from" and "between" included. */
function joined(text: string, one: DateRead, other: DateRead, floor: number): DateRead | undefined {
  const link = text.slice(one.end, other.start);
  if (one.span || other.span || one.stretch.from > other.stretch.from || one.stretch.to >= other.stretch.to)
    return undefined;
  const lead = (pattern: RegExp) =>
    pattern.exec(text.slice(Math.max(floor, one.start - 12), one.start))?.[0].length ?? 0;
  const between = AND.test(link) ? lead(BETWEEN_BEFORE) : 0;
  if (!between && !TO.test(link)) return undefined;
  return {
    ...{ start: one.start - (between || lead(FROM_BEFORE)), end: other.end },
    stretch: { from: one.stretch.from, to: other.stretch.to },
    ...(!between && { span: true as const }),
    certainty: lesser(one.certainty, other.certainty),
    evidence: `from the one date to the other; ${other.evidence}`,
    yearIsCertain: one.yearIsCertain && other.yearIsCertain,
    lendsItsYear: false,
    // A weekday before a range is that of its first day.
    ...(one.weekday && { weekday: one.weekday }),
  };
}

/** Takes in the words before dates, gives each its year and joins what bounds one stretch; `phrases` in order. */
export function joinDates(text: string, phrases: readonly Found[], meeting: string | undefined): DateRead[] {
  const taken = phrases.map((found, i) => modified(text, found, phrases[i - 1]?.end ?? 0));
  const read: (DateRead | undefined)[] = [];
  for (let i = taken.length - 1; i >= 0; i--) {
    const next = read[i + 1];
    const linked = next && areLinked(text, taken[i]!.end, next.start);
    read[i] = settled(taken[i]!, linked ? next : undefined, meeting);
  }
  const dates: DateRead[] = [];
  for (const date of read) {
    if (!date) continue;
    const last = dates.at(-1);
    const both = last && isNear(last.end, date.start) && joined(text, last, date, dates.at(-2)?.end ?? 0);
    if (both) dates[dates.length - 1] = both;
    else dates.push(date);
  }
  return dates;
}

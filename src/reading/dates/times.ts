import type { Certainty } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { pad } from './calendar.js';
import { S } from './date-form.js';
import { FIGURE, NUMBER, NUMBER_WORDS, readFigures, readNumber } from './date-words.js';
import { type Form, phraseFinder, type Words } from './phrases.js';

/** An hour of the day as memoranda write it; hours are `hh:mm:ss`, local time unless `zone` says otherwise. */
export interface TimeFound extends Range {
  /** The hour, or the first of a range. */
  when: string;
  /** The two ends of a range. */
  from?: string;
  to?: string;
  /** Greenwich time, as telegrams have it. */
  zone?: 'Z';
  certainty: Certainty;
  evidence: string;
}

type Clock = Omit<TimeFound, 'start' | 'end' | 'certainty' | 'evidence'> & { certainty?: Certainty; evidence?: string };
interface TimeForm extends Form<Clock> {
  certainty: Certainty;
  evidence: string;
}

/** Minutes from midnight, and the half of the day where the words name it. */
interface Hour {
  hour: number;
  minute: number;
  half?: 'a' | 'p' | undefined;
  slip?: boolean;
}

const written = (hour: number, minute: number): string | undefined =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? `${pad(hour)}:${pad(minute)}:00` : undefined;

function clock({ hour, minute, half }: Hour): string | undefined {
  if (half === undefined) return written(hour, minute);
  return hour > 12 ? undefined : written((hour % 12) + (half === 'p' ? 12 : 0), minute);
}

function hourOf(hour: string, minute: string, half: string): Hour | undefined {
  const [hours, minutes] = [readFigures(hour), readFigures(minute || '00')];
  if (!hours || !minutes) return undefined;
  const named = (half || undefined)?.[0]?.toLowerCase() as Hour['half'];
  return { hour: hours.value, minute: minutes.value, half: named, slip: hours.slip || minutes.slip };
}

const HALF = (name: string) => `(?<${name}>[ap])\\.?\\s?m\\b\\.?`;
const HOUR = (name: string) => `(?<${name}>${FIGURE}{1,2})(?:[:.]\\s?(?<${name}Minute>${FIGURE}{2}))?`;
const LINK = '(?:\\s?[-–—]\\s?|\\s{1,3}(?:to|until|till|and|through)\\s{1,3})';
const OCLOCK = `o['’]?\\s?clock`;
const FRACTION = `(?:(?<half>half)|(?:a${S})?quarter)`;
const MILITARY = '(?:[01]\\d|2[0-3]):?[0-5]\\d';
const NAMED = '(?:12(?:[:.]00)?\\s{1,3})?(?<named>noon|midnight)\\b\\.?';

const single = (hour: Hour | undefined): Clock | undefined => {
  const when = hour && clock(hour);
  return when === undefined ? undefined : { when, ...slipped(hour) };
};

const slipped = (...hours: (Hour | undefined)[]): Pick<Clock, 'certainty' | 'evidence'> =>
  hours.some((hour) => hour?.slip)
    ? { certainty: 'medium', evidence: 'hour of the day, letters taken for misread figures' }
    : {};

function range(one: Hour | undefined, other: Hour | undefined): Clock | undefined {
  if (!one || !other) return undefined;
  const to = clock(other);
  let from = clock({ ...one, half: one.half ?? other.half });
  // "11:30-1:00 p.m." begins in the other half of the day.
  if (one.half === undefined && other.half === 'p' && from !== undefined && to !== undefined && from > to) {
    from = clock({ ...one, half: 'a' });
  }
  return from !== undefined && to !== undefined ? { when: from, from, to, ...slipped(one, other) } : undefined;
}

const military = (figures: string): string | undefined =>
  written(Number(figures.slice(0, 2)), Number(figures.replace(':', '').slice(2)));

const halfOfPart = (part: string): Hour['half'] =>
  part === '' ? undefined : /^(?:[pae])/i.test(part) && !/^a\.?\s?m/i.test(part) ? 'p' : 'a';

/** An hour without its half of the day: between one and six the working day is taken. */
function byDay(hour: number, minute: number, part: string): Clock | undefined {
  const half = halfOfPart(part);
  if (half !== undefined) return single({ hour, minute, half });
  const when = written(hour >= 1 && hour < 7 ? hour + 12 : hour, minute);
  return when === undefined
    ? undefined
    : { when, certainty: 'low', evidence: 'hour without its half of the day; the working day is taken' };
}

const PART = `(?:${S}(?:in${S}the${S}(?<part>morning|afternoon|evening)|(?<meridian>[ap]\\.?\\s?m)\\b\\.?))?`;
const partOf = ({ part, meridian }: Words): string => part || meridian || '';

const EXACT = { certainty: 'high', evidence: 'hour of the day' } as const;

/** The forms of hours, the more telling first. */
const TIME_FORMS: readonly TimeForm[] = [
  // "3:15-4:30 p.m.", "10 a.m. to 11:15 a.m."
  {
    opens: ['figure'],
    pattern: `${HOUR('one')}(?:\\s{0,3}${HALF('oneHalf')})?${LINK}${HOUR('other')}\\s{0,3}${HALF('otherHalf')}`,
    read: ({ one, oneMinute, oneHalf, other, otherMinute, otherHalf }) =>
      range(hourOf(one!, oneMinute!, oneHalf!), hourOf(other!, otherMinute!, otherHalf!)),
    ...EXACT,
  },
  // "11:30 a.m. to noon", "10:15 - 12 Noon"
  {
    opens: ['figure'],
    pattern: `${HOUR('one')}(?:\\s{0,3}${HALF('oneHalf')})?${LINK}${NAMED}`,
    read: ({ one, oneMinute, oneHalf, named }) => {
      const from = hourOf(one!, oneMinute!, oneHalf || (/^n/i.test(named!) ? 'a' : 'p'));
      const start = from && clock(from);
      const to = /^n/i.test(named!) ? '12:00:00' : '00:00:00';
      return start === undefined ? undefined : { when: start, from: start, to, ...slipped(from) };
    },
    ...EXACT,
  },
  // "12:00 noon to 1:15 p.m."
  {
    opens: ['figure', 'noon', 'midnight'],
    pattern: `${NAMED}${LINK}${HOUR('other')}\\s{0,3}${HALF('otherHalf')}`,
    read: ({ named, other, otherMinute, otherHalf }) =>
      range({ hour: /^n/i.test(named!) ? 12 : 0, minute: 0 }, hourOf(other!, otherMinute!, otherHalf!)),
    ...EXACT,
  },
  // "1530-1630 hours", "15:30 to 16:30 hours"
  {
    opens: ['figure'],
    pattern: `(?<one>${MILITARY})${LINK}(?<other>${MILITARY})\\s?(?:hours|hrs\\.?)(?!\\w)`,
    read: ({ one, other }) => ({ when: military(one!)!, from: military(one!)!, to: military(other!)! }),
    ...EXACT,
  },
  // "1530 hours"
  {
    opens: ['figure'],
    pattern: `(?<one>${MILITARY})\\s{0,3}(?:hours|hrs\\.?)(?!\\w)`,
    read: ({ one }) => ({ when: military(one!)! }),
    ...EXACT,
  },
  // "0930Z", "1530 GMT"
  {
    opens: ['figure'],
    pattern: `(?<one>${MILITARY})\\s?(?:Z|GMT)(?!\\w)`,
    read: ({ one }) => ({ when: military(one!)!, zone: 'Z' }),
    certainty: 'high',
    evidence: 'hour of Greenwich',
  },
  // "1 32 PM", "PM 1 32": the clock stamp of a registry
  {
    opens: ['figure'],
    pattern: `(?<one>\\d{1,2})${S}(?<minute>[0-5]\\d)${S}(?<half>[AP])\\.?M\\b\\.?`,
    read: ({ one, minute, half }) => single(hourOf(one!, minute!, half!)),
    ...EXACT,
  },
  {
    opens: ['am', 'pm'],
    pattern: `(?<half>[ap])m${S}(?<one>\\d{1,2})${S}(?<minute>[0-5]\\d)(?!\\w)`,
    read: ({ one, minute, half }) => single(hourOf(one!, minute!, half!)),
    ...EXACT,
  },
  // "3:15 p.m.", "3.15 PM", "10:30 o'clock a.m."
  {
    opens: ['figure'],
    pattern: `${HOUR('one')}\\s{0,3}(?:${OCLOCK}\\s{0,3})?${HALF('half')}(?!${S}\\d{1,2}${S}\\d\\d(?!\\w))`,
    read: ({ one, oneMinute, half }) => single(hourOf(one!, oneMinute!, half!)),
    ...EXACT,
  },
  {
    opens: ['figure', 'noon', 'midnight'],
    pattern: NAMED,
    read: ({ named }) => ({ when: /^n/i.test(named!) ? '12:00:00' : '00:00:00' }),
    ...EXACT,
  },
  // "10:30 o'clock", "three o'clock in the afternoon", "half past three o'clock"
  {
    opens: ['figure', ...NUMBER_WORDS],
    pattern: `(?:(?<one>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?|(?<word>${NUMBER}))${S}${OCLOCK}\\b${PART}`,
    read: (words) => byDay(Number(words.one || readNumber(words.word!)), Number(words.minute || 0), partOf(words)),
    ...EXACT,
  },
  // "half past three p.m.", "a quarter to four"
  {
    opens: ['half', 'quarter', 'a'],
    pattern: `${FRACTION}${S}(?<way>past|after|to|before|of)${S}(?<word>${NUMBER})\\b(?:${S}${OCLOCK}\\b)?${PART}`,
    read: (words) => {
      const [hour, late] = [readNumber(words.word!), /^(?:past|after)$/i.test(words.way!)];
      if (hour < 1 || hour > 12 || (words.half && !late)) return undefined;
      if (words.half) return byDay(hour, 30, partOf(words));
      return late ? byDay(hour, 15, partOf(words)) : byDay(hour === 1 ? 12 : hour - 1, 45, partOf(words));
    },
    ...EXACT,
  },
  // "15:30", "09:30"; "3:15" alone may be a verse or a proportion
  {
    opens: ['figure'],
    pattern: '(?<one>(?:0\\d|1\\d|2[0-3]):[0-5]\\d)(?![\\d:]|[.,]\\d)',
    read: ({ one }) => ({ when: military(one!)! }),
    certainty: 'medium',
    evidence: 'hour of the day by twenty-four, as far as the words tell',
  },
];

const find = phraseFinder<Clock, TimeForm>(TIME_FORMS);

/** All hours of the day in `text`, in order and without overlap. */
export const findTimes = (text: string): TimeFound[] =>
  find(text).map(({ start, end, form, value }) => ({
    ...{ start, end, certainty: form.certainty, evidence: form.evidence },
    ...value,
  }));

/** The first hour of the day in `text`. */
export const findTime = (text: string): TimeFound | undefined => findTimes(text)[0];

import type { Certainty } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { dayIn, isW3c, weekdayOf } from './calendar.js';
import { COUNTED_FORMS } from './counted-dates.js';
import type { Dated, DateForm } from './date-form.js';
import { type DateRead, joinDates } from './date-joins.js';
import { WEEKDAYS } from './date-words.js';
import { DAY_FORMS } from './day-forms.js';
import { phraseFinder } from './phrases.js';
import { RELATIVE_FORMS } from './relative-dates.js';
import { YEAR_FORMS } from './year-forms.js';

/**
 * Dates as memoranda write them, and what "yesterday" means on the day of the conversation.
 * Dates are W3C dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Offsets are those of the text that was searched.
 */
export interface DateFound extends Range {
  when?: string;
  notBefore?: string;
  notAfter?: string;
  /** From `notBefore` to `notAfter` the whole time is meant, not some day within it. */
  span?: true;
  /** The weekday written beside the date, where the calendar has another. */
  weekday?: { written: string; real: string };
  certainty: Certainty;
  evidence: string;
}

const find = phraseFinder<Dated, DateForm>([...RELATIVE_FORMS, ...COUNTED_FORMS, ...DAY_FORMS, ...YEAR_FORMS]);
/** The length of a W3C date of that precision. */
const PRECISION = { year: 4, month: 7, day: 10 } as const;

/** All dates in `text`, in order and without overlap; relative ones only where the day of the conversation is known. */
export function findDates(text: string, meeting: string | undefined): DateFound[] {
  const day = meeting !== undefined && isDate(meeting) ? meeting : undefined;
  const known = day?.length ?? 0;
  const phrases = find(text, day, ({ needs }) => needs === undefined || PRECISION[needs] <= known);
  return joinDates(text, phrases, known >= PRECISION.month ? day : undefined)
    .filter(({ stretch: { from, to } }) => isW3c(from) && isW3c(to) && from <= to)
    .map(found);
}

function found({ start, end, stretch: { from, to }, span, ...date }: DateRead): DateFound {
  const when = from === to ? { when: from } : { notBefore: from, notAfter: to, ...(span && { span }) };
  const { certainty, evidence, weekday, yearIsCertain } = date;
  const real = from.length === 10 ? WEEKDAYS[weekdayOf(from)]! : undefined;
  if (!weekday || real === undefined || real === WEEKDAYS[weekday.index])
    return { start, end, ...when, certainty, evidence };
  return {
    ...{ start, end, ...when },
    // Without a sure year it may be the year that does not fit.
    ...(yearIsCertain && { weekday: { written: weekday.written, real } }),
    certainty: yearIsCertain && certainty === 'high' ? 'medium' : 'low',
    evidence: `${evidence}; the weekday is that of another day`,
  };
}

const isDate = (date: string): boolean =>
  isW3c(date) &&
  dayIn(Number(date.slice(0, 4)), Number(date.slice(5, 7) || 1), Number(date.slice(8) || 1)) !== undefined;

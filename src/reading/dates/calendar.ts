/** Reckoning with W3C dates: `YYYY`, `YYYY-MM` and `YYYY-MM-DD`; every function keeps the precision it is given. */

/** A stretch of time by its first and last date; the two are the same where one date says it. */
export interface Stretch {
  from: string;
  to: string;
}

export type Unit = 'day' | 'week' | 'month' | 'year';
export type Part = 'early' | 'mid' | 'late' | 'first half' | 'second half';

export const pad = (n: number): string => String(n).padStart(2, '0');
export const at = (date: string): Stretch => ({ from: date, to: date });

export const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));
const timeOf = (date: string): number => Date.parse(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`);

export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day as a W3C date; nothing where the calendar has no such day. */
export const dayIn = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined;

/** The month as a W3C date; months below 1 and above 12 run into the years beside. */
export function monthIn(year: number, month: number): string {
  const count = year * 12 + month - 1;
  return `${Math.floor(count / 12)}-${pad((((count % 12) + 12) % 12) + 1)}`;
}

/** 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay();

export const shiftDays = (day: string, days: number): string =>
  new Date(timeOf(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The month that many months on; of a day only its month counts. */
export const shiftMonths = (date: string, months: number): string => monthIn(yearOf(date), monthOf(date) + months);

export const shiftYears = (date: string, years: number): string => String(yearOf(date) + years);

/** The calendar's week, month or year that lies `count` after the one of `day`; weeks run from Monday to Sunday. */
export function wholeOf(unit: Unit, day: string, count: number): Stretch {
  if (unit === 'year') return at(shiftYears(day, count));
  if (unit === 'month') return at(shiftMonths(day, count));
  if (unit === 'day') return at(shiftDays(day, count));
  const monday = shiftDays(day, 7 * count - ((weekdayOf(day) + 6) % 7));
  return { from: monday, to: shiftDays(monday, 6) };
}

/** The stretch by its first and last day. */
export const daysOf = ({ from, to }: Stretch): Stretch => ({
  from: `${from}${'-01-01'.slice(0, 10 - from.length)}`,
  to: to.length === 10 ? to : to.length === 7 ? `${to}-${pad(lastDayOf(yearOf(to), monthOf(to)))}` : `${to}-12-31`,
});

const PARTS: Record<Part, [from: number, to: number]> = {
  early: [0, 1 / 3],
  mid: [1 / 3, 2 / 3],
  late: [2 / 3, 1],
  'first half': [0, 1 / 2],
  'second half': [1 / 2, 1],
};

/** A third or a half of a stretch, one step finer than the stretch is where that is a single month or year. */
export function partOf({ from, to }: Stretch, part: Part): Stretch {
  const [first, last] = PARTS[part];
  if (from.length === 10 && to.length === 10) {
    const days = (timeOf(to) - timeOf(from)) / 86_400_000 + 1;
    return { from: shiftDays(from, Math.round(days * first)), to: shiftDays(from, Math.round(days * last) - 1) };
  }
  if (from.length === 7 && from === to) {
    const days = lastDayOf(yearOf(from), monthOf(from));
    // Thirds of a month are counted in tens, as writers count them.
    const day = (share: number) => (share === 1 ? days : Math.round(30 * share));
    return { from: `${from}-${pad(day(first) + 1)}`, to: `${from}-${pad(day(last))}` };
  }
  if (from.length === 4 && from === to) {
    return { from: `${from}-${pad(12 * first + 1)}`, to: `${from}-${pad(12 * last)}` };
  }
  if (from.length === 7 && to.length === 7) {
    const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
    return { from: shiftMonths(from, Math.floor(months * first)), to: shiftMonths(from, Math.ceil(months * last) - 1) };
  }
  const years = yearOf(to) - yearOf(from) + 1;
  return { from: shiftYears(from, Math.round(years * first)), to: shiftYears(from, Math.round(years * last) - 1) };
}

/** What "about" leaves open: three days, a month or two years either way. */
export function aroundOf({ from, to }: Stretch): Stretch {
  const shift = (date: string, by: 1 | -1) =>
    date.length === 10 ? shiftDays(date, 3 * by) : date.length === 7 ? shiftMonths(date, by) : shiftYears(date, 2 * by);
  return { from: shift(from, -1), to: shift(to, 1) };
}

/** A date of the calendar without its year; where `toMonth` comes before `month`, it is that of the year after. */
export interface Yearless {
  month: number;
  day?: number;
  toMonth?: number;
  toDay?: number;
}

export function inYear({ month, day, toMonth = month, toDay = day }: Yearless, year: number): Stretch | undefined {
  const end = toMonth < month ? year + 1 : year;
  const from = day === undefined ? monthIn(year, month) : dayIn(year, month, day);
  const to = toDay === undefined ? monthIn(end, toMonth) : dayIn(end, toMonth, toDay);
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

/** On which side of the day of the conversation a date lies. */
export type Side = 'before' | 'after' | 'nearest';

/** The stretch in the year that puts it nearest to the day of the conversation, or first on one side of it. */
export function besides(date: Yearless, meeting: string, side: Side): Stretch | undefined {
  // Four years either way, since the 29th of February may be meant.
  const stretches = [0, -1, 1, -2, 2, -3, 3, -4, 4].flatMap((away) => inYear(date, yearOf(meeting) + away) ?? []);
  const distance = ({ from, to }: Stretch) => Math.abs(timeOf(from) / 2 + timeOf(to) / 2 - timeOf(meeting));
  return stretches
    .filter(({ from, to }) =>
      side === 'before'
        ? to < meeting.slice(0, to.length)
        : side === 'after'
          ? from > meeting.slice(0, from.length)
          : true,
    )
    .reduce<Stretch | undefined>(
      (best, stretch) => (best === undefined || distance(stretch) < distance(best) ? stretch : best),
      undefined,
    );
}

/** Years of four figures, as W3C dates without a sign have them; "May 0000" is no date. */
export const isW3c = (date: string): boolean => /^[1-9]\d{3}(?:-\d{2}){0,2}$/.test(date);

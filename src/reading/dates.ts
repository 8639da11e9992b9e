/**
 * Dates and hours as memoranda write them, and what "yesterday" means on the day of the conversation.
 * Dates are W3C dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export interface DateFound {
  /** Offsets in the text that was searched. */
  start: number;
  end: number;
  when?: string;
  notBefore?: string;
  notAfter?: string;
  certainty: 'high' | 'medium' | 'low';
  evidence: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `(?:\\d{1,2}|${NUMBERS.join('|')}|an?)`;

const pad = (n: number): string => String(n).padStart(2, '0');
const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
const numberOf = (words: string): number => {
  const word = words.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  return /^an?$/.test(word) ? 1 : NUMBERS.indexOf(word);
};

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const dayOf = (year: number, month: number, day: number): string | undefined =>
  isDay(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : undefined;

function shiftDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function shiftMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}`;
}

/** The year that puts a month and day nearest to the day of the conversation. */
function nearestYear(month: number, day: number, meeting: string): number {
  const year = Number(meeting.slice(0, 4));
  const distance = (candidate: number) =>
    Math.abs(Date.UTC(candidate, month - 1, day) - Date.parse(`${meeting}T00:00:00Z`));
  return [year, year - 1, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

/** Two figures for a year mean the century in which typewritten diplomacy happened. */
const fullYear = (figures: string): number => (figures.length === 4 ? Number(figures) : 1900 + Number(figures));

interface DateForm {
  pattern: RegExp;
  /** Needs the day of the conversation. */
  relative?: true;
  read(found: RegExpExecArray, meeting: string): Pick<DateFound, 'when' | 'notBefore' | 'notAfter'> | undefined;
  certainty: DateFound['certainty'];
  evidence: string;
}

const onlyIf = (when: string | undefined) => (when === undefined ? undefined : { when });

/** The forms of dates, the more telling first: where two fit the same words, the first wins. */
const FORMS: readonly DateForm[] = [
  {
    pattern: new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    read: ([, month = '', day, year]) => onlyIf(dayOf(Number(year), monthOf(month), Number(day))),
    certainty: 'high',
    evidence: 'date in full',
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH}),?\\s+(\\d{4})\\b`, 'gi'),
    read: ([, day, month = '', year]) => onlyIf(dayOf(Number(year), monthOf(month), Number(day))),
    certainty: 'high',
    evidence: 'date in full',
  },
  {
    pattern: /\b(\d{4})[-/](\d{2})[-/](\d{2})\b/g,
    read: ([, year, month, day]) => onlyIf(dayOf(Number(year), Number(month), Number(day))),
    certainty: 'high',
    evidence: 'date in figures',
  },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g,
    read: ([, month, day, year = '']) => onlyIf(dayOf(fullYear(year), Number(month), Number(day))),
    certainty: 'high',
    evidence: 'date in figures, month first as in American use',
  },
  {
    pattern: new RegExp(`\\bthe (beginning|middle|end) of (${MONTH})(?:,?\\s+(\\d{4}))?(?!\\w)`, 'gi'),
    relative: true,
    read: ([, part = '', name = '', figures], meeting) => {
      const month = monthOf(name);
      const year = figures ? Number(figures) : nearestYear(month, 15, meeting);
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const [from, to] = { beginning: [1, 10], middle: [11, 20], end: [21, last] }[part.toLowerCase()] ?? [1, last];
      return { notBefore: `${year}-${pad(month)}-${pad(from!)}`, notAfter: `${year}-${pad(month)}-${pad(to!)}` };
    },
    certainty: 'medium',
    evidence: 'third of the month nearest to the day of the conversation',
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\s+(\\d{4})\\b`, 'gi'),
    read: ([, month = '', year]) => ({ when: `${year}-${pad(monthOf(month))}` }),
    certainty: 'high',
    evidence: 'month and year',
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d,]*\\d)`, 'gi'),
    relative: true,
    read: ([, name = '', day], meeting) => {
      const month = monthOf(name);
      return onlyIf(dayOf(nearestYear(month, Number(day), meeting), month, Number(day)));
    },
    certainty: 'medium',
    evidence: 'year nearest to the day of the conversation',
  },
  {
    pattern: new RegExp(`(?<=\\b(?:in|last|since|until|by|of) )(${MONTH})(?![\\w.])`, 'g'),
    relative: true,
    read: ([, name = ''], meeting) => {
      const month = monthOf(name);
      return { when: `${nearestYear(month, 15, meeting)}-${pad(month)}` };
    },
    certainty: 'medium',
    evidence: 'year nearest to the day of the conversation',
  },
  {
    pattern: /\b(yesterday|today|tomorrow)\b/gi,
    relative: true,
    read: ([, word = ''], meeting) => ({
      when: shiftDays(meeting, { yesterday: -1, today: 0, tomorrow: 1 }[word.toLowerCase()] ?? 0),
    }),
    certainty: 'high',
    evidence: 'counted from the day of the conversation',
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (?:to|or) (${NUMBER}) years ago\\b`, 'gi'),
    relative: true,
    read: ([, one = '', other = ''], meeting) => {
      const year = Number(meeting.slice(0, 4));
      const far = Math.max(numberOf(one), numberOf(other));
      return { notBefore: String(year - far), notAfter: String(year - Math.min(numberOf(one), numberOf(other))) };
    },
    certainty: 'medium',
    evidence: 'counted in years from the day of the conversation',
  },
  {
    pattern: /\b(?:a|one) year and a half ago\b/gi,
    relative: true,
    read: (_, meeting) => ({ notBefore: shiftMonths(meeting, 20), notAfter: shiftMonths(meeting, 16) }),
    certainty: 'low',
    evidence: 'eighteen months before the conversation, two months either way',
  },
];

/** Years of four figures, as W3C dates without a sign have them; "May 0000" is no date. */
const isW3c = ({ when, notBefore, notAfter }: Pick<DateFound, 'when' | 'notBefore' | 'notAfter'>): boolean =>
  [when, notBefore, notAfter].every((date) => date === undefined || /^[1-9]\d{3}(?:-\d{2}){0,2}$/.test(date));

/** All dates in `text`, in order and without overlap; relative ones only where the day of the conversation is known. */
export function findDates(text: string, meeting: string | undefined): DateFound[] {
  const found: DateFound[] = [];
  for (const { pattern, relative, read, certainty, evidence } of FORMS) {
    if (relative && !meeting) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const dates = read(match, meeting ?? '');
      if (dates && isW3c(dates)) found.push({ start, end, ...dates, certainty, evidence });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

export interface TimeFound {
  start: number;
  end: number;
  /** `hh:mm:ss` */
  when: string;
}

/** The first hour of the day in `text`: "3:15 p.m.", "12:00 Noon", "noon", "1530 hours". */
export function findTime(text: string): TimeFound | undefined {
  const clock = /\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s?m\b\.?/i.exec(text);
  if (clock) {
    const hour = (Number(clock[1]) % 12) + (clock[3]?.toLowerCase() === 'p' ? 12 : 0);
    return timeAt(clock, hour, Number(clock[2] ?? 0));
  }
  const noon = /\b(?:12(?::00)?\s+)?(noon|midnight)\b\.?/i.exec(text);
  if (noon) return timeAt(noon, noon[1]?.toLowerCase() === 'noon' ? 12 : 0, 0);
  const hours = /\b([01]\d|2[0-3]):?([0-5]\d)\s*(?:hours|hrs\.?)/i.exec(text);
  return hours ? timeAt(hours, Number(hours[1]), Number(hours[2])) : undefined;
}

const timeAt = (found: RegExpExecArray, hour: number, minute: number): TimeFound | undefined =>
  hour > 23 || minute > 59
    ? undefined
    : { start: found.index, end: found.index + found[0].length, when: `${pad(hour)}:${pad(minute)}:00` };

import type { Term } from './record.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTH = MONTHS.join('|');
const YEAR = '(?:1[6-9]|20)\\d\\d';
/** "1961", "January 1961", "January 20, 1961". */
const DATE = `(?:(?:${MONTH})(?: \\d{1,2},)? )?${YEAR}`;
/** A beginning may leave its year to the end: "July–December 1940", "July 1–October 29, 1956". */
const BEGINNING = `${DATE}|(?:${MONTH})(?: \\d{1,2})?`;

/** How a note gives the one term of an office, behind its title; the words in angle brackets are its ends. */
const FORMS = [
  'from <BEGINNING>,? (?:until|to|through) <DATE>',
  '<BEGINNING> ?[–-] ?<DATE>',
  '(?:from|since) <DATE>()',
  '()(?:until|to|through) <DATE>',
].map((form) => form.replace('<BEGINNING>', `(${BEGINNING})`).replace('<DATE>', `(${DATE})`));
/** No term is written in more characters, so that no more of a note has to be searched. */
const LONGEST = 60;
const TERM = new RegExp(`,? \\(?(?:${FORMS.join('|')})\\)?$`);

/** What leaves open whose dates these are, or makes them no term: a visit, a former office, a second date. */
const UNCLEAR = new RegExp(
  `${YEAR}|\\b(?:${MONTH}|about|after|appointed|arrested|as of|before|candidate|convicted|deposed|died|early|elected|executed|exiled?|former|formerly|late|later|mid|nominated|nominee|resigned|retired|since|sometime|spring|summer|autumn|fall|winter|then|thereafter|until|visit|visited|visits)\\b|-(?:elect|designate)\\b`,
  'iu',
);
const HAS_DATE = /\d{4}/;
const ENDS_IN_DATE = /\d{4}\W*$/;
/** "detained in Cuba", "headed the mission": what someone did or suffered. */
const DEED = /^\p{Ll}+ed\b/u;

/**
 * The offices that a note in free text names, as registers of people have them. Where a part of it, up to a semicolon,
 * gives one clear term, "Ambassador to Zambia from September 1972 until July 1976", that part is an office with its
 * dates; all else is an office without any, in the note's own words.
 */
export function officesOf(note: string): Term[] {
  if (!HAS_DATE.test(note)) return [{ office: note }];
  const parts = note
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({ part, term: termOf(part) }));
  if (parts.every(({ term }) => !term)) return [{ office: note }];
  return parts.map(({ part, term }) => term ?? { office: part });
}

function termOf(part: string): Term | undefined {
  if (!ENDS_IN_DATE.test(part)) return undefined;
  const words = part.replace(/[.,\s]+$/, '');
  const cut = Math.max(0, words.length - LONGEST);
  const found = TERM.exec(words.slice(cut));
  if (!found) return undefined;
  const office = words.slice(0, cut + found.index).replace(/^(?:and|also),? /, '');
  if (office === '' || UNCLEAR.test(office) || DEED.test(office) || !isBalanced(office)) return undefined;
  const groups = found.slice(1);
  const [from, to] = [0, 1].map((end) => groups.find((group, i) => i % 2 === end && group));
  return withDates(office, from && isoDate(from, to), to && isoDate(to));
}

/** A date that is no date is an empty string here, and then there is no term. */
function withDates(office: string, from: string | undefined, to: string | undefined): Term | undefined {
  if (from === '' || to === '') return undefined;
  const length = Math.min(from?.length ?? 0, to?.length ?? 0);
  if (from && to && from.slice(0, length) > to.slice(0, length)) return undefined;
  return { office, ...(from && { from }), ...(to && { to }) };
}

/** "January 20, 1961" as 1961-01-20, "January 1961" as 1961-01; without a year it has that of `end`. */
function isoDate(words: string, end = ''): string {
  const [, month, day, year = end.slice(-4)] = /^(\p{L}+)? ?(\d{1,2}(?!\d))?,? ?(\d{4})?$/u.exec(words)!;
  if (month === undefined) return year;
  const m = MONTHS.indexOf(month);
  if (day !== undefined && !(Number(day) >= 1 && Number(day) <= DAYS[m]!)) return '';
  return [year, String(m + 1), ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
}

const isBalanced = (words: string): boolean => words.split('(').length === words.split(')').length;

import { distance } from 'fastest-levenshtein';

/** The words of dates: months, weekdays, numbers, and figures, with what OCR makes of them. */
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** How far a word is from what it was read as: 0 as written, 1 a likely misreading, 2 only in a date in full. */
export type Slip = 0 | 1 | 2;

/** Letters and figures that one shape of type is read as. */
const SHAPES: Record<string, string> = {
  '1': 'l',
  i: 'l',
  '|': 'l',
  '0': 'o',
  '5': 's',
  y: 'v',
  c: 'e',
  h: 'b',
  u: 'n',
};
const shapeOf = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replace(/[1i|05ychu]/g, (letter) => SHAPES[letter] ?? letter);
const SHAPED = MONTHS.map(shapeOf);

const months = new Map<string, { month: number; slip: Slip } | undefined>(
  MONTHS.flatMap((name, i) => [name, name.slice(0, 3)].map((word) => [word, { month: i + 1, slip: 0 }])),
);
months.set('sept', { month: 9, slip: 0 });

/** The month that a word names; a misread name has to begin with a capital or a figure, as names of months do. */
export function readMonth(word: string): { month: number; slip: Slip } | undefined {
  const key = word.toLowerCase();
  const known = months.get(key);
  if (known || word.length < 3 || word.length > 11 || !/^[\dA-Z|]/.test(word)) return known;
  const shape = shapeOf(word);
  const alike = SHAPED.indexOf(shape);
  if (alike >= 0) return { month: alike + 1, slip: 1 };
  if (word.length < 5) return undefined;
  // "Remember" is two letters from "December": a word that far off has to begin alike.
  const near = MONTHS.findIndex((name, i) => {
    const off = distance(key, name);
    return name.length >= 7 ? off <= 1 || (off === 2 && shape[0] === SHAPED[i]![0]) : name.length === 6 && off <= 1;
  });
  if (near < 0) return undefined;
  return { month: near + 1, slip: MONTHS[near]!.length >= 7 && distance(key, MONTHS[near]!) === 1 ? 1 : 2 };
}

const weekdays = new Map<string, number>(
  WEEKDAYS.flatMap((name, i) => [name, name.slice(0, 3)].map((word) => [word.toLowerCase(), i])),
);
for (const [short, i] of [
  ['tues', 2],
  ['wednes', 3],
  ['thur', 4],
  ['thurs', 4],
] as const)
  weekdays.set(short, i);

/** 0 for Sunday; names and their abbreviations. */
export const readWeekday = (word: string): number | undefined => weekdays.get(word.toLowerCase());

/** What may stand for figures in a misread date. */
export const FIGURE = '[0-9lIOoS|]';

/** The number that figures give, letters among them read as the figures that they look like. */
export function readFigures(written: string): { value: number; slip: boolean } | undefined {
  if (/^\d+$/.test(written)) return { value: Number(written), slip: false };
  // Letters alone are figures only where they look like nothing else: "January ll", not "January is".
  if (!/\d/.test(written) && !/^[lIO|]+$/.test(written)) return undefined;
  const figures = written.replace(/[lI|]/g, '1').replace(/[Oo]/g, '0').replace(/S/g, '5');
  return /^\d+$/.test(figures) ? { value: Number(figures), slip: true } : undefined;
}

const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = (
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

export const NUMBER_WORDS: readonly string[] = [...ONES, ...TENS.slice(2), 'a', 'an'];
const anyOf = (words: readonly string[]): string => [...words].reverse().join('|');
const TENS_AND_ONES = `(?:${anyOf(TENS.slice(2))})(?:[- ](?:${anyOf(ONES.slice(1, 10))}))?`;
/** A number up to 999 in figures or up to 99 in words; "a" is one. */
export const NUMBER = `(?:\\d{1,3}|${TENS_AND_ONES}|${anyOf(ONES)}|an?)`;
const LATE_ORDINALS = `twenty-(?:${anyOf(ORDINALS.slice(1, 10))})|thirty-first|thirtieth`;
export const ORDINAL = `(?:${LATE_ORDINALS}|${anyOf(ORDINALS.slice(1))})`;

export function readNumber(words: string): number {
  const word = words.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const [tens = '', ones] = word.split(/[- ]/);
  const whole = TENS.indexOf(tens);
  return whole < 2 ? ONES.indexOf(word) : 10 * whole + (ones ? ONES.indexOf(ones) : 0);
}

export function readOrdinal(words: string): number {
  const [one = '', two] = words.toLowerCase().split('-');
  if (two === undefined) return one === 'thirtieth' ? 30 : ORDINALS.indexOf(one);
  return (one === 'thirty' ? 30 : 20) + ORDINALS.indexOf(two);
}

/** A decade in words, "the fifties", by its first year in the century. */
export const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

import { type Stretch, shiftDays, shiftMonths, shiftYears, type Unit } from './calendar.js';
import { COUNTED, type Dated, type DateForm, S } from './date-form.js';
import { NUMBER, NUMBER_WORDS, readNumber } from './date-words.js';
import type { Words } from './phrases.js';

const HEDGES =
  'about|some|around|nearly|almost|roughly|approximately|perhaps|over|more than|less than|at least|exactly'.replaceAll(
    ' ',
    S,
  );
const UNIT = '(?<unit>day|night|week|fortnight|month|year|decade|centur(?:y|ie))';
/** "Ten", "two or three", "12 to 14", "two and a half", "half a", "a few", "several". */
const COUNT = `(?<count>${NUMBER})(?:${S}(?:to|or)${S}(?<other>${NUMBER})|-(?<upTo>\\d{1,3}))?`;
const VAGUELY = `(?:a${S})?(?<vague>few|several|couple${S}of)`;
const QUANTITY = `(?:${COUNT}(?<half>${S}and${S}(?:a|one)${S}half)?|(?<little>half)${S}an?|${VAGUELY})`;
const HEDGED = `(?:(?<hedge>${HEDGES})${S})?`;
const OR_MORE = `(?:or${S}(?<other>two|so)|and${S}an?${S}(?<half>half))`;
const ONE_OR_TWO = `(?<beside>last|next|coming)${S}(?<one>day|week|month|year|decade)`;
const OR_TWO = `${S}or${S}(?:two|so)\\b`;
/** "In a year" is how often a thing is done, "in a few years" and "in a year's time" when. */
const NOT_IN_ONE = `(?:(?=an?${S}(?:few|couple)|an?${S}\\w{3,9}['’]s${S}time)|(?!(?:an?|one)${S}))`;
const IN_TIME = `(?:['’]?s['’]?)?(?:${S}time)?`;
const PAST = `(?<side>past)${S}${UNIT}\\b`;
const NO_OTHER_DAY = `(?!${S}(?:of|ago|after|before|from)\\b)`;
const OPENS_QUANTITY = ['figure', 'several', 'few', 'half', ...NUMBER_WORDS];
const OPENS_HEDGED = [
  ...OPENS_QUANTITY,
  ...'about some around nearly almost roughly approximately perhaps over more less at exactly'.split(' '),
];

interface Quantity {
  least: number;
  most: number;
  unit: Unit;
  /** How much wider than said: 0 as counted, 1 "about", more where the unit itself is a rough one. */
  slack: number;
}

/** What vague words stand for. */
const VAGUE: Record<string, [least: number, most: number]> = { few: [2, 5], several: [3, 7], couple: [2, 2] };

function quantityOf({ count, other, upTo, half, little, vague, unit, hedge, some }: Words): Quantity | undefined {
  const more = half ? 0.5 : 0;
  const [least, most] = vague
    ? VAGUE[vague.toLowerCase().split(/\s/)[0]!]!
    : some
      ? VAGUE.several!
      : little
        ? [0.5, 0.5]
        : [readNumber(count!), readNumber(other || upTo || count!) + more];
  const name = unit!.toLowerCase();
  const times = name === 'fortnight' ? 2 : name === 'decade' ? 10 : name.startsWith('centur') ? 100 : 1;
  const step: Unit = name === 'night' ? 'day' : name === 'fortnight' ? 'week' : times > 1 ? 'year' : (name as Unit);
  const loose = hedge !== undefined && hedge !== '' && !/^exactly$/i.test(hedge);
  const [low, high] = [least! + (other || upTo ? 0 : more), most!];
  return low > high
    ? undefined
    : { least: low * times, most: high * times, unit: step, slack: loose || times > 2 ? 1 : 0 };
}

/** So much time before the day (`way` -1) or after it (1), as exactly as such words count. */
function counted(day: string, { least, most, unit, slack }: Quantity, way: 1 | -1): Stretch {
  const order = (near: string, far: string): Stretch => (way > 0 ? { from: near, to: far } : { from: far, to: near });
  const round = (least: number, most: number, off: number, shift: (by: number) => string) =>
    order(shift(way * Math.floor(least - off)), shift(way * Math.ceil(most + off)));
  const days = (by: number) => shiftDays(day, by);
  const months = (by: number) => shiftMonths(day, by);
  if (unit === 'day') return round(least, most, slack && Math.ceil(most / 10) + 1, days);
  if (unit === 'week') return round(7 * least, 7 * most, 3 + 4 * slack, days);
  if (unit === 'month') return round(least, most, (most > 3 ? 1 : 0) + slack, months);
  if (Number.isInteger(least) && Number.isInteger(most)) {
    return round(least, most, slack && Math.max(1, Math.round(most / 5)), (by) => shiftYears(day, by));
  }
  return round(12 * least, 12 * most, Math.max(2, Math.round((12 * most) / 9)) + slack, months);
}

/** The stretch from the day to so much time away, in the precision of the unit. */
function upTo(day: string, { most, unit }: Quantity, way: 1 | -1): Stretch {
  const far =
    unit === 'year'
      ? Number.isInteger(most)
        ? shiftYears(day, way * most)
        : shiftMonths(day, way * Math.round(12 * most))
      : unit === 'month'
        ? shiftMonths(day, way * Math.ceil(most))
        : shiftDays(day, way * Math.round(most * (unit === 'week' ? 7 : 1)));
  const near = day.slice(0, far.length);
  return way > 0 ? { from: near, to: far } : { from: far, to: near };
}

function ago(words: Words, day: string, way: 1 | -1): Dated | undefined {
  const quantity = quantityOf(words);
  if (!quantity) return undefined;
  const hedge = (words.hedge ?? '').toLowerCase().replace(/\s+/g, ' ');
  const exact = counted(day, { ...quantity, slack: 0 }, way);
  const rough = {
    certainty: 'low',
    evidence: 'counted from the day of the conversation, with what the words leave open',
  } as const;
  if (/^(?:over|more than|at least)$/.test(hedge)) {
    // No date is so open as "more than a year ago": a quarter more than was said is taken for its limit.
    const far = counted(day, { ...quantity, most: Math.ceil(quantity.most * 1.25), slack: 0 }, way);
    return { stretch: way < 0 ? { from: far.from, to: exact.to } : { from: exact.from, to: far.to }, ...rough };
  }
  if (hedge === 'less than') return { stretch: upTo(day, quantity, way), ...rough };
  const open = quantity.slack > 0 || words.vague || words.some || words.half || words.little || words.orSo;
  return { stretch: counted(day, quantity, way), ...(open && rough) };
}

const wayOf = (side: string): 1 | -1 => (/^(?:last|past)$/i.test(side) ? -1 : 1);

function bounded(words: Words, day: string, way: 1 | -1): Dated | undefined {
  const quantity = quantityOf(words);
  return quantity && { stretch: upTo(day, quantity, way), ...(words.vague && { certainty: 'low' as const }) };
}

/** The forms that count days, weeks, months or years from the day of the conversation, the more telling first. */
export const COUNTED_FORMS: readonly DateForm[] = [
  // "three days ago", "Twelve to 14 years ago", "about ten years ago", "some years ago"
  {
    opens: OPENS_HEDGED,
    pattern: `${HEDGED}${QUANTITY}${S}${UNIT}s?(?<orSo>${S}or${S}so)?${S}ago\\b`,
    needs: 'day',
    read: (words, day) => ago(words.orSo ? { ...words, hedge: words.hedge || 'about' } : words, day!, -1),
    ...COUNTED,
  },
  {
    opens: ['some'],
    pattern: `(?<some>some)${S}${UNIT}s${S}ago\\b`,
    needs: 'day',
    read: (words, day) => ago(words, day!, -1),
    ...COUNTED,
  },
  // "a year or two ago", "a month and a half ago"
  {
    opens: OPENS_HEDGED,
    pattern: `${HEDGED}(?<count>an?|one)${S}${UNIT}${S}${OR_MORE}${S}ago\\b`,
    needs: 'day',
    read: (words, day) =>
      ago(/^so$/i.test(words.other!) ? { ...words, other: '', hedge: words.hedge || 'about' } : words, day!, -1),
    ...COUNTED,
  },
  // "ten days from now", "a year hence"
  {
    opens: OPENS_HEDGED,
    pattern: `${HEDGED}${QUANTITY}${S}${UNIT}s?${S}(?:from${S}(?:now|today)|hence)\\b`,
    needs: 'day',
    read: (words, day) => ago(words, day!, 1),
    ...COUNTED,
  },
  // "within a month", "within the next ten days"
  {
    opens: ['within'],
    pattern: `within${S}(?:the${S}next${S})?${QUANTITY}${S}${UNIT}s?\\b${NO_OTHER_DAY}`,
    needs: 'day',
    read: (words, day) => bounded(words, day!, 1),
    certainty: 'medium',
    evidence: 'from the day of the conversation on',
  },
  // "in two weeks"
  {
    opens: ['in'],
    pattern: `in${S}(?:(?:another|about)${S})?${NOT_IN_ONE}${QUANTITY}${S}${UNIT}${IN_TIME}\\b${NO_OTHER_DAY}`,
    needs: 'day',
    read: (words, day) => ago(words, day!, 1),
    certainty: 'low',
    evidence: 'counted on from the day of the conversation; the words may mean a length of time',
  },
  // "the past year", "the next year or so", "the last month or two"
  {
    opens: ['the', 'this'],
    pattern: `(?:the|this)${S}(?:${PAST}|${ONE_OR_TWO}(?=${OR_TWO}))(?:${S}or${S}(?<other>two|so)\\b)?`,
    needs: 'day',
    read: ({ side, beside, unit, one, other }, day) => {
      const count = /^two$/i.test(other!) ? '2' : '1';
      const dated = bounded({ count, unit: unit || one!, vague: '' }, day!, wayOf(side || beside!));
      return dated && { ...dated, span: true, ...(other && { certainty: 'low' }) };
    },
    certainty: 'medium',
    evidence: 'a stretch up to the day of the conversation, or from it on',
  },
  // "the last five years", "the next few weeks"
  {
    opens: ['the', 'these', 'last', 'next'],
    pattern: `(?:(?:the|these)${S})?(?<side>last|past|next|coming)${S}${QUANTITY}${S}${UNIT}s?\\b(?!${S}of\\b)`,
    needs: 'day',
    read: (words, day) => {
      const dated = bounded(words, day!, wayOf(words.side!));
      return dated && { ...dated, span: true };
    },
    certainty: 'medium',
    evidence: 'a stretch up to the day of the conversation, or from it on',
  },
];

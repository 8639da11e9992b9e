import {
  at,
  daysOf,
  monthIn,
  partOf,
  type Side,
  type Stretch,
  shiftDays,
  type Unit,
  weekdayOf,
  wholeOf,
} from './calendar.js';
import { COUNTED, type Dated, type DateForm, isName, NO_COUNT, PART_OF, partNamed, S, setOf } from './date-form.js';
import { readMonth, readWeekday } from './date-words.js';
import { SEASON, seasonOf } from './year-forms.js';

const SHIFT: Record<string, number> = { last: -1, past: -1, this: 0, the: 0, next: 1, coming: 1 };
const sideOf = (word: string): Side =>
  SHIFT[word.toLowerCase()]! < 0 ? 'before' : SHIFT[word.toLowerCase()] ? 'after' : 'nearest';
const countOf = (word: string): number => SHIFT[word.toLowerCase()]!;

/** "Last Monday" lies before the day, "next Friday" after it, "this Friday" in its week; else the nearest is meant. */
function weekday(name: string, side: string, day: string): Dated | undefined {
  const index = readWeekday(name);
  if (index === undefined) return undefined;
  const on = (index - weekdayOf(day) + 7) % 7;
  const away = { last: on - 7, past: on - 7, next: on || 7, coming: on || 7 }[side];
  if (away !== undefined) return { stretch: at(shiftDays(day, away)) };
  if (side === 'this') return { stretch: at(weekdayIn(wholeOf('week', day, 0), index)) };
  // Whoever speaks on a Thursday of "Thursday" means the one before or the one after: there is no telling which.
  if (on === 0) return undefined;
  return {
    stretch: at(shiftDays(day, on <= 3 ? on : on - 7)),
    certainty: 'low',
    evidence: 'weekday nearest to the day of the conversation',
  };
}

const weekdayIn = ({ from }: Stretch, index: number): string => shiftDays(from, (index + 6) % 7);

const ANY_WEEKDAY = '(?:sun|mon|tues|wednes|thurs|fri|satur)day';
const WEEKDAY_NAME = `(?<weekday>${ANY_WEEKDAY})`;
const MONTH_NAME = '(?<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})';
const SIDE = `(?:this${S})?(?<side>last|past|this|next|coming)${S}`;
const DAYPART = `(?:${S}(?:morning|afternoon|evening|night|noon))?`;

/** The forms that name a day, month or year by where it lies from the day of the conversation. */
export const RELATIVE_FORMS: readonly DateForm[] = [
  {
    opens: ['the'],
    pattern: `the${S}day${S}(?<side>before${S}yesterday|after${S}tomorrow)\\b`,
    needs: 'day',
    read: ({ side }, day) => ({ stretch: at(shiftDays(day!, /^b/i.test(side!) ? -2 : 2)) }),
    certainty: 'high',
    evidence: COUNTED.evidence,
  },
  {
    opens: ['yesterday', 'today', 'tonight', 'tomorrow'],
    pattern: `(?<word>yesterday|today|tonight|tomorrow)\\b(?:${DAYPART}\\b)`,
    needs: 'day',
    read: ({ word }, day) => ({
      stretch: at(shiftDays(day!, { yesterday: -1, tomorrow: 1 }[word!.toLowerCase()] ?? 0)),
    }),
    certainty: 'high',
    evidence: COUNTED.evidence,
  },
  {
    opens: ['last', 'this'],
    pattern: `(?:(?<last>last${S}(?:night|evening))|this${S}(?:morning|afternoon|evening|noon))\\b`,
    needs: 'day',
    read: ({ last }, day) => ({ stretch: at(shiftDays(day!, last ? -1 : 0)) }),
    certainty: 'high',
    evidence: COUNTED.evidence,
  },
  // "Monday of last week"
  {
    opens: ['weekday'],
    pattern: `${WEEKDAY_NAME}${DAYPART}${S}of${S}(?<side>last|this|next)${S}week\\b`,
    needs: 'day',
    read: ({ weekday, side }, day) => ({
      stretch: at(weekdayIn(wholeOf('week', day!, countOf(side!)), readWeekday(weekday!)!)),
    }),
    ...COUNTED,
  },
  // "last Monday", "this coming Friday"
  {
    opens: ['last', 'this', 'next'],
    pattern: `${SIDE}${WEEKDAY_NAME}${DAYPART}\\b`,
    needs: 'day',
    read: ({ weekday: name, side }, day) => weekday(name!, side!.toLowerCase(), day!),
    ...COUNTED,
  },
  // "on Thursday", "until Friday evening"
  {
    opens: ['weekday'],
    pattern: `${WEEKDAY_NAME}${DAYPART}\\b(?![,]?${S}[A-Za-z]{3,9}\\.?${S}\\d)`,
    after: setOf('on by until till since before after from for through to and or between'),
    needs: 'day',
    read: ({ weekday: name }, day) => (isName(name!) ? weekday(name!, '', day!) : undefined),
    ...COUNTED,
  },
  // "Monday through Wednesday", "Friday morning"
  {
    opens: ['weekday'],
    pattern: `${WEEKDAY_NAME}(?=(?:${S}(?:to|through|and|or)${S}|\\s?[-–—]\\s?)${ANY_WEEKDAY}\\b)`,
    needs: 'day',
    read: ({ weekday: name }, day) => (isName(name!) ? weekday(name!, '', day!) : undefined),
    ...COUNTED,
  },
  {
    opens: ['weekday'],
    pattern: `${WEEKDAY_NAME}${S}(?:morning|afternoon|evening|night)\\b(?!,?${S}[A-Za-z]{3,9}\\.?${S}\\d)`,
    notAfter: setOf('every each good'),
    needs: 'day',
    read: ({ weekday: name }, day) => weekday(name!, '', day!),
    ...COUNTED,
  },
  // "last December", "next May 15"
  {
    opens: ['last', 'this', 'next'],
    pattern: `${SIDE}${MONTH_NAME}(?:${S}(?<dayOfMonth>\\d{1,2})(?:st|nd|rd|th)?${NO_COUNT}|\\b)`,
    needs: 'month',
    read: ({ side, month, dayOfMonth }, day) => {
      const named = readMonth(month!);
      if (!named || named.slip > 0 || !isName(month!)) return undefined;
      if (side!.toLowerCase() === 'this' && !dayOfMonth)
        return { stretch: at(monthIn(Number(day!.slice(0, 4)), named.month)) };
      return { yearless: { month: named.month, ...(dayOfMonth && { day: Number(dayOfMonth) }) }, side: sideOf(side!) };
    },
    certainty: 'high',
    evidence: COUNTED.evidence,
  },
  // "last summer", "this fall"
  {
    opens: ['last', 'this', 'next'],
    pattern: `${SIDE}${SEASON}\\b`,
    needs: 'month',
    read: ({ side, season }) => ({ yearless: seasonOf(season!), side: sideOf(side!) }),
    certainty: 'medium',
    evidence: 'season, by whole months',
  },
  // "earlier this week", "later this year"
  {
    opens: ['earlier', 'later'],
    pattern: `(?<side>earlier|later)${S}(?:in${S})?this${S}(?<unit>week|month|year)\\b`,
    needs: 'day',
    read: ({ side, unit }, day) => {
      const days = daysOf(wholeOf(unit!.toLowerCase() as Unit, day!, 0));
      return { stretch: /^e/i.test(side!) ? { from: days.from, to: day! } : { from: day!, to: days.to } };
    },
    ...COUNTED,
  },
  // "the end of the year", "the beginning of next month"
  {
    opens: ['the'],
    pattern: `${PART_OF}${S}(?<side>the|this|last|next)${S}(?<unit>week|month|year)\\b(?!${S}(?:of|\\d))`,
    needs: 'day',
    read: (words, day) => ({
      stretch: partOf(wholeOf(words.unit!.toLowerCase() as Unit, day!, countOf(words.side!)), partNamed(words)),
    }),
    ...COUNTED,
  },
  // "last week", "this year", "the coming month"
  {
    opens: ['last', 'this', 'next', 'the'],
    pattern: `(?:(?<side>last|this|next)|(?:the|this)${S}(?<beside>coming))${S}(?<unit>week|month|year)\\b`,
    notAfter: setOf('the'),
    needs: 'day',
    read: ({ side, beside, unit }, day) => {
      const step = unit!.toLowerCase() as Unit;
      return {
        stretch: wholeOf(step, day!, countOf(side || beside!)),
        ...(step === 'year' && { certainty: 'high' as const }),
      };
    },
    ...COUNTED,
  },
];

/** A date or hour as people type it, in the form that W3C asks for; `reading` says how it was taken where it can be taken otherwise. */
export interface TypedDate {
  readonly iso: string;
  readonly reading?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "'?(\\d{4}|\\d{2})";

const two = (number: string | number): string => String(number).padStart(2, '0');
const numberOfMonth = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Makes four figures of two by the years that the file names elsewhere. */
export type FullYear = (year: string) => string | undefined;

interface Form {
  readonly pattern: RegExp;
  read(found: readonly string[], full: FullYear): readonly (TypedDate | undefined)[];
}

const day = (year: string | undefined, month: string | number, date: string | number, reading?: string) =>
  year === undefined || !isDay(year, Number(month), Number(date))
    ? undefined
    : { iso: `${year}-${two(month)}-${two(date)}`, ...(reading && { reading }) };

const form = (pattern: string, read: Form['read']): Form => ({ pattern: new RegExp(`^${pattern}$`, 'i'), read });

/** The first form that fits decides. */
const FORMS: readonly Form[] = [
  form(`(?:[a-z]+day,? )?${MONTH} ${DAY},? ${YEAR}`, ([, month, date, year], full) => [
    day(full(year!), numberOfMonth(month!), date!),
  ]),
  form(`(?:[a-z]+day,? )?${DAY} ?${MONTH},? ${YEAR}`, ([, date, month, year], full) => [
    day(full(year!), numberOfMonth(month!), date!),
  ]),
  form(`${MONTH},? (\\d{4})`, ([, month, year]) => [{ iso: `${year}-${two(numberOfMonth(month!))}` }]),
  form('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:Z|[+-]\\d\\d:\\d\\d)?', ([, year, month, date]) => [
    day(year, month!, date!),
  ]),
  form('(\\d{4})(\\d{2})(\\d{2})', ([, year, month, date]) => [day(year, month!, date!)]),
  form('(\\d{4})[-/.](\\d{1,2})', ([, year, month]) => [
    Number(month) >= 1 && Number(month) <= 12 ? { iso: `${year}-${two(month!)}` } : undefined,
  ]),
  form("'?(\\d{2})-(\\d{1,2})-(\\d{1,2})", ([, year, month, date], full) => [day(full(year!), month!, date!)]),
  form(`(\\d{1,2})[-/.] ?(\\d{1,2})[-/.] ?${YEAR}`, ([, one, other, year], full) => [
    day(full(year!), one!, other!, 'if the month stands first'),
    one === other ? undefined : day(full(year!), other!, one!, 'if the day stands first'),
  ]),
  form('(\\d{4}-\\d\\d-\\d\\d)[ T](\\d{1,2}):(\\d\\d)(?::(\\d\\d))?Z?', ([, date, hour, minute, second]) => [
    { iso: `${date}T${two(hour!)}:${minute}:${second ?? '00'}` },
  ]),
  form('(?:12(?::00)? ?)?noon', () => [{ iso: '12:00:00' }]),
  form('(?:12(?::00)? ?)?midnight', () => [{ iso: '00:00:00' }]),
  form('(\\d{1,2})(?:[:.](\\d\\d))?(?::(\\d\\d))? ?([ap])\\.?m\\.?', ([, hour, minute, second, half]) => [
    Number(hour) > 12
      ? undefined
      : {
          iso: `${two((Number(hour) % 12) + (half!.toLowerCase() === 'p' ? 12 : 0))}:${minute ?? '00'}:${second ?? '00'}`,
        },
  ]),
  form('T?(\\d{1,2})[:.](\\d\\d)(?::(\\d\\d))?(?: ?(?:hours|hrs|h|Z))?', ([, hour, minute, second]) => [
    { iso: `${two(hour!)}:${minute}:${second ?? '00'}` },
  ]),
];

/** Reads what was typed; several readings where the figures allow them, none where nothing can be made of it. */
export function readTyped(value: string, full: FullYear): TypedDate[] {
  const words = value.trim().replace(/\s+/g, ' ');
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(words);
    const readings = found ? read([...found], full).filter((reading) => reading !== undefined) : [];
    if (readings.length === 1) return [{ iso: readings[0]!.iso }];
    if (readings.length > 0) return readings;
  }
  return [];
}

/** The two ends of a span written as one value: `1961-1963`, `1963-01-10/1963-01-12`, `1963-01-10 to 1963-01-12`. */
export function readSpan(value: string): { from: string; to: string } | undefined {
  const found = /^(\d{4}(?:-\d\d-\d\d|-\d\d)?)\s*(?:\/|–|—|to|until|-(?=\d{4}))\s*(\d{4}(?:-\d\d-\d\d|-\d\d)?)$/.exec(
    value.trim(),
  );
  return found ? { from: found[1]!, to: found[2]! } : undefined;
}

/** A day that no calendar has, with the last of its month. */
export function impossibleDay(value: string): { last: string; month: string } | undefined {
  const [, year, month, date] = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(value.trim()) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(date) < 29) return undefined;
  if (isDay(year, Number(month), Number(date))) return undefined;
  return { last: `${year}-${month}-${two(daysOf(year, Number(month)))}`, month: `${year}-${month}` };
}

const daysOf = (year: string, month: number): number => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();

const isDay = (year: string, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysOf(year, month);

/** Takes the century from the years of four figures in the file that end in the same two: the one met most often. */
export function fullYearBy(xml: string): FullYear {
  return (year) => {
    if (year.length === 4) return year;
    const counts = new Map<string, number>();
    for (const [, century] of xml.matchAll(new RegExp(`\\b([12]\\d)${year}\\b`, 'g'))) {
      counts.set(century!, (counts.get(century!) ?? 0) + 1);
    }
    const [first] = [...counts].sort(([, one], [, other]) => other - one);
    return first && `${first[0]}${year}`;
  };
}

import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { findDates } from '../dates/dates.js';
import { found } from '../found.js';
import type { FormFacts, Plain } from './form-facts.js';

/** The first full date in words of the form becomes the day of the talk, unless a field has given it. */
export function dayMark(plain: Plain, range: Range, facts: FormFacts): Mark[] {
  if (facts.date !== undefined) return [];
  const date = findDates(plain(range).replace(/\s/g, ' '), undefined).find(({ when }) => when?.length === 10);
  if (!date) return [];
  facts.date = date.when!;
  const { start, end, certainty, evidence, ...dates } = date;
  return [{ kind: 'date', ...found(range.start + start, range.start + end, certainty, evidence), ...dates }];
}

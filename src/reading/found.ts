import type { Certainty } from '../text/marks.js';

/** What every mark carries that a rule of the software has made. */
export const found = (start: number, end: number, certainty: Certainty, evidence: string) => ({
  start,
  end,
  by: 'memcon' as const,
  certainty,
  evidence,
});

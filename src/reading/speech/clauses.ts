import { OPENING_PHRASE, SAYS, SUBORDINATES } from './saying.js';

/** Whether what follows a subject is a verb of saying. */
export const says = (rest: string): boolean => SAYS.test(rest);

/** The subject of a main clause: at the beginning, after a phrase with or without a comma, or after "and" or "but". */
export const isMainClause = (lead: string): boolean =>
  /^["“(]?\s*$/.test(lead) ||
  (!SUBORDINATES.test(lead) &&
    (/(?:,|;|—|\bboth|\band|\bbut|\bBoth|\b\p{Lu}\p{L}+)["”]?\s+$/u.test(lead) || OPENING_PHRASE.test(lead)));

/** Quotation marks that open, and do not close before the end. */
const OPEN = /(?:“[^”]{0,200}|(?:^|[\s(—])"[^"]{0,200})$/;
const LONGEST = 202;

/** Whether an offset stands within quotation marks that open shortly before. */
export const isQuoted = (text: string, at: number): boolean => OPEN.test(text.slice(Math.max(0, at - LONGEST), at));

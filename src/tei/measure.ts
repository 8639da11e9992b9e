import { type Element, inline } from './element.js';

/** "1 page", "1,556 words". */
export const count = (n: number, unit: string): string => `${n.toLocaleString('en-US')} ${unit}${n === 1 ? '' : 's'}`;

/** A number of things, for programs and for people; `type` says which of several counts it is. */
export const measure = (n: number, unit: string, type?: string): Element =>
  inline('measure', { type, unit: `${unit}s`, quantity: String(n) }, count(n, unit));

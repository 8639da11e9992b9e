import type { Message } from './message.js';
import { wherePrinted } from './report.js';
import type { RuleId } from './rules.js';

/** What jing calls each gravity; it knows no notes. */
const LABEL = { error: 'error', warning: 'warning', info: 'warning' } as const;

/** jing's word for XML that cannot be read to its end. */
const FATAL: ReadonlySet<RuleId> = new Set(['xml-is-well-formed', 'xml-has-no-dtd']);

/**
 * One line a message, as jing prints it and editors parse it: `file:line:column: error: text`. Columns are those of
 * the words meant; jing gives the end of the tag.
 */
export const jingReport = (messages: readonly Message[]): string =>
  messages
    .map((found) => {
      const label = FATAL.has(found.rule) ? 'fatal' : LABEL[found.severity];
      const said = `${found.reason} ${found.advice} [${found.rule}]`.replace(/\s+/g, ' ');
      return [wherePrinted(found), label, said].filter((part) => part !== '').join(': ');
    })
    .join('\n');

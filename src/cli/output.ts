import type { Context } from '../context.js';
import { software } from '../corpus/package-files.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { reportText, sortMessages } from '../messages/report.js';

export type Outcome = 'done' | 'errors' | 'misuse';
export type Finish = (outcome: Outcome) => void;

export interface OutputOptions {
  json?: boolean;
  quiet?: boolean;
}

/** Messages for people go to standard error; as JSON, one array on standard output. */
export function printMessages(messages: readonly Message[], { json = false, quiet = false }: OutputOptions): void {
  const sorted = sortMessages(messages);
  if (json) console.log(JSON.stringify({ messages: sorted }, null, 1));
  else {
    const shown = quiet ? sorted.filter(({ severity }) => severity === 'error') : sorted;
    if (shown.length > 0) console.error(reportText(shown));
  }
}

/** A line that the next one overwrites, on a terminal; nothing in a pipe. */
export function progressLine(words: string, { json = false, quiet = false }: OutputOptions): void {
  if (json || quiet || !process.stderr.isTTY) return;
  process.stderr.write(`\r\u001B[K${words}`);
}

export const endProgress = (options: OutputOptions): void => progressLine('', options);

/** A call of the program that cannot be carried out, whatever the material. */
export class UsageError extends MaterialError {}

/** The facts of this run; the date comes from SOURCE_DATE_EPOCH (reproducible-builds.org), or there is none. */
export async function contextOf(): Promise<{ context: Context; reported: Message[] }> {
  const reported: Message[] = [];
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{1,11}$/.test(epoch)) {
    throw new UsageError(
      message('run-date-is-readable', {
        words: epoch,
        reason: `SOURCE_DATE_EPOCH is “${epoch}”, which is no count of seconds.`,
        advice: 'Set it to whole seconds since 1970-01-01, or unset it.',
      }),
    );
  }
  const date = epoch === undefined ? undefined : new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  return {
    context: {
      report: (found) => reported.push(found),
      software: await software(),
      ...(date !== undefined && { date }),
    },
    reported,
  };
}

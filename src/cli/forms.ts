import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { software } from '../corpus/package-files.js';
import { jingReport } from '../messages/jing-report.js';
import type { Message } from '../messages/message.js';
import { sortMessages } from '../messages/report.js';
import { sarifLog } from '../messages/sarif.js';
import { type OutputOptions, printMessages } from './output.js';

export const FORMS = ['text', 'json', 'sarif', 'jing'] as const;
export type Form = (typeof FORMS)[number];

export interface FormOptions extends OutputOptions {
  sarif?: boolean;
  format?: Form;
}

/** The forms that options ask for; more than one contradict each other. */
export const formsOf = ({ json, sarif, format }: FormOptions): Form[] => [
  ...new Set<Form>([
    ...(json ? ['json' as const] : []),
    ...(sarif ? ['sarif' as const] : []),
    ...(format ? [format] : []),
  ]),
];

/** The form that a command line asks for, where it failed before its options were read. */
export function formAskedFor(args: readonly string[]): Form {
  const given = args.flatMap((arg, i) =>
    arg === '--format' ? [args[i + 1]] : (/^--format=(.*)$/.exec(arg)?.slice(1) ?? []),
  );
  const format = FORMS.find((form) => given.includes(form));
  const [form = 'text'] = formsOf({
    json: args.includes('--json'),
    sarif: args.includes('--sarif'),
    ...(format && { format }),
  });
  return form;
}

/** Messages as text go to standard error; in a form for machines to standard output, and nothing else with them. */
export async function printIn(form: Form, messages: readonly Message[], quiet = false): Promise<void> {
  if (form === 'text' || form === 'json') return printMessages(messages, { json: form === 'json', quiet });
  const sorted = sortMessages(messages);
  if (form === 'sarif') console.log(JSON.stringify(sarifLog(sorted, { software: await software(), uriOf }), null, 1));
  else {
    const shown = quiet ? sorted.filter(({ severity }) => severity === 'error') : sorted;
    if (shown.length > 0) console.log(jingReport(shown));
  }
}

/** Relative to the current folder for what lies in it, so that a log means the same on another machine. */
export function uriOf(file: string): string {
  const path = relative('', resolve(file));
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

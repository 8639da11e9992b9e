import type { Message } from '../../messages/message.js';
import { message } from '../../messages/message.js';
import type { Line, TagText } from './lines.js';

export interface Field {
  readonly label: string;
  readonly value: string;
  readonly line: Line;
}

/** `bag-info.txt`: `Label: value`, and lines that begin with white space go on with the last one (RFC 8493, section 2.2.2). */
export function readBagInfo(text: TagText): { fields: Field[]; messages: Message[] } {
  const fields: Field[] = [];
  const messages: Message[] = [];
  for (const line of text.lines) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line.text) && last) {
      fields[fields.length - 1] = { ...last, value: `${last.value} ${line.text.trim()}` };
      continue;
    }
    const [, label, value = ''] = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line.text) ?? [];
    if (label === undefined) {
      messages.push(
        message('bag-keeps-to-bagit', {
          file: text.file,
          place: text.place(line),
          words: line.text,
          reason: `A line of “bag-info.txt” is no label and value: “${line.text}”.`,
          advice: 'Write it as “Label: value”; a line that goes on begins with a blank.',
        }),
      );
    } else fields.push({ label, value: value.trim(), line });
  }
  return { fields, messages };
}

/** The fields of a label, whatever its case. */
export const fieldsOf = (fields: readonly Field[], label: string): Field[] =>
  fields.filter((field) => field.label.toLowerCase() === label.toLowerCase());

/** `bag-info.txt` of these fields; line ends within a value become blanks. */
export const bagInfoText = (fields: readonly (readonly [label: string, value: string | undefined])[]): string =>
  fields
    .flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value.replace(/\s+/g, ' ').trim()}\n`]))
    .join('');

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What our own bags say made them. */
export const SOFTWARE_AGENT = 'Bag-Software-Agent';

/** An amount of bytes for people, as the example of RFC 8493 has it: “260 GB”. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let n = 0;
  while (size >= 1000 && n < units.length - 1) {
    size /= 1000;
    n += 1;
  }
  return `${n === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[n]}`;
}

import type { Message, Place } from '../../messages/message.js';
import { message } from '../../messages/message.js';
import type { TagText } from './lines.js';
import { decodePath, unsafe } from './paths.js';

/** A file that is not in the bag and has to be fetched. */
export interface Fetched {
  readonly url: string;
  /** In bytes, where it is known. */
  readonly length?: number;
  readonly place: Place;
}

/** `fetch.txt`: address, length or `-`, path (RFC 8493, section 2.2.3). */
export function readFetch(text: TagText, version: string): { files: Map<string, Fetched>; messages: Message[] } {
  const files = new Map<string, Fetched>();
  const messages: Message[] = [];
  for (const line of text.lines) {
    const place = text.place(line);
    const say = (reason: string, advice: string) =>
      messages.push(message('bag-keeps-to-bagit', { file: text.file, place, words: line.text, reason, advice }));
    const [, url, length, written] = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line.text) ?? [];
    if (url === undefined || written === undefined) {
      say(`A line of “fetch.txt” is no address, length and path: “${line.text}”.`, 'Mend it or make it anew.');
      continue;
    }
    const path = decodePath(written, version);
    const danger = unsafe(path) ?? (path.startsWith('data/') ? undefined : 'does not lie in data/');
    if (danger !== undefined) say(`The path “${written}” ${danger}.`, 'Do not fetch it; ask whoever sent the bag.');
    else if (files.has(path)) say(`“${written}” is to be fetched twice.`, 'Take one of the two lines out.');
    else files.set(path, { url, ...(length !== '-' && { length: Number(length) }), place });
  }
  return { files, messages };
}

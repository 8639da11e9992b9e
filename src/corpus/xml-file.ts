import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8, FORBIDDEN_ADVICE, forbiddenIn } from '../sources/decode.js';
import { formatOf } from '../sources/format.js';
import { placesIn } from '../xml/reading.js';
import { LONGEST } from '../xml/well-formed.js';
import { kindOf, readWithin } from './files.js';

/** In bytes: a file beyond has more than `LONGEST` UTF-16 code units, of which UTF-8 writes none in more than three. */
const MOST_BYTES = 3 * LONGEST;

/** In bytes: by then the root element has come. */
const HEAD = 100_000;

/** Endings of transcriptions in HTML, whatever they begin with. */
const HTML = /\.(?:hocr|html?|xhtml)$/i;

/**
 * The text of a file in XML that is to be checked, whatever its format.
 * @throws MaterialError when it is not there, too large, empty, not in UTF-8, or has a character that XML does not allow
 */
export async function readXmlFile(path: string): Promise<string> {
  const { bytes, size } = await readWithin(path, MOST_BYTES);
  const refuse = (rule: Message['rule'], said: Pick<Message, 'reason' | 'advice'> & Partial<Message>) =>
    new MaterialError(message(rule, { file: path, ...said }));
  if (size > MOST_BYTES) {
    throw refuse('xml-is-well-formed', {
      reason: `The file has ${size.toLocaleString('en-US')} bytes or more; up to ${MOST_BYTES.toLocaleString('en-US')} are read.`,
      advice: 'Divide it into one file for each document.',
    });
  }
  const text = decodeUtf8(path, bytes);
  if (!/\S/.test(text)) {
    throw refuse('xml-is-well-formed', {
      reason: 'The file is empty.',
      advice: 'Save the document into it, or name another file.',
    });
  }
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text);
  if (declared && !/^(?:utf-8|us-ascii)$/i.test(declared[1]!) && /[^\0-\x7f]/.test(text)) {
    const end = declared[0].length - 1;
    throw refuse('text-is-utf-8', {
      place: placesIn(path, text)(end - declared[1]!.length, end),
      words: `encoding="${declared[1]}"`,
      reason: `The file says that its encoding is “${declared[1]}”, and it is UTF-8.`,
      advice: 'Write encoding="UTF-8" there; other programs would read other characters.',
    });
  }
  const forbidden = forbiddenIn(text);
  if (forbidden) {
    throw refuse('characters-are-allowed', {
      place: placesIn(path, text)(forbidden.index, forbidden.index + 1),
      words: text.slice(Math.max(0, forbidden.index - 20), forbidden.index).trimStart(),
      reason: `The character ${forbidden.name} is not allowed in XML.`,
      advice: FORBIDDEN_ADVICE,
    });
  }
  return text;
}

/** Whether a path leads to a file in XML that is no transcription of a known format; one that is missing is told by its name. */
export async function isXmlToCheck(path: string): Promise<boolean> {
  const isNamedXml = /^\.(?:xml|tei)$/i.test(extname(path));
  const kind = await kindOf(path);
  if (kind !== 'file') return kind === undefined && isNamedXml;
  try {
    const format = formatOf(path, await headOf(path));
    return format === 'text' && isNamedXml;
  } catch (error) {
    if (error instanceof MaterialError) return !HTML.test(path);
    throw error;
  }
}

/** How a file begins, as far as it can be read as UTF-8; nothing where it cannot be opened. */
async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return new TextDecoder().decode(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Bag, BagFile } from '../deposit/bag/bag.js';
import { unsafe } from '../deposit/bag/paths.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { digestsOf } from './bag-folder.js';
import { contentStart, type ZipEntry, zipDirectory } from './zip-directory.js';

/**
 * The bag in a ZIP archive, read where it lies: nothing is unpacked to the disk, and a file goes through memory piece by
 * piece. The archive holds one folder, that of the bag (RFC 8493, section 4).
 * @throws MaterialError where the file is no archive
 */
export async function bagInArchive(file: string): Promise<Bag> {
  const entries = await directoryOf(file);
  const messages: Message[] = [];
  const say = (words: string, reason: string, advice: string) =>
    messages.push(message('bag-keeps-to-bagit', { file, words, reason, advice }));
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const { name } = entry;
    const danger = unsafe(name.replace(/\/$/, ''));
    if (danger !== undefined) say(name, `The path “${name}” in the archive ${danger}.`, 'Do not unpack it.');
    else if (name.includes('\\'))
      say(name, `The path “${name}” in the archive has a backslash.`, 'Pack the bag anew with forward slashes.');
    else if (byName.has(name)) say(name, `“${name}” is in the archive twice.`, 'Pack the bag anew.');
    else if (entry.encrypted) say(name, `“${name}” is encrypted.`, 'Pack the bag anew without a password.');
    else byName.set(name, entry);
  }
  const tops = [...new Set([...byName.keys()].map((name) => (name.includes('/') ? `${name.split('/')[0]}/` : '')))];
  const top = [...tops].find((folder) => byName.has(`${folder}bagit.txt`)) ?? tops[0] ?? '';
  if (tops.length > 1 || tops.includes('')) {
    const reason = 'The archive does not hold one folder alone, as that of a bag has to.';
    say(tops.join(', '), reason, 'Pack the folder of the bag itself, and nothing beside it.');
  }
  const entryAt = (path: string): ZipEntry => byName.get(`${top}${path}`)!;
  const files = [...byName.values()]
    .filter(({ name }) => name.startsWith(top) && !name.endsWith('/'))
    .map(({ name, size }): BagFile => ({ path: name.slice(top.length), size }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    name: file,
    files,
    hasPayloadFolder: [...byName.keys()].some((name) => name.startsWith(`${top}data/`)),
    messages,
    read: async (path) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of contentOf(file, entryAt(path))) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    digests: (path, algorithms) => digestsOf(contentOf(file, entryAt(path)), algorithms),
  };
}

async function directoryOf(file: string): Promise<ZipEntry[]> {
  const handle = await open(file);
  try {
    return await zipDirectory(handle);
  } catch (error) {
    const reason = `“${file}” cannot be read: ${(error as Error).message}.`;
    const advice = 'Copy it anew, or ask whoever sent it.';
    throw new MaterialError(message('bag-keeps-to-bagit', { file, words: file, reason, advice }));
  } finally {
    await handle.close();
  }
}

/**
 * The bytes of an entry, unpacked; no more of them than its size says, whatever the archive holds.
 * @throws Error where they are not those of its size and CRC
 */
async function* contentOf(file: string, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { size, packed, crc, method } = entry;
  if (method !== 0 && method !== 8) throw new Error(`it is packed by method ${method}, which memcon does not know`);
  const handle = await open(file);
  const start = await contentStart(handle, entry).finally(() => handle.close());
  const raw = packed === 0 ? Readable.from([]) : createReadStream(file, { start, end: start + packed - 1 });
  const inflated = method === 8 ? raw.pipe(createInflateRaw()) : undefined;
  raw.on('error', (error: Error) => inflated?.destroy(error));
  const content: AsyncIterable<Uint8Array> = inflated ?? raw;
  let read = 0;
  let sum = 0;
  for await (const chunk of content) {
    read += chunk.length;
    if (read > size) break;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  raw.destroy();
  if (read !== size) throw new Error(`it should have ${size} bytes and has ${read > size ? 'more' : read}`);
  if (sum !== crc) throw new Error('its checksum in the archive does not fit');
}

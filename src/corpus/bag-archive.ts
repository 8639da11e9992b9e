import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Bag, BagFile } from '../deposit/bag/bag.js';
import { unsafe } from '../deposit/bag/paths.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { digestsOf } from './bag-folder.js';

/** A file or folder of an archive, with its name as it is written; folders end in a slash. */
interface ZipEntry {
  readonly name: string;
  readonly entry: Entry;
}

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
  for (const found of entries) {
    const { name, entry } = found;
    const danger = unsafe(name.replace(/\/$/, ''));
    if (danger !== undefined) say(name, `The path “${name}” in the archive ${danger}.`, 'Do not unpack it.');
    else if (name.includes('\\'))
      say(name, `The path “${name}” in the archive has a backslash.`, 'Pack the bag anew with forward slashes.');
    else if (byName.has(name)) say(name, `“${name}” is in the archive twice.`, 'Pack the bag anew.');
    else if (entry.isEncrypted()) say(name, `“${name}” is encrypted.`, 'Pack the bag anew without a password.');
    else byName.set(name, found);
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
    .map(({ name, entry }): BagFile => ({ path: name.slice(top.length), size: entry.uncompressedSize }))
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

/** @throws MaterialError where there is no directory, or a damaged one */
async function directoryOf(file: string): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    const zip = await opened(file);
    try {
      for await (const entry of zip.eachEntry()) entries.push({ entry, name: nameOf(entry.fileNameRaw) });
    } finally {
      zip.close();
    }
    return entries;
  } catch (error) {
    const said = (error as Error).message.replace(/\.+$/, '');
    const reason = `“${file}” cannot be read as a ZIP archive: ${said}.`;
    const advice = 'Copy it anew, or ask whoever sent it.';
    throw new MaterialError(message('bag-keeps-to-bagit', { file, words: file, reason, advice }));
  }
}

/** Names are left as they are written: which of them are dangerous, the rules of bags say. */
const opened = (file: string): Promise<ZipFile> =>
  openPromise(file, { autoClose: false, lazyEntries: true, decodeStrings: false });

/**
 * The bytes of an entry, unpacked; no more of them than its size says, whatever the archive holds.
 * @throws Error where they are not those of its name, size and CRC
 */
async function* contentOf(file: string, { entry, name }: ZipEntry): AsyncGenerator<Uint8Array> {
  const zip = await opened(file);
  try {
    const own = nameOf((await zip.readLocalFileHeaderPromise(entry)).fileName);
    if (own !== name) throw new Error(`its header in the archive calls it “${own}”`);
    let sum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Uint8Array, sum);
      yield chunk as Uint8Array;
    }
    if (sum !== entry.crc32) throw new Error('its checksum in the archive does not fit');
  } finally {
    zip.close();
  }
}

/** Names are UTF-8; older programs wrote other encodings, of which nothing is known. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

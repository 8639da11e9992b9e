import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cryptoName } from '../deposit/bag/algorithms.js';
import type { Bag, BagFile } from '../deposit/bag/bag.js';
import { type Message, message } from '../messages/message.js';

/** The bag in a folder. Links are not followed: what they lead to is not in the bag. */
export async function bagInFolder(folder: string): Promise<Bag> {
  const files: BagFile[] = [];
  const messages: Message[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) await walk(`${path}/`);
      else if (entry.isFile()) files.push({ path, size: (await stat(join(folder, path))).size });
      else messages.push(noFile(folder, path));
    }
  };
  await walk('');
  const data = await stat(join(folder, 'data')).catch(() => undefined);
  return {
    name: folder.replace(/(?<=.)[\\/]+$/, ''),
    files,
    hasPayloadFolder: data?.isDirectory() ?? false,
    messages,
    read: (path) => readFile(join(folder, path)),
    digests: (path, algorithms) => digestsOf(createReadStream(join(folder, path)), algorithms),
  };
}

const noFile = (folder: string, path: string): Message =>
  message('bag-keeps-to-bagit', {
    file: `${folder}/${path}`,
    words: path,
    reason: `“${path}” is a link or a device, and no file.`,
    advice: 'Put the file itself there; memcon follows no links in a bag.',
  });

/** The digests of what a stream gives, in hexadecimal, by the names that manifests have. */
export async function digestsOf(
  stream: AsyncIterable<Uint8Array>,
  algorithms: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = algorithms.map((algorithm): [string, Hash] => [algorithm, createHash(cryptoName(algorithm)!)]);
  for await (const chunk of stream) for (const [, hash] of hashes) hash.update(chunk);
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
}

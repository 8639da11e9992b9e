import { createHash } from 'node:crypto';
import { cryptoName } from '../../src/deposit/bag/algorithms.js';
import type { Bag } from '../../src/deposit/bag/bag.js';
import { encodePath } from '../../src/deposit/bag/paths.js';

/** A bag in memory: names that no disk, or no version control, would keep. */
export function bagOf(files: Readonly<Record<string, string>>): Bag {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  return {
    name: 'bag',
    files: [...bytes].map(([path, content]) => ({ path, size: content.length })),
    hasPayloadFolder: true,
    messages: [],
    read: async (path) => bytes.get(path)!,
    digests: async (path, algorithms) =>
      new Map(algorithms.map((one) => [one, createHash(cryptoName(one)!).update(bytes.get(path)!).digest('hex')])),
  };
}

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A bag of these files, with a manifest that lists each as it is. */
export function bagWith(payload: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Bag {
  const lines = Object.entries(payload).map(([path, text]) => `${sha256(text)}  ${encodePath(path)}\n`);
  return bagOf({ 'bagit.txt': DECLARATION, 'manifest-sha256.txt': lines.join(''), ...payload, ...more });
}

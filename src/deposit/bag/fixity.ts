import { type Message, message } from '../../messages/message.js';
import { cryptoName } from './algorithms.js';
import type { Bag } from './bag.js';
import { type Listed, whereListed } from './listing.js';

/** Files that have not the digests of their manifests; each file is read once, whatever the number of digests. */
export async function alterations(bag: Bag, listed: readonly Listed[]): Promise<Message[]> {
  const messages: Message[] = [];
  for (const one of listed) {
    if (!one.file) continue;
    const known = one.entries.filter(({ manifest }) => cryptoName(manifest.algorithm) !== undefined);
    const algorithms = [...new Set(known.map(({ manifest }) => manifest.algorithm))];
    if (algorithms.length === 0) continue;
    const where = { ...whereListed(one), words: one.path };
    const digests = await bag.digests(one.file.path, algorithms).catch((error: Error) => error);
    if (digests instanceof Error) {
      const reason = `“${one.path}” cannot be read: ${digests.message}.`;
      messages.push(message('bag-is-unaltered', { ...where, reason, advice: 'Take it from another copy.' }));
      continue;
    }
    const wrong = known.filter(({ manifest, entry }) => digests.get(manifest.algorithm) !== entry.digest);
    if (wrong.length === 0) continue;
    const names = wrong.map(({ manifest }) => manifest.algorithm).join(' and ');
    const right = known.filter((entry) => !wrong.includes(entry)).map(({ manifest }) => manifest.algorithm);
    messages.push(
      message('bag-is-unaltered', {
        ...whereListed({ ...one, entries: wrong }),
        words: one.path,
        reason:
          right.length > 0
            ? `“${one.path}” has not the ${names} that is listed, but the ${right.join(' and ')}: the manifest is wrong.`
            : `“${one.path}” was altered: it has not the ${names} that ${wrong.length > 1 ? 'are' : 'is'} listed.`,
        advice: right.length > 0 ? 'Make the manifest anew.' : 'Take the file from another copy of the bag.',
      }),
    );
  }
  return messages;
}

import type { Message } from '../../messages/message.js';
import { message } from '../../messages/message.js';
import type { Bag, BagFile } from './bag.js';
import type { Fetched } from './fetch.js';
import { type Entry, type Manifest, manifestName } from './manifest.js';
import { folded } from './paths.js';

/** A file that manifests list, with all that list it. */
export interface Listed {
  readonly path: string;
  readonly entries: readonly { manifest: Manifest; entry: Entry }[];
  /** Where it lies, which may be another form of Unicode or a path that was not decoded. */
  readonly file?: BagFile;
}

export interface Listing {
  readonly listed: readonly Listed[];
  /** Files that some manifest should list and does not; of tag files only those of which a manifest exists. */
  readonly unlisted: readonly { file: BagFile; lacking: readonly Manifest[] }[];
}

/** Holds the manifests against what is in the bag. */
export function listingOf(bag: Bag, manifests: readonly Manifest[], version: string): Listing {
  const byPath = new Map(bag.files.map((file) => [file.path, file]));
  const byFold = new Map(bag.files.map((file) => [folded(file.path), file]));
  const find = ({ path, written }: Entry): BagFile | undefined => {
    const exact = byPath.get(path) ?? byPath.get(written);
    if (exact) return exact;
    const alike = byFold.get(folded(path));
    return alike && alike.path.normalize('NFC') === path.normalize('NFC') ? alike : undefined;
  };
  const listed = new Map<string, { path: string; entries: { manifest: Manifest; entry: Entry }[]; file?: BagFile }>();
  const listedBy = new Map<string, Set<Manifest>>();
  for (const manifest of manifests) {
    for (const entry of manifest.entries.values()) {
      const file = find(entry);
      const key = file?.path ?? entry.path;
      const one = listed.get(key) ?? { path: key, entries: [], ...(file && { file }) };
      one.entries.push({ manifest, entry });
      listed.set(key, one);
      listedBy.set(key, (listedBy.get(key) ?? new Set()).add(manifest));
    }
  }
  const unlisted = bag.files.flatMap((file) => {
    const isPayload = file.path.startsWith('data/');
    if (!isPayload && manifestName(file.path)?.lists === 'tags') return [];
    const wanted = manifests.filter(({ lists }) => (lists === 'payload') === isPayload);
    const by = listedBy.get(file.path);
    const lacking = wanted.filter((manifest) => !by?.has(manifest) && !manifest.unproved.has(file.path));
    // Before 1.0 each file had to be in one of the manifests, not in all.
    const isLacking = version === '1.0' ? lacking.length > 0 : lacking.length > 0 && lacking.length === wanted.length;
    return isLacking ? [{ file, lacking }] : [];
  });
  return { listed: [...listed.values()], unlisted };
}

const namesOf = (manifests: readonly Manifest[]): string => manifests.map(({ name }) => name).join(' and ');

/** Where a message on a listed file points: the line of the first manifest, and those of the others. */
export const whereListed = ({ entries }: Listed) => {
  const [first, ...others] = entries;
  return {
    file: first!.manifest.file,
    place: first!.entry.place,
    ...(others.length > 0 && {
      related: others.map(({ manifest, entry }) => ({
        file: manifest.file,
        place: entry.place,
        reason: 'It is listed here, too.',
      })),
    }),
  };
};

/**
 * What is missing and what is too much. A file that is not listed and has the digests of a missing one was renamed,
 * which is one fault.
 * @param strict whether tag files have to be listed, as those of our own bags are
 */
export async function completeness(
  bag: Bag,
  { listed, unlisted }: Listing,
  fetched: ReadonlyMap<string, Fetched>,
  strict: boolean,
): Promise<Message[]> {
  const missing = listed.filter(({ file }) => !file);
  const renamed = await renamedFiles(bag, missing, unlisted);
  const found = new Set(renamed.values());
  const said = missing.map((one) => {
    const { path } = one;
    const where = { ...whereListed(one), words: path };
    const now = renamed.get(path);
    if (now !== undefined) {
      const reason = `“${path}” is missing; “${now}”, which is not listed, has its bytes.`;
      return message('bag-is-complete', { ...where, reason, advice: `Name it “${path}” again.` });
    }
    const remote = fetched.get(path);
    return message('bag-is-complete', {
      ...where,
      reason: remote
        ? `“${path}” is not in the bag yet: fetch.txt has it at ${remote.url}.`
        : `“${path}” is listed and is not in the bag.`,
      advice: remote
        ? 'memcon fetches nothing: fetch it, put it there, and verify again.'
        : 'Ask whoever sent the bag for it, or take it from another copy.',
    });
  });
  const extra = unlisted
    .filter(({ file }) => !found.has(file.path))
    .map(({ file, lacking }) => {
      const isPayload = file.path.startsWith('data/');
      return message('bag-is-complete', {
        ...(!isPayload && !strict && { severity: 'warning' as const }),
        file: `${bag.name}/${file.path}`,
        words: file.path,
        reason: `“${file.path}” is in the bag, and ${namesOf(lacking)} ${lacking.length > 1 ? 'do' : 'does'} not list it.`,
        advice: 'Take it out if it does not belong there; if it does, make the manifests anew.',
      });
    });
  return [...said, ...extra];
}

async function renamedFiles(
  bag: Bag,
  missing: readonly Listed[],
  unlisted: Listing['unlisted'],
): Promise<Map<string, string>> {
  const renamed = new Map<string, string>();
  if (missing.length === 0) return renamed;
  const algorithms = [...new Set(missing.flatMap(({ entries }) => entries.map(({ manifest }) => manifest.algorithm)))];
  for (const { file } of unlisted) {
    const digests = await bag.digests(file.path, algorithms).catch(() => undefined);
    const was = missing.find(
      ({ path, entries }) =>
        !renamed.has(path) &&
        path.startsWith('data/') === file.path.startsWith('data/') &&
        entries.every(({ manifest, entry }) => digests?.get(manifest.algorithm) === entry.digest),
    );
    if (was) renamed.set(was.path, file.path);
  }
  return renamed;
}

import { isError, type Message, message } from '../../messages/message.js';
import { cryptoName } from './algorithms.js';
import type { Bag, BagProof } from './bag.js';
import { fieldsOf, readBagInfo, SOFTWARE_AGENT } from './bag-info.js';
import { readDeclaration } from './declaration.js';
import { type Fetched, readFetch } from './fetch.js';
import { alterations } from './fixity.js';
import { type TagText, tagText } from './lines.js';
import { completeness, type Listed, listingOf } from './listing.js';
import { type Manifest, manifestName, readManifest } from './manifest.js';
import { twinsIn } from './paths.js';

/**
 * Proves a bag: that it keeps to BagIt, is complete and valid (RFC 8493, section 3), and names every fault. Nothing is
 * fetched and nothing is written.
 */
export async function checkBag(bag: Bag): Promise<BagProof> {
  const payload = bag.files.filter(({ path }) => path.startsWith('data/'));
  const counted = { files: payload.length, bytes: payload.reduce((sum, { size }) => sum + size, 0) };
  if (!isBag(bag)) {
    const reason = `“${bag.name}” is no bag: it holds neither bagit.txt nor a manifest.`;
    const advice = 'Name the folder or the archive of a bag; “memcon deposit” makes one.';
    const found = message('bag-keeps-to-bagit', { file: bag.name, words: bag.name, reason, advice });
    return { messages: bag.messages.some(isError) ? bag.messages : [found], payload: counted, algorithms: [] };
  }
  const messages: Message[] = [...bag.messages];
  const { version, encoding } = await declared(bag, messages);
  const open = opener(bag, encoding, messages);
  const manifests = await manifestsOf(bag, version, open);
  messages.push(...manifests.flatMap((manifest) => manifest.messages), ...formFaults(bag, manifests));
  const fetched = await fetchedBy(open, version, messages);
  const info = await open('bag-info.txt');
  const { fields, messages: ofInfo } = info ? readBagInfo(info) : { fields: [], messages: [] };
  messages.push(...ofInfo);
  const isOurs = fieldsOf(fields, SOFTWARE_AGENT).some(({ value }) => /^memcon\b/.test(value));
  const listing = listingOf(bag, manifests, version);
  const faults = [
    ...(await completeness(bag, listing, fetched, isOurs)),
    ...notListedButFetched(listing.listed, fetched, bag),
    ...(await alterations(bag, listing.listed)),
    ...lackingTagManifests(bag, manifests, isOurs),
  ];
  messages.push(...undeclared(bag, faults), ...faults, ...twins(bag));
  // Where files are missing, added or altered, the sum is wrong because of it.
  if (info && !faults.some(({ words }) => words?.startsWith('data/')))
    messages.push(...sumFaults(info, fieldsOf(fields, 'Payload-Oxum'), counted));
  const algorithms = [...new Set(manifests.map(({ algorithm }) => algorithm))].sort();
  return { messages, version, payload: counted, algorithms };
}

const DECLARATION = 'bagit.txt';

const isBag = ({ files }: Bag): boolean => files.some(({ path }) => path === DECLARATION || manifestName(path));

async function declared(bag: Bag, messages: Message[]): Promise<{ version: string; encoding: string }> {
  const file = `${bag.name}/${DECLARATION}`;
  if (!bag.files.some(({ path }) => path === DECLARATION)) return { version: '1.0', encoding: 'UTF-8' };
  const found = readDeclaration(file, await bag.read(DECLARATION).catch(() => new Uint8Array()));
  messages.push(...found.messages);
  return found;
}

/** A bag without `bagit.txt`, where no manifest that lists it has said so. */
function undeclared({ name, files }: Bag, faults: readonly Message[]): Message[] {
  const isThere = files.some(({ path }) => path === DECLARATION);
  if (isThere || faults.some(({ words }) => words === DECLARATION)) return [];
  const reason = `The bag has no “${DECLARATION}”.`;
  const advice = 'Write it: “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”, a line each.';
  return [message('bag-is-complete', { file: `${name}/${DECLARATION}`, words: DECLARATION, reason, advice })];
}

type Open = (path: string) => Promise<TagText | undefined>;

/** Reads tag files as text; one that cannot be read is a message. */
function opener(bag: Bag, encoding: string, messages: Message[]): Open {
  return async (path) => {
    if (!bag.files.some((file) => file.path === path)) return undefined;
    const file = `${bag.name}/${path}`;
    const bytes = await bag.read(path).catch(() => undefined);
    const text = bytes && tagText(file, bytes, encoding);
    const say = (reason: string, severity: 'error' | 'warning') =>
      messages.push(
        message('bag-keeps-to-bagit', { severity, file, words: path, reason, advice: 'Write it anew in UTF-8.' }),
      );
    if (!text) say(`“${path}” cannot be read as ${encoding}.`, 'error');
    else if (text.hasMark) say(`“${path}” begins with a byte order mark.`, 'warning');
    return text;
  };
}

async function manifestsOf(bag: Bag, version: string, open: Open): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const { path } of bag.files) {
    const kind = manifestName(path);
    const text = kind && (await open(path));
    if (kind && text) manifests.push(readManifest(path, text, version, kind));
  }
  return manifests;
}

function formFaults(bag: Bag, manifests: readonly Manifest[]): Message[] {
  const say = (file: string, reason: string, advice: string, severity: 'error' | 'warning' = 'error') =>
    message('bag-keeps-to-bagit', { severity, file, reason, advice });
  const unknown = manifests.filter(({ algorithm }) => cryptoName(algorithm) === undefined);
  const known = manifests.filter(({ algorithm, lists }) => lists === 'payload' && cryptoName(algorithm) !== undefined);
  return [
    ...(bag.hasPayloadFolder ? [] : [say(bag.name, 'The bag has no folder “data”.', 'Make one; it may be empty.')]),
    ...(manifests.some(({ lists }) => lists === 'payload')
      ? []
      : [say(bag.name, 'The bag has no manifest of its payload.', 'Make one, such as manifest-sha512.txt.')]),
    ...unknown.map(({ name, file, algorithm }) =>
      say(
        file,
        `memcon does not know the digest “${algorithm}”, so “${name}” proves nothing here.`,
        'Add a manifest of sha512 or sha256.',
        known.length > 0 ? 'warning' : 'error',
      ),
    ),
  ];
}

async function fetchedBy(open: Open, version: string, messages: Message[]): Promise<ReadonlyMap<string, Fetched>> {
  const text = await open('fetch.txt');
  if (!text) return new Map();
  const { files, messages: found } = readFetch(text, version);
  messages.push(...found);
  return files;
}

/** Every file of `fetch.txt` is in the manifests (RFC 8493, section 2.2.3). */
function notListedButFetched(listed: readonly Listed[], fetched: ReadonlyMap<string, Fetched>, bag: Bag): Message[] {
  const paths = new Set(listed.map(({ path }) => path));
  return [...fetched]
    .filter(([path]) => !paths.has(path))
    .map(([path, { place }]) =>
      message('bag-is-complete', {
        file: `${bag.name}/fetch.txt`,
        place,
        words: path,
        reason: `“${path}” is to be fetched, and no manifest lists it.`,
        advice: 'Nobody could prove what was fetched: add its digest to the manifests.',
      }),
    );
}

/** Where there are manifests of tag files, there is one for each digest; otherwise one has got lost. */
function lackingTagManifests(bag: Bag, manifests: readonly Manifest[], strict: boolean): Message[] {
  const of = (lists: Manifest['lists']) =>
    new Set(manifests.filter((one) => one.lists === lists).map(({ algorithm }) => algorithm));
  const [payload, tags] = [of('payload'), of('tags')];
  if (tags.size === 0 && !strict) return [];
  return [...payload]
    .filter((algorithm) => !tags.has(algorithm))
    .map((algorithm) => {
      const name = `tagmanifest-${algorithm}.txt`;
      return message('bag-is-complete', {
        ...(!strict && { severity: 'warning' as const }),
        file: `${bag.name}/${name}`,
        words: name,
        reason: `There is a manifest-${algorithm}.txt, and no ${name}.`,
        advice: 'If it got lost, take it from another copy of the bag.',
      });
    });
}

/** What becomes one file where names know no case, or one form of Unicode only (RFC 8493, sections 5.2.1 and 6.2). */
const twins = (bag: Bag): Message[] =>
  twinsIn(bag.files.map(({ path }) => path)).map(([first, ...others]) =>
    message('bag-keeps-to-bagit', {
      severity: 'warning',
      file: `${bag.name}/${first!}`,
      words: first!,
      reason: `“${first}” and “${others.join('”, “')}” differ only in case or in the form of Unicode.`,
      advice: 'On some systems one takes the place of the other: give them names of their own.',
    }),
  );

/** `Payload-Oxum`: bytes and files of the payload (RFC 8493, section 2.2.2). */
function sumFaults(text: TagText, sums: ReturnType<typeof fieldsOf>, { files, bytes }: BagProof['payload']): Message[] {
  const [first, second] = sums;
  if (!first) return [];
  const say = (line: typeof first, reason: string, advice: string) =>
    message('bag-is-complete', { file: text.file, place: text.place(line.line), words: line.value, reason, advice });
  if (second) return [say(second, 'Payload-Oxum stands there twice.', 'Take one of the two out.')];
  if (first.value === `${bytes}.${files}`) return [];
  const reason = `Payload-Oxum is “${first.value}”, and the payload has ${bytes} bytes in ${files} files: “${bytes}.${files}”.`;
  return [say(first, reason, 'If all files stand as listed, correct it; else something was added or got lost.')];
}

import type { Message, Place } from '../../messages/message.js';
import { message } from '../../messages/message.js';
import { digitsOf } from './algorithms.js';
import type { TagText } from './lines.js';
import { decodePath, hasBarePercent, unsafe } from './paths.js';

/** A file as a manifest lists it. */
export interface Entry {
  readonly path: string;
  /** The path as it is written, where it was decoded to another. */
  readonly written: string;
  /** In lower case. */
  readonly digest: string;
  readonly place: Place;
}

export interface Manifest {
  /** Its path in the bag. */
  readonly name: string;
  /** What messages call it. */
  readonly file: string;
  readonly algorithm: string;
  readonly lists: 'payload' | 'tags';
  /** By path; of a path that is listed twice, the first. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Paths on lines that prove nothing, since there is no digest on them. */
  readonly unproved: ReadonlySet<string>;
  readonly messages: readonly Message[];
}

/** `manifest-sha512.txt`, `tagmanifest-md5.txt`. */
export function manifestName(path: string): { algorithm: string; lists: Manifest['lists'] } | undefined {
  const [, tag, algorithm] = /^(tag)?manifest-([^/]+)\.txt$/.exec(path) ?? [];
  return algorithm === undefined ? undefined : { algorithm, lists: tag === undefined ? 'payload' : 'tags' };
}

/** A line of a manifest (RFC 8493, section 2.1.3): digest, white space, path; md5sum sets a `*` before what it read as bytes. */
const LINE = /^(\S+)[ \t]+(.*)$/;

/** Reads a manifest; a line that cannot be used is a message, and the others are read all the same. */
export function readManifest(
  name: string,
  text: TagText,
  version: string,
  { algorithm, lists }: Pick<Manifest, 'algorithm' | 'lists'>,
): Manifest {
  const entries = new Map<string, Entry>();
  const unproved = new Set<string>();
  const messages: Message[] = [];
  const digits = digitsOf(algorithm);
  for (const line of text.lines) {
    const place = text.place(line);
    const say = (reason: string, advice: string, words = line.text) =>
      messages.push(message('bag-keeps-to-bagit', { file: text.file, place, words, reason, advice }));
    const [, digest = '', rest = ''] = LINE.exec(line.text) ?? [];
    const written = version === '1.0' ? rest : rest.replace(/^\*/, '');
    if (written === '') {
      say(`A line of the manifest is no digest and path: “${line.text}”.`, 'Make the manifest anew.');
      continue;
    }
    if (!/^[0-9a-f]+$/i.test(digest) || (digits !== undefined && digest.length !== digits)) {
      say(`“${digest}” is no digest of ${algorithm}.`, 'Make the manifest anew.', digest);
      unproved.add(decodePath(written, version));
      continue;
    }
    const path = decodePath(written, version);
    const danger = unsafe(path);
    if (danger !== undefined) {
      say(
        `The path “${written}” ${danger}.`,
        'Do not unpack this bag by other programs; ask whoever sent it.',
        written,
      );
      continue;
    }
    if ((lists === 'payload') !== path.startsWith('data/')) {
      say(
        lists === 'payload'
          ? `“${written}” does not lie in data/, and a manifest of the payload lists no others.`
          : `“${written}” is payload, which a manifest of tag files does not list.`,
        'Make the manifests anew.',
        written,
      );
      continue;
    }
    if (lists === 'tags' && manifestName(path)?.lists === 'tags') {
      say(`“${written}” is a manifest of tag files, which no such manifest lists.`, 'Take the line out.', written);
      continue;
    }
    if (version === '1.0' && hasBarePercent(written)) {
      messages.push(
        message('bag-keeps-to-bagit', {
          severity: 'warning',
          file: text.file,
          place,
          words: written,
          reason: `The path “${written}” has a percent sign that is not written as %25.`,
          advice: 'It is taken as it stands; programs that keep to RFC 8493 may look for another file.',
        }),
      );
    }
    const before = entries.get(path);
    if (before) {
      const same = before.digest === digest.toLowerCase();
      const first = before.place.start.line;
      say(
        `“${written}” is listed twice, first on line ${first}${same ? '' : ', with another digest'}.`,
        same ? 'Take one of the two lines out.' : 'Nobody can say which of the two is right; make the manifest anew.',
        written,
      );
      continue;
    }
    entries.set(path, { path, written, digest: digest.toLowerCase(), place });
  }
  return { name, file: text.file, algorithm, lists, entries, unproved, messages };
}

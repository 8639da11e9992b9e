import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { bibliographyIn } from '../citation/units.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { byVersion, isVersion } from '../text/version.js';
import { type FileCopy, kindOf, readIfThere, sha256 } from './files.js';
import type { Task } from './workspace.js';

/** A version of an edition that was released: its pages and its TEI file stay as they were. */
export interface Release {
  readonly version: string;
  /** The day of the edition, ISO 8601. */
  readonly date?: string;
  /** SHA-256 of the TEI file, in hexadecimal. */
  readonly sha256: string;
}

/** Below the output folder. */
export const releaseFolder = (name: string, version: string): string => `${name}/v${version}`;

/**
 * The releases of an edition, from `releases.json` beside its transcription, the earliest first.
 * @throws MaterialError where the file cannot be read
 */
export async function readReleases({ folder }: Task): Promise<Release[]> {
  if (folder === undefined) return [];
  const file = join(folder, 'releases.json');
  const bytes = await readIfThere(file);
  if (!bytes) return [];
  const releases = releasesIn(decodeUtf8(file, bytes));
  if (releases) return releases.sort((one, other) => byVersion(one.version, other.version));
  throw new MaterialError(
    message('releases-are-on-record', {
      file,
      reason:
        'The list of releases cannot be read: it is no list of versions, each once, with the SHA-256 of its TEI file.',
      advice: 'Restore it from the version history; it is written by “memcon release”.',
    }),
  );
}

function releasesIn(text: string): Release[] | undefined {
  try {
    const { releases } = JSON.parse(text) as { releases?: unknown };
    if (!Array.isArray(releases)) return undefined;
    const isRelease = (one: unknown): one is Release => {
      const { version, sha256, date } = Object(one) as Partial<Release>;
      return (
        typeof version === 'string' &&
        isVersion(version) &&
        typeof sha256 === 'string' &&
        (date === undefined || typeof date === 'string')
      );
    };
    const versions = new Set(releases.map((one) => (Object(one) as Partial<Release>).version));
    return releases.every(isRelease) && versions.size === releases.length ? releases : undefined;
  } catch {
    return undefined;
  }
}

const ABOUT =
  'Versions of this edition that were released; their pages stay as they were. Written by “memcon release”; keep it.';

/** One release a line. */
export const releasesText = (releases: readonly Release[]): string =>
  `{\n "about": ${JSON.stringify(ABOUT)},\n "releases": [\n${releases.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n ]\n}\n`;

/** What has become of the releases of an edition in an output folder: those that are not there, or were changed. */
export async function keptReleases({ name }: Task, releases: readonly Release[], out: string): Promise<Message[]> {
  const found: Message[] = [];
  for (const { version, sha256: released } of releases) {
    const file = join(out, releaseFolder(name, version), `${name}.xml`);
    const bytes = await readIfThere(file);
    if (bytes && sha256(bytes) === released) continue;
    found.push(
      message('release-is-kept', {
        file,
        words: version,
        reason: bytes
          ? `The TEI file of release ${version} of ${name} is not the one that was released.`
          : `Release ${version} of ${name} is not in the output folder.`,
        advice: `Copy the folder “v${version}” there from where the edition is published, or from its version history.`,
      }),
    );
  }
  return found;
}

/** A TEI file as it would be released: its schema lies beside it, and its address is that of the release. */
const asReleased = (tei: string, name: string, version: string): string =>
  tei
    .replace(/(<\?xml-model href=")\.\.\//g, '$1')
    .replace(/(<schemaRef [^>]*\burl=")\.\.\//, '$1')
    .replace(`/${name}/index.html</idno>`, () => `/${releaseFolder(name, version)}/index.html</idno>`);

/** An edition that has the version of a release, and other bytes than were released. */
export function changedUnderItsVersion(
  { name, folder, release }: Task,
  tei: string | undefined,
  releases: readonly Release[],
): Message[] {
  if (tei === undefined || folder === undefined || release !== undefined || releases.length === 0) return [];
  const { version } = bibliographyIn(name, tei);
  const released = releases.find((one) => one.version === version);
  if (!released || released.sha256 === sha256(asReleased(tei, name, released.version))) return [];
  return [
    message('release-has-its-version', {
      file: join(folder, 'edition.yaml'),
      words: released.version,
      reason: `${name} still says that it is version ${released.version}, and is no longer what was released as that.`,
      advice: 'Write a later version and its date into edition.yaml; “memcon release” puts it on record.',
    }),
  ];
}

/** What an output folder holds of the releases of an edition, by path below it. */
export async function releasedFiles(
  { name }: Task,
  releases: readonly Release[],
  out: string,
): Promise<Map<string, FileCopy>> {
  const files = new Map<string, FileCopy>();
  for (const { version } of releases) {
    const folder = join(out, releaseFolder(name, version));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      files.set(relative(out, path).split(sep).join('/'), { copyOf: path });
    }
  }
  return files;
}

/** The TEI file of a release beside that of the edition as it is now, where there is one. */
export async function releasedFile(file: string, version: string): Promise<string | undefined> {
  const released = join(dirname(file), `v${version}`, basename(file));
  return (await kindOf(released)) === 'file' ? released : undefined;
}

import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { MaterialError, type Message, message } from '../messages/message.js';
import type { Built } from '../pipeline.js';
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

/** Where the build puts editions when it is not told otherwise. */
export const OUTPUT = 'output';

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

/**
 * The TEI file in the folder of a release. An edition that was renamed since has it under its old name, which is part of
 * what was released.
 */
async function teiIn(folder: string, name: string): Promise<string | undefined> {
  const own = join(folder, `${name}.xml`);
  if ((await kindOf(own)) === 'file') return own;
  const [file, ...more] = (await readdir(folder).catch(() => [])).filter((entry) => entry.endsWith('.xml'));
  return file !== undefined && more.length === 0 ? join(folder, file) : undefined;
}

/** What has become of the releases of an edition in an output folder: those that are not there, or were changed. */
export async function keptReleases({ name }: Task, releases: readonly Release[], out: string): Promise<Message[]> {
  const found: Message[] = [];
  for (const { version, sha256: released } of releases) {
    const folder = join(out, releaseFolder(name, version));
    const file = (await teiIn(folder, name)) ?? join(folder, `${name}.xml`);
    const bytes = await readIfThere(file);
    if (bytes && sha256(bytes) === released) continue;
    const former = bytes ? undefined : await underOtherName(version, released, out);
    found.push(
      message('release-is-kept', {
        file,
        words: version,
        reason: bytes
          ? `The TEI file of release ${version} of ${name} is not the one that was released.`
          : former !== undefined
            ? `Release ${version} of ${name} lies in “${former}”, where the edition had another name.`
            : `Release ${version} of ${name} is not in the output folder.`,
        advice:
          former !== undefined
            ? `Copy “${former}” to “${folder}” as it is, its files under their old names. Leave the old folder where it is published, since citations lead there.`
            : `Copy the folder “v${version}” there from where the edition is published, or from its version history; of an edition that was renamed since, as it is, with its files under their old names.`,
      }),
    );
  }
  return found;
}

/** The folder of a release in that of an edition of another name: of the same TEI file. */
async function underOtherName(version: string, released: string, out: string): Promise<string | undefined> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  for (const name of entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()) {
    const folder = join(out, releaseFolder(name, version));
    const file = await teiIn(folder, name);
    const bytes = file === undefined ? undefined : await readIfThere(file);
    if (bytes && sha256(bytes) === released) return folder;
  }
  return undefined;
}

/** The register of ids in the folder of a release, where it is there. */
export async function releasedRegister({ name }: Task, version: string, out: string): Promise<string | undefined> {
  const file = (await teiIn(join(out, releaseFolder(name, version)), name))?.replace(/\.xml$/, '.ids.json');
  return file !== undefined && (await kindOf(file)) === 'file' ? file : undefined;
}

/** A TEI file as it would be released: its schema lies beside it, and its address is that of the release. */
const asReleased = (tei: string, name: string, version: string): string =>
  tei
    .replace(/(<\?xml-model href=")\.\.\//g, '$1')
    .replace(/(<schemaRef [^>]*\burl=")\.\.\//, '$1')
    .replace(`/${name}/index.html</idno>`, () => `/${releaseFolder(name, version)}/index.html</idno>`);

/** An edition that has the version of a release and other bytes than were released, or a version before the last one. */
export function changedUnderItsVersion(
  { name, folder, release }: Task,
  { tei, version }: Pick<Built, 'tei' | 'version'>,
  releases: readonly Release[],
): Message[] {
  if (tei === undefined || folder === undefined || release !== undefined || releases.length === 0) return [];
  const last = releases.at(-1)!;
  const released = releases.find((one) => one.version === version);
  const isOther = released !== undefined && released.sha256 !== sha256(asReleased(tei, name, released.version));
  const isEarlier = version !== undefined && isVersion(version) && byVersion(version, last.version) < 0;
  if (!isOther && !isEarlier) return [];
  return [
    message('release-has-its-version', {
      file: join(folder, 'edition.yaml'),
      words: version!,
      reason: isOther
        ? `${name} still says that it is version ${version}, and is no longer what was released as that.`
        : `${name} says that it is version ${version}, which comes before release ${last.version}.`,
      advice: `Write a version after ${last.version} and its date into edition.yaml; “memcon release” puts it on record.`,
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
export const releasedFile = (file: string, version: string): Promise<string | undefined> =>
  teiIn(join(dirname(file), `v${version}`), basename(file, '.xml'));

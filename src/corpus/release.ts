import { join } from 'node:path';
import { bibliographyIn } from '../citation/units.js';
import type { Context } from '../context.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { byVersion, isVersion } from '../text/version.js';
import { type BuiltTask, buildPlan } from './build.js';
import { versionIn, withVersion } from './edition-file.js';
import { type FileContent, kindOf, readIfThere, sha256 } from './files.js';
import { type Release, readReleases, releaseFolder, releasesText } from './releases.js';
import type { Plan, Task } from './workspace.js';

/** What the release of an edition writes; nothing where the edition has errors. */
export interface Released {
  readonly version: string;
  readonly edition: BuiltTask;
  readonly messages: readonly Message[];
  /** Below the output folder: the folder of the release. */
  readonly files: ReadonlyMap<string, FileContent>;
  /** What the folder of the edition keeps of it. */
  readonly records: ReadonlyMap<string, FileContent>;
}

/**
 * Builds an edition as a release: its TEI file and its pages, with all that they need, in a folder of their own. Nothing
 * is written. A version that differs from that of `edition.yaml` is put there.
 * @throws MaterialError where the version is none, is not later than the last release, or is there already
 */
export async function releaseEdition(
  plan: Plan,
  wanted: string | undefined,
  out: string,
  context: Context,
): Promise<Released> {
  const [task] = plan.tasks;
  const { folder, name } = task!;
  if (folder === undefined) throw noEdition(task!);
  const description = join(folder, 'edition.yaml');
  const yaml = decodeUtf8(description, (await readIfThere(description)) ?? new Uint8Array());
  const stated = versionIn(yaml);
  const version = wanted ?? stated;
  const before = await readReleases(task!);
  await refuse(version, before, { file: description, out, name });
  const edited = version === stated ? yaml : withVersion(yaml, version!);
  const result = await buildPlan(
    { ...plan, whole: false, tasks: [{ ...task!, release: version! }] },
    context,
    () => {},
    {
      edited,
    },
  );
  const [edition] = result.editions;
  const tei = edition!.built?.tei;
  if (tei === undefined || edition!.messages.some(isError))
    return { version: version!, edition: edition!, messages: edition!.messages, files: new Map(), records: new Map() };
  const { editionDate: date } = bibliographyIn(name, tei);
  const last = before.at(-1);
  const messages = [...edition!.messages];
  if (last?.date !== undefined && last.date === date)
    messages.push(
      message('release-has-its-version', {
        file: description,
        words: date,
        reason: `Release ${version} of ${name} has the day of release ${last.version}, ${date}.`,
        advice:
          'Write the day of this version into edition.yaml (date); harvesters ask for what has changed since a day.',
      }),
    );
  const release: Release = { version: version!, ...(date !== undefined && { date }), sha256: sha256(tei) };
  return {
    version: version!,
    edition: edition!,
    messages,
    files: inFolder(result.files, name, version!),
    records: new Map<string, FileContent>([
      ...result.registers,
      ...(edited === yaml ? [] : [[description, edited] as const]),
      [join(folder, 'releases.json'), releasesText([...before, release])],
    ]),
  };
}

async function refuse(
  version: string | undefined,
  before: readonly Release[],
  { file, out, name }: { file: string; out: string; name: string },
): Promise<void> {
  const refused = (reason: string, advice: string) =>
    new MaterialError(
      message('release-goes-forward', { file, ...(version !== undefined && { words: version }), reason, advice }),
    );
  if (version === undefined)
    throw refused(
      'The edition has no version.',
      'Name one, such as “memcon release EDITION 1.0.0”, or write it into edition.yaml.',
    );
  if (!isVersion(version))
    throw refused(
      `“${version}” is no semantic version.`,
      'Give three numbers with points between them, such as 1.0.0 (semver.org).',
    );
  const last = before.at(-1);
  if (last && byVersion(version, last.version) <= 0)
    throw refused(
      last.version === version || before.some((one) => one.version === version)
        ? `Version ${version} of ${name} was released already.`
        : `Version ${version} of ${name} comes before ${last.version}, which was released.`,
      `Give a version after ${last.version}; what was released stays as it is.`,
    );
  const folder = join(out, releaseFolder(name, version));
  if ((await kindOf(folder)) !== undefined)
    throw refused(
      `There is a folder “${folder}” already, and no release ${version} on record.`,
      'Give another version, or put the folder elsewhere; what may have been published is not written over.',
    );
}

/** No page of an edition needs these. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'assets/site.css',
  'assets/guidelines.css',
  'assets/search.css',
  'assets/search.js',
  'schema/guidelines.html',
]);

/** The files of a release in its own folder, with assets and schema. */
function inFolder(files: ReadonlyMap<string, FileContent>, name: string, version: string): Map<string, FileContent> {
  const folder = releaseFolder(name, version);
  return new Map(
    [...files]
      .filter(([path]) => !NOT_KEPT.has(path))
      .map(([path, content]) => [
        path.startsWith(`${name}/`) ? `${folder}/${path.slice(name.length + 1)}` : `${folder}/${path}`,
        content,
      ]),
  );
}

const noEdition = ({ transcription }: Task): MaterialError =>
  new MaterialError(
    message('folder-holds-a-transcription', {
      file: transcription,
      reason: `“${transcription}” has no folder with an edition.yaml, and so no record of what was released.`,
      advice: 'Put it as transcription.md into a folder with an edition.yaml, and name that.',
    }),
  );

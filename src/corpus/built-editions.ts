import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parted } from '../citation/resolve.js';
import type { CitableEdition } from '../citation/unit.js';
import { citableEdition } from '../citation/units.js';
import { MaterialError, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { byVersion, isVersion } from '../text/version.js';
import { kindOf, readRequired } from './files.js';
import { OUTPUT, releasedFile } from './releases.js';

/**
 * The built editions at these paths, each a TEI file, an edition's folder or a folder of such; without paths, those in
 * `output/`. Where `reference` names its edition by an address, only that one is read; `at` asks for a release, and so
 * does an address of one.
 * @throws MaterialError when there is none, or one cannot be read or declares no references, or has no such release
 */
export async function builtEditions(
  paths: readonly string[],
  reference = '',
  at: string | undefined = parted(reference, []).version,
): Promise<CitableEdition[]> {
  const wanted = paths.length > 0 ? paths : [OUTPUT];
  const files = (await Promise.all(wanted.map(filesAt))).flat();
  const { name } = parted(reference, []);
  const named = files.filter((file) => basename(file, '.xml') === name);
  const found = named.length > 0 ? named : files;
  if (at === undefined) return Promise.all(found.map(editionIn));
  const all = (await Promise.all(found.map((file) => releasedIn(file, at)))).filter((edition) => edition !== undefined);
  const former = all.filter((edition) => edition.record.name !== name && basename(edition.file, '.xml') === name);
  if (former.length > 0) return former.map((edition) => called(edition, name!));
  if (all.length > 0) return all;
  throw new MaterialError(
    message('version-is-released', {
      words: at,
      reason: `There is no release ${at} of ${found.map((file) => basename(file, '.xml')).join(', ')}${await releasesOf(found)}.`,
      advice:
        'Name a version that was released with “memcon release”, or leave --at out to cite the edition as it is now.',
    }),
  );
}

async function editionIn(file: string): Promise<CitableEdition> {
  const tei = decodeUtf8(file, await readRequired(file));
  const isBare = (await kindOf(file.replace(/\.xml$/, '.html'))) === 'file';
  return declaring(citableEdition(file, tei, isBare ? 'bare' : 'workspace'));
}

/** The release of an edition, where it lies beside it. */
export async function releaseOf({ file }: CitableEdition, version: string): Promise<CitableEdition | undefined> {
  return releasedIn(file, version);
}

/** The edition that had another name once: a release that lies beside it has that name. */
export async function formerlyNamed(
  editions: readonly CitableEdition[],
  name: string | undefined,
): Promise<CitableEdition | undefined> {
  if (name === undefined) return undefined;
  for (const edition of editions) {
    const folder = dirname(edition.file);
    for (const version of await versionsBeside(edition.file))
      if ((await kindOf(join(folder, `v${version}`, `${name}.xml`))) === 'file') return edition;
  }
  return undefined;
}

/** A release has the name of its edition as it is now, also where it was released under another. */
async function releasedIn(file: string, version: string): Promise<CitableEdition | undefined> {
  const released = await releasedFile(file, version);
  return released === undefined ? undefined : called(await editionIn(released), basename(file, '.xml'));
}

function called(edition: CitableEdition, name: string): CitableEdition {
  const { record, units, byReference } = edition;
  if (record.name === name) return edition;
  const [whole, ...parts] = units;
  const renamed = { ...whole!, references: [name] };
  const references = [...byReference].map(([key, unit]) => [key, unit === whole ? renamed : unit] as const);
  return {
    ...edition,
    record: { ...record, name },
    units: [renamed, ...parts],
    byReference: new Map([...references, [name, renamed]]),
  };
}

/** “; there are 1.0.0, 1.1.0”, of one edition. */
async function releasesOf(files: readonly string[]): Promise<string> {
  if (files.length !== 1) return '';
  const versions = await versionsBeside(files[0]!);
  return versions.length > 0 ? `; there are ${versions.sort(byVersion).join(', ')}` : '; none was released';
}

/** The versions whose releases lie beside a TEI file. */
async function versionsBeside(file: string): Promise<string[]> {
  const entries = await readdir(dirname(file));
  return entries.flatMap((entry) => (entry.startsWith('v') && isVersion(entry.slice(1)) ? [entry.slice(1)] : []));
}

async function filesAt(path: string): Promise<string[]> {
  const kind = await kindOf(path);
  if (kind === 'file') return [path];
  if (kind === undefined && path !== OUTPUT) await readRequired(path);
  const files: string[] = [];
  const add = async (file: string) => {
    if ((await kindOf(file)) === 'file') files.push(file);
  };
  if (kind === 'folder') {
    await add(join(path, `${basename(join(process.cwd(), path))}.xml`));
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      if (entry.isDirectory()) await add(join(path, entry.name, `${entry.name}.xml`));
    }
  }
  if (files.length > 0) return files;
  throw new MaterialError(
    message('edition-is-built', {
      file: path,
      words: path,
      reason: `There is no built edition in “${path}”.`,
      advice: 'Build it first with “memcon build”, or name a TEI file or the folder of the output with --in.',
    }),
  );
}

/** An edition whose header says what can be cited in it. */
function declaring(edition: CitableEdition): CitableEdition {
  if (edition.units.length > 1) return edition;
  throw new MaterialError(
    message('references-are-declared', {
      file: edition.file,
      words: edition.record.name,
      reason:
        'The header declares no passage that can be cited: it has no refsDecl with citeStructure that fits the text.',
      advice:
        'Build the edition anew with “memcon build”; a file of other make needs a refsDecl as the guidelines show it.',
    }),
  );
}

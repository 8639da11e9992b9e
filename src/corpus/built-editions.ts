import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parted } from '../citation/resolve.js';
import type { CitableEdition } from '../citation/unit.js';
import { citableEdition } from '../citation/units.js';
import { MaterialError, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { kindOf, readRequired } from './files.js';

/** Where the build puts editions when it is not told otherwise. */
const OUTPUT = 'output';

/**
 * The built editions at these paths, each a TEI file, an edition's folder or a folder of such; without paths, those in
 * `output/`. Where `reference` names its edition by an address, only that one is read.
 * @throws MaterialError when there is none, or one cannot be read or declares no references
 */
export async function builtEditions(paths: readonly string[], reference = ''): Promise<CitableEdition[]> {
  const wanted = paths.length > 0 ? paths : [OUTPUT];
  const files = (await Promise.all(wanted.map(filesAt))).flat();
  const { name } = parted(reference, []);
  const named = files.filter((file) => basename(file, '.xml') === name);
  const editions: CitableEdition[] = [];
  for (const file of named.length > 0 ? named : files) {
    const tei = decodeUtf8(file, await readRequired(file));
    const isBare = (await kindOf(file.replace(/\.xml$/, '.html'))) === 'file';
    editions.push(declaring(citableEdition(file, tei, isBare ? 'bare' : 'workspace')));
  }
  return editions;
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

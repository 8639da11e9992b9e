import { join } from 'node:path';
import type { Description, PlacedDecision } from '../editing/description.js';
import { type Message, message } from '../messages/message.js';
import type { BuildInput } from '../pipeline.js';
import { decodeUtf8 } from '../sources/decode.js';
import { receive } from '../sources/receive.js';
import { byVersion } from '../text/version.js';
import { type FileCopy, readIfThere, readRequired } from './files.js';
import { readRegister } from './ids-file.js';
import { imagesOf } from './images.js';
import { readReleases } from './releases.js';
import type { Shared } from './shared.js';
import type { Task, Workspace } from './workspace.js';
import { readYaml } from './yaml.js';

/** The folder of the schema in an output folder. */
export const SCHEMA = 'schema';

/**
 * What the build of an edition needs, read from its files; `input` is absent where `edition.yaml` cannot be used.
 * @throws MaterialError when a file cannot be read
 */
export async function receiveEdition(
  task: Task,
  workspace: Workspace,
  { authorities, grammar, constraints, schema }: Shared,
  edited?: string,
): Promise<{ input?: BuildInput; images: ReadonlyMap<string, FileCopy>; messages: readonly Message[] }> {
  const received = await receiveTask(task);
  const images = await imagesOf(received);
  const described = await readDescription(task, schema, edited);
  if (!described.description) return { images: images.files, messages: described.messages };
  const register = await readRegister(task);
  const { version } = described.description;
  const isReleased =
    task.release === undefined &&
    version !== undefined &&
    (await readReleases(task)).some((released) => byVersion(released.version, version) >= 0);
  const input: BuildInput = {
    ...received,
    name: task.name,
    images: images.addresses,
    description: described.description,
    decisions: described.decisions,
    descriptionFile: described.file,
    placeInDescription: described.placeOf,
    authorities,
    published: register.ids,
    stood: register.decisions,
    isReleased,
    ...(register.version !== undefined && { publishedVersion: register.version }),
    ...(workspace.licence && { licence: workspace.licence }),
    grammar,
    constraints,
    teiFile: `${folderOf(task)}/${task.name}.xml`,
    schema: task.release === undefined ? `../${SCHEMA}` : SCHEMA,
    ...(workspace.publisher !== undefined && { publisher: workspace.publisher }),
    ...(workspace.address !== undefined && {
      address: `${workspace.address.replace(/\/+$/, '')}/${folderOf(task)}/index.html`,
    }),
  };
  return { input, images: images.files, messages: [...images.messages, ...unread(task)] };
}

/** The folder of an edition, or of a release of it, below the output folder. */
export const folderOf = ({ name, release }: Task): string => (release === undefined ? name : `${name}/v${release}`);

/**
 * The transcription of a task.
 * @throws MaterialError when a file of it cannot be read
 */
export const receiveTask = async ({ files, transcription }: Task) =>
  receive(await Promise.all(files.map(async (file) => ({ file, bytes: await readRequired(file) }))), transcription);

const unread = ({ transcription, files, others }: Task): Message[] =>
  others.length === 0
    ? []
    : [
        message('transcription-is-one', {
          file: transcription,
          words: others[0]!,
          reason: `The folder holds the document in other formats too; ${files[0]} was read, and ${others[0]} was not.`,
          advice: 'Name a file to have it read, or keep one format in the folder.',
        }),
      ];

async function readDescription(task: Task, schema: object, edited?: string) {
  const file = join(task.folder ?? '', 'edition.yaml');
  const bytes = task.folder === undefined || edited !== undefined ? undefined : await readIfThere(file);
  const text = edited ?? (bytes && decodeUtf8(file, bytes));
  if (text === undefined)
    return { file, description: {} as Description, decisions: [], messages: [], placeOf: () => undefined };
  const { value, messages, placeOf } = readYaml<Description>(file, text, schema);
  const decisions = (value?.decisions ?? []).map((decision, i): PlacedDecision => {
    const nowhere = { line: 1, column: 1, offset: 0 };
    const place = placeOf(['decisions', i, 'quote']) ?? placeOf(['decisions', i]) ?? { start: nowhere, end: nowhere };
    return { ...decision, stands: place };
  });
  return { file, description: value, decisions, messages, placeOf };
}

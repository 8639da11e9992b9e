import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Harvesting } from '../interchange/record.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import type { AuthorityBytes } from './authorities.js';
import { kindOf, readIfThere, readRequired } from './files.js';
import { packagedJsonSchema } from './package-files.js';
import { endingOf, isNamedTranscription, type TranscriptionFiles, transcriptionIn } from './transcriptions.js';
import { readYaml } from './yaml.js';

/** What `memcon.yaml` says of a workspace. */
interface WorkspaceDescription {
  title: string;
  language?: string;
  publisher?: string;
  licence?: { name: string; url: string };
  address?: string;
  theme?: string;
  harvesting?: Harvesting;
  authorities?: string[];
}

export interface Workspace {
  folder: string;
  title: string;
  /** The code of the language in which the pages speak of the documents. */
  language?: string;
  publisher?: string;
  /** Where the output folder is published, without a slash at the end. */
  address?: string;
  /** CSS of its own that sets custom properties of the pages anew. */
  theme?: string;
  harvesting?: Harvesting;
  /** Of the editions; none is assumed where none is given. */
  licence?: { name: string; url: string };
  authorities: AuthorityBytes[];
}

/** One transcription to build, and where what belongs to it lies. */
export interface Task {
  name: string;
  /** What messages call it: the file, or the folder of its pages. */
  transcription: string;
  /** Its files, in the order of their pages; none where the folder of an edition has lost its transcription. */
  files: readonly string[];
  /** The same document in other formats, which are not read. */
  others: readonly string[];
  /** The edition's folder; absent for a bare transcription. */
  folder?: string;
  /** The version as which it is built to be released. */
  release?: string;
}

/** Editions that are published together: those of a workspace, or bare transcriptions. */
export interface Plan {
  workspace: Workspace;
  layout: 'workspace' | 'bare';
  tasks: Task[];
  /** All editions of the workspace are built, so that a list of them can be published. */
  whole: boolean;
}

/**
 * What the paths of a command line mean; without paths, the workspace in the current folder or in `editions/`.
 * @throws MaterialError when a path leads to nothing that can be built
 */
export async function planOf(paths: readonly string[]): Promise<Plan[]> {
  const wanted = paths.length > 0 ? paths : [await hereOrEditions()];
  const plans: Plan[] = [];
  for (const path of wanted) {
    const plan = await planOne(path);
    const same = plans.find(
      ({ layout, workspace }) => layout === plan.layout && workspace.folder === plan.workspace.folder,
    );
    if (same) {
      same.whole ||= plan.whole;
      same.tasks.push(
        ...plan.tasks.filter(({ transcription }) => same.tasks.every((task) => task.transcription !== transcription)),
      );
    } else plans.push(plan);
  }
  refuseSameNames(plans);
  return plans;
}

const hereOrEditions = async (): Promise<string> => ((await kindOf('memcon.yaml')) === 'file' ? '.' : 'editions');

async function planOne(path: string): Promise<Plan> {
  const kind = await kindOf(path);
  if (kind === undefined) {
    await readRequired(path);
    throw new Error('unreachable');
  }
  if (kind === 'file') return planFile(path);
  if ((await kindOf(join(path, 'memcon.yaml'))) === 'file') return planWorkspace(path);
  const found = await transcriptionIn(path);
  if (found) return planFiles(path, found);
  throw new MaterialError(
    message('folder-holds-a-transcription', {
      file: path,
      reason: `The folder “${path}” holds neither memcon.yaml nor a transcription.`,
      advice:
        'Name a workspace, an edition’s folder, a transcription, or a folder of numbered pages; “memcon init DIR” makes a workspace to begin with.',
    }),
  );
}

async function planFile(path: string): Promise<Plan> {
  const ending = endingOf(path);
  if (ending === undefined) {
    throw new MaterialError(
      message('folder-holds-a-transcription', {
        file: path,
        reason: `“${path}” is not a transcription that can be read: its name ends in “${extname(path)}”.`,
        advice: 'Transcriptions are Markdown (.md), plain text (.txt), PAGE or ALTO XML (.xml) or hOCR (.hocr, .html).',
      }),
    );
  }
  if (isNamedTranscription(path)) return planFiles(dirname(path), { files: [path], others: [] });
  const name = basename(path).slice(0, -ending.length);
  return bare({ name, transcription: path, files: [path], others: [] });
}

/** The edition in a folder; one without `edition.yaml` is built as it is. */
async function planFiles(folder: string, found: TranscriptionFiles): Promise<Plan> {
  const task = taskOf(basename(join(process.cwd(), folder)), folder, found);
  const isEdition = (await kindOf(join(folder, 'edition.yaml'))) === 'file';
  const parent = dirname(folder);
  if (isEdition && (await kindOf(join(parent, 'memcon.yaml'))) === 'file') {
    return {
      workspace: await readWorkspace(parent),
      layout: 'workspace',
      tasks: [{ ...task, folder }],
      whole: false,
    };
  }
  return bare({ ...task, ...(isEdition && { folder }) });
}

const taskOf = (name: string, folder: string, { files, others }: TranscriptionFiles): Task => ({
  name,
  transcription: files.length === 1 ? files[0]! : folder,
  files,
  others,
});

const bare = (task: Task): Plan => ({
  workspace: { folder: '', title: task.name, authorities: [] },
  layout: 'bare',
  tasks: [task],
  whole: true,
});

async function planWorkspace(folder: string): Promise<Plan> {
  const workspace = await readWorkspace(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const tasks: Task[] = [];
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const edition = join(folder, name);
    const found = await transcriptionIn(edition);
    if (found && (await isEdition(edition, found))) tasks.push({ ...taskOf(name, edition, found), folder: edition });
    else if (await isDescribed(edition))
      // It is an edition all the same, and the build of it says what it lacks.
      tasks.push({ name, transcription: edition, files: [], others: [], folder: edition });
  }
  return { workspace, layout: 'workspace', tasks, whole: true };
}

/** One file of any name makes no edition by itself: the folder of the output has one, too. */
const isEdition = async (folder: string, { files }: TranscriptionFiles): Promise<boolean> =>
  files.length > 1 ||
  dirname(files[0]!) !== folder ||
  isNamedTranscription(files[0]!) ||
  (await kindOf(join(folder, 'edition.yaml'))) === 'file';

/** Whether a folder has what only that of an edition has. */
const isDescribed = async (folder: string): Promise<boolean> =>
  (await Promise.all(['edition.yaml', 'ids.json', 'releases.json'].map((name) => kindOf(join(folder, name))))).includes(
    'file',
  );

async function readWorkspace(folder: string): Promise<Workspace> {
  const file = join(folder, 'memcon.yaml');
  const text = decodeUtf8(file, (await readIfThere(file)) ?? new Uint8Array());
  const { value, messages } = readYaml<WorkspaceDescription>(file, text, await packagedJsonSchema('workspace'));
  refuse(messages);
  const { title, language, publisher, address, theme, harvesting, licence, authorities = [] } = value!;
  const files = await Promise.all(
    authorities.map(async (name) => {
      const path = join(folder, name);
      return { file: path, bytes: await readRequired(path) };
    }),
  );
  const style = theme === undefined ? undefined : join(folder, theme);
  return {
    folder,
    title,
    ...(language !== undefined && { language }),
    ...(publisher !== undefined && { publisher }),
    ...(address !== undefined && { address: address.replace(/\/+$/, '') }),
    ...(style !== undefined && { theme: decodeUtf8(style, await readRequired(style)) }),
    ...(harvesting && { harvesting }),
    ...(licence && { licence }),
    authorities: files,
  };
}

function refuse(messages: readonly Message[]): void {
  const [first] = messages;
  if (first) throw new MaterialError(first);
}

function refuseSameNames(plans: readonly Plan[]): void {
  const seen = new Map<string, string>();
  for (const { name, transcription } of plans.flatMap(({ tasks }) => tasks)) {
    const other = seen.get(name);
    if (other !== undefined) {
      throw new MaterialError(
        message('editions-have-names-of-their-own', {
          file: transcription,
          words: name,
          reason: `Two transcriptions are named “${name}”: “${other}” and “${transcription}”.`,
          advice: 'Rename one, or build them into different folders.',
        }),
      );
    }
    seen.set(name, transcription);
  }
}

/**
 * The `edition.yaml` that keeps the decisions on an edition.
 * @throws MaterialError where the transcription has no folder of its own
 */
export function descriptionFileOf({ folder, files, transcription }: Task): string {
  if (folder !== undefined) return join(folder, 'edition.yaml');
  if (files.every(isNamedTranscription)) return join(dirname(files[0]!), 'edition.yaml');
  throw new MaterialError(
    message('output-is-writable', {
      file: transcription,
      reason: `“${transcription}” has no folder of its own, in which an edition.yaml could keep decisions on it.`,
      advice: 'Put it as transcription.md into a folder, and name that; nothing was changed.',
    }),
  );
}

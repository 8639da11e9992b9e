import { basename, join } from 'node:path';
import type { Authorities } from '../authorities/authorities.js';
import type { Context } from '../context.js';
import type { Description, PlacedDecision } from '../editing/description.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { type BuildInput, type Built, build } from '../pipeline.js';
import { dayOf } from '../publication/ebook.js';
import { type PublishedEdition, publish, readingPage } from '../publication/views.js';
import { decodeUtf8 } from '../sources/decode.js';
import { receive } from '../sources/receive.js';
import type { PublishedId } from '../tei/ids.js';
import type { Constraints } from '../validation/constraints.js';
import type { Grammar } from '../validation/grammar.js';
import { loadAuthorities } from './authorities.js';
import { citationFiles, citedPassages } from './cited-passages.js';
import { conversationPath, conversationText } from './conversation-file.js';
import { type FileContent, type FileCopy, readIfThere, readRequired } from './files.js';
import { imagesOf } from './images.js';
import { type Kept, keptEdition, keptShared } from './kept.js';
import {
  generalAuthorities,
  packagedConstraints,
  packagedGrammar,
  packagedJsonSchema,
  packagedSchema,
} from './package-files.js';
import { printed } from './pdf.js';
import type { Plan, Task, Workspace } from './workspace.js';
import { readYaml } from './yaml.js';

/** The folder of the schema in an output folder. */
const SCHEMA = 'schema';

export interface BuiltTask {
  task: Task;
  built?: Built;
  /** Page images, by their address beside the edition. */
  images?: ReadonlyMap<string, FileCopy>;
  messages: readonly Message[];
}

export interface CorpusResult {
  editions: BuiltTask[];
  /** All files of the output folder, by path. */
  files: Map<string, FileContent>;
  /** The registers of ids to keep beside the transcriptions, by path. */
  registers: Map<string, string>;
}

/** What is made of each edition besides TEI and pages, and what an earlier build has left. */
export interface PlanOptions {
  /** Only what has changed since is made again, and an edition that fails now keeps the pages that it had. */
  readonly kept?: Kept;
  readonly epub?: boolean;
  /** The browser that prints PDFs; without one none are made. */
  readonly browser?: string | undefined;
}

/** Builds every edition of a plan; one that fails gives messages and no files, and the others are built all the same. */
export async function buildPlan(
  { workspace, layout, tasks, whole }: Plan,
  context: Context,
  progress: (task: Task) => void,
  { kept, epub = false, browser }: PlanOptions = {},
): Promise<CorpusResult> {
  const shared = kept ? await keptShared(kept, workspace, () => prepare(workspace)) : await prepare(workspace);
  const result: CorpusResult = { editions: [], files: new Map(), registers: new Map() };
  const published: PublishedEdition[] = [];
  for (const task of tasks) {
    const make = () => {
      progress(task);
      return buildTask(task, workspace, shared, context);
    };
    const { edition, good } = kept
      ? await keptEdition(kept, task, workspace, make)
      : { edition: await make(), good: undefined };
    result.editions.push(edition);
    const shown = edition.messages.some(isError) ? good : edition;
    const built = shown?.built;
    if (!built?.tei) continue;
    const citations = layout === 'workspace' ? await citedPassages(task.name, built.tei) : undefined;
    published.push({ name: task.name, tei: built.tei, ...(citations && { citations }) });
    for (const [path, text] of citations ? citationFiles(task.name, citations) : []) result.files.set(path, text);
    result.files.set(`${task.name}/${task.name}.xml`, built.tei);
    if (built.conversation) {
      result.files.set(conversationPath(task.name), conversationText(task.name, built.conversation));
    }
    for (const [address, copy] of shown?.images ?? []) result.files.set(`${task.name}/${address}`, copy);
    if (task.folder !== undefined) result.registers.set(join(task.folder, 'ids.json'), registerText(built.register));
  }
  if (published.length > 0) {
    for (const [name, content] of await packagedSchema()) result.files.set(`${SCHEMA}/${name}`, content);
    const site = {
      title: workspace.title,
      layout,
      licence: workspace.licence,
      authorities: workspace.authorities.map(({ file }) => basename(file)),
      partial: !whole,
      ...(workspace.publisher !== undefined && { publisher: workspace.publisher }),
      ...(workspace.address !== undefined && { address: workspace.address }),
    };
    const forms = { epub, pdf: browser !== undefined };
    for (const [path, content] of await publish(published, site, context, { ...forms, kept: kept?.pages }))
      result.files.set(path, content);
    if (browser !== undefined) {
      const printing = { site: site.title, address: workspace.address };
      const pages = published.map(({ name, tei }) => ({
        page: `${name}/${readingPage(name, layout)}`,
        pdf: `${name}/${name}.pdf`,
        day: dayOf(tei, context),
      }));
      for (const [path, content] of await printed(pages, result.files, browser, printing))
        result.files.set(path, content);
    }
  }
  return result;
}

/** What all editions of a workspace share. */
export interface Shared {
  authorities: Authorities;
  grammar: Grammar;
  constraints: Constraints;
  schema: object;
}

export async function prepare({ authorities }: Workspace): Promise<Shared> {
  const [general, grammar, constraints, schema] = await Promise.all([
    generalAuthorities(),
    packagedGrammar(),
    packagedConstraints(),
    packagedJsonSchema('edition'),
  ]);
  return { authorities: await loadAuthorities(authorities, general), grammar, constraints, schema };
}

/** Builds one edition; `edited` is what `edition.yaml` would be, where it is not to be read from the disk. */
export async function buildTask(
  task: Task,
  workspace: Workspace,
  shared: Shared,
  context: Context,
  edited?: string,
): Promise<BuiltTask> {
  try {
    const { input, images, messages } = await receiveEdition(task, workspace, shared, edited);
    if (!input) return { task, messages };
    const built = build(input, context);
    return { task, built, images, messages: [...built.messages, ...messages] };
  } catch (error) {
    if (error instanceof MaterialError) return { task, messages: [error.found] };
    // One edition on which the program fails must not keep the others back.
    const reason = `The program failed on this edition: ${(error as Error).message}.`;
    const advice = 'Please report it with the transcription, if you can. The other editions are not touched by it.';
    return { task, messages: [message('program-is-sound', { file: task.transcription, reason, advice })] };
  }
}

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
  const input: BuildInput = {
    ...received,
    name: task.name,
    images: images.addresses,
    description: described.description,
    decisions: described.decisions,
    descriptionFile: described.file,
    placeInDescription: described.placeOf,
    authorities,
    published: await readRegister(task),
    licence: workspace.licence,
    grammar,
    constraints,
    teiFile: `${task.name}/${task.name}.xml`,
    schema: `../${SCHEMA}`,
    ...(workspace.publisher !== undefined && { publisher: workspace.publisher }),
    ...(workspace.address !== undefined && {
      address: `${workspace.address.replace(/\/+$/, '')}/${task.name}/index.html`,
    }),
  };
  return { input, images: images.files, messages: [...images.messages, ...unread(task)] };
}

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

export async function readRegister({ folder }: Task): Promise<PublishedId[]> {
  if (folder === undefined) return [];
  const file = join(folder, 'ids.json');
  const bytes = await readIfThere(file);
  if (!bytes) return [];
  const ids = publishedIn(new TextDecoder().decode(bytes));
  if (!ids) {
    throw new MaterialError(
      message('yaml-keeps-to-the-schema', {
        file,
        reason: 'The register of published ids cannot be read.',
        advice: 'Restore it from the version history: without it, citations may come to mean other words.',
      }),
    );
  }
  return ids;
}

/** The entries of a register, or nothing where it is not one. */
function publishedIn(text: string): PublishedId[] | undefined {
  try {
    const { ids } = JSON.parse(text) as { ids?: unknown };
    const isEntry = (entry: unknown): entry is PublishedId =>
      typeof entry === 'object' &&
      entry !== null &&
      (['id', 'words', 'sha256'] as const).every((key) => typeof (entry as PublishedId)[key] === 'string');
    return Array.isArray(ids) && ids.every(isEntry) ? ids : undefined;
  } catch {
    return undefined;
  }
}

export const registerText = (ids: readonly PublishedId[]): string =>
  `${JSON.stringify({ about: 'Ids that this edition has published, with the words they stand for. Written by the build; keep it.', ids }, null, 1)}\n`;

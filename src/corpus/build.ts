import { basename, join } from 'node:path';
import type { Context } from '../context.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { type Built, build } from '../pipeline.js';
import { dayOf } from '../publication/ebook.js';
import { type PublishedEdition, publish, readingPage } from '../publication/views.js';
import { citationFiles, citationsFor } from './cited-passages.js';
import { conversationPath, conversationText } from './conversation-file.js';
import type { FileContent, FileCopy } from './files.js';
import { registerAfter, registerText } from './ids-file.js';
import { type Kept, keptEdition, keptShared } from './kept.js';
import { lostRegister } from './lost-register.js';
import type { MachineReadable } from './machine-files.js';
import { packagedSchema } from './package-files.js';
import { printed } from './pdf.js';
import { registerPath } from './published-register.js';
import { folderOf, type ReceiveOptions, receiveEdition, SCHEMA } from './received-edition.js';
import { changedUnderItsVersion, type Release, readReleases } from './releases.js';
import { prepare, type Shared } from './shared.js';
import { withdrawnPassages } from './withdrawn-passages.js';
import type { Plan, Task, Workspace } from './workspace.js';

export interface BuiltTask {
  task: Task;
  built?: Built;
  /** Page images, by their address beside the edition. */
  images?: ReadonlyMap<string, FileCopy>;
  /** What was released of it, the earliest first. */
  releases?: readonly Release[];
  messages: readonly Message[];
}

export interface CorpusResult {
  editions: BuiltTask[];
  /** All files of the output folder, by path. */
  files: Map<string, FileContent>;
  /** The registers of ids to keep beside the transcriptions, by path. */
  registers: Map<string, string>;
  /** What programs read of it is made from, where it has an address. */
  machines?: MachineReadable;
}

/** What is made of each edition besides TEI and pages, and what an earlier build has left. */
export interface PlanOptions {
  /** Only what has changed since is made again, and an edition that fails now keeps the pages that it had. */
  readonly kept?: Kept;
  readonly epub?: boolean;
  /** The browser that prints PDFs; without one none are made. */
  readonly browser?: string | undefined;
  /** What `edition.yaml` would be, where one edition alone is built and it is not to be read from the disk. */
  readonly edited?: string;
  /** The folder into which the build is to be written, with the registers of ids. */
  readonly out?: string;
}

/** Builds every edition of a plan; one that fails gives messages and no files, and the others are built all the same. */
export async function buildPlan(
  { workspace, layout, tasks, whole }: Plan,
  context: Context,
  progress: (task: Task) => void,
  { kept, epub = false, browser, edited, out }: PlanOptions = {},
): Promise<CorpusResult> {
  const shared = kept ? await keptShared(kept, workspace, () => prepare(workspace)) : await prepare(workspace);
  const result: CorpusResult = { editions: [], files: new Map(), registers: new Map() };
  const published: PublishedEdition[] = [];
  for (const task of tasks) {
    const make = () => {
      progress(task);
      return buildTask(task, workspace, shared, context, { edited, out });
    };
    const { edition, good } = kept
      ? await keptEdition(kept, task, workspace, make)
      : { edition: await make(), good: undefined };
    result.editions.push(edition);
    const shown = edition.messages.some(isError) ? good : edition;
    const built = shown?.built;
    if (!built?.tei) continue;
    const { edition: page, files } = await filesOf(task, built, built.tei, layout, shown?.releases);
    published.push(page);
    for (const [path, content] of files) result.files.set(path, content);
    for (const [address, copy] of shown?.images ?? []) result.files.set(`${task.name}/${address}`, copy);
    if (task.folder !== undefined) {
      const register = registerText(registerAfter(built));
      result.registers.set(join(task.folder, 'ids.json'), register);
      result.files.set(registerPath(task.name), register);
    }
  }
  if (published.length > 0) {
    for (const [name, content] of await packagedSchema(layout)) result.files.set(`${SCHEMA}/${name}`, content);
    const site = {
      title: workspace.title,
      layout,
      ...(workspace.licence && { licence: workspace.licence }),
      authorities: workspace.authorities.map(({ file }) => basename(file)),
      partial: !whole,
      ...(workspace.language !== undefined && { language: workspace.language }),
      ...(workspace.publisher !== undefined && { publisher: workspace.publisher }),
      ...(workspace.address !== undefined && { address: workspace.address }),
      ...(tasks[0]?.release !== undefined && { release: tasks[0].release }),
      ...(workspace.theme !== undefined && { theme: workspace.theme }),
    };
    const forms = { epub, pdf: browser !== undefined };
    for (const [path, content] of await publish(published, site, context, { ...forms, kept: kept?.pages }))
      result.files.set(path, content);
    if (browser !== undefined)
      for (const [path, content] of await pdfsOf(published, result.files, browser, site, context))
        result.files.set(path, content);
    const { address, harvesting } = workspace;
    if (address !== undefined && layout === 'workspace')
      result.machines = {
        publication: { ...site, address, ...(harvesting && { harvesting }) },
        editions: published.map(({ name, tei }) => [name, tei] as const),
        whole,
        day: context.date,
        files: result.files,
      };
  }
  return result;
}

/** What an edition is besides its pages: its TEI, its conversation as data, and the records of its citations. */
async function filesOf(
  task: Task,
  { conversation, register }: Built,
  tei: string,
  layout: Plan['layout'],
  releases: readonly Release[] = [],
): Promise<{ edition: PublishedEdition; files: [path: string, content: string][] }> {
  const { name } = task;
  const file = `${folderOf(task)}/${name}.xml`;
  const citations = await citationsFor(file, tei, layout);
  const { passages } = citations;
  // A transcription built by itself has no page of citations.
  const hasPage = layout === 'workspace';
  return {
    edition: {
      name,
      tei,
      citation: passages[0]?.chicago ?? '',
      ...(hasPage && { citations: passages }),
      withdrawn: withdrawnPassages(file, tei, register, layout),
      releases: releases.map(({ version }) => version).reverse(),
    },
    files: [
      [`${name}/${name}.xml`, tei],
      ...(conversation ? [[conversationPath(name), conversationText(name, conversation)] as [string, string]] : []),
      ...(hasPage ? citationFiles(name, citations) : []),
    ],
  };
}

const pdfsOf = (
  editions: readonly PublishedEdition[],
  files: ReadonlyMap<string, FileContent>,
  browser: string,
  { title, address, layout }: { title: string; address?: string; layout: Plan['layout'] },
  context: Context,
) =>
  printed(
    editions.map(({ name, tei }) => ({
      page: `${name}/${readingPage(name, layout)}`,
      pdf: `${name}/${name}.pdf`,
      day: dayOf(tei, context),
    })),
    files,
    browser,
    { site: title, address },
  );

/** Builds one edition; with an output folder, not over the last copy of a register that was lost. */
export async function buildTask(
  task: Task,
  workspace: Workspace,
  shared: Shared,
  context: Context,
  { edited, out }: ReceiveOptions = {},
): Promise<BuiltTask> {
  try {
    const { input, images, messages } = await receiveEdition(task, workspace, shared, { edited, out });
    if (!input) return { task, messages };
    const releases = await readReleases(task);
    const built = build(input, context);
    const own = [
      ...changedUnderItsVersion(task, built, releases),
      ...(out === undefined ? [] : await lostRegister(task, built, out)),
    ];
    return { task, built, images, releases, messages: [...built.messages, ...messages, ...own] };
  } catch (error) {
    if (error instanceof MaterialError) return { task, messages: [error.found] };
    // One edition on which the program fails must not keep the others back.
    const reason = `The program failed on this edition: ${(error as Error).message}.`;
    const advice = 'Please report it with the transcription, if you can. The other editions are not touched by it.';
    return { task, messages: [message('program-is-sound', { file: task.transcription, reason, advice })] };
  }
}

import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { Context } from '../context.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { placeInFiles, placeInTranscription } from '../messages-of-edition.js';
import { buildTask } from './build.js';
import { kindOf } from './files.js';
import type { Shared } from './shared.js';
import { planOf, type Task, type Workspace } from './workspace.js';

/** How far above an output folder its workspace is looked for. */
const LEVELS = 3;

/**
 * Gives findings on a TEI file the place in the transcription that they come from, where the file is what memcon
 * builds of an edition in a workspace near it or in the current folder. Where it is another, that is said.
 */
export async function placeInEdition(
  file: string,
  xml: string,
  messages: readonly Message[],
  context: Context,
  sharedBy: (workspace: Workspace) => Promise<Shared>,
): Promise<Message[]> {
  if (messages.length === 0) return [];
  const edition = await editionOf(file);
  if (!edition) return [...messages];
  const { task, workspace } = edition;
  const { built } = await buildTask(task, workspace, await sharedBy(workspace), context);
  if (built?.tei === undefined || !built.origins) return [...messages];
  const { transcription, anchored } = built.review;
  if (built.tei === xml)
    return placeInFiles(
      placeInTranscription(messages, xml, {
        transcription,
        origins: built.origins,
        anchored,
        descriptionFile: join(task.folder ?? '', 'edition.yaml'),
      }),
      transcription,
    );
  return [
    ...messages,
    message('edition-is-as-built', {
      file,
      words: task.name,
      reason: `The file is not what memcon builds of the edition ${task.name} now.`,
      advice: 'Mend the transcription or edition.yaml, and build it anew with “memcon build”.',
      related: [{ file: task.transcription, reason: 'The edition is made from here.' }],
    }),
  ];
}

/** The edition whose build writes a file of this path, `NAME/NAME.xml` in an output folder. */
async function editionOf(file: string): Promise<{ task: Task; workspace: Workspace } | undefined> {
  const name = basename(file, extname(file));
  const folder = dirname(resolve(file));
  if (basename(folder) !== name) return undefined;
  for (const workspace of await workspacesNear(dirname(folder))) {
    try {
      for (const plan of await planOf([workspace])) {
        const task = plan.tasks.find((one) => one.name === name);
        if (task) return { task, workspace: plan.workspace };
      }
    } catch (error) {
      // A workspace that cannot be used is said when it is checked; the file is not the worse for it.
      if (!(error instanceof MaterialError)) throw error;
    }
  }
  return undefined;
}

async function workspacesNear(output: string): Promise<string[]> {
  const above = Array.from({ length: LEVELS + 1 }, (_, n) => resolve(output, ...Array<string>(n).fill('..')));
  const found = new Set<string>();
  for (const folder of [resolve(''), ...above]) {
    for (const candidate of [folder, join(folder, 'editions')]) {
      if ((await kindOf(join(candidate, 'memcon.yaml'))) === 'file') found.add(relative('', candidate) || '.');
    }
  }
  return [...found];
}

import { dirname, join } from 'node:path';
import type { PublishedId } from '../citation/published-id.js';
import type { CitableEdition } from '../citation/unit.js';
import { MaterialError } from '../messages/message.js';
import { kindOf } from './files.js';
import { readRegister, registerIn } from './ids-file.js';
import { planOf, type Task } from './workspace.js';

/** The file of the register of ids that is published beside a TEI file. */
export const registerPath = (name: string): string => `${name}/${name}.ids.json`;

/** The published registers of editions whose ids no `ids.json` keeps: the next build may give other ones. */
export async function registersNotKept(tasks: readonly Task[]): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const { folder, name } of tasks)
    if (folder !== undefined && (await kindOf(join(folder, 'ids.json'))) === undefined) paths.add(registerPath(name));
  return paths;
}

/**
 * The ids that a built edition has published, those that are gone among them: from the file beside it, else from the
 * workspace here; none where there is neither.
 * @throws MaterialError where the register cannot be read
 */
export async function publishedIds({ file, record: { name } }: CitableEdition): Promise<readonly PublishedId[]> {
  const beside = await registerIn(join(dirname(file), `${name}.ids.json`));
  if (beside) return beside.ids;
  try {
    const tasks = (await planOf([])).flatMap((plan) => plan.tasks);
    const task = tasks.find((one) => one.name === name);
    return task ? (await readRegister(task)).ids : [];
  } catch (error) {
    if (error instanceof MaterialError && error.found.rule === 'file-is-found') return [];
    throw error;
  }
}

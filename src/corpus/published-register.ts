import { dirname, join } from 'node:path';
import type { PublishedId } from '../citation/published-id.js';
import type { CitableEdition } from '../citation/unit.js';
import { MaterialError } from '../messages/message.js';
import { readRegister, registerIn } from './ids-file.js';
import { planOf } from './workspace.js';

/** The file of the register of ids that is published beside a TEI file. */
export const registerPath = (name: string): string => `${name}/${name}.ids.json`;

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

import { join } from 'node:path';
import { MaterialError, type Message, message } from '../messages/message.js';
import type { Built } from '../pipeline.js';
import { decodeUtf8 } from '../sources/decode.js';
import { kindOf, readIfThere } from './files.js';
import { registerAfter, registerText } from './ids-file.js';
import { registerPath } from './published-register.js';
import { OUTPUT, readReleases, releasedRegister } from './releases.js';
import type { Task } from './workspace.js';

/**
 * An edition of which something was released has published ids; without its register they would be given anew.
 * @param out the output folder, in which copies of the register may lie
 * @throws MaterialError where releases are on record and no `ids.json` is there
 */
export async function refuseLostRegister(task: Task, out = OUTPUT): Promise<void> {
  const { folder, name } = task;
  if (folder === undefined || (await kindOf(join(folder, 'ids.json'))) !== undefined) return;
  const releases = await readReleases(task);
  const last = releases.at(-1);
  if (!last) return;
  const published = join(out, registerPath(name));
  const released = await releasedRegister(task, last.version, out);
  const copies = [(await kindOf(published)) === 'file' ? published : undefined, released].filter(
    (copy) => copy !== undefined,
  );
  const where = copies.map((copy) => `“${copy}”`).join(', else ');
  throw new MaterialError(
    lost(folder, {
      reason: `${name} was released as version ${last.version}, and its register of published ids is not there.`,
      advice:
        copies.length > 0
          ? `Restore ids.json from the version history, or copy ${where} to “${join(folder, 'ids.json')}”.`
          : `Restore ids.json from the version history, or copy ${name}.ids.json to “${join(folder, 'ids.json')}” from where the edition is published, or from its release ${last.version}.`,
    }),
  );
}

/**
 * An edition without `ids.json` whose register lies in the output folder, and is not what the build would write now: ids
 * that were published would come to mean other words, and the last copy of the register would be written over.
 */
export async function lostRegister({ folder, name }: Task, built: Built, out: string): Promise<Message[]> {
  if (folder === undefined || built.tei === undefined) return [];
  if ((await kindOf(join(folder, 'ids.json'))) !== undefined) return [];
  const published = join(out, registerPath(name));
  const bytes = await readIfThere(published);
  if (!bytes || decodeUtf8(published, bytes) === registerText(registerAfter(built))) return [];
  return [
    lost(folder, {
      reason: `${name} has published ids, which “${published}” lists, and its register of them is not there; the build would give some of them to other words.`,
      advice: `Restore ids.json from the version history, or copy “${published}” to “${join(folder, 'ids.json')}”. If nothing of it was ever published, delete “${join(out, name)}”, and the build begins anew.`,
    }),
  ];
}

const lost = (folder: string, said: Pick<Message, 'reason' | 'advice'>) =>
  message('ids-are-on-record', { file: join(folder, 'ids.json'), ...said });

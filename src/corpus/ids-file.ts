import { join } from 'node:path';
import { MaterialError, message } from '../messages/message.js';
import type { PublishedId } from '../tei/ids.js';
import { readIfThere } from './files.js';
import type { Task } from './workspace.js';

/**
 * The ids that an edition has published, from `ids.json` beside its transcription; none where there is no such file.
 * @throws MaterialError where it cannot be read
 */
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

import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileContent } from '../corpus/files.js';
import type { MachineReadable } from '../corpus/machine-files.js';
import type { Workspace } from '../corpus/workspace.js';
import type { Message } from '../messages/message.js';
import { typeOf } from './headers.js';
import { previewed } from './preview-pages.js';

/** The result of the last build: the server knows these files and no folder. */
export interface Site {
  files: ReadonlyMap<string, FileContent>;
  messages: readonly Message[];
  /** What is said of the workspace; absent where nothing has been built yet. */
  workspace?: SiteOf;
  /** The day of the run, as a build has it. */
  day?: string;
  /** What programs read of it is made from, where it has an address. */
  machines?: MachineReadable;
  /** Another one whenever there is something else to see. */
  version: string;
}

/** The workspace that is shown. */
export type SiteOf = Pick<Workspace, 'title' | 'publisher' | 'licence' | 'address' | 'harvesting'>;

export interface Resource {
  bytes: Uint8Array;
  type: string;
  /** A strong validator (RFC 9110, section 8.8.3): the digest of the bytes. */
  etag: string;
}

export function resourceOf(bytes: Uint8Array, type: string): Resource {
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, type, etag: `"${digest.slice(0, 27)}"` };
}

/** The file of a site under exactly this path, pages with what the preview adds to them. */
export async function fileOf({ files, messages, version }: Site, path: string): Promise<Resource | undefined> {
  const content = files.get(path);
  if (content === undefined) return undefined;
  const bytes = await bytesOf(content);
  if (!bytes) return undefined;
  const type = typeOf(path);
  if (!type.startsWith('text/html')) return resourceOf(bytes, type);
  return resourceOf(Buffer.from(previewed(new TextDecoder().decode(bytes), version, messages)), type);
}

async function bytesOf(content: FileContent): Promise<Uint8Array | undefined> {
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  return (await isPlain(content.copyOf)) ? readFile(content.copyOf).catch(() => undefined) : undefined;
}

/** No link: a name in the workspace must not open a file elsewhere. */
async function isPlain(path: string): Promise<boolean> {
  try {
    return (await realpath(path)) === join(await realpath(dirname(path)), basename(path));
  } catch {
    return false;
  }
}

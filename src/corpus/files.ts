import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MaterialError, message } from '../messages/message.js';

/**
 * The bytes of a file that has to be there.
 * @throws MaterialError when it is not, or cannot be read
 */
export async function readRequired(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * The bytes of a file that has to be there, or as many as were read before there were more than `most`; a pipe has no
 * size to ask for before.
 * @throws MaterialError when it is not there, or cannot be read
 */
export async function readWithin(path: string, most: number): Promise<{ bytes: Uint8Array; size: number }> {
  try {
    const file = await open(path);
    try {
      const { size, isFile } = await file.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
      if (isFile && size > most) return { bytes: new Uint8Array(), size };
      if (isFile) {
        const bytes = await file.readFile();
        return { bytes, size: bytes.length };
      }
      const chunks: Buffer[] = [];
      let read = 0;
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        chunks.push(chunk as Buffer);
        read += (chunk as Buffer).length;
        if (read > most) break;
      }
      return { bytes: Buffer.concat(chunks), size: read };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): MaterialError =>
  new MaterialError(
    message('file-is-found', {
      file: path,
      reason: `“${path}” ${causeOf(error)}.`,
      advice: 'Compare the path with what is on the disk; paths are taken from the current folder.',
    }),
  );

export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return (await kindOf(path)) === 'file' ? readRequired(path) : undefined;
}

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

const causes: Record<string, string> = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be read: permission is missing',
  EPERM: 'cannot be read: permission is missing',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is not a folder',
};

const causeOf = (error: unknown): string =>
  causes[(error as NodeJS.ErrnoException).code ?? ''] ?? `cannot be read (${(error as Error).message})`;

/** A file of the output that is a file of the material as it is. */
export interface FileCopy {
  copyOf: string;
}
export type FileContent = string | Uint8Array | FileCopy;
/** Files by their path; those of which there are many are made while they are written. */
export type Files =
  | Iterable<readonly [path: string, content: FileContent]>
  | AsyncIterable<readonly [path: string, content: FileContent]>;

const bytesOf = (content: FileContent): Promise<Uint8Array> | Buffer =>
  typeof content === 'string'
    ? Buffer.from(content)
    : content instanceof Uint8Array
      ? Buffer.from(content)
      : readFile(content.copyOf);

/**
 * A folder, and those that it lies in. Node's own `recursive` goes round for ever where a parent can never be made, such as
 * below a folder that was taken away.
 * @returns the first folder that was made, if any was
 * @throws the system's error where none can be made
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  const attempt = async (): Promise<'made' | 'there' | 'no parent'> => {
    try {
      await mkdir(path);
      return 'made';
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return 'there';
      if (code !== 'ENOENT' || dirname(path) === path) throw error;
      return 'no parent';
    }
  };
  const first = await attempt();
  if (first !== 'no parent') return first === 'made' ? path : undefined;
  const above = await makeFolder(dirname(path));
  const second = await attempt();
  if (second === 'no parent') throw Object.assign(new Error('it cannot be made'), { code: 'ENOENT', path });
  return above ?? (second === 'made' ? path : undefined);
}

/**
 * Writes all files below `folder`, or none: they are staged beside their places first and renamed when all are there.
 * A file that already has the same bytes is left alone.
 * @throws MaterialError when the folder cannot be written
 * @returns the paths written, relative to `folder`
 */
export async function writeAll(folder: string, files: Files): Promise<string[]> {
  const stamp = `.memcon-${randomBytes(6).toString('hex')}`;
  const staged: { from: string; to: string; path: string }[] = [];
  const made: string[] = [];
  try {
    for await (const [path, content] of files) {
      const to = join(folder, path);
      const bytes = await bytesOf(content);
      if ((await kindOf(to)) === 'folder') throw Object.assign(new Error(), { code: 'EISDIR', path: to });
      const before = await readFile(to).catch(() => undefined);
      if (before?.equals(bytes)) continue;
      const first = await makeFolder(dirname(to));
      if (first !== undefined) made.push(first);
      const from = `${to}${stamp}`;
      staged.push({ from, to, path });
      await writeFile(from, bytes);
    }
    for (const { from, to } of staged) await rename(from, to);
    return staged.map(({ path }) => path);
  } catch (error) {
    for (const { from } of staged) await rm(from, { force: true });
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true });
    const { code, path, message: said } = error as NodeJS.ErrnoException;
    const cause = [code ?? said, path].filter(Boolean).join(', at ');
    throw new MaterialError(
      message('output-is-writable', {
        file: folder,
        reason: `The folder “${folder}” cannot be written (${cause}).`,
        advice: 'Name another folder with --out, or give yourself permission to write there.',
      }),
    );
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BAGIT_TXT, bagInfoText, SOFTWARE_AGENT, sizeInWords } from '../deposit/bag/bag-info.js';
import { encodePath, folded, unsafe } from '../deposit/bag/paths.js';
import type { PackedFile, Use } from '../deposit/packed-file.js';
import { MaterialError, message } from '../messages/message.js';
import { type FileContent, makeFolder } from './files.js';

const ALGORITHMS = ['sha256', 'sha512'] as const;

/** A file that is written piece by piece and hashed on the way; nothing of it stays in memory. */
class HashedFile {
  private readonly hashes = ALGORITHMS.map((algorithm) => createHash(algorithm));
  private size = 0;

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<HashedFile> {
    await makeFolder(dirname(path));
    return new HashedFile(await open(path, 'wx'));
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (const hash of this.hashes) hash.update(bytes);
    this.size += bytes.length;
    for (let at = 0; at < bytes.length; ) at += (await this.handle.write(bytes, at)).bytesWritten;
  }

  /** SHA-256 of what was written so far. */
  digestSoFar = (): string => this.hashes[0]!.copy().digest('hex');

  async close(): Promise<{ size: number; sha256: string; sha512: string }> {
    await this.handle.close();
    const [sha256, sha512] = this.hashes.map((hash) => hash.digest('hex'));
    return { size: this.size, sha256: sha256!, sha512: sha512! };
  }
}

/** A file of the payload that is not yet done. */
export interface OpenFile {
  write(text: string): Promise<void>;
  close(): Promise<PackedFile>;
}

/**
 * A bag that is written into a folder of its own beside its place, and taken there when all of it is done. Manifests are
 * written along with the files, so that a bag of any size needs no more memory than a small one.
 */
export class BagWriter {
  private readonly seen = new Map<string, string>();
  private readonly manifests: HashedFile[] = [];
  private octets = 0;
  private streams = 0;

  private constructor(
    private readonly out: string,
    readonly staged: string,
  ) {}

  /**
   * @param out the folder in which the bag will lie
   * @throws MaterialError where nothing can be written there
   */
  static async create(out: string): Promise<BagWriter> {
    const writer = new BagWriter(out, join(out, `.memcon-${randomBytes(6).toString('hex')}`));
    const { staged } = writer;
    try {
      await makeFolder(join(staged, 'data'));
      for (const algorithm of ALGORITHMS)
        writer.manifests.push(await HashedFile.create(join(staged, `manifest-${algorithm}.txt`)));
    } catch (error) {
      await writer.discard();
      throw unwritable(out, error);
    }
    return writer;
  }

  /** Writes a file of the payload; `path` is relative to that. */
  async add(path: string, use: Use, content: FileContent): Promise<PackedFile> {
    const file = await this.begin(path);
    if (typeof content === 'string' || content instanceof Uint8Array) await file.write(content);
    else for await (const chunk of createReadStream(content.copyOf)) await file.write(chunk as Uint8Array);
    return this.listed(path, use, file);
  }

  /** Begins a file of the payload that others are written beside. */
  async open(path: string, use: Use): Promise<OpenFile> {
    const file = await this.begin(path);
    return { write: (text) => file.write(text), close: () => this.listed(path, use, file) };
  }

  /** SHA-256 of `manifest-sha256.txt`, which has a line for each file of the payload: it tells payloads apart. */
  digestOfPayload = (): string => this.manifests[0]!.digestSoFar();

  /** Writes what is left: the declaration, `bag-info.txt`, and the manifests of the tag files. */
  async finish(
    info: readonly (readonly [label: string, value: string | undefined])[],
    software: string,
  ): Promise<void> {
    const tags: [path: string, digests: { sha256: string; sha512: string }][] = [];
    const fields = bagInfoText([
      ...info,
      ['Payload-Oxum', `${this.octets}.${this.streams}`],
      ['Bag-Size', sizeInWords(this.octets)],
      [SOFTWARE_AGENT, software],
    ]);
    for (const [path, text] of [
      ['bag-info.txt', fields],
      ['bagit.txt', BAGIT_TXT],
    ] as const) {
      const file = await HashedFile.create(join(this.staged, path));
      await file.write(text);
      tags.push([path, await file.close()]);
    }
    for (const [n, algorithm] of ALGORITHMS.entries())
      tags.push([`manifest-${algorithm}.txt`, await this.manifests[n]!.close()]);
    this.manifests.length = 0;
    for (const algorithm of ALGORITHMS) {
      const file = await HashedFile.create(join(this.staged, `tagmanifest-${algorithm}.txt`));
      for (const [path, digests] of tags) await file.write(`${digests[algorithm]}  ${path}\n`);
      await file.close();
    }
  }

  /** Takes away what was written so far. */
  async discard(): Promise<void> {
    for (const manifest of this.manifests) await manifest.close().catch(() => undefined);
    this.manifests.length = 0;
    await rm(this.staged, { recursive: true, force: true });
  }

  private async begin(path: string): Promise<HashedFile> {
    const [key, danger] = [folded(path), unsafe(path)];
    const other = this.seen.get(key);
    if (danger !== undefined || other !== undefined) {
      const reason =
        danger === undefined
          ? `Two files of the bag would have one name: “${other}” and “${path}”.`
          : `The path “${path}” ${danger}.`;
      const advice = 'Give the edition or the file another name; nothing was packed.';
      throw new MaterialError(message('bag-keeps-to-bagit', { file: this.out, words: path, reason, advice }));
    }
    this.seen.set(key, path);
    return HashedFile.create(join(this.staged, 'data', path)).catch((error: unknown) => {
      throw unwritable(this.out, error);
    });
  }

  private async listed(path: string, use: Use, file: HashedFile): Promise<PackedFile> {
    const digests = await file.close();
    this.octets += digests.size;
    this.streams += 1;
    for (const [n, algorithm] of ALGORITHMS.entries())
      await this.manifests[n]!.write(`${digests[algorithm]}  ${encodePath(`data/${path}`)}\n`);
    return { path, use, ...digests };
  }
}

/**
 * Takes what was written beside its place there; what stood there before goes only when the new one stands.
 * @throws MaterialError where that cannot be done
 */
export async function takePlace(staged: string, target: string): Promise<void> {
  const before = `${staged}.before`;
  try {
    const stood = await rename(target, before).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    await rename(staged, target).catch(async (error: unknown) => {
      if (stood) await rename(before, target);
      throw error;
    });
    if (stood) await rm(before, { recursive: true, force: true });
  } catch (error) {
    throw unwritable(target, error);
  }
}

/** @throws MaterialError where something stands there and may not be replaced */
export async function refuseTaken(target: string, force: boolean): Promise<void> {
  if (force || !(await stat(target).catch(() => undefined))) return;
  throw new MaterialError(
    message('output-is-writable', {
      file: target,
      words: target,
      reason: `“${target}” is there already.`,
      advice: 'Deposits are kept: name another folder with --out, or replace it with --force.',
    }),
  );
}

export const unwritable = (target: string, error: unknown): MaterialError => {
  const { code, path, message: said } = error as NodeJS.ErrnoException;
  const cause = [code ?? said, path].filter(Boolean).join(', at ');
  return new MaterialError(
    message('output-is-writable', {
      file: target,
      reason: `“${target}” cannot be written (${cause}).`,
      advice: 'Name another folder with --out, or give yourself permission to write there; nothing was packed.',
    }),
  );
};

import type { Message } from '../../messages/message.js';

/** A file of a bag as it lies there; its path is relative to the bag, with forward slashes. */
export interface BagFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** A bag on a disk or in an archive, read as far as it is asked for. */
export interface Bag {
  /** What messages call it: its path, as it was given. */
  readonly name: string;
  readonly files: readonly BagFile[];
  /** The folder of the payload is there, empty or not. */
  readonly hasPayloadFolder: boolean;
  /** What is wrong with folder or archive before it is looked at as a bag. */
  readonly messages: readonly Message[];
  /** @throws Error where the file cannot be read */
  read(path: string): Promise<Uint8Array>;
  /**
   * The digests of a file in hexadecimal, by algorithm, read once.
   * @throws Error where the file cannot be read
   */
  digests(path: string, algorithms: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What was found out about a bag. */
export interface BagProof {
  readonly messages: readonly Message[];
  readonly version?: string;
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly algorithms: readonly string[];
}

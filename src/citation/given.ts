import type { CitedPassage } from './csl-item.js';
import { parted } from './resolve.js';
import { sha256Of } from './units.js';
import { normalized } from './wording.js';

/** What a citation says of the passage, as far as it can still be read from it. */
export interface Citation {
  readonly edition?: string;
  readonly reference: string;
  readonly sha256: string;
  /** Absent where only the hash came through another program. */
  readonly words?: string;
  readonly quoted?: string;
  readonly version?: string;
  /** The pages of the passage: `2`, `2-3`. */
  readonly locator?: string;
  /** Who speaks, by name. */
  readonly speakers?: readonly string[];
  /** The release to whose pages its address leads. */
  readonly release?: string;
}

/**
 * The citations in CSL-JSON as memcon writes it, or as it comes back from another program that keeps only `note` and `URL`.
 * Nothing where one of them has neither the passage nor a hash of its words.
 */
export function citationsIn(json: unknown): Citation[] | undefined {
  const items = Array.isArray(json) ? json : [json];
  const read = items.map(citationOf);
  return items.length === 0 || read.includes(undefined) ? undefined : (read as Citation[]);
}

function citationOf(item: unknown): Citation | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const {
    custom,
    note,
    URL: address,
    version: cited,
  } = item as { custom?: { memcon?: Partial<CitedPassage> }; note?: unknown; URL?: unknown; version?: unknown };
  const passage = custom?.memcon;
  if (passage && typeof passage.sha256 === 'string' && typeof passage.reference === 'string') {
    const { edition, reference, sha256, quoted, version, locator, speakers, permalink } = passage;
    // Of a whole document only its first words are kept.
    const words = passage.kind === 'document' ? undefined : passage.words;
    return {
      reference,
      sha256,
      ...(typeof edition === 'string' && { edition }),
      ...(typeof words === 'string' && { words }),
      ...(typeof quoted === 'string' && { quoted }),
      ...(typeof version === 'string' && { version }),
      ...(typeof locator === 'string' && { locator }),
      ...(isNames(speakers) && { speakers }),
      ...releaseIn(permalink),
    };
  }
  const sha256 = typeof note === 'string' ? /\bsha256:([0-9a-f]{64})\b/.exec(note)?.[1] : undefined;
  if (sha256 === undefined || typeof address !== 'string') return undefined;
  const { name, rest, version = typeof cited === 'string' ? cited : undefined } = parted(address, []);
  return {
    reference: rest === '' ? (name ?? '') : rest,
    sha256,
    ...(name !== undefined && { edition: name }),
    ...(version !== undefined && { version }),
    ...releaseIn(address),
  };
}

function releaseIn(address: unknown): { release?: string } {
  const release = /(?:^|\/)v(\d+\.\d+\.\d+)\/[^/]*$/.exec(String(address))?.[1];
  return release === undefined ? {} : { release };
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** In what a citation contradicts itself, which it does where it was changed by hand. */
export function contradictionIn({ words, sha256, quoted }: Citation): string | undefined {
  if (words === undefined) return undefined;
  if (sha256Of(words) !== sha256) return 'The words that the citation gives are not those of its SHA-256.';
  return quoted !== undefined && !normalized(words).includes(normalized(quoted))
    ? `The citation quotes “${quoted}”, which does not stand in the words that it gives of the passage.`
    : undefined;
}

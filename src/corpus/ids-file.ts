import { join } from 'node:path';
import type { PublishedId } from '../citation/published-id.js';
import { sha256Of } from '../citation/units.js';
import { MaterialError, type Message, message, type Place } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';
import { readIfThere } from './files.js';
import type { Task } from './workspace.js';

/** The ids that an edition has published, and the version with which they were last written. */
export interface Register {
  readonly version?: string;
  readonly ids: readonly PublishedId[];
}

/**
 * The register of an edition, `ids.json` beside its transcription; an empty one where there is no such file.
 * @throws MaterialError where it cannot be read, has an id twice, or words that were changed by hand
 */
export async function readRegister({ folder }: Task): Promise<Register> {
  return folder === undefined ? { ids: [] } : ((await registerIn(join(folder, 'ids.json'))) ?? { ids: [] });
}

/**
 * The register in a file; nothing where there is no such file.
 * @throws MaterialError as above
 */
export async function registerIn(file: string): Promise<Register | undefined> {
  const bytes = await readIfThere(file);
  return bytes && registerOf(file, decodeUtf8(file, bytes));
}

/**
 * The register that a text holds.
 * @throws MaterialError where it is none
 */
export function registerOf(file: string, text: string): Register {
  const at = placesIn(file, text);
  const { version, ids } = parsed(file, text, at);
  const seen = new Map<string, PublishedId>();
  for (const [n, entry] of ids.entries()) {
    if (!isEntry(entry))
      throw broken(file, at.entry(n), {
        reason: `Entry ${n + 1} of the register of published ids is none: ${shown(JSON.stringify(entry))}.`,
        advice: RESTORE,
      });
    const other = seen.get(entry.id);
    if (other)
      throw broken(file, at.id(entry.id, 1), {
        words: entry.id,
        reason: `${entry.id} stands twice: for “${shown(other.words)}” and for “${shown(entry.words)}”.`,
        advice:
          'Keep the line of the one that was published first and delete the other; its words get another id at the next build.',
      });
    seen.set(entry.id, entry);
    if (entry.kind !== undefined && sha256Of(entry.words) !== entry.sha256)
      throw broken(file, at.id(entry.id), {
        words: entry.id,
        reason: `The words of ${entry.id}, “${shown(entry.words)}”, are not those of its SHA-256: one of the two was changed by hand.`,
        advice: `${RESTORE} Words are mended in the transcription or in edition.yaml; the build carries the id along.`,
      });
  }
  return { ids: ids as PublishedId[], ...(version !== undefined && { version }) };
}

const RESTORE = 'Restore the file from the version history; it is written by the build.';

const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);

const broken = (file: string, place: Place | undefined, said: Pick<Message, 'reason' | 'advice' | 'words'>) =>
  new MaterialError(message('ids-are-on-record', { file, ...(place && { place }), ...said }));

/** Where things stand in the file. */
function placesIn(file: string, text: string) {
  const whole = transcriptionOf(file, text);
  const range = (start: number, size: number): Place | undefined =>
    start < 0 ? undefined : placeOf(whole, { start, end: start + size });
  const found = (pattern: RegExp, nth = 0) => [...text.matchAll(pattern)][nth];
  return {
    id(id: string, nth = 0) {
      const match = found(new RegExp(`"id"\\s*:\\s*"${id.replace(/\W/g, '\\$&')}"`, 'g'), nth);
      return match && range(match.index, match[0].length);
    },
    entry(n: number) {
      const match = found(/^[ \t]*\{"/gm, n);
      return match && range(match.index + match[0].length - 2, 1);
    },
    conflict() {
      const match = found(/^(?:<{7}|={7}|>{7})/gm);
      return match && range(match.index, 7);
    },
    offset: (at: number) => range(Math.min(at, Math.max(0, text.length - 1)), 1),
  };
}

function parsed(file: string, text: string, at: ReturnType<typeof placesIn>): { version?: string; ids: unknown[] } {
  const conflict = at.conflict();
  if (conflict)
    throw broken(file, conflict, {
      reason: 'The register of published ids has a conflict of two branches of its history.',
      advice:
        'Keep the lines of both sides, one for each id; where both have given a new id to other words, keep that of the one that was published first.',
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, offset] = /position (\d+)/.exec((error as Error).message) ?? [];
    throw broken(file, offset === undefined ? at.offset(text.length) : at.offset(Number(offset)), {
      reason: 'The register of published ids cannot be read from here on: it is no JSON.',
      advice: RESTORE,
    });
  }
  const { ids, version } = Object(value) as { ids?: unknown; version?: unknown };
  if (Array.isArray(ids)) return { ids, ...(typeof version === 'string' && { version }) };
  throw broken(file, undefined, {
    reason: 'The register of published ids has no list of ids.',
    advice: RESTORE,
  });
}

function isEntry(entry: unknown): entry is PublishedId {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, words, sha256, gone } = entry as Partial<PublishedId>;
  const isTombstone = typeof gone === 'object' && gone !== null && Array.isArray(gone.to);
  return (
    typeof id === 'string' &&
    /^[a-z]+(?:\.\d+)+$/.test(id) &&
    typeof words === 'string' &&
    typeof sha256 === 'string' &&
    // Files of memcon 0.1.0 have `true`.
    (gone === undefined || isTombstone || (gone as unknown) === true)
  );
}

const ABOUT =
  'Ids that this edition has published, with the words they stand for, and where they went. Written by the build; keep it.';

/** One entry a line, in the order of the ids, so that two branches of a history can be joined line by line. */
export function registerText(ids: readonly PublishedId[], version?: string): string {
  const head = [
    `"about": ${JSON.stringify(ABOUT)}`,
    ...(version === undefined ? [] : [`"version": ${JSON.stringify(version)}`]),
  ];
  const lines = ids.map((entry) => `  ${JSON.stringify(entry)}`);
  return `{\n ${head.join(',\n ')},\n "ids": [\n${lines.join(',\n')}\n ]\n}\n`;
}

import { join } from 'node:path';
import type { PublishedId } from '../citation/published-id.js';
import { sha256Of } from '../citation/units.js';
import type { StandingDecision } from '../editing/standing.js';
import { inShort } from '../messages/in-short.js';
import { MaterialError, type Message, message, type Place } from '../messages/message.js';
import type { Built } from '../pipeline.js';
import { decodeUtf8 } from '../sources/decode.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';
import { readIfThere } from './files.js';
import type { Task } from './workspace.js';

/** The ids that an edition has published, the version with which they were last written, and since when decisions stand. */
export interface Register {
  readonly version?: string;
  readonly ids: readonly PublishedId[];
  readonly decisions: readonly StandingDecision[];
}

/**
 * The register of an edition, `ids.json` beside its transcription; an empty one where there is no such file.
 * @throws MaterialError where it cannot be read, has an id twice, or words that were changed by hand
 */
export async function readRegister({ folder }: Task): Promise<Register> {
  return (folder !== undefined && (await registerIn(join(folder, 'ids.json')))) || { ids: [], decisions: [] };
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
  const { version, ids, decisions } = parsed(file, text, at);
  const seen = new Map<string, PublishedId>();
  for (const [n, entry] of ids.entries()) {
    if (!isEntry(entry))
      throw broken(file, at.entry(n), {
        reason: `Entry ${n + 1} of the register of published ids is none: ${inShort(JSON.stringify(entry))}.`,
        advice: RESTORE,
      });
    const other = seen.get(entry.id);
    if (other)
      throw broken(file, at.id(entry.id, 1), {
        words: entry.id,
        reason: `${entry.id} stands twice: for “${inShort(other.words)}” and for “${inShort(entry.words)}”.`,
        advice:
          'Keep the line of the one that was published first and delete the other; its words get another id at the next build.',
      });
    seen.set(entry.id, entry);
    if (entry.kind !== undefined && sha256Of(entry.words) !== entry.sha256)
      throw broken(file, at.id(entry.id), {
        words: entry.id,
        reason: `The words of ${entry.id}, “${inShort(entry.words)}”, are not those of its SHA-256: one of the two was changed by hand.`,
        advice: `${RESTORE} Words are mended in the transcription or in edition.yaml; the build carries the id along.`,
      });
  }
  return {
    ids: ids as PublishedId[],
    decisions: decisions.filter(isStanding),
    ...(version !== undefined && { version }),
  };
}

const RESTORE = 'Restore the file from the version history; it is written by the build.';

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

function parsed(
  file: string,
  text: string,
  at: ReturnType<typeof placesIn>,
): { version?: string; ids: unknown[]; decisions: unknown[] } {
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
  const { ids, version, decisions = [] } = Object(value) as { ids?: unknown; version?: unknown; decisions?: unknown };
  if (Array.isArray(ids) && Array.isArray(decisions))
    return { ids, decisions, ...(typeof version === 'string' && { version }) };
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

function isStanding(entry: unknown): entry is StandingDecision {
  const { target, decided, since } = Object(entry) as Partial<StandingDecision>;
  return typeof target === 'string' && typeof decided === 'string' && typeof since === 'string';
}

const ABOUT =
  'Ids that this edition has published, with the words they stand for, and where they went; and since when decisions stand. Written by the build; keep it.';

/** One entry a line, in the order of the ids, so that two branches of a history can be joined line by line. */
export function registerText({ ids, version, decisions }: Register): string {
  const listed = (entries: readonly unknown[]) =>
    `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ]`;
  const parts = [
    `"about": ${JSON.stringify(ABOUT)}`,
    ...(version === undefined ? [] : [`"version": ${JSON.stringify(version)}`]),
    `"ids": ${listed(ids)}`,
    ...(decisions.length === 0 ? [] : [`"decisions": ${listed(decisions)}`]),
  ];
  return `{\n ${parts.join(',\n ')}\n}\n`;
}

/** The register that a build has made. */
export const registerAfter = ({ register: ids, standing: decisions, version }: Built): Register => ({
  ids,
  decisions,
  ...(version !== undefined && { version }),
});

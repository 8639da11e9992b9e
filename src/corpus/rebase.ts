import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../context.js';
import type { AnchoredDecision } from '../editing/anchors.js';
import { correspond, type Fate, fateOf } from '../editing/rebasing.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { type BuildInput, build } from '../pipeline.js';
import { receive } from '../sources/receive.js';
import { ofKind } from '../text/marks.js';
import { type Change, withChanges } from './edition-file.js';
import { type FileContent, readIfThere, readRequired, writeAll } from './files.js';
import { registerAfter, registerText } from './ids-file.js';
import { receiveEdition } from './received-edition.js';
import type { Shared } from './shared.js';
import { endingOf } from './transcriptions.js';
import type { Task, Workspace } from './workspace.js';

/** What a new transcription makes of an edition. */
export interface Rebased {
  decisions: readonly { decision: AnchoredDecision['decision']; fate: Fate }[];
  /** Ids that stand for the same words in the new transcription, and those whose words are gone. */
  ids: { carried: readonly string[]; gone: readonly string[] };
  messages: readonly Message[];
  /** The files of the edition as they will be. */
  files: ReadonlyMap<string, FileContent>;
  /** Files that the new ones take the place of. */
  superseded: readonly string[];
}

/**
 * Carries decisions and ids of an edition over to a new transcription of the document; nothing is written.
 * @throws MaterialError when a file cannot be read, or the edition has errors
 */
export async function rebaseTask(
  task: Task,
  workspace: Workspace,
  shared: Shared,
  context: Context,
  newFile: string,
): Promise<Rebased> {
  const { folder } = task;
  if (folder === undefined) throw noEdition(task);
  const { input, messages } = await receiveEdition(task, workspace, shared);
  if (!input) return { decisions: [], ids: { carried: [], gone: [] }, messages, files: new Map(), superseded: [] };
  const old = build(input, context);
  const errors = old.messages.filter(isError);
  if (errors.length > 0) return { ...NOTHING, messages: errors };

  const bytes = await readRequired(newFile);
  const target = join(folder, `transcription${endingOf(newFile) ?? '.md'}`);
  const received = { ...receive([{ file: newFile, bytes }], target) };
  const words = correspond(input.transcription, received.transcription);
  if (!words) {
    const found = message('witness-is-one-document', {
      file: newFile,
      reason: `“${newFile}” has hardly a word in common with “${task.transcription}”.`,
      advice: 'Compare the two: a new transcription is one of the same document.',
    });
    return { ...NOTHING, messages: [found] };
  }
  const bare = build({ ...input, ...received, decisions: [], published: [] }, context);
  const sides = [
    { transcription: input.transcription, pages: ofKind(old.marks, 'page') },
    { transcription: received.transcription, pages: ofKind(bare.marks, 'page') },
  ] as const;
  const decisions = old.review.anchored.map((anchored) => ({
    decision: anchored.decision,
    fate: fateOf(anchored, words, sides[0], sides[1]),
  }));
  const file = input.descriptionFile;
  const yaml = new TextDecoder().decode((await readIfThere(file)) ?? new Uint8Array());
  const changed = withChanges(
    yaml,
    decisions.flatMap((one) => changeOf(one, input)),
  );

  const decided = decidedAfter(decisions);
  const next = build(
    { ...input, ...received, decisions: decided, published: old.register, stood: old.standing },
    context,
  );
  const superseded = task.files.map((path) => [path, join(folder, 'superseded', basename(path))] as const);
  const files = new Map<string, FileContent>(
    await Promise.all(superseded.map(async ([path, kept]) => [kept, await readRequired(path)] as const)),
  );
  files.set(target, bytes);
  if (changed !== yaml) files.set(file, changed);
  files.set(join(folder, 'ids.json'), registerText(registerAfter(next)));
  const before = old.register.filter(({ gone }) => !gone).map(({ id }) => id);
  const gone = new Set(next.register.filter((entry) => entry.gone).map(({ id }) => id));
  return {
    decisions,
    ids: { carried: before.filter((id) => !gone.has(id)), gone: before.filter((id) => gone.has(id)) },
    messages,
    files,
    superseded: task.files.filter((path) => path !== target),
  };
}

const NOTHING = { decisions: [], ids: { carried: [], gone: [] }, files: new Map(), superseded: [] };

/** Writes what was carried over; the old transcription is kept in the folder `superseded`. */
export async function writeRebased({ files, superseded }: Rebased): Promise<void> {
  await writeAll('', new Map(files));
  for (const path of superseded) await rm(path, { force: true });
}

function changeOf({ decision, fate }: Rebased['decisions'][number], { decisions }: BuildInput): Change[] {
  const at = decisions.indexOf(decision);
  if (fate.kind === 'carried') return [{ at, anchor: fate.anchor }];
  if (fate.kind === 'settled') return [{ at, removed: true }];
  return fate.kind === 'lost' ? [{ at, shelved: `Not carried over to the new transcription: ${fate.reason}` }] : [];
}

/** The decisions as they are made on the new transcription, those by the id of a paragraph left aside. */
const decidedAfter = (decided: Rebased['decisions']): BuildInput['decisions'] =>
  decided.flatMap(({ decision, fate }) => {
    if (fate.kind !== 'kept' && fate.kind !== 'carried') return [];
    if (fate.kind === 'kept') return decision.paragraph === undefined ? [decision] : [];
    const { page: _page, line: _line, quote: _quote, ...rest } = decision;
    return [{ ...rest, ...fate.anchor }];
  });

const noEdition = ({ transcription }: Task): MaterialError =>
  new MaterialError(
    message('folder-holds-a-transcription', {
      file: transcription,
      reason: `“${dirname(transcription)}” has no edition.yaml, and so nothing that could be carried over.`,
      advice: 'Name an edition’s folder; a bare transcription is built anew with “memcon build”.',
    }),
  );

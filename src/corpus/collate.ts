import { basename, dirname, join } from 'node:path';
import type { Context } from '../context.js';
import { collate } from '../editing/collation/collation.js';
import { type Proposal, proposalsOf } from '../editing/collation/proposals.js';
import { wordsOfText } from '../editing/collation/words.js';
import type { Description, WitnessDescription } from '../editing/description.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { build } from '../pipeline.js';
import { readWitness, type WitnessText } from '../sources/witness.js';
import { ofKind } from '../text/marks.js';
import { slug } from '../text/patterns.js';
import { kindOf, readRequired } from './files.js';
import { receiveEdition } from './received-edition.js';
import type { Shared } from './shared.js';
import type { Task, Workspace } from './workspace.js';

/** A witness as it is named on the command line. */
export interface NamedWitness {
  siglum: string;
  file: string;
  /** The id of the document, where the file holds several. */
  document?: string;
  description: WitnessDescription;
  /** Described in `edition.yaml` already. */
  isDescribed: boolean;
}

export interface CollationOfTask {
  witnesses: readonly NamedWitness[];
  proposals: readonly Proposal[];
  messages: readonly Message[];
}

/**
 * Compares an edition's transcription with witnesses; without any, with those of `edition.yaml` that have a file.
 * @throws MaterialError when a file cannot be read or there is no witness
 */
export async function collateTask(
  task: Task,
  workspace: Workspace,
  shared: Shared,
  context: Context,
  named: readonly string[],
): Promise<CollationOfTask> {
  const { input, messages } = await receiveEdition(task, workspace, shared);
  if (!input) return { witnesses: [], proposals: [], messages };
  const witnesses = await witnessesOf(task, input.description, named);
  const texts = await Promise.all(
    witnesses.map(
      async ({ file, document }): Promise<WitnessText> =>
        readWitness({ file, bytes: await readRequired(file) }, document),
    ),
  );
  const edited = build(input, context);
  const errors = edited.messages.filter(isError);
  if (errors.length > 0) return { witnesses, proposals: [], messages: errors };
  const decisions = input.decisions.filter((decision) => decision.break !== undefined);
  const bare = build({ ...input, decisions }, context);
  const { variations, unlike } = collate(
    wordsOfText(input.transcription, bare.marks),
    witnesses.map(({ siglum }, i) => ({ siglum, blocks: texts[i]!.blocks })),
  );
  if (unlike.length > 0) {
    const strangers = witnesses.filter(({ siglum }) => unlike.includes(siglum));
    return { witnesses, proposals: [], messages: strangers.map(({ file, siglum }) => stranger(file, siglum, task)) };
  }
  const described = witnesses.map((witness, i) => ({
    ...witness,
    description: witness.isDescribed
      ? witness.description
      : { title: texts[i]!.title ?? witness.description.title, file: witness.description.file! },
  }));
  const proposals = proposalsOf(variations, {
    transcription: input.transcription,
    pages: ofKind(bare.marks, 'page'),
    findings: bare.messages,
    anchored: edited.review.anchored,
    titles: new Map(described.map(({ siglum, description }) => [siglum, description.title])),
  });
  return { witnesses: described, proposals, messages };
}

/** `frus=volume.xml#d278`: siglum and document may be left out. */
const NAMED = /^(?:(?<siglum>[a-z][a-z0-9-]*)=)?(?<file>.+?)(?:#(?<document>[^#/\\]+))?$/;

async function witnessesOf(
  task: Task,
  { witnesses = {} }: Description,
  named: readonly string[],
): Promise<NamedWitness[]> {
  const folder = task.folder ?? dirname(task.transcription);
  const given =
    named.length > 0
      ? named
      : Object.entries(witnesses).flatMap(([siglum, { file }]) => (file ? [`${siglum}=${join(folder, file)}`] : []));
  if (given.length === 0) throw noWitness(task);
  const found: NamedWitness[] = [];
  for (const words of given) {
    const isFile = (await kindOf(words)) === 'file';
    const groups = isFile ? { file: words } : (NAMED.exec(words)?.groups ?? { file: words });
    const { file = words, document } = groups as { siglum?: string; file?: string; document?: string };
    const siglum = groups.siglum ?? siglumOf(witnesses, folder, file, document);
    if (siglum === 'ocr' || found.some((other) => other.siglum === siglum)) throw siglumTaken(words, siglum);
    const description = witnesses[siglum] ?? { title: basename(file), file: fileBeside(folder, file, document) };
    found.push({
      siglum,
      file,
      ...(document !== undefined && { document }),
      description,
      isDescribed: witnesses[siglum] !== undefined,
    });
  }
  return found;
}

/** The siglum of the witness that the edition describes by this file or by an address that ends in its names. */
function siglumOf(
  witnesses: Record<string, WitnessDescription>,
  folder: string,
  file: string,
  document: string | undefined,
): string {
  const name = `${basename(file)}#${document ?? ''}`;
  const known = Object.entries(witnesses).find(([, { file: own, url }]) => {
    if (own !== undefined) return join(folder, own.replace(/#.*$/, '')) === join(file);
    const steps = url === undefined ? [] : new URL(url).pathname.split('/').filter(Boolean).slice(-2);
    return steps.length > 0 && steps.every((step) => name.includes(step));
  });
  if (known) return known[0];
  const stem = slug(basename(file).replace(/\.[^.]+$/, '')).replace(/^(?:witness-)?(?=[a-z])|^(?=\d)/, '');
  return /^[a-z]/.test(stem) ? stem : `witness-${stem}`;
}

/** How `edition.yaml` names a file: from its own folder. */
const fileBeside = (folder: string, file: string, document: string | undefined): string => {
  const own = dirname(file) === folder ? basename(file) : file;
  return document === undefined ? own : `${own}#${document}`;
};

const noWitness = ({ transcription }: Task): MaterialError =>
  new MaterialError(
    message('witness-is-one-document', {
      file: transcription,
      reason: 'No witness is named, and edition.yaml has none with a file.',
      advice: 'Name the file of a witness behind the transcription, or give a witness its “file” in edition.yaml.',
    }),
  );

const stranger = (file: string, siglum: string, { transcription }: Task): Message =>
  message('witness-is-one-document', {
    file,
    words: siglum,
    reason: `“${file}” has hardly a word in common with “${transcription}”.`,
    advice: 'Compare the two: a witness is another text of the same document; in a volume it is named by its id.',
  });

const siglumTaken = (words: string, siglum: string): MaterialError =>
  new MaterialError(
    message('witness-is-one-document', {
      file: words,
      words: siglum,
      reason:
        siglum === 'ocr' ? '“ocr” is the siglum of the transcription.' : `Two witnesses have the siglum “${siglum}”.`,
      advice: `Give the witness a siglum of its own: other=${words}.`,
    }),
  );

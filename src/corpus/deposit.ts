import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../context.js';
import { descriptionFaults, workspaceFaults } from '../deposit/described.js';
import { depositRecord } from '../deposit/record.js';
import { isError, type Message } from '../messages/message.js';
import { refuseTaken, takePlace, unwritable } from './bag-writer.js';
import { buildTask } from './build.js';
import { byItself, DepositBag, dayOf } from './deposit-bag.js';
import type { BagFacts, GoodEdition } from './deposit-edition.js';
import { sha256 } from './files.js';
import { packagedSchema } from './package-files.js';
import { prepare, type Shared } from './shared.js';
import type { Plan, Task } from './workspace.js';
import { writeZip } from './zip-writer.js';

export interface DepositOptions {
  /** The folder in which bags are put. */
  readonly out: string;
  readonly zip: boolean;
  /** A bag for each edition, also of a whole workspace. */
  readonly each: boolean;
  /** Replaces a bag that stands there. */
  readonly force: boolean;
}

export interface Deposited {
  /** Where it lies: a folder, or an archive. */
  readonly path: string;
  readonly editions: readonly string[];
}

/** A bag that is written and waits to be taken to its place. */
interface StagedBag extends Deposited {
  readonly staged: string;
}

/**
 * Packs bags: one for a whole workspace, or one for each edition. An edition goes through memory by itself, and nothing is
 * taken to its place before all editions of all bags are found good; where one is not, nothing is.
 * @throws MaterialError where a bag cannot be written
 */
export async function deposit(
  plans: readonly Plan[],
  options: DepositOptions,
  context: Context,
  progress: (task: Task) => void,
): Promise<{ bags: Deposited[]; messages: Message[] }> {
  const messages: Message[] = [];
  const reporting: Context = { ...context, report: (found) => messages.push(found) };
  const bags: StagedBag[] = [];
  const hadOut = await stat(options.out).catch(() => undefined);
  try {
    for (const plan of plans) {
      const shared = await prepare(plan.workspace);
      const { publisher, licence } = plan.workspace;
      const given = { publisher: publisher !== undefined, licence: licence !== undefined };
      if (plan.tasks[0]) messages.push(...workspaceFaults(workspaceFile(plan.workspace, plan.tasks[0]), given));
      const isOne = plan.layout === 'workspace' && plan.whole && !options.each;
      const groups = isOne ? [plan.tasks] : plan.tasks.map((task) => [task]);
      for (const tasks of groups) {
        const bag = await packBag({ ...plan, tasks }, isOne, shared, options, reporting, messages, progress);
        if (bag) bags.push(bag);
      }
    }
    if (messages.some(isError)) return { bags: [], messages };
    for (const { path } of bags) await refuseTaken(path, options.force);
    for (const { staged, path } of bags) await takePlace(staged, path);
    return { bags, messages };
  } catch (error) {
    // A full disk or a missing permission is no fault of the program.
    throw error instanceof Error && 'code' in error && 'syscall' in error ? unwritable(options.out, error) : error;
  } finally {
    for (const { staged } of bags) await rm(staged, { recursive: true, force: true });
    if (!hadOut && (await readdir(options.out).catch(() => ['']))?.length === 0)
      await rm(options.out, { recursive: true });
  }
}

/** Writes a bag beside its place; after an error, of this bag or one before, the editions are only looked through. */
async function packBag(
  plan: Plan,
  isOne: boolean,
  shared: Shared,
  options: DepositOptions,
  context: Context,
  messages: Message[],
  progress: (task: Task) => void,
): Promise<StagedBag | undefined> {
  const { workspace, layout, tasks } = plan;
  const schema = await packagedSchema();
  const schemaDigests = new Map([...schema].map(([name, text]) => [name, sha256(text)]));
  const facts: BagFacts = { workspace, layout, context, schema, schemaDigests };
  let bag: DepositBag | undefined;
  try {
    for (const task of tasks) {
      progress(task);
      const edition = await goodEdition(task, plan, shared, context, messages);
      if (!edition || messages.some(isError)) continue;
      bag ??= await DepositBag.begin(options.out, facts);
      await bag.add(edition);
    }
    if (!bag || messages.some(isError)) {
      await bag?.writer.discard();
      return undefined;
    }
    const { name, day, files } = await bag.finish(isOne ? workspace.title : undefined);
    const path = join(options.out, options.zip ? `${name}.zip` : name);
    await refuseTaken(path, options.force);
    const staged = bag.writer.staged;
    if (!options.zip) return { path, staged, editions: bag.names };
    await writeZip(`${staged}.zip`, name, files, day);
    await rm(staged, { recursive: true });
    return { path, staged: `${staged}.zip`, editions: bag.names };
  } catch (error) {
    await bag?.writer.discard();
    if (bag) await rm(`${bag.writer.staged}.zip`, { force: true });
    throw error;
  }
}

/** An edition that may be packed; what is wrong with one, or missing in its description, goes to the messages. */
async function goodEdition(
  task: Task,
  { workspace }: Plan,
  shared: Shared,
  context: Context,
  messages: Message[],
): Promise<GoodEdition | undefined> {
  const { built, images = new Map(), messages: found } = await buildTask(task, workspace, shared, context);
  const judged = found.map(inDeposit);
  messages.push(...byItself(judged));
  if (built?.tei === undefined || judged.some(isError)) return undefined;
  const { tei } = built;
  const record = depositRecord(`${task.name}/${task.name}.xml`, tei, 'bare');
  const files = {
    edition: join(task.folder ?? dirname(task.files[0]!), 'edition.yaml'),
    workspace: workspaceFile(workspace, task),
  };
  const faults = descriptionFaults(record, files, dayOf(record, context));
  messages.push(...faults);
  if (faults.some(isError)) return undefined;
  return { task, built: { ...built, tei }, images, messages: found, record };
}

/** What the build only warns of, where an archive would keep it for good: two texts under one number. */
const inDeposit = (found: Message): Message =>
  found.rule !== 'release-has-its-version'
    ? found
    : {
        ...found,
        severity: 'error',
        advice:
          'Write a later version and its date into edition.yaml, release it and deposit that; or go back to what was released in your version history. Nothing is packed.',
      };

/** Of a transcription without a workspace, where the file of one would lie. */
const workspaceFile = ({ folder }: Plan['workspace'], task: Task): string =>
  join(folder || dirname(task.folder ?? dirname(task.files[0]!)), 'memcon.yaml');

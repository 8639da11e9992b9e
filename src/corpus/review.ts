import type { Context } from '../context.js';
import { isOneConcern } from '../editing/fitting.js';
import type { Option } from '../editing/review-entry.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { acceptanceOf, isWrong, type Review, reviewOf, type Waiting } from '../review.js';
import { decodeUtf8 } from '../sources/decode.js';
import { overlaps } from '../text/transcription.js';
import { buildTask } from './build.js';
import { withDecisions, withKey, written } from './edition-file.js';
import { readIfThere } from './files.js';
import type { Shared } from './shared.js';
import { descriptionFileOf, type Task, type Workspace } from './workspace.js';

/** What waits in one edition. */
export interface ReviewedTask extends Review {
  task: Task;
  workspace: Workspace;
  /** The errors among what waits, as messages. */
  errors: readonly Message[];
}

/** `edition.yaml` as it would be with what the editor has accepted. */
export interface Accepted {
  file: string;
  text: string;
  review: ReviewedTask;
}

export async function reviewTask(
  task: Task,
  workspace: Workspace,
  shared: Shared,
  context: Context,
  edited?: string,
): Promise<ReviewedTask> {
  const { built, messages } = await buildTask(task, workspace, shared, context, { edited });
  return { task, workspace, errors: messages.filter(isError), ...reviewOf(built, messages) };
}

/** The YAML of an option: keys of `edition.yaml` itself first, then what goes under `decisions`. */
export const yamlOf = ({ decisions, describes }: Option): string =>
  [
    ...(describes ? [`drafter: ${describes.drafter}\n`] : []),
    ...(decisions.length > 0 ? [written(decisions.map(({ decision }) => decision))] : []),
  ].join('');

/**
 * Takes over what memcon proposes for these entries, or for all. Of all, those of one consequence are taken at a time
 * and the edition is read anew, since a name that is mended settles others: in the end nothing is left to accept.
 * @throws MaterialError where the edition has no folder, or would have errors that it had not
 */
export async function accept(
  reviewed: ReviewedTask,
  wanted: readonly Waiting[] | 'all',
  shared: Shared,
  context: Context,
): Promise<Accepted> {
  const { task, workspace } = reviewed;
  const file = descriptionFileOf(task);
  const bytes = await readIfThere(file);
  const tried = new Set<string>();
  let text = bytes ? decodeUtf8(file, bytes) : '';
  let review = reviewed;
  let open = wanted === 'all' ? gravest(reviewed, tried) : wanted.flatMap((waiting) => acceptanceOf(waiting) ?? []);
  while (open.length > 0) {
    for (const option of open) tried.add(yamlOf(option));
    text = open.filter(fitsBefore).reduce(merged, text);
    review = await reviewTask(task, workspace, shared, context, text);
    open = wanted === 'all' ? gravest(review, tried) : [];
  }
  refuseWorse(file, reviewed, review);
  return { file, text, review };
}

/** What can be accepted and was not yet, of the gravest consequence. */
function gravest({ waiting }: Review, tried: ReadonlySet<string>): Option[] {
  const open = waiting.flatMap((entry) => {
    const option = acceptanceOf(entry);
    return option && !tried.has(yamlOf(option)) ? [{ consequence: entry.consequence, option }] : [];
  });
  return open.filter(({ consequence }) => consequence === open[0]!.consequence).map(({ option }) => option);
}

/** Whether an option settles nothing that one before it has settled. */
const fitsBefore = ({ decisions }: Option, i: number, all: readonly Option[]): boolean =>
  !all
    .slice(0, i)
    .some((other) =>
      other.decisions.some((one) =>
        decisions.some((each) => overlaps(one.meant, each.meant) && isOneConcern(one.decision, each.decision)),
      ),
    );

const merged = (text: string, { decisions, describes }: Option): string => {
  const described = describes ? withKey(text, 'drafter', describes.drafter) : text;
  return withDecisions(
    described,
    decisions.map(({ decision }) => decision),
  );
};

/** An edition that could be published must not become one that cannot. */
function refuseWorse(file: string, before: Review, after: Review): void {
  const errors = ({ waiting }: Review) => waiting.filter(isWrong);
  const known = new Set(errors(before).map(({ evidence }) => evidence));
  const worse = errors(after).find(({ evidence }) => !known.has(evidence));
  if (!worse) return;
  throw new MaterialError(
    message('decisions-do-not-overlap', {
      file,
      words: worse.stands,
      reason: `What is accepted does not go together: ${worse.evidence}`,
      advice: 'Accept the entries one after the other, and look at the rest anew; nothing was changed.',
    }),
  );
}

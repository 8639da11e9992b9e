import { Command, InvalidArgumentError } from 'commander';
import { writeAll } from '../corpus/files.js';
import { type Accepted, accept, type ReviewedTask, reviewTask, yamlOf } from '../corpus/review.js';
import { reviewPage } from '../corpus/review-page.js';
import { prepare, type Shared } from '../corpus/shared.js';
import { planOf } from '../corpus/workspace.js';
import { isError } from '../messages/message.js';
import { messageText } from '../messages/report.js';
import { acceptanceOf, countOf, isWrong, type Waiting } from '../review.js';
import { contextOf, type Finish, type OutputOptions, printMessages } from './output.js';
import { waitingText } from './review-text.js';

const EXAMPLES = `
Examples:
  memcon review                                   what waits in every edition of the workspace
  memcon review editions/d278 --accept 1,4,7      takes over three of the proposals into its edition.yaml
  memcon review --html review.html                a page to work through`;

interface ReviewOptions extends OutputOptions {
  accept?: 'all' | readonly number[];
  html?: string;
}

/** An edition's review, and what it takes to read it anew. */
interface Session {
  reviewed: ReviewedTask;
  shared: Shared;
}

export const reviewCommand = (finish: Finish): Command =>
  new Command('review')
    .description('List what is unsure or undecided, with the decisions that would settle it')
    .argument('[path...]', 'workspaces, edition folders or transcriptions')
    .option('-a, --accept <entries>', 'take over what is proposed: all, or the numbers of entries', entriesIn)
    .option('--html <file>', 'write a page to work through')
    .option('--json', 'print the entries as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ReviewOptions, command: Command) => {
      const { context, reported } = await contextOf();
      const sessions: Session[] = [];
      for (const { workspace, tasks } of await planOf(paths)) {
        const shared = await prepare(workspace);
        for (const task of tasks)
          sessions.push({ shared, reviewed: await reviewTask(task, workspace, shared, context) });
      }
      const accepted: Accepted[] = [];
      for (const [session, wanted] of chosen(sessions, options.accept, command)) {
        const one = await accept(session.reviewed, wanted, session.shared, context);
        session.reviewed = one.review;
        accepted.push(one);
      }
      const written = await writeAll('', new Map(accepted.map(({ file, text }) => [file, text])));
      const reviews = sessions.map(({ reviewed }) => reviewed);
      if (options.html !== undefined) {
        written.push(...(await writeAll('', new Map([[options.html, await reviewPage(reviews, context)]]))));
      }
      const errors = [...reported.filter(isError), ...reviews.flatMap((review) => review.errors)];
      if (options.json) console.log(JSON.stringify({ ...asJson(reviews), written, messages: errors }, null, 1));
      else {
        printMessages(reported, options);
        print(reviews, written, options);
      }
      finish(errors.length > 0 ? 'errors' : 'done');
    });

function entriesIn(value: string): 'all' | number[] {
  if (value === 'all') return value;
  if (!/^\d+(?:,\d+)*$/.test(value)) throw new InvalidArgumentError('Write “all”, or numbers of entries: 1,4,7.');
  return value.split(',').map(Number);
}

/** What is to be accepted of each edition; entries are numbered through all of them. */
function chosen(
  sessions: readonly Session[],
  wanted: ReviewOptions['accept'],
  command: Command,
): [Session, readonly Waiting[] | 'all'][] {
  if (wanted === undefined) return [];
  const entries = sessions.flatMap((session) => session.reviewed.waiting.map((waiting) => ({ session, waiting })));
  const open = entries.filter(({ waiting }) => acceptanceOf(waiting) !== undefined);
  if (wanted === 'all') return [...new Set(open.map(({ session }) => session))].map((session) => [session, wanted]);
  const named = [...new Set(wanted)].map((n) => {
    const entry = entries[n - 1];
    if (!entry) command.error(`error: There is no entry ${n}; ${countOf(entries.map(({ waiting }) => waiting))}`);
    if (!open.includes(entry)) command.error(`error: Nothing is proposed for entry ${n}; decide it in edition.yaml.`);
    return entry;
  });
  return [...new Set(named.map(({ session }) => session))].map((session) => [
    session,
    named.filter((entry) => entry.session === session).map(({ waiting }) => waiting),
  ]);
}

function asJson(reviews: readonly ReviewedTask[]) {
  let n = 0;
  return {
    count: countOf(reviews.flatMap(({ waiting }) => waiting)),
    editions: reviews.map(({ task, waiting, notes }) => ({
      name: task.name,
      transcription: task.transcription,
      waiting: waiting.map(({ options, ...entry }) => ({
        n: ++n,
        ...entry,
        options: options.map((option) => ({
          ...option,
          decisions: option.decisions.map(({ decision }) => decision),
          yaml: yamlOf(option),
        })),
      })),
      notes,
    })),
  };
}

function print(reviews: readonly ReviewedTask[], written: readonly string[], { quiet = false }: OutputOptions): void {
  const all = reviews
    .flatMap(({ waiting }) => waiting)
    .map((waiting, i) => ({ waiting, text: waitingText(waiting, i + 1) }));
  const errors = all.filter(({ waiting }) => isWrong(waiting));
  if (quiet) {
    if (errors.length > 0) console.error(errors.map(({ text }) => text).join('\n\n'));
    return;
  }
  const notes = reviews.flatMap((review) => review.notes);
  const parts = [
    ...written.map((file) => `Written: ${file}`),
    countOf(all.map(({ waiting }) => waiting)),
    ...all.map(({ text }) => `\n${text}`),
    ...(notes.length > 0 ? ['\nNo decision can settle:', ...notes.map((note) => messageText(note, true))] : []),
  ];
  console.log(parts.join('\n'));
}

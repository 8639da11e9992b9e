import { Command } from 'commander';
import { type Rebased, rebaseTask, writeRebased } from '../corpus/rebase.js';
import { prepare } from '../corpus/shared.js';
import { planOf } from '../corpus/workspace.js';
import { isError } from '../messages/message.js';
import { contextOf, type Finish, type OutputOptions, printMessages } from './output.js';

const EXAMPLES = `
Examples:
  memcon rebase editions/1963-01-10-rusk-kuznetsov better.md            what would become of its decisions and ids
  memcon rebase editions/1963-01-10-rusk-kuznetsov better.md --write    takes the new transcription; the old one is kept`;

export const rebaseCommand = (finish: Finish): Command =>
  new Command('rebase')
    .description('Carry decisions and ids of an edition over to a new transcription')
    .argument('<old>', 'the edition’s folder, or its transcription')
    .argument('<new>', 'the new transcription of the same document')
    .option('-w, --write', 'take the new transcription, and move the old one to superseded/')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, newFile: string, options: OutputOptions & { write?: boolean }) => {
      const { context } = await contextOf();
      const [plan] = await planOf([path]);
      const shared = await prepare(plan!.workspace);
      const rebased = await rebaseTask(plan!.tasks[0]!, plan!.workspace, shared, context, newFile);
      const isSound = !rebased.messages.some(isError);
      if (options.write && isSound) await writeRebased(rebased);
      if (options.json) {
        const { decisions, ids, messages, files, revision } = rebased;
        const written = options.write && isSound ? [...files.keys()] : [];
        console.log(JSON.stringify({ decisions, ids, ...(revision && { revision }), written, messages }, null, 1));
      } else {
        printMessages(rebased.messages, options);
        if (isSound && !options.quiet) console.log(report(rebased, options.write === true));
      }
      const isWhole = rebased.decisions.every(({ fate }) => fate.kind !== 'lost');
      finish(isSound && isWhole ? 'done' : 'errors');
    });

const FATES = {
  kept: 'as it stands',
  carried: 'with its anchor written anew',
  settled: 'taken out, since the new transcription reads so',
  lost: 'not carried over',
} as const;

function report({ decisions, ids, files, revision }: Rebased, isWritten: boolean): string {
  const of = (kind: keyof typeof FATES) => decisions.filter(({ fate }) => fate.kind === kind);
  const counts = (Object.keys(FATES) as (keyof typeof FATES)[]).map((kind) => [FATES[kind], of(kind).length] as const);
  const listed = decisions.flatMap(({ decision, fate }) => {
    const at = `  line ${decision.stands.start.line} of edition.yaml, “${decision.quote ?? decision.paragraph}”`;
    if (fate.kind === 'lost') return [`${at}: ${fate.reason}`];
    if (fate.kind === 'settled') return [`${at}: the new transcription reads so.`];
    if (fate.kind === 'carried')
      return [
        `${at}: now ${Object.values(fate.anchor)
          .map((value) => JSON.stringify(value))
          .join(', ')}`,
      ];
    return [];
  });
  return [
    `${decisions.length} decisions: ${
      counts
        .filter(([, n]) => n > 0)
        .map(([words, n]) => `${n} ${words}`)
        .join(', ') || 'none'
    }`,
    ...listed,
    `${ids.carried.length} ids carried over${ids.gone.length > 0 ? `; gone: ${ids.gone.join(', ')}` : ''}`,
    ...(revision ? [revisionText(revision, isWritten)] : []),
    isWritten
      ? `written: ${[...files.keys()].join(', ')}`
      : 'Nothing was written; --write takes the new transcription.',
  ].join('\n');
}

/** What readers will be told, and what the editor still has to say. */
function revisionText({ date, what }: NonNullable<Rebased['revision']>, isWritten: boolean): string {
  const said = isWritten ? 'edition.yaml has a revision more' : 'A revision for edition.yaml';
  return date === undefined
    ? `${said}, without a day, since none is known: “${what}” Write its date when you give the edition its next version.`
    : `${said}, of ${date}, the day of the edition: “${what}” Where it was another day, write that.`;
}

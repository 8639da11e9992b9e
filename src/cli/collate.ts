import { Command } from 'commander';
import { type CollationOfTask, collateTask } from '../corpus/collate.js';
import { withDecisions, withWitness, written } from '../corpus/edition-file.js';
import { readIfThere, writeAll } from '../corpus/files.js';
import { prepare } from '../corpus/shared.js';
import { descriptionFileOf, planOf, type Task } from '../corpus/workspace.js';
import { isError } from '../messages/message.js';
import { contextOf, type Finish, type OutputOptions, printMessages } from './output.js';

const EXAMPLES = `
Examples:
  memcon collate editions/1963-01-10-rusk-kuznetsov frus=frus1961-63v05.xml#d278
  memcon collate scans/d278/transcription.md carbon.txt printed.xml     three texts in one apparatus
  memcon collate editions/1963-01-10-rusk-kuznetsov --write             with the witnesses of edition.yaml`;

export const collateCommand = (finish: Finish): Command =>
  new Command('collate')
    .description('Compare a transcription with other texts of the document, and propose readings')
    .argument('<transcription>', 'an edition’s folder, or a transcription')
    .argument('[witness...]', 'SIGLUM=FILE#ID: TEI, Markdown, plain text; the siglum and the id may be left out')
    .option('-a, --all', 'also record spelling, points and type, and what is not proposed as a reading')
    .option('-w, --write', 'merge what is not decided yet into edition.yaml')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, named: string[], options: OutputOptions & { all?: boolean; write?: boolean }) => {
      const { context } = await contextOf();
      const [plan] = await planOf([path]);
      const task = plan!.tasks[0]!;
      const collation = await collateTask(task, plan!.workspace, await prepare(plan!.workspace), context, named);
      const { messages } = collation;
      const wanted = collation.proposals.filter(({ kind }) => kind === 'reading' || options.all);
      const open = wanted.filter(({ decided }) => !decided);
      const isSound = !messages.some(isError);
      const file = options.write ? descriptionFileOf(task) : '';
      if (options.write && isSound) await merge(file, collation, open);
      if (options.json) {
        const { witnesses, proposals } = collation;
        console.log(JSON.stringify({ transcription: task.transcription, witnesses, proposals, messages }, null, 1));
      } else {
        printMessages(messages, options);
        if (isSound && options.write && !options.quiet)
          console.log(`${count(open.length, 'decision')} added to ${file}`);
        if (isSound && !options.write) console.log(report(task, collation, wanted));
      }
      finish(isSound ? 'done' : 'errors');
    });

type Proposals = CollationOfTask['proposals'];

async function merge(file: string, { witnesses }: CollationOfTask, open: Proposals): Promise<void> {
  const before = new TextDecoder().decode((await readIfThere(file)) ?? new Uint8Array());
  const described = witnesses
    .filter(({ isDescribed }) => !isDescribed)
    .reduce((text, { siglum, description }) => withWitness(text, siglum, description), before);
  const after = withDecisions(
    described,
    open.map(({ decision }) => decision),
  );
  if (after !== before) await writeAll('', new Map([[file, after]]));
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** What is proposed, as it can be pasted into `edition.yaml`; what is decided already stands as a comment. */
function report(task: Task, { witnesses, proposals }: CollationOfTask, wanted: Proposals): string {
  const sigla = witnesses.map(({ siglum }) => siglum).join(', ');
  const decided = wanted.filter((proposal) => proposal.decided).length;
  const rest = proposals.length - wanted.length;
  const head = [
    `# ${task.transcription} compared with ${sigla}: ${count(wanted.length, 'proposal')}${decided > 0 ? `, of which edition.yaml has decided ${decided}` : ''}.`,
    ...(rest > 0
      ? [`# ${count(rest, 'difference')} of spelling, points, type or layout not shown; --all shows them.`]
      : []),
  ];
  const undescribed = witnesses.filter(({ isDescribed }) => !isDescribed);
  const described = undescribed.reduce((text, { siglum, description }) => withWitness(text, siglum, description), '');
  const body = wanted.map(({ decision, decided: own }) => {
    const yaml = written([decision]);
    if (!own) return yaml;
    const isSame = own.reading === decision.reading;
    const note = isSame
      ? '  # Decided so already:'
      : `  # Decided otherwise (${JSON.stringify(own.reading ?? 'as it stands')}):`;
    return `${note}\n${yaml.replace(/^ {2}/gm, '  # ')}`;
  });
  return [
    ...head,
    ...(described === '' ? [] : [described.trimEnd()]),
    ...(body.length > 0 ? ['decisions:'] : []),
    body.join('').trimEnd(),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

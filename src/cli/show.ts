import { Command, Option } from 'commander';
import type { PublishedId } from '../citation/published-id.js';
import { buildTask } from '../corpus/build.js';
import { conversationText } from '../corpus/conversation-file.js';
import { kindOf } from '../corpus/files.js';
import { receiveTask } from '../corpus/received-edition.js';
import { prepare } from '../corpus/shared.js';
import { planOf } from '../corpus/workspace.js';
import { inShort } from '../messages/in-short.js';
import { MaterialError, message } from '../messages/message.js';
import { pointAt, type transcriptionOf } from '../text/transcription.js';
import { contextOf, type Finish, printMessages } from './output.js';

const EXAMPLES = `
Examples:
  memcon show 1963-01-10-rusk-kuznetsov --stage tei
  memcon show 1963-01-10-rusk-kuznetsov --stage marks | grep turn
  memcon show scans/d278/transcription.md --stage marks --json`;

export const showCommand = (finish: Finish): Command =>
  new Command('show')
    .description('Show what a stage of the build gives for one edition')
    .argument('<id>', 'name of an edition in the workspace, or a path')
    .addOption(
      new Option('-s, --stage <stage>', 'what to show')
        .choices(['marks', 'ids', 'messages', 'tei', 'talk'])
        .default('marks'),
    )
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, { stage, json }: { stage: string; json?: boolean }) => {
      const isPath = (await kindOf(id)) !== undefined;
      const plans = await planOf(isPath ? [id] : []);
      const found = plans
        .flatMap(({ workspace, tasks }) => tasks.map((task) => ({ workspace, task })))
        .find(({ task }) => isPath || task.name === id);
      if (!found) {
        throw new MaterialError(
          message('file-is-found', {
            words: id,
            reason: `The workspace has no edition “${id}”.`,
            advice: `It has: ${plans.flatMap(({ tasks }) => tasks.map(({ name }) => name)).join(', ') || 'none'}.`,
          }),
        );
      }
      const { context } = await contextOf();
      const { built, messages } = await buildTask(found.task, found.workspace, await prepare(found.workspace), context);
      if (!built || stage === 'messages') {
        printMessages(messages, { json: json ?? false });
        finish(built ? 'done' : 'errors');
        return;
      }
      if (stage === 'tei') {
        if (built.tei === undefined) printMessages(messages, { json: json ?? false });
        else process.stdout.write(json ? `${JSON.stringify({ name: built.name, tei: built.tei })}\n` : built.tei);
        finish(built.tei === undefined ? 'errors' : 'done');
      } else if (stage === 'talk') {
        process.stdout.write(built.conversation ? conversationText(built.name, built.conversation) : 'null\n');
      } else if (stage === 'ids') {
        console.log(json ? JSON.stringify(built.register, null, 1) : built.register.map(idLine).join('\n'));
      } else {
        const { transcription: source } = await receiveTask(found.task);
        console.log(json ? JSON.stringify(built.marks, null, 1) : marksTable(source, built.marks));
      }
    });

/** An id with the beginning of its words; of one that is gone, where these are. */
function idLine({ id, words, gone }: PublishedId): string {
  return `${id}\t${inShort(words, 80)}${gone ? `\tgone: ${gone.to.join(', ') || 'left out'}` : ''}`;
}

function marksTable(
  source: ReturnType<typeof transcriptionOf>,
  marks: NonNullable<Awaited<ReturnType<typeof buildTask>>['built']>['marks'],
): string {
  return [...marks]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .map(({ kind, start, end, by, certainty, evidence, ...rest }) => {
      const { line, column } = pointAt(source, start);
      const shown = inShort(source.text.slice(start, end));
      const more = Object.entries(rest)
        .filter(([, value]) => typeof value !== 'object' || Array.isArray(value))
        .map(
          ([key, value]) =>
            `${key}=${Array.isArray(value) && typeof value[0] === 'object' ? value.length : String(value)}`,
        );
      return [`${line}:${column}`, kind, shown, more.join(' '), `${by}, ${certainty}: ${evidence}`].join('\t');
    })
    .join('\n');
}

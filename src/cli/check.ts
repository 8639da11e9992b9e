import { extname } from 'node:path';
import { Command } from 'commander';
import { buildTask, prepare } from '../corpus/build.js';
import { readRequired } from '../corpus/files.js';
import { packagedGrammar } from '../corpus/package-files.js';
import { planOf } from '../corpus/workspace.js';
import { isError, type Message } from '../messages/message.js';
import { countText } from '../messages/report.js';
import { decodeTranscription } from '../sources/decode.js';
import { validate } from '../validation/validate.js';
import { contextOf, type Finish, type OutputOptions, printMessages } from './output.js';

const EXAMPLES = `
Examples:
  memcon check                     every edition of the workspace, without writing anything
  memcon check output/*/*.xml      TEI files, wherever they come from
  memcon check d278.md --json      a transcription; messages as JSON`;

export const checkCommand = (finish: Finish): Command =>
  new Command('check')
    .description('Check TEI files, transcriptions and editions; write nothing')
    .argument('[path...]', 'TEI files, transcriptions, edition folders or workspaces')
    .option('--json', 'print the messages as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: OutputOptions) => {
      const tei = paths.filter((path) => extname(path).toLowerCase() === '.xml');
      const others = paths.filter((path) => !tei.includes(path));
      const messages: Message[] = [];
      if (tei.length > 0) messages.push(...(await checkTei(tei)));
      if (others.length > 0 || paths.length === 0) messages.push(...(await checkEditions(others)));
      printMessages(messages, options);
      if (!options.json && !options.quiet)
        console.log(messages.length === 0 ? 'Nothing to report.' : countText(messages));
      finish(messages.some(isError) ? 'errors' : 'done');
    });

async function checkTei(paths: readonly string[]): Promise<Message[]> {
  const grammar = await packagedGrammar();
  const messages: Message[] = [];
  for (const path of paths) {
    const { text } = decodeTranscription(path, await readRequired(path));
    messages.push(...validate(text, { file: path, grammar }).messages);
  }
  return messages;
}

async function checkEditions(paths: readonly string[]): Promise<Message[]> {
  const { context } = await contextOf();
  const messages: Message[] = [];
  for (const { workspace, tasks } of await planOf(paths)) {
    const shared = await prepare(workspace);
    for (const task of tasks) messages.push(...(await buildTask(task, workspace, shared, context)).messages);
  }
  return messages;
}

import { extname } from 'node:path';
import { Command } from 'commander';
import { buildTask, prepare } from '../corpus/build.js';
import { readRequired } from '../corpus/files.js';
import { packagedConstraints, packagedGrammar } from '../corpus/package-files.js';
import { planOf } from '../corpus/workspace.js';
import { isError, MaterialError, type Message } from '../messages/message.js';
import { countText } from '../messages/report.js';
import { checkTranscription, decodeUtf8 } from '../sources/decode.js';
import { formatOf } from '../sources/format.js';
import { transcriptionOf } from '../text/transcription.js';
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
      const tei: string[] = [];
      const others: string[] = [];
      for (const path of paths) ((await isTei(path)) ? tei : others).push(path);
      const messages: Message[] = [];
      if (tei.length > 0) messages.push(...(await checkTei(tei)));
      if (others.length > 0 || paths.length === 0) messages.push(...(await checkEditions(others)));
      printMessages(messages, options);
      if (!options.json && !options.quiet)
        console.log(messages.length === 0 ? 'Nothing to report.' : countText(messages));
      finish(messages.some(isError) ? 'errors' : 'done');
    });

/** Of files in XML, those that are no transcription of a known format. */
async function isTei(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.xml') return false;
  try {
    formatOf(path, decodeUtf8(path, await readRequired(path)));
    return false;
  } catch (error) {
    if (error instanceof MaterialError) return true;
    throw error;
  }
}

async function checkTei(paths: readonly string[]): Promise<Message[]> {
  const [grammar, constraints] = await Promise.all([packagedGrammar(), packagedConstraints()]);
  const messages: Message[] = [];
  for (const path of paths) {
    const text = decodeUtf8(path, await readRequired(path));
    checkTranscription(transcriptionOf(path, text));
    messages.push(...validate(text, { file: path, grammar, constraints }).messages);
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

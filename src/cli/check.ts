import { normalize } from 'node:path';
import { Command, Option } from 'commander';
import type { Context } from '../context.js';
import { buildTask } from '../corpus/build.js';
import { placeInEdition } from '../corpus/edition-of-file.js';
import { licenceFaults } from '../corpus/licence.js';
import { packagedConstraints, packagedGrammar } from '../corpus/package-files.js';
import { grammarOfSchema } from '../corpus/schema-file.js';
import { prepare, type Shared } from '../corpus/shared.js';
import { planOf, type Workspace } from '../corpus/workspace.js';
import { isXmlToCheck, readXmlFile } from '../corpus/xml-file.js';
import { limited } from '../messages/limit.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { countText } from '../messages/report.js';
import type { Grammar } from '../validation/grammar.js';
import { type ValidationInput, validate } from '../validation/validate.js';
import { validateBySchema } from '../validation/validate-by-schema.js';
import { FORMS, type FormOptions, formsOf, printIn } from './forms.js';
import { contextOf, type Finish } from './output.js';

const EXAMPLES = `
Examples:
  memcon check                                       every edition of the workspace, without writing anything
  memcon check output/*/*.xml                        TEI files, wherever they come from
  memcon check letters/*.xml --schema tei_all.rng    TEI files by another RELAX NG schema
  memcon check output/*/*.xml --sarif > tei.sarif    for GitHub code scanning
  memcon check d278.md --json                        a transcription; messages as JSON`;

interface CheckOptions extends FormOptions {
  schema?: string;
}

export const checkCommand = (finish: Finish): Command =>
  new Command('check')
    .description('Check TEI files, transcriptions and editions; write nothing')
    .argument('[path...]', 'TEI files, transcriptions, edition folders or workspaces')
    .option('-s, --schema <file>', 'a RELAX NG schema (.rng) to check TEI files by, in place of memcon’s own')
    .addOption(new Option('--format <form>', 'how messages are printed').choices(FORMS))
    .option('--json', 'short for --format json')
    .option('--sarif', 'short for --format sarif (SARIF 2.1.0)')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      const [form = 'text', ...others] = formsOf(options);
      if (others.length > 0)
        command.error(`error: messages are printed in one form, not as ${[form, ...others].join(' and ')}`);
      if (options.schema !== undefined && paths.length === 0) command.error('error: --schema needs the files to check');
      const messages = await checkAll(paths, options.schema);
      await printIn(form, messages, options.quiet);
      if (form === 'text' && !options.quiet)
        console.log(messages.length === 0 ? 'Nothing to report.' : countText(messages));
      finish(messages.some(isError) ? 'errors' : 'done');
    });

/** Checks one path after another; one that cannot be read does not keep the others back. */
async function checkAll(paths: readonly string[], schema: string | undefined): Promise<Message[]> {
  const run = await newRun();
  if (paths.length === 0) return messagesOf(undefined, () => checkEditions([], run));
  if (schema !== undefined) {
    const given = await attempt(schema, () => grammarOfSchema(schema));
    if ('failed' in given) return [given.failed];
    run.given = given.done;
  }
  const messages: Message[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(normalize(path))) continue;
    seen.add(normalize(path));
    const check = async () =>
      run.given || (await isXmlToCheck(path)) ? checkXml(path, run) : checkEditions([path], run);
    messages.push(...(await messagesOf(path, check)));
  }
  return messages;
}

/** What memcon's own editions are held against. */
type Own = Pick<ValidationInput, 'grammar' | 'constraints'>;

/** What the files of one run share; each is read when it is first needed. */
interface Run {
  context: Context;
  /** The grammar of `--schema`. */
  given?: Grammar;
  own(): Promise<Own>;
  sharedBy(workspace: Workspace): Promise<Shared>;
  /** Transcriptions whose editions have been checked, and descriptions of workspaces. */
  checked: Set<string>;
}

async function newRun(): Promise<Run> {
  let own: Promise<Own> | undefined;
  const shared = new Map<string, Promise<Shared>>();
  return {
    context: (await contextOf()).context,
    own() {
      own ??= Promise.all([packagedGrammar(), packagedConstraints()]).then(([grammar, constraints]) => ({
        grammar,
        constraints,
      }));
      return own;
    },
    sharedBy(workspace) {
      const known = shared.get(workspace.folder) ?? prepare(workspace);
      shared.set(workspace.folder, known);
      return known;
    },
    checked: new Set(),
  };
}

/** What `task` gives, or the message that says why it could not be carried out. */
async function attempt<T>(
  file: string | undefined,
  task: () => Promise<T>,
): Promise<{ done: T } | { failed: Message }> {
  try {
    return { done: await task() };
  } catch (error) {
    if (error instanceof MaterialError) return { failed: error.found };
    if (process.env.MEMCON_TRACE && error instanceof Error) console.error(error.stack);
    const reason = `The program failed on this file: ${error instanceof Error ? error.message : String(error)}.`;
    const advice = 'Please report it with the file, if you can. The other files are checked all the same.';
    return { failed: message('program-is-sound', { ...(file !== undefined && { file }), reason, advice }) };
  }
}

async function messagesOf(file: string | undefined, check: () => Promise<Message[]>): Promise<Message[]> {
  const result = await attempt(file, check);
  return 'failed' in result ? [result.failed] : result.done;
}

async function checkXml(file: string, { context, given, own, sharedBy }: Run): Promise<Message[]> {
  const xml = await readXmlFile(file);
  const found = given ? validateBySchema(xml, file, given) : validate(xml, { file, ...(await own()) }).messages;
  return placeInEdition(file, xml, limited(found, file), context, sharedBy);
}

/** Checks editions by building them, each once. */
async function checkEditions(paths: readonly string[], { context, sharedBy, checked }: Run): Promise<Message[]> {
  const messages: Message[] = [];
  for (const { workspace, layout, tasks } of await planOf(paths)) {
    const said = `${workspace.folder}/memcon.yaml`;
    if (!checked.has(said)) messages.push(...licenceFaults({ workspace, layout }));
    checked.add(said);
    for (const task of tasks) {
      if (checked.has(task.transcription)) continue;
      checked.add(task.transcription);
      messages.push(...(await buildTask(task, workspace, await sharedBy(workspace), context)).messages);
    }
  }
  return messages;
}

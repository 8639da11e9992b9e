import { Command } from 'commander';
import { buildPlan } from '../corpus/build.js';
import { kindOf, writeAll } from '../corpus/files.js';
import { releaseEdition } from '../corpus/release.js';
import { releaseFolder } from '../corpus/releases.js';
import { type Plan, planOf } from '../corpus/workspace.js';
import { isError, MaterialError, message } from '../messages/message.js';
import { isVersion } from '../text/version.js';
import { contextOf, type Finish, type OutputOptions, printMessages, UsageError } from './output.js';

const EXAMPLES = `
Examples:
  memcon release 1963-01-10-rusk-kuznetsov            the version that edition.yaml states
  memcon release 1963-01-10-rusk-kuznetsov 1.1.0      another one, which is put there
  memcon cite turn.3 --at 1.0.0                       a passage as it stood in a release`;

export const releaseCommand = (finish: Finish): Command =>
  new Command('release')
    .description('Freeze an edition as it is now: its TEI and pages stay under their version')
    .argument('<edition>', 'an edition of the workspace here, or its folder')
    .argument('[version]', 'a semantic version, such as 1.0.0 (default: that of edition.yaml)')
    .option('-o, --out <dir>', 'folder of what was built', 'output')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (edition: string, version: string | undefined, options: OutputOptions & { out: string }) => {
      if (version !== undefined && !isVersion(version)) throw noVersion(version);
      const { context, reported } = await contextOf();
      const plan = await planOfEdition(edition);
      const released = await releaseEdition(plan, version, options.out, context);
      const messages = [...released.messages, ...reported];
      const isGood = released.files.size > 0 && !reported.some(isError);
      const folder = `${options.out}/${releaseFolder(plan.tasks[0]!.name, released.version)}`;
      if (isGood) {
        await writeAll(options.out, released.files);
        await writeAll('', released.records);
        // The pages of the edition as it is now name the release.
        const now = await buildPlan(plan, context, () => {});
        await writeAll(options.out, now.files);
      }
      if (options.json)
        console.log(JSON.stringify({ version: released.version, ...(isGood && { folder }), messages }, null, 1));
      else {
        printMessages(messages, options);
        if (isGood && !options.quiet)
          console.log(`${plan.tasks[0]!.name}: version ${released.version} released to ${folder}/`);
      }
      finish(isGood ? 'done' : 'errors');
    });

const noVersion = (version: string) =>
  new UsageError(
    message('release-goes-forward', {
      words: version,
      reason: `“${version}” is no semantic version.`,
      advice: 'Give three numbers with points between them, such as 1.0.0 (semver.org).',
    }),
  );

/** @throws MaterialError where there is no such edition */
async function planOfEdition(edition: string): Promise<Plan> {
  const isPath = (await kindOf(edition)) !== undefined;
  const plans = await planOf(isPath ? [edition] : []);
  const found = plans
    .flatMap((plan) => plan.tasks.map((task) => ({ plan, task })))
    .filter(({ task }) => isPath || task.name === edition);
  const [one] = found;
  if (one && found.length === 1) return { ...one.plan, tasks: [one.task], whole: false };
  throw new MaterialError(
    message('file-is-found', {
      words: edition,
      reason: one
        ? `“${edition}” holds ${found.length} editions; one at a time is released.`
        : `The workspace has no edition “${edition}”.`,
      advice: `Name one: ${plans.flatMap(({ tasks }) => tasks.map(({ name }) => name)).join(', ') || 'there is none here'}.`,
    }),
  );
}

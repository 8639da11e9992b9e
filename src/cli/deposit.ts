import { Command } from 'commander';
import { deposit } from '../corpus/deposit.js';
import { planOf } from '../corpus/workspace.js';
import { isError } from '../messages/message.js';
import { contextOf, endProgress, type Finish, type OutputOptions, printMessages, progressLine } from './output.js';

const EXAMPLES = `
A workspace is one bag, an edition that is named a bag of its own. What does not validate is not packed, and then nothing is.

Examples:
  memcon deposit                                        the workspace here, or in editions/, as one bag in deposits/
  memcon deposit --each --zip                           a .zip for each of its editions
  memcon deposit editions/1963-01-10-rusk-kuznetsov     one edition
  memcon verify deposits/1963-01-10-rusk-kuznetsov-1.0.0`;

interface DepositCommandOptions extends OutputOptions {
  out: string;
  zip?: boolean;
  each?: boolean;
  force?: boolean;
}

export const depositCommand = (finish: Finish): Command =>
  new Command('deposit')
    .description('Pack editions for an archive: a bag (BagIt) with sources, TEI, pages, METS, MODS, PREMIS, DataCite')
    .argument('[path...]', 'workspaces, edition folders or transcriptions')
    .option('-o, --out <dir>', 'folder in which the bags are put', 'deposits')
    .option('--zip', 'each bag as a ZIP archive')
    .option('--each', 'a bag for each edition, not one for the workspace')
    .option('--force', 'replace a bag that is there already')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: DepositCommandOptions) => {
      const { context, reported } = await contextOf();
      const { zip = false, each = false, force = false, out } = options;
      const plans = await planOf(paths);
      const all = plans.reduce((sum, { tasks }) => sum + tasks.length, 0);
      let n = 0;
      const { bags, messages } = await deposit(plans, { out, zip, each, force }, context, ({ name }) =>
        progressLine(`packing ${++n} of ${all}: ${name}`, options),
      );
      endProgress(options);
      const found = [...messages, ...reported];
      if (options.json)
        console.log(
          JSON.stringify(
            { out, bags: bags.map(({ path, editions }) => ({ bag: path, editions })), messages: found },
            null,
            1,
          ),
        );
      else {
        printMessages(found, options);
        if (!options.quiet)
          for (const { path, editions } of bags)
            console.log(`${path}: ${editions.length} edition${editions.length === 1 ? '' : 's'}`);
      }
      finish(found.some(isError) ? 'errors' : 'done');
    });

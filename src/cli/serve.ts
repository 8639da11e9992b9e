import { Command, InvalidArgumentError } from 'commander';
import { MaterialError } from '../messages/message.js';
import { countText } from '../messages/report.js';
import { serve } from '../server/serve.js';
import { contextOf, type Finish, type OutputOptions, printMessages, UsageError } from './output.js';

const EXAMPLES = `
Examples:
  memcon serve                        the workspace here, or in editions/
  memcon serve scans/d278             one edition, or one transcription
  memcon serve --port 0               on any port that is free`;

/** Chosen because little else uses it. */
const PORT = 4278;

interface ServeArguments extends OutputOptions {
  port: number;
  host?: string;
  out?: string;
}

export const serveCommand = (finish: Finish): Command =>
  new Command('serve')
    .description('Show a workspace in the browser, and show each change as soon as it is saved')
    .argument('[path]', 'a workspace, an edition folder or a transcription')
    .option('-p, --port <n>', 'port to listen on; 0 takes any that is free', portIn, PORT)
    .option('--host <address>', 'address to listen on, in place of this machine only')
    .option(
      '-o, --out <dir>',
      'folder to write too, after each build without errors; releases are shown from it, else from output',
    )
    .option('--json', 'print one JSON object a line: the address, then each build')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, options: ServeArguments) => {
      const { context } = await contextOf();
      const { port, host, out, json = false, quiet = false } = options;
      const say = (words: string, data: object) => {
        if (json) console.log(JSON.stringify(data));
        else if (!quiet) console.log(words);
      };
      const stopped = new Promise((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      const serving = await serve({
        ...(path !== undefined && { path }),
        port,
        ...(host !== undefined && { host }),
        ...(out !== undefined && { out }),
        context,
        report: (found) => printMessages([found], { quiet }),
        built({ site: { messages }, built, changed }) {
          if (!changed) return;
          if (!json) printMessages(messages, { quiet });
          const found = countText(messages);
          say(`built ${built.join(', ') || 'the site'}${found === '' ? '' : ` (${found})`}`, { built, messages });
        },
      }).catch((error: unknown) => {
        const isTaken = error instanceof MaterialError && error.found.rule === 'address-is-free';
        throw isTaken ? new UsageError(error.found) : error;
      });
      // The address is the result, and is wanted also where little is said.
      console.log(json ? JSON.stringify({ address: serving.address }) : `Open ${serving.address}  (Ctrl+C ends it)`);
      await stopped;
      await serving.close();
      finish('done');
    });

function portIn(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

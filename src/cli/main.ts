#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { software } from '../corpus/package-files.js';
import { MaterialError, message } from '../messages/message.js';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { citeCommand } from './cite.js';
import { collateCommand } from './collate.js';
import { depositCommand } from './deposit.js';
import { formAskedFor, printIn } from './forms.js';
import { initCommand } from './init.js';
import { type Outcome, UsageError } from './output.js';
import { rebaseCommand } from './rebase.js';
import { releaseCommand } from './release.js';
import { reviewCommand } from './review.js';
import { serveCommand } from './serve.js';
import { showCommand } from './show.js';
import { verifyCommand } from './verify.js';

/** Exit status: done, errors in the material, wrong use of the command line. */
const STATUS: Record<Outcome, number> = { done: 0, errors: 1, misuse: 2 };

async function main(args: readonly string[]): Promise<number> {
  const { version } = await software();
  let outcome: Outcome = 'done';
  const program = new Command('memcon')
    .description(
      'Turns the transcription of a typed diplomatic document into a scholarly edition: TEI P5 and a page to read.',
    )
    .version(version)
    .showHelpAfterError('Run “memcon --help” for the commands and their options.')
    .exitOverride();
  for (const command of [
    buildCommand,
    checkCommand,
    collateCommand,
    rebaseCommand,
    reviewCommand,
    showCommand,
    citeCommand,
    verifyCommand,
    depositCommand,
    releaseCommand,
    serveCommand,
    initCommand,
  ]) {
    program.addCommand(
      command((result) => (outcome = result))
        .exitOverride()
        .showHelpAfterError(),
    );
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return STATUS[outcome];
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.misuse;
    const form = formAskedFor(args);
    if (error instanceof MaterialError) {
      await printIn(form, [error.found]);
      return error instanceof UsageError ? STATUS.misuse : STATUS.errors;
    }
    const found = message('program-is-sound', {
      reason: `The program failed: ${error instanceof Error ? error.message : String(error)}.`,
      advice: 'Please report it with the command and, if you can, the file. Set MEMCON_TRACE=1 to see where it failed.',
    });
    await printIn(form, [found]);
    if (process.env.MEMCON_TRACE && error instanceof Error) console.error(error.stack);
    return STATUS.errors;
  }
}

// A reader that closes the pipe early, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));

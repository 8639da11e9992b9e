import { Command } from 'commander';
import { findBrowser } from '../corpus/browser.js';
import { buildPlan, type CorpusResult } from '../corpus/build.js';
import { writeAll } from '../corpus/files.js';
import { interfaceLanguages } from '../corpus/interface-language.js';
import { licenceFaults } from '../corpus/licence.js';
import { outputOf } from '../corpus/machine-files.js';
import { keptReleases } from '../corpus/releases.js';
import { type Plan, planOf } from '../corpus/workspace.js';
import { isError, message } from '../messages/message.js';
import { countText } from '../messages/report.js';
import { ofKind } from '../text/marks.js';
import {
  contextOf,
  endProgress,
  type Finish,
  type OutputOptions,
  printMessages,
  progressLine,
  UsageError,
} from './output.js';

const EXAMPLES = `
Examples:
  memcon build                                        the workspace here, or in editions/, into output/
  memcon build editions/1963-01-10-rusk-kuznetsov     one edition of a workspace
  memcon build scans/d278/transcription.md --out tei  a bare transcription into tei/d278/d278.xml and .html`;

export const buildCommand = (finish: Finish): Command =>
  new Command('build')
    .description('Build editions: TEI, and pages to read')
    .argument('[path...]', 'workspaces, edition folders or transcriptions')
    .option('-o, --out <dir>', 'folder for the result', 'output')
    .option('--epub', 'an e-book of each edition too, as EPUB 3')
    .option('--pdf', 'the reading text of each edition as PDF too; needs Chromium')
    .option('--language <code>', 'language of the pages, instead of that of memcon.yaml')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      const { context, reported } = await contextOf();
      await checkLanguage(options.language);
      const forms = { epub: options.epub ?? false, browser: options.pdf ? await requiredBrowser() : undefined };
      const results: CorpusResult[] = [];
      const plans = await planOf(paths);
      for (const plan of plans) {
        let n = 0;
        results.push(
          await buildPlan(
            inLanguage(plan, options.language),
            context,
            ({ name }) => progressLine(`building ${++n} of ${plan.tasks.length}: ${name}`, options),
            { ...forms, out: options.out },
          ),
        );
      }
      endProgress(options);
      const editions = results.flatMap((result) => result.editions);
      const releases = await Promise.all(
        editions.map(({ task, releases = [] }) => keptReleases(task, releases, options.out)),
      );
      const messages = [
        ...plans.flatMap(licenceFaults),
        ...editions.flatMap((edition) => edition.messages),
        ...releases.flat(),
        ...reported,
      ];
      // What a view leaves out must not be published, so nothing is.
      if (!reported.some(isError)) {
        for (const result of results) {
          await writeAll(options.out, outputOf(result));
          await writeAll('', result.registers);
        }
      }
      if (options.json)
        console.log(JSON.stringify({ out: options.out, editions: editions.map(summary), messages }, null, 1));
      else {
        printMessages(messages, options);
        if (!options.quiet) for (const edition of editions) console.log(line(edition, options.out));
      }
      finish(messages.some(isError) ? 'errors' : 'done');
    });

interface Options extends OutputOptions {
  out: string;
  epub?: boolean;
  pdf?: boolean;
  language?: string;
}

/** @throws UsageError where the pages cannot be made in the language */
async function checkLanguage(language: string | undefined): Promise<void> {
  const known = await interfaceLanguages();
  if (language === undefined || known.some(({ code }) => code === language)) return;
  const there = known.map(({ code, name }) => `${code} (${name})`);
  throw new UsageError(
    message('language-is-known', {
      words: language,
      reason: `“${language}” is no language that the pages can be made in.`,
      advice: `Write one of: ${there.join(', ')}.`,
    }),
  );
}

/** A plan whose pages speak another language than its workspace says. */
const inLanguage = (plan: Plan, language: string | undefined): Plan =>
  language === undefined ? plan : { ...plan, workspace: { ...plan.workspace, language } };

/** @throws UsageError where there is no browser to print with */
async function requiredBrowser(): Promise<string> {
  const browser = await findBrowser(process.env);
  if (browser !== undefined) return browser;
  const named = process.env.CHROMIUM_PATH;
  const reason = named
    ? `CHROMIUM_PATH is “${named}”, which is no program that can be run.`
    : 'No Chromium was found on the path.';
  const advice = 'Install Chromium or Chrome, or name one in CHROMIUM_PATH; without --pdf none is needed.';
  throw new UsageError(message('browser-is-found', { reason, advice }));
}

type Result = CorpusResult['editions'][number];

function summary({ task, built, messages }: Result) {
  const marks = built?.marks ?? [];
  return {
    name: task.name,
    transcription: task.transcription,
    written: built?.tei !== undefined && !messages.some(isError),
    pages: ofKind(marks, 'page').length,
    paragraphs: ofKind(marks, 'paragraph').length,
    turns: ofKind(marks, 'turn').filter(({ continues }) => !continues).length,
    annotations: ofKind(marks, 'annotation').length,
    readings: ofKind(marks, 'emendation').filter(({ reading }) => reading !== undefined).length,
    conserved: built?.conserved,
  };
}

function line(result: Result, out: string): string {
  const { name, written, pages, paragraphs, turns, annotations, readings, conserved } = summary(result);
  const found = countText(result.messages);
  if (!written) return `${name}: not built (${found})`;
  const count = (n: number, unit: string) => `${n.toLocaleString('en-US')} ${unit}${n === 1 ? '' : 's'}`;
  const parts = [
    count(pages, 'page'),
    count(paragraphs, 'paragraph'),
    count(turns, 'turn'),
    count(annotations, 'annotation'),
    count(readings, 'reading') + ' mended',
  ];
  return [
    `${name}: ${parts.join(', ')}`,
    `  conserved: all ${count(conserved ?? 0, 'character')} of the transcription, white space aside`,
    `  written to ${out}/${name}/${found === '' ? '' : ` (${found})`}`,
  ].join('\n');
}

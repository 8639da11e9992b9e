import { Command, Option } from 'commander';
import { styledCitation } from '../citation/cite.js';
import { type CitingOptions, cslItemOf, permalinkOf } from '../citation/csl-item.js';
import { DATA_FORMATS, type DataFormat, writerOf } from '../citation/data-formats.js';
import { type Found, parted, type Resolved, resolve } from '../citation/resolve.js';
import type { Markup } from '../citation/styled.js';
import { STYLES, type Style } from '../citation/styles.js';
import type { CitableEdition } from '../citation/unit.js';
import { stoodFor, withdrawnBy } from '../citation/withdrawn.js';
import { builtEditions } from '../corpus/built-editions.js';
import { publishedIds } from '../corpus/published-register.js';
import { inShort } from '../messages/in-short.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { findingsOf } from './cite-findings.js';
import { type Finish, type OutputOptions, printMessages, UsageError } from './output.js';
import { listed } from './proved-citations.js';

const EXAMPLES = `
A reference is an id, an address, a place in words, or words of the passage; the name of an edition may stand before an id.

Examples:
  memcon cite turn.3                                      Chicago note and permalink
  memcon cite 1963-01-10-rusk-kuznetsov#turn.3 --style mla
  memcon cite "p. 3, Kuznetsov" --format bibtex
  memcon cite "p. 2, par. 4" --format ris --accessed 2026-11-28
  memcon cite turn.3 --at 1.0.0                           as it stood in that release
  memcon cite "wished to stress that the role" --format csl-json > citation.json`;

interface CiteOptions extends OutputOptions {
  in?: string[];
  style: Style | 'chicago-note';
  format: Markup | DataFormat | 'json';
  accessed?: string;
  at?: string;
  all?: boolean;
}

export const citeCommand = (finish: Finish): Command =>
  new Command('cite')
    .description('Cite a passage of a built edition')
    .argument('<reference>', 'turn.3 · NAME#turn.3 · https://…/NAME/index.html#turn.3 · "p. 3, Kuznetsov" · words')
    .option('--in <path...>', 'TEI files, or folders of built editions (default: output)')
    .addOption(
      new Option('-s, --style <style>', 'citation style').choices(['chicago-note', ...STYLES]).default('chicago-note'),
    )
    .addOption(
      new Option('-f, --format <format>', 'what to write')
        .choices(['text', 'html', ...DATA_FORMATS, 'json'])
        .default('text'),
    )
    .option('--accessed <day>', 'the day on which the page was looked at, YYYY-MM-DD')
    .option('--at <version>', 'as it stood in a release, such as 1.0.0')
    .option('--all', 'cite every passage that the reference may mean')
    .option('--json', 'the same as --format json; messages as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (reference: string, options: CiteOptions) => {
      checkDay(options.accessed);
      checkRelease(reference, options.at);
      const editions = await builtEditions(options.in ?? [], reference, options.at);
      await refuseWithdrawn(reference, editions);
      const cited = passagesOf(reference, resolve(editions, reference), editions, options.all ?? false);
      const format = options.json ? 'json' : options.format;
      const written: string[] = [];
      for (const found of cited) written.push(await citationOf(found, format, options));
      const messages = await findingsOf(cited, reference);
      if (!options.json) printMessages(messages, options);
      process.stdout.write(format === 'json' ? jsonOf(written, messages) : written.join('\n'));
      finish('done');
    });

/** @throws UsageError where the day is none */
function checkDay(day: string | undefined): void {
  if (day === undefined) return;
  const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.slice(1).map(Number) ?? [];
  const isDay = date !== undefined && date > 0 && month! > 0 && month! <= 12 && date <= daysIn(year!, month!);
  if (isDay) return;
  throw new UsageError(
    message('access-day-is-a-day', {
      words: day,
      reason: `“${day}” is no day.`,
      advice: 'Give it as year, month and day, such as 2026-11-28, or leave --accessed out.',
    }),
  );
}

/** @throws UsageError where the address is of one release, and another is asked for */
function checkRelease(reference: string, at: string | undefined): void {
  const { version } = parted(reference, []);
  if (at === undefined || version === undefined || at === version) return;
  throw new UsageError(
    message('version-is-released', {
      words: reference,
      reason: `The address is of release ${version}, and --at asks for ${at}.`,
      advice: `Leave --at out to cite release ${version}, or give the address without “v${version}/”.`,
    }),
  );
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @throws MaterialError where the reference is an id that is gone; the message says where its words are now */
async function refuseWithdrawn(reference: string, editions: readonly CitableEdition[]): Promise<void> {
  if (resolve(editions, reference).kind === 'one') return;
  const ids = await Promise.all(editions.map(async (edition) => [edition, await publishedIds(edition)] as const));
  const [found] = withdrawnBy(reference, editions, new Map(ids));
  if (!found) return;
  const { edition, entry, to } = found;
  const { name } = edition.record;
  throw new MaterialError(
    message('reference-finds-a-passage', {
      words: reference,
      reason: `${name} has no ${entry.id} any more. ${stoodFor(entry)}`,
      advice:
        to.length > 0
          ? `Its words now stand in ${listed(name, to)}; cite that.`
          : 'Its words were left out of the edition; “memcon cite --at VERSION” cites a release that has them.',
    }),
  );
}

/** @throws MaterialError where the reference leads nowhere, or to several passages */
function passagesOf(
  reference: string,
  resolved: Resolved,
  editions: readonly CitableEdition[],
  all: boolean,
): readonly Found[] {
  if (resolved.kind === 'one') return [resolved.found];
  if (resolved.kind === 'many') {
    if (all) return resolved.candidates;
    throw new MaterialError(
      message('reference-is-one-passage', {
        words: reference,
        reason: `“${reference}” may mean ${resolved.candidates.length} passages:\n${listOf(resolved.candidates)}`,
        advice: 'Take one of these references, quote more words, or cite them all with --all.',
      }),
    );
  }
  const { edition, nearest, lack } = resolved;
  throw new MaterialError(
    message('reference-finds-a-passage', {
      words: reference,
      reason:
        edition !== undefined
          ? `There is no edition “${edition}” among those built: ${namesOf(editions)}.`
          : `“${reference}” leads to no passage.${lack === undefined ? '' : ` ${lack}`}${nearest.length > 0 ? ` Nearest:\n${listOf(nearest)}` : ''}`,
      advice:
        nearest.length > 0
          ? 'Take one of these references, or words as they stand in the text.'
          : 'Give an id such as turn.3, a place such as “p. 3, Kuznetsov”, or words as they stand in the text.',
    }),
  );
}

const SHOWN = 10;

const namesOf = (editions: readonly CitableEdition[]): string => {
  const names = editions.map(({ record }) => record.name);
  return names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`
    : names.join(', ');
};

function listOf(found: readonly Found[]): string {
  const lines = found.slice(0, SHOWN).map(({ edition, unit, quoted }) => {
    const words = inShort(quoted ?? unit.words);
    return `    ${edition.record.name}#${unit.references[0]}  ${unit.references.at(-1)}  “${words}”`;
  });
  return [...lines, ...(found.length > SHOWN ? [`    and ${found.length - SHOWN} more`] : [])].join('\n');
}

async function citationOf(found: Found, format: CiteOptions['format'], options: CiteOptions): Promise<string> {
  const { edition, unit, quoted, pages } = found;
  const citing = {
    ...(options.accessed !== undefined && { accessed: options.accessed }),
    ...(quoted !== undefined && { quoted }),
    ...(pages && { pages }),
  };
  const { record } = edition;
  if (format === 'json') return JSON.stringify(await everythingOf(found, citing), null, 1);
  if (format !== 'text' && format !== 'html') return (await writerOf(format))(cslItemOf(record, unit, citing));
  const style = options.style === 'chicago-note' ? 'chicago' : options.style;
  const { citation, entry } = await styledCitation(record, unit, style, format, citing);
  const parts = [citation, ...(options.style === 'chicago-note' ? [] : [entry]), permalinkOf(record, unit)];
  return format === 'html' ? `${parts.map((part) => `<p>${part}</p>`).join('\n')}\n` : `${parts.join('\n')}\n`;
}

/** The passage, and its citation in every style and format. */
async function everythingOf({ edition: { record, file }, unit, quoted, like }: Found, citing: CitingOptions) {
  const item = cslItemOf(record, unit, citing);
  const { spans: _spans, speakers, ...told } = unit;
  const styles = await Promise.all(
    STYLES.map(async (style) => [style, await styledCitation(record, unit, style, 'text', citing)] as const),
  );
  const formats = await Promise.all(
    DATA_FORMATS.filter((format) => format !== 'csl-json').map(
      async (format) => [format, (await writerOf(format))(item)] as const,
    ),
  );
  return {
    edition: record.name,
    file,
    permalink: permalinkOf(record, unit),
    passage: { ...told, speakers: speakers.map(({ id, name }) => ({ id, name })) },
    ...(quoted !== undefined && { quoted, ...(like && { like }) }),
    styles: Object.fromEntries(styles),
    formats: { ...Object.fromEntries(formats), 'csl-json': [item] },
  };
}

const jsonOf = (written: readonly string[], messages: readonly Message[]): string =>
  `${JSON.stringify({ citations: written.map((one) => JSON.parse(one) as unknown), messages }, null, 1)}\n`;

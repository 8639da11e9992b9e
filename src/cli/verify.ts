import { Command } from 'commander';
import { permalinkOf } from '../citation/csl-item.js';
import type { CitableEdition, Unit } from '../citation/unit.js';
import { type Citation, citationsIn, type Verdict, verify } from '../citation/verify.js';
import { stoodFor } from '../citation/withdrawn.js';
import { builtEditions, releaseOf } from '../corpus/built-editions.js';
import { readRequired } from '../corpus/files.js';
import { publishedIds } from '../corpus/published-register.js';
import { inShort } from '../messages/in-short.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { type Finish, type OutputOptions, printMessages } from './output.js';
import { bagData, bagLine, bagsAmong, type ProvedBag, proveBag } from './verify-bag.js';

const EXAMPLES = `
Examples:
  memcon cite turn.3 --format csl-json > citation.json
  memcon verify citation.json                    do the words still stand as they were cited?
  memcon verify citation.json --in published/    in the editions of another folder
  memcon verify deposits/one-1.0.0               is the bag complete, and as it was packed? also .zip`;

export const verifyCommand = (finish: Finish): Command =>
  new Command('verify')
    .description('Say whether cited words still stand as they were cited, or whether a bag is as it was packed')
    .argument(
      '<path...>',
      'citations in CSL-JSON, as “memcon cite --format csl-json” writes them; bags (BagIt), as folders or .zip',
    )
    .option('--in <path...>', 'TEI files, or folders of built editions (default: output)')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'print errors only')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: OutputOptions & { in?: string[] }) => {
      const { bags, others: files } = await bagsAmong(paths);
      const proved: ProvedBag[] = [];
      for (const path of bags) proved.push(await proveBag(path));
      // What is no citation is told before an edition is missed.
      const given = await Promise.all(files.map(async (file) => ({ file, citations: await read(file) })));
      const editions = files.length > 0 ? await builtEditions(options.in ?? []) : [];
      const messages: Message[] = proved.flatMap((bag) => bag.messages);
      const results: object[] = [];
      const lines: string[] = proved.flatMap((bag) => bagLine(bag) ?? []);
      for (const { file, citations } of given) {
        for (const cited of citations) {
          const edition = editions.find(({ record }) => record.name === cited.edition) ?? onlyOne(editions, cited);
          const { citation, stood } = await asReleased(edition, cited);
          const verdict = edition ? verify(edition, citation, await publishedIds(edition)) : undefined;
          messages.push(...told(file, citation, edition, verdict, stood));
          if (edition && verdict?.kind === 'stands') lines.push(standing(edition, citation, verdict));
          results.push(asData(file, citation, edition, verdict, stood));
        }
      }
      const data = {
        ...((files.length > 0 || bags.length === 0) && { citations: results }),
        ...(bags.length > 0 && { bags: proved.map(bagData) }),
        messages,
      };
      if (options.json) console.log(JSON.stringify(data, null, 1));
      else {
        printMessages(messages, options);
        if (!options.quiet) for (const line of lines) console.log(line);
      }
      finish(messages.some(isError) ? 'errors' : 'done');
    });

/** @throws MaterialError where the file has no citations that can be proved */
async function read(file: string): Promise<Citation[]> {
  const text = decodeUtf8(file, await readRequired(file));
  const citations = citationsIn(parsed(text));
  if (citations) return citations;
  throw new MaterialError(
    message('citation-is-readable', {
      file,
      reason: `“${file}” is no CSL-JSON with a passage and the SHA-256 of its words.`,
      advice:
        'Give a file that “memcon cite --format csl-json” has written; other programs must keep its note and URL.',
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The release in which cited words stand as they were cited. */
interface Stood {
  readonly version: string;
  readonly permalink: string;
}

/** A citation, with its words where the release that it names has them and the citation has only their hash. */
async function asReleased(
  edition: CitableEdition | undefined,
  citation: Citation,
): Promise<{ citation: Citation; stood?: Stood }> {
  const { version, reference, sha256, words } = citation;
  const release = edition && version !== undefined ? await releaseOf(edition, version) : undefined;
  const unit = release?.byReference.get(reference);
  if (!release || version === undefined || unit?.sha256 !== sha256) return { citation };
  return {
    citation: words === undefined && unit.kind !== 'document' ? { ...citation, words: unit.words } : citation,
    stood: { version, permalink: permalinkOf(release.record, unit) },
  };
}

/** Where the citation does not name its edition. */
const onlyOne = (editions: readonly CitableEdition[], { edition }: Citation): CitableEdition | undefined =>
  edition === undefined && editions.length === 1 ? editions[0] : undefined;

function standing(
  { record }: CitableEdition,
  { reference, version }: Citation,
  { unit }: Verdict & { kind: 'stands' },
): string {
  const since = version === undefined || version === record.version ? '' : `, cited from version ${version}`;
  const now = record.version === undefined ? '' : ` in version ${record.version}`;
  return `${record.name}#${reference}: the words stand${now} as they were cited${since}: ${unit.references.at(-1)}\n  ${permalinkOf(record, unit)}`;
}

function told(
  file: string,
  citation: Citation,
  edition: CitableEdition | undefined,
  verdict: Verdict | undefined,
  stood: Stood | undefined,
): Message[] {
  const { reference, words } = citation;
  const then = stood ? ` In version ${stood.version} it stood as cited: ${stood.permalink}` : '';
  // What a release is cited for, it keeps: that the edition has gone on is worth knowing, and no fault of the citation.
  const holds = stood !== undefined && stood.version === citation.release;
  const severity = holds ? 'warning' : 'error';
  const kept = 'The citation holds, since it leads to the release.';
  if (!edition || !verdict) {
    return [
      message('cited-words-stand', {
        file,
        reason: `The edition “${citation.edition ?? 'without a name'}” is not among those built.`,
        advice: 'Build it, or name the folder that holds it with --in.',
      }),
    ];
  }
  if (verdict.kind === 'stands') return [];
  const { name } = edition.record;
  const moved = verdict.moved && `${name}#${verdict.moved.references[0]} (${verdict.moved.references.at(-1)})`;
  if (verdict.kind === 'changed') {
    const difference = verdict.difference === undefined ? '' : `: ${verdict.difference.replace(/\.$/, '')}`;
    const quoted =
      verdict.quotedStands === undefined
        ? ''
        : verdict.quotedStands
          ? ' The words quoted stand in it all the same.'
          : ' The words quoted no longer stand in it.';
    return [
      message('cited-words-stand', {
        severity,
        file,
        words: reference,
        reason: `${name}#${reference} reads otherwise than it was cited${difference}.${quoted}${then}`,
        advice: holds
          ? kept
          : moved
            ? `The words cited now stand at ${moved}; cite that.`
            : 'Compare the revision history of the edition, and cite the passage anew.',
      }),
    ];
  }
  const { tombstone, to = [], like } = verdict;
  const before = words ?? tombstone?.words;
  const was =
    tombstone && words === undefined
      ? ` ${stoodFor(tombstone)}`
      : before === undefined
        ? ''
        : ` It stood for “${inShort(before, 80)}”.`;
  const share = like !== undefined ? Math.round(like * 100) : 0;
  return [
    message('cited-words-stand', {
      severity,
      file,
      words: reference,
      reason: `${name} has no ${reference}${tombstone ? ' any more' : ''}.${was}${then}`,
      advice: holds
        ? kept
        : moved && share === 100
          ? `The words now stand at ${moved}; cite that.`
          : to.length > 0
            ? `Its words now stand in ${listed(name, to)}; cite that.`
            : tombstone
              ? 'Its words were left out of the edition; compare its revision history.'
              : moved
                ? `The passage most like it is ${moved}, which shares ${share} % of the words.`
                : 'No passage has these words or words like them; compare the revision history of the edition.',
    }),
  ];
}

/** “NAME#par.3 (p. 2, paragraph 3) and NAME#par.4 (…)”. */
export const listed = (name: string, units: readonly Unit[]): string =>
  units.map(({ references }) => `${name}#${references[0]} (${references.at(-1)})`).join(' and ');

function asData(
  file: string,
  { reference, sha256 }: Citation,
  edition: CitableEdition | undefined,
  verdict: Verdict | undefined,
  stood: Stood | undefined,
) {
  const where = verdict && (verdict.kind === 'stands' ? verdict.unit : verdict.moved);
  return {
    file,
    reference,
    sha256,
    ...(edition && { edition: edition.record.name }),
    verdict: verdict?.kind ?? 'edition-not-built',
    ...(stood && { stood }),
    ...(where && { stands: where.references[0], ...(edition && { permalink: permalinkOf(edition.record, where) }) }),
    ...(verdict?.kind === 'changed' && verdict.difference !== undefined && { difference: verdict.difference }),
    ...(verdict?.kind === 'changed' && verdict.quotedStands !== undefined && { quotedStands: verdict.quotedStands }),
    ...(verdict?.kind === 'gone' && verdict.to && { to: verdict.to.map(({ references }) => references[0]) }),
    ...(verdict?.kind === 'gone' && verdict.like !== undefined && { like: Number(verdict.like.toFixed(2)) }),
  };
}

import { Command } from 'commander';
import { type Citation, citationsIn, contradictionIn } from '../citation/given.js';
import { verify } from '../citation/verify.js';
import { builtEditions, formerlyNamed } from '../corpus/built-editions.js';
import { readRequired } from '../corpus/files.js';
import { publishedIds } from '../corpus/published-register.js';
import { isError, MaterialError, type Message, message } from '../messages/message.js';
import { decodeUtf8 } from '../sources/decode.js';
import { type Finish, type OutputOptions, printMessages } from './output.js';
import { asData, asReleased, onlyOne, standing, told } from './proved-citations.js';
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
          const edition =
            editions.find(({ record }) => record.name === cited.edition) ??
            (await formerlyNamed(editions, cited.edition)) ??
            onlyOne(editions, cited);
          const { citation, stood } = await asReleased(edition, cited);
          const verdict = edition ? verify(edition, citation, await publishedIds(edition)) : undefined;
          messages.push(...told(file, citation, edition, verdict, stood));
          if (edition && verdict?.kind === 'stands' && !verdict.otherwise)
            lines.push(standing(edition, citation, verdict));
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
  const [altered] = (citations ?? []).flatMap((citation) => {
    const reason = contradictionIn(citation);
    return reason === undefined ? [] : [{ words: citation.reference, reason }];
  });
  if (altered)
    throw new MaterialError(
      message('citation-is-readable', {
        file,
        ...altered,
        advice: 'It was changed by hand: cite the passage anew with “memcon cite”, or restore the file.',
      }),
    );
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

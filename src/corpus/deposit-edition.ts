import { basename, dirname, join, relative } from 'node:path';
import { cslItemOf } from '../citation/csl-item.js';
import { writerOf } from '../citation/data-formats.js';
import { citableEdition } from '../citation/units.js';
import type { Context } from '../context.js';
import { DATACITE_SCHEMA, dataCite, dataCiteJson, dataCiteXml } from '../deposit/datacite.js';
import { dublinCoreDocument } from '../deposit/dublin-core.js';
import { EDITION_METS_SCHEMAS, editionMets } from '../deposit/mets.js';
import { MODS_SCHEMA, modsOf } from '../deposit/mods.js';
import type { PackedFile, Use } from '../deposit/packed-file.js';
import { plainText } from '../deposit/plain-text.js';
import { agentOf, digestsMade, PREMIS_SCHEMA, type PremisEvent, premisOf } from '../deposit/premis.js';
import { type DepositRecord, witnessTable } from '../deposit/record.js';
import { xmlText } from '../deposit/xml.js';
import type { Message } from '../messages/message.js';
import { RULES } from '../messages/rules.js';
import { publish } from '../publication/views.js';
import type { BagWriter } from './bag-writer.js';
import type { BuiltTask } from './build.js';
import { conversationText } from './conversation-file.js';
import { type FileContent, kindOf } from './files.js';
import { registerAfter, registerText } from './ids-file.js';
import type { Plan, Task, Workspace } from './workspace.js';

/** The folders of a payload. */
export const EDITIONS = 'editions';
export const SOURCES = 'sources';
export const METADATA = 'metadata';

/** An edition that was built without errors, and what its header says. */
export interface GoodEdition {
  readonly task: Task;
  readonly built: NonNullable<BuiltTask['built']> & { tei: string };
  readonly images: NonNullable<BuiltTask['images']>;
  readonly messages: readonly Message[];
  readonly record: DepositRecord;
}

/** What all editions of a bag share. */
export interface BagFacts {
  readonly workspace: Workspace;
  readonly layout: Plan['layout'];
  readonly context: Context;
  readonly schema: ReadonlyMap<string, string>;
  /** SHA-256 of the files of the schema, in hexadecimal. */
  readonly schemaDigests: ReadonlyMap<string, string>;
}

export interface PackedEdition {
  readonly record: DepositRecord;
  /** Folder of the edition in the payload. */
  readonly folder: string;
  readonly files: readonly PackedFile[];
  /** Its records that no record of its own can describe: the PREMIS, and the METS that holds it. */
  readonly undescribed: readonly PackedFile[];
  readonly mets: string;
}

/** Writes what is not of one edition alone, once for all of them. */
export type Share = (path: string, use: Use, content: FileContent) => Promise<PackedFile>;

/**
 * Packs an edition: its own files, its sources, and the metadata on both.
 * @param shared what the edition shares with all others of the bag; `share` adds what its pages need
 */
export async function packEdition(
  writer: BagWriter,
  edition: GoodEdition,
  facts: BagFacts,
  day: string,
  shared: readonly PackedFile[],
  share: Share,
): Promise<PackedEdition> {
  const { record, built, task } = edition;
  const { name, tei } = built;
  const software = `${facts.context.software.name} ${facts.context.software.version}`;
  const folder = `${EDITIONS}/${name}`;
  const files: PackedFile[] = [];
  const add = async (path: string, use: Use, content: FileContent) => files.push(await writer.add(path, use, content));

  await add(`${folder}/${name}.xml`, 'TEI', tei);
  const needed = [...shared];
  for (const [path, content] of await pagesOf(edition, facts)) {
    if (path.startsWith(`${name}/`)) await add(`${EDITIONS}/${path}`, 'page', content);
    else needed.push(await share(`${EDITIONS}/${path}`, 'style', content));
  }
  await add(`${folder}/${name}.txt`, 'text', plainText(`${name}.xml`, tei));
  for (const [ending, text] of await citationsOf(name, tei)) await add(`${folder}/${name}${ending}`, 'citation', text);
  if (built.conversation)
    await add(`${folder}/${name}.conversation.json`, 'metadata', conversationText(name, built.conversation));
  for (const [address, copy] of edition.images) await add(`${folder}/${address}`, 'image', copy);
  for (const [path, content] of await sourcesOf(task, built))
    await add(`${SOURCES}/${name}/${path}`, 'source', content);
  await add(`${METADATA}/${name}/witnesses.tsv`, 'metadata', witnessTable(record));

  const metadata = `${METADATA}/${name}`;
  const describe = (file: string, text: string) => add(`${metadata}/${file}`, 'metadata', text);
  const mods = modsOf(record, software);
  await describe('mods.xml', xmlText(mods, MODS_SCHEMA));
  await describe('dublin-core.xml', xmlText(dublinCoreDocument(record)));
  const data = dataCite(record);
  const xml = data && dataCiteXml(data);
  if (data) await describe('datacite.json', dataCiteJson(data));
  if (xml) await describe('datacite.xml', xmlText(xml, DATACITE_SCHEMA));

  // Digests were made of all that is packed so far; the bag's PREMIS has those of what follows.
  const premis = premisOf(files, eventsOf(edition, facts, files), agentOf(facts.context), day);
  await describe('premis.xml', xmlText(premis, PREMIS_SCHEMA));
  const mets = `${metadata}/mets.xml`;
  const document = editionMets(record, { mods, premis, files, shared: needed, software, day, folder: metadata });
  await describe('mets.xml', xmlText(document, ...EDITION_METS_SCHEMAS));
  return { record, folder, files, undescribed: files.slice(-2), mets };
}

/**
 * The pages of an edition by itself: those of a site would lead to registers and lists that are not in the bag, so they
 * are made as for a transcription without a workspace.
 */
const pagesOf = ({ built: { name, tei } }: GoodEdition, { workspace, context }: BagFacts) =>
  publish(
    [{ name, tei }],
    {
      title: workspace.title,
      layout: 'bare',
      ...(workspace.licence && { licence: workspace.licence }),
      authorities: [],
      partial: true,
    },
    context,
  );

/** The whole document for reference managers, and every passage with its words and their digest as CSL-JSON. */
async function citationsOf(name: string, tei: string): Promise<[ending: string, text: string][]> {
  const { record, units } = citableEdition(`${name}.xml`, tei, 'bare');
  const items = units.map((unit) => cslItemOf(record, unit));
  const [bibtex, ris, csl] = await Promise.all([writerOf('bibtex'), writerOf('ris'), writerOf('csl-json')]);
  return [
    ['.bib', bibtex(items[0]!)],
    ['.ris', ris(items[0]!)],
    ['.csl.json', csl(items[0]!)],
    ['.passages.csl.json', `${JSON.stringify(items, null, 1)}\n`],
  ];
}

/** The transcription, the decisions, and the register of the ids that the TEI file has, by path in the folder of the edition. */
async function sourcesOf({ files, folder }: Task, built: GoodEdition['built']): Promise<Map<string, FileContent>> {
  const base = folder ?? dirname(files[0]!);
  const within = (file: string) => {
    const path = relative(base, file).replaceAll('\\', '/');
    return path.startsWith('..') ? basename(file) : path;
  };
  const found = new Map<string, FileContent>(files.map((file) => [within(file), { copyOf: file }]));
  if (folder === undefined) return found;
  for (const name of ['edition.yaml', 'releases.json']) {
    const path = join(folder, name);
    if ((await kindOf(path)) === 'file') found.set(name, { copyOf: path });
  }
  return found.set('ids.json', registerText(registerAfter(built)));
}

/** The checks that the build has run on just these bytes; an edition in which one has failed comes not so far. */
function eventsOf({ built, messages }: GoodEdition, facts: BagFacts, files: readonly PackedFile[]): PremisEvent[] {
  const tei = files.filter(({ use }) => use === 'TEI').map(({ path }) => path);
  const sources = files.filter(({ use }) => use === 'source').map(({ path }) => path);
  const validation = { type: 'validation', outcome: 'pass' } as const;
  const digest = (file: string) => `${file}, SHA-256 ${facts.schemaDigests.get(file)}`;
  const warnings = messages.filter(
    ({ rule, severity }) => RULES[rule].stage === 'validation' && severity === 'warning',
  ).length;
  const events: (PremisEvent | false)[] = [
    {
      ...validation,
      detail: `The TEI file keeps to the grammar of RELAX NG: ${digest('memcon.rng')}.`,
      note: 'No errors.',
      objects: tei,
    },
    {
      ...validation,
      detail: `The TEI file keeps to the constraints that are in Schematron ${digest('memcon.sch')}; they were run as compiled to XSLT from memcon.odd. References and ids were resolved.`,
      note: `No errors; ${warnings === 1 ? '1 warning' : `${warnings} warnings`}.`,
      objects: tei,
    },
    built.conserved !== undefined && {
      ...validation,
      detail: 'The TEI file holds the transcription: read with its base readings it gives it back, white space aside.',
      note: `${built.conserved} characters compared and found equal.`,
      objects: [...tei, ...sources],
    },
    digestsMade(files),
  ];
  return events.filter((event) => event !== false);
}

import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Context } from '../context.js';
import { contentsPage } from '../deposit/contents-page.js';
import { bagMets, METS_SCHEMA, SHARED_PREMIS } from '../deposit/mets.js';
import type { PackedFile, Use } from '../deposit/packed-file.js';
import { agentOf, digestsMade, PREMIS_SCHEMA, premisOf } from '../deposit/premis.js';
import type { DepositRecord } from '../deposit/record.js';
import { editionEntities, formatEntities, rootEntities } from '../deposit/ro-crate.js';
import { xmlText } from '../deposit/xml.js';
import { BagWriter } from './bag-writer.js';
import { CrateFile } from './crate-file.js';
import { type BagFacts, EDITIONS, type GoodEdition, packEdition, type Share, SOURCES } from './deposit-edition.js';
import type { FileContent } from './files.js';

/** The day of a deposit: the one that was set for the run, else the last on which the edition was changed. */
export const dayOf = (record: DepositRecord, { date }: Context): string | undefined => date ?? record.changed;

/** The same data with words of their own: those that were cut from a text hold the whole text in memory. */
export const byItself = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** A bag to which editions are added; of each it keeps no more than a few words. */
export class DepositBag {
  readonly names: string[] = [];
  private readonly editions: { record: DepositRecord; folder: string; mets: string }[] = [];
  /** What no edition has of its own, by path in the payload. */
  private readonly common = new Map<string, PackedFile>();
  private readonly undescribed: PackedFile[] = [];
  private readonly ofAll: PackedFile[] = [];
  private day = '';

  private constructor(
    readonly writer: BagWriter,
    private readonly crate: CrateFile,
    private readonly facts: BagFacts,
  ) {}

  static async begin(out: string, facts: BagFacts): Promise<DepositBag> {
    const writer = await BagWriter.create(out);
    const bag = new DepositBag(writer, await CrateFile.begin(writer), facts);
    for (const [path, use, content] of bag.filesOfAll()) bag.ofAll.push(await bag.share(path, use, content));
    return bag;
  }

  /**
   * What tells this deposit from others: name and version of an edition; of a workspace, and of an edition without a version,
   * the day and the first digits of the digest of `manifest-sha256.txt`. The same content has the same name.
   */
  private nameOf(edition: DepositRecord | undefined): string {
    if (edition?.version !== undefined) return `${edition.name}-${edition.version}`;
    const name = edition?.name ?? basename(resolve(this.facts.workspace.folder));
    return `${name}-${this.day}-${this.writer.digestOfPayload().slice(0, 8)}`;
  }

  async add(edition: GoodEdition): Promise<void> {
    const day = dayOf(edition.record, this.facts.context)!;
    const packed = await packEdition(this.writer, edition, this.facts, day, this.ofAll, this.share);
    if (day > this.day) this.day = day;
    const { record, folder, files, undescribed, mets } = packed;
    await this.crate.add([...editionEntities(record, folder, files), ...formatEntities(files)]);
    // The pages of the record are those of the TEI file, and no longer needed.
    this.editions.push(byItself({ record: { ...record, pages: [], subjects: [], witnesses: [] }, folder, mets }));
    this.undescribed.push(...byItself(undescribed));
    this.names.push(byItself(record.name));
  }

  private readonly share: Share = async (path, use, content) => {
    const there = this.common.get(path) ?? (await this.writer.add(path, use, content));
    this.common.set(path, there);
    return there;
  };

  /** @param title of the workspace, where the bag is one of a whole workspace */
  async finish(
    title: string | undefined,
  ): Promise<{ name: string; day: string; files: { path: string; from: string; size: number }[] }> {
    const { workspace, context } = this.facts;
    const software = `${context.software.name} ${context.software.version}`;
    const first = this.editions[0]!.record;
    const of = title === undefined ? first : undefined;
    const label = title ?? first.title;
    const editions = this.editions.map(({ record }) => {
      const name = encodeURIComponent(record.name);
      return { record, page: `${name}/${name}.html` };
    });
    await this.share(`${EDITIONS}/index.html`, 'page', contentsPage(label, editions));
    const described = [...this.common.values(), ...this.undescribed];
    const premis = premisOf(described, [digestsMade(described)], agentOf(context), this.day);
    await this.share(SHARED_PREMIS, 'metadata', xmlText(premis, PREMIS_SCHEMA));
    const doi = of?.doi;
    const identifier = doi === undefined ? (of?.address ?? of?.name ?? workspace.address) : `https://doi.org/${doi}`;
    const mets = bagMets(
      { label, identifier: identifier ?? label, software, day: this.day },
      this.editions.map(({ record, mets: path }) => ({ title: record.title, mets: path })),
      [...this.common.values()],
    );
    await this.share('mets.xml', 'metadata', xmlText(mets, METS_SCHEMA));
    const publisher = of?.publisher ?? workspace.publisher;
    const count = this.editions.length;
    const root = {
      name: label,
      description: of?.subtitle ?? `${count} edition${count === 1 ? '' : 's'}, with sources, pages and metadata.`,
      day: this.day,
      ...(workspace.licence && { licence: workspace.licence }),
      ...(publisher !== undefined && { publisher }),
      ...(doi !== undefined && { doi }),
      editions: this.editions.map(({ folder }) => folder),
      files: [...this.common.values()],
    };
    await this.crate.add([...rootEntities(root), ...formatEntities(root.files)]);
    await this.crate.end();
    const name = this.nameOf(of);
    const group = of ? (of.address ?? of.name) : (workspace.address ?? basename(resolve(workspace.folder)));
    const info: [string, string | undefined][] = [
      ['Source-Organization', publisher],
      ['External-Description', [label, of?.subtitle].filter(Boolean).join('. ')],
      ['External-Identifier', doi === undefined ? name : `https://doi.org/${doi}`],
      // Later deposits of the same edition or workspace belong to it.
      ['Bag-Group-Identifier', group],
      ['Internal-Sender-Identifier', name],
      ['Bagging-Date', this.day],
    ];
    await this.writer.finish(info, software);
    return { name, day: this.day, files: await filesBelow(this.writer.staged) };
  }

  /** The schema, and what the workspace holds for all of its editions. */
  private filesOfAll(): [path: string, use: Use, content: FileContent][] {
    const { schema, layout, workspace } = this.facts;
    const own: [string, Use, FileContent][] = [...schema].map(([name, text]) => [
      `${EDITIONS}/schema/${name}`,
      'schema',
      text,
    ]);
    if (layout === 'bare') return own;
    own.push([`${SOURCES}/memcon.yaml`, 'source', { copyOf: join(workspace.folder, 'memcon.yaml') }]);
    for (const { file } of workspace.authorities) {
      const path = relative(workspace.folder, file).replaceAll('\\', '/');
      const place = path.startsWith('..') ? basename(path) : path;
      own.push([`${SOURCES}/${place}`, 'authority', { copyOf: file }]);
    }
    return own;
  }
}

/** All files of a bag, its own first, then the payload, each by name: the order of the archive. */
async function filesBelow(folder: string): Promise<{ path: string; from: string; size: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: { path: string; from: string; size: number }[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    files.push({ path: relative(folder, from).replaceAll('\\', '/'), from, size: (await stat(from)).size });
  }
  const key = ({ path }: { path: string }) => `${path === 'bagit.txt' ? 0 : path.startsWith('data/') ? 2 : 1}${path}`;
  return files.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

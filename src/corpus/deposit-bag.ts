import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Context } from '../context.js';
import { contentsPage } from '../deposit/contents-page.js';
import { bagMets, METS_SCHEMA } from '../deposit/mets.js';
import type { PackedFile, Use } from '../deposit/packed-file.js';
import type { DepositRecord } from '../deposit/record.js';
import { editionEntities, formatEntities, rootEntities } from '../deposit/ro-crate.js';
import { xmlText } from '../deposit/xml.js';
import { BagWriter } from './bag-writer.js';
import { CrateFile } from './crate-file.js';
import { type BagFacts, EDITIONS, type GoodEdition, packEdition, SOURCES } from './deposit-edition.js';
import type { FileContent } from './files.js';

/** The day of a deposit: the one that was set for the run, else the last on which the edition was changed. */
export const dayOf = (record: DepositRecord, { date }: Context): string | undefined => date ?? record.changed;

/** The same data with words of their own: those that were cut from a text hold the whole text in memory. */
export const byItself = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** A bag to which editions are added; of each it keeps no more than a few words. */
export class DepositBag {
  readonly names: string[] = [];
  private readonly editions: { record: DepositRecord; folder: string; mets: string }[] = [];
  private readonly common: PackedFile[] = [];
  private day = '';

  private constructor(
    readonly writer: BagWriter,
    private readonly crate: CrateFile,
    private readonly facts: BagFacts,
  ) {}

  static async begin(out: string, facts: BagFacts): Promise<DepositBag> {
    const writer = await BagWriter.create(out);
    return new DepositBag(writer, await CrateFile.begin(writer), facts);
  }

  nameOfOne(): string {
    const { name, version } = this.editions[0]!.record;
    return version === undefined ? name : `${name}-${version}`;
  }

  async add(edition: GoodEdition): Promise<void> {
    const day = dayOf(edition.record, this.facts.context)!;
    const packed = await packEdition(this.writer, edition, this.facts, day);
    for (const [path, content] of packed.shared)
      if (!this.writer.has(path)) this.common.push(await this.writer.add(path, 'style', content));
    if (day > this.day) this.day = day;
    const { record, folder, files, mets } = packed;
    await this.crate.add([...editionEntities(record, folder, files), ...formatEntities(files)]);
    // The pages of the record are those of the TEI file, and no longer needed.
    this.editions.push(byItself({ record: { ...record, pages: [], subjects: [], witnesses: [] }, folder, mets }));
    this.names.push(byItself(record.name));
  }

  /** @param title of the workspace, where the bag is one of a whole workspace */
  async finish(
    title: string | undefined,
  ): Promise<{ day: string; files: { path: string; from: string; size: number }[] }> {
    const { workspace, context } = this.facts;
    const software = `${context.software.name} ${context.software.version}`;
    const first = this.editions[0]!.record;
    const of = title === undefined ? first : undefined;
    for (const [path, use, content] of await this.sharedFiles())
      this.common.push(await this.writer.add(path, use, content));
    const label = title ?? first.title;
    const editions = this.editions.map(({ record }) => {
      const name = encodeURIComponent(record.name);
      return { record, page: `${name}/${name}.html` };
    });
    this.common.push(await this.writer.add(`${EDITIONS}/index.html`, 'page', contentsPage(label, editions)));
    const doi = of?.doi;
    const identifier = doi === undefined ? (of?.address ?? of?.name ?? workspace.address) : `https://doi.org/${doi}`;
    const mets = bagMets(
      { label, identifier: identifier ?? label, software, day: this.day },
      this.editions.map(({ record, mets: path }) => ({ title: record.title, mets: path })),
      this.common,
    );
    this.common.push(await this.writer.add('mets.xml', 'metadata', xmlText(mets, METS_SCHEMA)));
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
      files: this.common,
    };
    await this.crate.add([...rootEntities(root), ...formatEntities(this.common)]);
    await this.crate.end();
    const info: [string, string | undefined][] = [
      ['Source-Organization', publisher],
      ['External-Description', [label, of?.subtitle].filter(Boolean).join('. ')],
      ['External-Identifier', identifier],
      ['Internal-Sender-Identifier', of ? this.nameOfOne() : basename(resolve(workspace.folder))],
      ['Bagging-Date', this.day],
    ];
    await this.writer.finish(info, software);
    return { day: this.day, files: await filesBelow(this.writer.staged) };
  }

  /** The schema, and what the workspace holds for all of its editions. */
  private async sharedFiles(): Promise<[path: string, use: Use, content: FileContent][]> {
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

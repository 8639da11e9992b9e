import { CRATE_CONTEXT, crateDescriptor } from '../deposit/ro-crate.js';
import type { BagWriter, OpenFile } from './bag-writer.js';

/** `ro-crate-metadata.json`, written entity by entity while the bag is made; of an entity that comes again, the first counts. */
export class CrateFile {
  private readonly seen = new Set<string>();

  private constructor(private readonly file: OpenFile) {}

  static async begin(writer: BagWriter): Promise<CrateFile> {
    const file = await writer.open('ro-crate-metadata.json', 'metadata');
    await file.write(`{\n "@context": ${JSON.stringify(CRATE_CONTEXT)},\n "@graph": [\n  `);
    await file.write(JSON.stringify(crateDescriptor));
    return new CrateFile(file);
  }

  async add(entities: readonly { '@id': string }[]): Promise<void> {
    for (const entity of entities) {
      const id = entity['@id'];
      // Files come once; only what editions share can come again.
      if (this.seen.has(id)) continue;
      if (/^(?:#|https?:)/.test(id)) this.seen.add(id);
      await this.file.write(`,\n  ${JSON.stringify(entity)}`);
    }
  }

  async end(): Promise<void> {
    await this.file.write('\n ]\n}\n');
    await this.file.close();
  }
}

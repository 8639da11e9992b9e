import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLAGSHIP } from '../workspace.js';
import { SCANNED } from './packed.js';

type Entity = Record<string, unknown> & { '@id': string; '@type': string | string[]; hasPart?: { '@id': string }[] };

/** That the records of a bag say of its files what is true. */
export function recordsInBag(bag: () => string): void {
  const read = (path: string) => readFileSync(join(bag(), 'data', path));
  const digest = (path: string, algorithm: string) => createHash(algorithm).update(read(path)).digest('hex');
  const payload = () =>
    readdirSync(join(bag(), 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(bag(), 'data').length + 1))
      .sort();
  const resolved = (href: string, folder: string) =>
    decodeURIComponent(new URL(href, `file:///${folder === '' ? '' : `${folder}/`}`).pathname.slice(1));

  describe('the records in the bag', () => {
    it.each(['', `metadata/${FLAGSHIP}`, `metadata/${SCANNED}`])('METS in “%s” lists files as they are', (folder) => {
      const mets = read(join(folder, 'mets.xml')).toString();
      const listed = [
        ...mets.matchAll(
          /<mets:file ID="([^"]+)"[^>]* SIZE="(\d+)" CHECKSUM="(\w+)"[^>]*>\s*<[^>]* xlink:href="([^"]+)"/g,
        ),
      ];
      expect(listed.length).toBeGreaterThan(5);
      for (const [, , size, sum, href] of listed) {
        const path = resolved(href!, folder);
        expect(read(path)).toHaveLength(Number(size));
        expect(digest(path, 'sha512'), path).toBe(sum);
      }
      const ids = new Set(listed.map(([, id]) => id));
      const used = new Set([...mets.matchAll(/ FILEID="([^"]+)"/g)].map(([, id]) => id));
      expect(used).toEqual(ids);
      const sections = new Set([...mets.matchAll(/<mets:(?:dmdSec|digiprovMD) ID="([^"]+)"/g)].map(([, id]) => id));
      for (const [, refs] of mets.matchAll(/ (?:DMDID|ADMID)="([^"]+)"/g))
        for (const id of refs!.split(' ')) expect(sections).toContain(id);
    });

    it('METS of the bag leads to that of each edition', () => {
      const hrefs = [
        ...read('mets.xml')
          .toString()
          .matchAll(/<mets:mptr [^>]*xlink:href="([^"]+)"/g),
      ];
      expect(hrefs.map(([, href]) => resolved(href!, ''))).toEqual([
        `metadata/${FLAGSHIP}/mets.xml`,
        `metadata/${SCANNED}/mets.xml`,
      ]);
    });

    it('METS lists every file that is in the bag when it is written', () => {
      const listed = new Set(['mets.xml', 'ro-crate-metadata.json']);
      for (const folder of ['', `metadata/${FLAGSHIP}`, `metadata/${SCANNED}`])
        for (const [, href] of read(join(folder, 'mets.xml'))
          .toString()
          .matchAll(/<mets:(?:FLocat|mptr) [^>]*xlink:href="([^"]+)"/g))
          listed.add(resolved(href!, folder));
      expect([...listed].sort()).toEqual(payload());
    });

    it('METS of an edition lists what it shares with others', () => {
      const mets = read(`metadata/${FLAGSHIP}/mets.xml`).toString();
      for (const path of ['editions/schema/memcon.rng', 'editions/assets/edition.css', 'sources/memcon.yaml'])
        expect(mets).toContain(`xlink:href="../../${path}"`);
      expect(mets).toMatch(/<mets:mdRef [^>]*xlink:href="\.\.\/\.\.\/premis\.xml"/);
    });

    it('PREMIS has one object for each file, those aside that are written after it', () => {
      const described = payload()
        .filter((path) => /(?:^|\/)premis\.xml$/.test(path))
        .flatMap(
          (path) =>
            read(path)
              .toString()
              .match(/<premis:object [\s\S]*?<\/premis:object>/g) ?? [],
        );
      const said = described.map((object) => ({
        path: /IdentifierValue>([^<]*)/.exec(object)![1]!,
        size: Number(/<premis:size>(\d+)/.exec(object)![1]),
        sums: [...object.matchAll(/<premis:messageDigest>([^<]*)/g)].map(([, sum]) => sum),
      }));
      const exceptions = ['mets.xml', 'premis.xml', 'ro-crate-metadata.json'];
      expect(said.map(({ path }) => path).sort()).toEqual(payload().filter((path) => !exceptions.includes(path)));
      for (const { path, size, sums } of said) {
        expect(sums, path).toEqual([digest(path, 'sha256'), digest(path, 'sha512')]);
        expect(read(path)).toHaveLength(size);
      }
      const manifest = readFileSync(join(bag(), 'manifest-sha512.txt'), 'utf8');
      for (const path of exceptions) expect(manifest).toContain(`${digest(path, 'sha512')}  data/${path}\n`);
    });

    it('METS shows each page of the paper in the TEI file, and its image', () => {
      const mets = read(`metadata/${SCANNED}/mets.xml`).toString();
      const tei = read(`editions/${SCANNED}/${SCANNED}.xml`).toString();
      const pages = [...mets.matchAll(/<mets:div TYPE="page"[\s\S]*?<\/mets:div>/g)].map(([page]) => page);
      expect(pages).toHaveLength(2);
      for (const page of pages) {
        const id = / BEGIN="([^"]+)"/.exec(page)![1];
        expect(tei).toMatch(new RegExp(`<pb [^>]*xml:id="${id}"`));
        const file = /<mets:fptr FILEID="([^"]+)"\/>/.exec(page)![1];
        expect(mets).toMatch(new RegExp(`<mets:file ID="${file}" MIMETYPE="image/png"`));
      }
    });

    it.each([FLAGSHIP, SCANNED])(
      'PREMIS of “%s” has the digests of its files, and the schema that was used',
      (name) => {
        const premis = read(`metadata/${name}/premis.xml`).toString();
        const objects = [...premis.matchAll(/<premis:object [\s\S]*?<\/premis:object>/g)].map(([object]) => ({
          path: /IdentifierValue>([^<]*)/.exec(object)![1]!,
          sums: [...object.matchAll(/<premis:messageDigest>([^<]*)/g)].map(([, sum]) => sum),
        }));
        for (const { path, sums } of objects) expect(sums).toEqual([digest(path, 'sha256'), digest(path, 'sha512')]);
        const paths = objects.map(({ path }) => path);
        expect(paths).toContain(`editions/${name}/${name}.xml`);
        expect(paths.some((path) => path.startsWith(`sources/${name}/`))).toBe(true);
        for (const [, path] of premis.matchAll(/<premis:linkingObjectIdentifierValue>([^<]*)/g))
          expect(paths).toContain(path);
        for (const schema of ['memcon.rng', 'memcon.sch'])
          expect(premis).toContain(`${schema}, SHA-256 ${digest(`editions/schema/${schema}`, 'sha256')}`);
        const transcription = paths.filter((path) => /sources\/.*(?:transcription\.md|\.page\.xml)$/.test(path));
        expect(transcription.length).toBeGreaterThan(0);
      },
    );

    it('RO-Crate describes every file and leaves none without a whole', () => {
      const { '@graph': graph } = JSON.parse(read('ro-crate-metadata.json').toString()) as { '@graph': Entity[] };
      const byId = new Map(graph.map((entity) => [entity['@id'], entity]));
      expect(byId.size).toBe(graph.length);
      const root = byId.get('./')!;
      expect(root).toMatchObject({ name: expect.any(String), datePublished: '2026-11-25', license: expect.anything() });
      const parts = new Set<string>();
      const walk = ({ hasPart = [] }: Entity) => {
        for (const { '@id': id } of hasPart) {
          parts.add(id);
          walk(byId.get(id)!);
        }
      };
      walk(root);
      const files = [...parts].filter((id) => !id.endsWith('/')).map(decodeURIComponent);
      expect(files.sort()).toEqual(payload().filter((path) => path !== 'ro-crate-metadata.json'));
      for (const file of files) expect(byId.get(encodeURI(file))?.sha256, file).toBe(digest(file, 'sha256'));
      const references = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id!);
      const outside = references.filter((id) => !byId.has(id));
      expect(new Set(outside)).toEqual(new Set(['https://w3id.org/ro/crate/1.1']));
    });

    it('the list of witnesses has each of the header', () => {
      const rows = read(`metadata/${FLAGSHIP}/witnesses.tsv`).toString().trim().split('\n');
      expect(rows.map((row) => row.split('\t')[0])).toEqual(['siglum', 'ocr', 'frus']);
      expect(rows[2]).toContain('https://history.state.gov/historicaldocuments/frus1961-63v05/d278');
    });

    it('page images are packed where they are given', () => {
      expect(existsSync(join(bag(), 'data/editions', SCANNED, 'images/page-1.png'))).toBe(true);
    });
  });
}

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teiTree } from '../../src/citation/tree.js';
import { editionFiles } from '../../src/interchange/dts/static-files.js';
import { openEdition } from '../../src/interchange/edition.js';
import { recordOf } from '../../src/interchange/record.js';
import { emptyFolder, memcon, treeOf } from '../command.js';
import { inRepository, skipped, xmllint } from '../repository.js';
import { FLAGSHIP } from '../workspace.js';
import { oaiFaults } from './oai-rules.js';
import { flagshipTei } from './opened.js';
import {
  DTS_SHAPES,
  type DtsSchema,
  dtsFaults,
  faultsBy,
  iiifFaults,
  MANIFEST_SHAPE,
  withoutDts,
  withoutIiif,
} from './schemas.js';

const ADDRESS = 'https://example.org/memoranda';
const THREE = 'three-sides';
const SCANNED = 'typed-page';
const folder = emptyFolder();
const output = join(folder, 'output');
const build = (args: readonly string[]) => memcon(['build', ...args, '-q'], folder);
const text = (path: string) => readFileSync(join(output, path), 'utf8');
const json = (path: string) => JSON.parse(text(path));

beforeAll(async () => {
  const workspace = join(folder, 'editions');
  cpSync(inRepository('editions'), workspace, { recursive: true });
  for (const name of [THREE, SCANNED]) mkdirSync(join(workspace, name));
  cpSync(inRepository(`tests/fixtures/talks/${THREE}/transcription.md`), join(workspace, THREE, 'transcription.md'));
  for (const n of [1, 2])
    for (const ending of ['page.xml', 'png'])
      cpSync(
        inRepository(`tests/fixtures/sources/typed-page/page-${n}.${ending}`),
        join(workspace, SCANNED, `page-${n}.${ending}`),
      );
  const description = readFileSync(join(workspace, 'memcon.yaml'), 'utf8');
  const more = `\naddress: ${ADDRESS}/\nharvesting:\n  email: editors@example.org\n`;
  writeFileSync(join(workspace, 'memcon.yaml'), description + more);
  const run = await build(['editions', '--out', 'output']);
  expect(run.stderr).not.toMatch(/error/);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The part of RFC 6570 in which our templates are written. */
function expanded(template: string, values: Record<string, string>): string {
  return template.replace(/\{([+;?&]?)([\w,]+)\}/g, (_, operator: string, names: string) => {
    const given = names.split(',').filter((name) => values[name] !== undefined);
    if (operator === '' || operator === '+') {
      const [value = ''] = given.map((name) => values[name]!);
      return operator === '+' ? encodeURI(value) : encodeURIComponent(value);
    }
    const between = operator === ';' ? ';' : '&';
    return given
      .map((name, n) => `${n === 0 ? operator : between}${name}=${encodeURIComponent(values[name]!)}`)
      .join('');
  });
}

/** The file that a static server delivers at an address. */
const fileAt = (address: string): string => {
  expect(address.startsWith(`${ADDRESS}/`)).toBe(true);
  return decodeURIComponent(address.slice(ADDRESS.length + 1));
};

describe('DTS in files', () => {
  it('begins at an entry point, whose templates lead to every list', () => {
    const entry = json('dts.json');
    expect(entry['@id']).toBe(`${ADDRESS}/dts.json`);
    // Without an identifier an address is left that is relative to the entry point.
    const root = json(fileAt(new URL(expanded(entry.collection, {}), entry['@id']).href));
    expect(root['@id']).toBe(`${ADDRESS}/`);
    expect(root.member.map((member: { '@id': string }) => member['@id'])).toEqual(
      [FLAGSHIP, THREE, SCANNED].map((name) => `${ADDRESS}/${name}/`),
    );
    expect(json(fileAt(expanded(entry.collection, { id: root['@id'] })))).toEqual(root);
    for (const { '@id': id, ...member } of root.member) {
      const values = { id, resource: id, ref: 'par.1', down: '1' };
      for (const endpoint of ['collection', 'navigation', 'document'] as const)
        expect(expanded(entry[endpoint], values)).toBe(expanded(member[endpoint], values));
      expect(json(fileAt(expanded(entry.collection, { id }))).totalParents).toBe(1);
      expect(json(fileAt(expanded(entry.collection, { id, nav: 'parents' }))).member[0]['@id']).toBe(root['@id']);
      // An identifier leads to the page of the edition on any web server.
      expect(existsSync(join(output, fileAt(`${id}index.html`)))).toBe(true);
    }
  });

  it.each([FLAGSHIP, THREE, SCANNED])('has every passage of %s at the address that its templates give', (name) => {
    const resource = json(`${name}/dts/collection.json`);
    let passages = 0;
    for (const { identifier: tree } of resource.citationTrees as { identifier?: string }[]) {
      const whole = { ...(tree !== undefined && { tree }) };
      expect(text(fileAt(expanded(resource.document, whole)))).toBe(text(`${name}/${name}.xml`));
      const all = json(fileAt(expanded(resource.navigation, { ...whole, down: '-1' })));
      for (const unit of all.member as { identifier: string }[]) {
        passages++;
        const query = { ...whole, ref: unit.identifier };
        const document = text(fileAt(expanded(resource.document, query)));
        expect(teiTree('document.xml', document).name).toBe('TEI');
        expect(document).toContain('<dts:wrapper xmlns:dts="https://w3id.org/api/dts#">');
        for (const down of [undefined, '0', '1', '-1']) {
          const address = expanded(resource.navigation, { ...query, ...(down !== undefined && { down }) });
          const answer = json(fileAt(address));
          expect(answer['@id']).toBe(address);
          expect(answer.ref).toEqual(unit);
        }
      }
    }
    expect(passages).toBeGreaterThan(20);
  });

  /** Every answer of the output folder, by the schema that it is to pass. */
  const answers = () =>
    readdirSync(output, { recursive: true, encoding: 'utf8' }).flatMap((path): [DtsSchema, string][] => {
      if (path === 'dts.json') return [['entry_response', path]];
      const [, endpoint] = /(?:^|\/)dts\/(collection|navigation)[;/.].*json$/.exec(path) ?? [];
      return endpoint === undefined ? [] : [[`${endpoint as 'collection' | 'navigation'}_response`, path]];
    });

  it('every answer has its shape', () => {
    const all = answers();
    expect(all.length).toBeGreaterThan(1000);
    for (const [schema, path] of all)
      expect(faultsBy(DTS_SHAPES[schema as 'entry_response'], json(path)), path).toEqual([]);
  });

  it.skipIf(withoutDts)('and passes the schemas of dts-validator', () => {
    for (const [schema, path] of answers()) expect(dtsFaults(schema, json(path)), path).toEqual([]);
    const resource = json(`${THREE}/dts/collection.json`);
    expect(dtsFaults('collection_response', { ...resource, '@id': THREE })).not.toEqual([]);
  });

  it('what files cannot answer is not there, and nothing else in its place', () => {
    const { navigation, document } = json(`${FLAGSHIP}/dts/collection.json`);
    const range = { start: 'par.1', end: 'par.3' };
    for (const address of [
      expanded(document, range),
      expanded(document, { ...range, tree: 'paper' }),
      expanded(document, { mediaType: 'text/html' }),
      expanded(document, { ref: 'par.1', mediaType: 'text/plain' }),
      expanded(navigation, { ...range, down: '1' }),
      expanded(navigation, { down: '9' }),
      expanded(navigation, {}),
    ])
      expect(existsSync(join(output, fileAt(address))), address).toBe(false);
  });

  it('a reference that is no path makes no file', () => {
    const hostile = flagshipTei
      .replace('<pb n="2"', '<pb n="../../../../outside"')
      .replace('<pb n="3"', '<pb n="a\\b?c#d"')
      .replace('<pb n="4"', '<pb n="/etc"');
    expect(hostile).not.toBe(flagshipTei);
    const paths = [...editionFiles(openEdition(FLAGSHIP, hostile), recordOf(FLAGSHIP, hostile), ADDRESS)].map(
      ([path]) => path,
    );
    expect(paths.some((path) => path.includes('ref=p.1.'))).toBe(true);
    expect(paths.filter((path) => /\.\.|outside|\\|\?|#|\/\//.test(path))).toEqual([]);
    expect(paths.filter((path) => path.includes('ref=p./'))).toEqual([]);
  });
});

describe('for harvesters', () => {
  it('the static repository keeps the rules', () => {
    const xml = text('oai.xml');
    expect(oaiFaults(xml)).toEqual([]);
    expect(xml).toContain('<oai:adminEmail>editors@example.org</oai:adminEmail>');
    expect(xml.match(/<oai:record>/g)).toHaveLength(3);
  });
  it.skipIf(skipped(xmllint, 'xmllint', 'Install libxml2-utils.'))('and no id stands in it twice', () => {
    expect(execFileSync(xmllint!, ['--noout', join(output, 'oai.xml')], { stdio: 'pipe' }).toString()).toBe('');
  });
});

describe('for viewers and annotating programs', () => {
  it('a manifest lies beside an edition with images, and no other', () => {
    const manifest = json(`${SCANNED}/manifest.json`);
    expect(faultsBy(MANIFEST_SHAPE, manifest)).toEqual([]);
    for (const { items } of manifest.items)
      expect(existsSync(join(output, fileAt(items[0].items[0].body.id)))).toBe(true);
    expect(existsSync(join(output, fileAt(manifest.seeAlso[0].id)))).toBe(true);
    expect(existsSync(join(output, FLAGSHIP, 'manifest.json'))).toBe(false);
  });
  it.skipIf(withoutIiif)('and passes the schema of the IIIF validator', () => {
    expect(iiifFaults(json(`${SCANNED}/manifest.json`))).toEqual([]);
  });
  it('annotations lie beside each, on anchors that its pages have', () => {
    for (const name of [FLAGSHIP, THREE, SCANNED]) {
      const { first } = json(`${name}/annotations.json`);
      for (const target of first.items.flatMap((one: { target: object }) => one.target)) {
        const [where, quotation] = target.selector;
        const source = text(fileAt(target.source));
        if (where.type === 'FragmentSelector') expect(source).toContain(` id="${where.value}"`);
        if (where.type === 'TextPositionSelector')
          expect([...source].slice(where.start, where.end).join('')).toBe(quotation.exact);
      }
    }
  });
});

describe('a build', () => {
  it('without a change writes the same bytes', async () => {
    const machines = (all: Map<string, unknown>) =>
      [...all].filter(([path]) => /dts\/|dts\.json|oai\.xml|manifest\.json|annotations\.json/.test(path));
    const before = treeOf(output);
    expect((await build(['editions', '--out', 'again'])).status).toBe(0);
    const strip = (all: Map<string, unknown>, root: string) =>
      machines(all).map(([path, content]) => [path.replace(root, ''), content]);
    expect(strip(treeOf(join(folder, 'again')), join(folder, 'again'))).toEqual(strip(before, output));
  });
  it('of one edition writes no list of the others', async () => {
    expect((await build([`editions/${FLAGSHIP}`, '--out', 'one'])).status).toBe(0);
    expect(existsSync(join(folder, `one/${FLAGSHIP}/annotations.json`))).toBe(true);
    expect(existsSync(join(folder, `one/${FLAGSHIP}/dts/navigation;down=1/ref=.json`))).toBe(true);
    expect(['oai.xml', 'dts.json', 'dts'].filter((path) => existsSync(join(folder, 'one', path)))).toEqual([]);
  });
  it('without an address writes none of it', () => {
    const paths = readdirSync(inRepository('output'), { recursive: true, encoding: 'utf8' });
    expect(paths.filter((path) => /(^|\/)dts|oai\.xml|annotations\.json/.test(path))).toEqual([]);
  });
});

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
import { DTS_SHAPES, dtsFaults, faultsBy, iiifFaults, MANIFEST_SHAPE, withoutDts, withoutIiif } from './schemas.js';

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
    const entry = json('dts/entry.json');
    expect(entry['@id']).toBe(`${ADDRESS}/dts/entry.json`);
    const root = json(fileAt(expanded(entry.collection, {})));
    expect(root.member.map((member: { '@id': string }) => member['@id'])).toEqual([FLAGSHIP, THREE, SCANNED]);
    expect(json(fileAt(expanded(entry.collection, { id: root['@id'] })))).toEqual(root);
    for (const { '@id': id } of root.member) {
      expect(json(fileAt(expanded(entry.collection, { id }))).totalParents).toBe(1);
      expect(json(fileAt(expanded(entry.collection, { id, nav: 'parents' }))).member[0]['@id']).toBe(root['@id']);
    }
  });

  it.each([FLAGSHIP, THREE, SCANNED])('has every passage of %s at the address that its templates give', (name) => {
    const resource = json(`dts/collection/id=${name}.json`);
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

  it('answers have their shapes', () => {
    const resource = json(`dts/collection/id=${THREE}.json`);
    const passages = json(fileAt(expanded(resource.navigation, { down: '-1' })));
    expect(faultsBy(DTS_SHAPES.entry_response, json('dts/entry.json'))).toEqual([]);
    expect(faultsBy(DTS_SHAPES.collection_response, json('dts/collection/id=.json'))).toEqual([]);
    expect(faultsBy(DTS_SHAPES.collection_response, resource)).toEqual([]);
    expect(faultsBy(DTS_SHAPES.navigation_response, passages)).toEqual([]);
  });

  it.skipIf(withoutDts)('and pass the schemas of dts-validator', () => {
    expect(dtsFaults('entry_response', json('dts/entry.json'))).toEqual([]);
    for (const path of readdirSync(join(output, 'dts/collection')))
      expect(dtsFaults('collection_response', json(`dts/collection/${path}`), { names: true })).toEqual([]);
    for (const path of readdirSync(join(output, `dts/navigation/${THREE}`)).filter((one) => one.endsWith('.json')))
      expect(dtsFaults('navigation_response', json(`dts/navigation/${THREE}/${path}`), { names: true })).toEqual([]);
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
      for (const { target } of first.items) {
        const [fragment] = target.selector;
        if (fragment.type === 'FragmentSelector')
          expect(text(fileAt(target.source))).toContain(` id="${fragment.value}"`);
      }
    }
  });
});

describe('a build', () => {
  it('without a change writes the same bytes', async () => {
    const machines = (all: Map<string, unknown>) =>
      [...all].filter(([path]) => /dts\/|oai\.xml|manifest\.json|annotations\.json/.test(path));
    const before = treeOf(output);
    expect((await build(['editions', '--out', 'again'])).status).toBe(0);
    const strip = (all: Map<string, unknown>, root: string) =>
      machines(all).map(([path, content]) => [path.replace(root, ''), content]);
    expect(strip(treeOf(join(folder, 'again')), join(folder, 'again'))).toEqual(strip(before, output));
  });
  it('of one edition writes no list of the others', async () => {
    expect((await build([`editions/${FLAGSHIP}`, '--out', 'one'])).status).toBe(0);
    expect(existsSync(join(folder, `one/${FLAGSHIP}/annotations.json`))).toBe(true);
    expect(existsSync(join(folder, `one/dts/navigation/${FLAGSHIP};down=1/ref=.json`))).toBe(true);
    expect(
      ['oai.xml', 'dts/entry.json', 'dts/collection'].filter((path) => existsSync(join(folder, 'one', path))),
    ).toEqual([]);
  });
  it('without an address writes none of it', () => {
    const paths = readdirSync(inRepository('output'), { recursive: true, encoding: 'utf8' });
    expect(paths.filter((path) => /^dts|oai\.xml|annotations\.json/.test(path))).toEqual([]);
  });
});

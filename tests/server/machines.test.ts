import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../command.js';
import { oaiFaults } from '../interchange/oai-rules.js';
import { DTS_SHAPES, dtsFaults, faultsBy, MANIFEST_SHAPE, withoutDts } from '../interchange/schemas.js';
import { inRepository } from '../repository.js';
import { get, type Preview, raw, serving } from './previewing.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const SCANNED = 'typed-page';
const folder = emptyFolder();
let preview: Preview;
beforeAll(async () => {
  cpSync(inRepository('editions'), join(folder, 'editions'), { recursive: true });
  for (const file of ['page-1.page.xml', 'page-1.png'])
    cpSync(inRepository(`tests/fixtures/sources/typed-page/${file}`), join(folder, 'editions', SCANNED, file));
  writeFileSync(join(folder, 'editions', SCANNED, 'edition.yaml'), 'title: A page\n');
  preview = await serving(['editions'], folder);
});
afterAll(async () => {
  await preview?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const utf8 = (body: string): string => Buffer.from(body, 'latin1').toString();
async function asked(target: string) {
  const { status, headers, body } = await get(preview.port, target);
  return { status, headers, body: utf8(body), json: () => JSON.parse(utf8(body)) };
}
const post = (body: string, type = 'application/x-www-form-urlencoded', target = '/api/oai') =>
  raw(
    preview.port,
    `POST ${target} HTTP/1.1\r\nHost: localhost:${preview.port}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );

/** A template of RFC 6570 with these values: our own have one list of query parameters at their end. */
const expanded = (template: string, values: Record<string, string>): string =>
  template.replace(/\{([?&])([\w,]+)\}/, (_, first: string, names: string) => {
    const given = names.split(',').filter((name) => values[name] !== undefined);
    return given.map((name, n) => `${n === 0 ? first : '&'}${name}=${encodeURIComponent(values[name]!)}`).join('');
  });
const pathOf = (address: string): string => {
  const { origin, pathname, search } = new URL(address);
  expect(origin).toBe(`http://localhost:${preview.port}`);
  return pathname + search;
};

describe('DTS from the preview', () => {
  it('leads from the entry point to a passage', async () => {
    const entry = await asked('/api/dts/');
    expect(entry.headers['content-type']).toBe('application/ld+json');
    expect(faultsBy(DTS_SHAPES.entry_response, entry.json())).toEqual([]);
    expect((await asked('/api/dts')).body).toBe(entry.body);
    const { member } = (await asked(pathOf(expanded(entry.json().collection, {})))).json();
    const resource = member.find((one: { '@id': string }) => one['@id'].includes(NAME));
    const address = expanded(resource.navigation, { tree: 'paper', ref: 'p.2', down: '1' });
    const navigation = (await asked(pathOf(address))).json();
    expect(navigation['@id']).toBe(address);
    expect(navigation.ref.identifier).toBe('p.2');
    const document = await asked(pathOf(expanded(resource.document, { tree: 'paper', ref: 'p.2' })));
    expect(document.headers['content-type']).toBe('application/tei+xml');
    expect(document.headers.link).toMatch(
      /^<http:\/\/localhost:\d+\/api\/dts\/collection\/\?id=https%3A%2F%2Fpreview.invalid%2F\S+>; rel="collection"$/,
    );
    expect(document.body).toContain('<pb n="2" xml:id="pg.2"/>');
    const download = await asked(pathOf(resource.download[0]));
    expect(download.body).toBe(readFileSync(inRepository(`output/${NAME}/${NAME}.xml`), 'utf8'));
  });

  it.skipIf(withoutDts)('passes the schemas of dts-validator', async () => {
    expect(dtsFaults('entry_response', (await asked('/api/dts/')).json())).toEqual([]);
    expect(dtsFaults('collection_response', (await asked('/api/dts/collection/')).json())).toEqual([]);
    const navigation = (await asked(`/api/dts/navigation/?resource=${NAME}&down=-1`)).json();
    expect(dtsFaults('navigation_response', navigation)).toEqual([]);
  });

  it('calls a workspace without an address the same, wherever it is shown', async () => {
    const root = (await asked('/api/dts/collection/')).json();
    expect(root['@id']).toBe('https://preview.invalid/');
    const navigation = (await asked(`/api/dts/navigation/?resource=${NAME}&ref=par.2`)).json();
    expect(navigation.resource['@id']).toBe(`https://preview.invalid/${NAME}/`);
    expect(navigation.ref['@id']).toBe(`https://preview.invalid/${NAME}/index.html#par.2`);
    const byId = await asked(pathOf(expanded(navigation.resource.navigation, { ref: 'par.2' })));
    expect(byId.json().ref).toEqual(navigation.ref);
  });

  it('calls one with an address as its files do', async () => {
    const published = join(folder, 'published');
    cpSync(inRepository('editions'), published, { recursive: true });
    const description = readFileSync(join(published, 'memcon.yaml'), 'utf8');
    writeFileSync(join(published, 'memcon.yaml'), `${description}\naddress: https://example.org/m/\n`);
    const other = await serving(['published'], folder);
    try {
      const { body } = await get(other.port, `/api/dts/navigation/?resource=https://example.org/m/${NAME}/&down=1`);
      const { '@id': self, resource, member } = JSON.parse(utf8(body));
      expect(self).toMatch(/^http:\/\/localhost:/);
      expect(resource['@id']).toBe(`https://example.org/m/${NAME}/`);
      expect(resource.navigation).toMatch(/^http:\/\/localhost:/);
      expect(member[0]['@id']).toBe(`https://example.org/m/${NAME}/index.html#${member[0].identifier}`);
      expect(
        (await get(other.port, `/api/dts/navigation/?resource=https://example.org/m/${NAME}/index.html&down=1`)).status,
      ).toBe(200);
    } finally {
      await other.stop();
    }
  });

  it('tells faults as data, with their status', async () => {
    const { status, headers, json } = await asked(`/api/dts/document/?resource=${NAME}&ref=par.99`);
    expect([status, headers['content-type']]).toEqual([404, 'application/ld+json']);
    expect(json()).toMatchObject({ statusCode: 404, title: 'Not Found' });
  });

  it('answers within a moment when the edition is open', async () => {
    const target = `/api/dts/navigation/?resource=${NAME}&down=-1`;
    await asked(target);
    const start = performance.now();
    for (let n = 0; n < 20; n++) await asked(target);
    expect((performance.now() - start) / 20).toBeLessThan(200);
  });

  it('answers HEAD without a body', async () => {
    const answer = await raw(
      preview.port,
      `HEAD /api/dts/ HTTP/1.1\r\nHost: localhost:${preview.port}\r\nConnection: close\r\n\r\n`,
    );
    expect([answer.status, answer.body]).toEqual([200, '']);
  });
});

describe('OAI-PMH from the preview', () => {
  it.each([
    'verb=Identify',
    'verb=ListMetadataFormats',
    'verb=ListSets',
    'verb=ListIdentifiers&metadataPrefix=oai_dc',
    'verb=ListRecords&metadataPrefix=oai_dc',
    `verb=GetRecord&metadataPrefix=tei&identifier=oai:preview.invalid:${NAME}`,
  ])('%s, by GET and by POST', async (query) => {
    const { status, headers, body } = await asked(`/api/oai?${query}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(oaiFaults(body)).toEqual([]);
    const posted = utf8((await post(query)).body);
    const timeless = (xml: string) => xml.replace(/<responseDate>[^<]*/, '');
    expect(timeless(posted)).toBe(timeless(body));
  });

  it('takes arguments of a form from its body alone', async () => {
    const answer = await post('verb=Identify', undefined, '/api/oai?verb=ListSets');
    expect(answer.body).toContain('<Identify>');
  });

  it.each([
    ['a form that is too long', () => post(`verb=Identify&x=${'a'.repeat(20_000)}`), 413],
    ['a body of another kind', () => post('{"verb":"Identify"}', 'application/json'), 415],
    ['POST to DTS', () => post('resource=x', undefined, '/api/dts/'), 405],
    ['POST to a page', () => post('a=b', undefined, '/'), 405],
  ])('refuses %s', async (_, ask, status) => {
    expect((await ask()).status).toBe(status);
  });
});

describe('a manifest and annotations from the preview', () => {
  it('are made where they are asked for', async () => {
    const manifest = await asked(`/${SCANNED}/manifest.json`);
    expect(manifest.headers['content-type']).toBe('application/ld+json');
    expect(faultsBy(MANIFEST_SHAPE, manifest.json())).toEqual([]);
    const image = manifest.json().items[0].items[0].items[0].body.id;
    expect((await asked(pathOf(image))).headers['content-type']).toBe('image/png');
    expect((await asked(`/${NAME}/annotations.json`)).json().total).toBeGreaterThan(60);
    const reading = await asked(`/${NAME}/${NAME}.txt`);
    expect(reading.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(reading.body).toBe((await asked(`/api/dts/document/?resource=${NAME}&mediaType=text/plain`)).body);
    expect((await asked(`/${NAME}/manifest.json`)).status).toBe(404);
    expect((await asked('/nowhere/annotations.json')).status).toBe(404);
  });
});

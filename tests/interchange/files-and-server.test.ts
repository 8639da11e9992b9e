import { describe, expect, it } from 'vitest';
import { queryAddresses } from '../../src/interchange/dts/addresses.js';
import { PAGE_SIZE } from '../../src/interchange/dts/collection.js';
import { identifiersAt } from '../../src/interchange/dts/identifiers.js';
import { dtsAnswer } from '../../src/interchange/dts/live.js';
import { collectionFiles, editionFiles } from '../../src/interchange/dts/static-files.js';
import { openEdition } from '../../src/interchange/edition.js';
import { recordOf } from '../../src/interchange/record.js';
import { FLAGSHIP } from '../workspace.js';
import { flagshipTei, HOST, SITE, talkTei } from './opened.js';

const SPACED = 'three sides & more';
const opened = new Map(
  [
    [FLAGSHIP, flagshipTei],
    [SPACED, talkTei('three-sides')],
  ].map(([name, tei]) => [name!, openEdition(name!, tei!)]),
);
const few = new Map([...opened].map(([name, { tei }]) => [name, recordOf(name, tei)]));
/** The request to a server that a file answers. */
function requestOf(path: string): { endpoint: string; query: Record<string, string> } {
  const [, folder = '', endpoint = '', parameters = '', ref = ''] =
    /^(?:(.+)\/)?dts(?:\/(collection|navigation|document)((?:;[^/]*?)?)(?:\/ref=(.*))?)?\.(?:json|xml)$/.exec(path)!;
  const given = parameters.split(';').flatMap((one) => (one === '' ? [] : [one.split('=') as [string, string]]));
  const of = endpoint === 'collection' ? 'id' : 'resource';
  return {
    endpoint,
    query: {
      ...(folder !== '' && { [of]: `${SITE}/${encodeURIComponent(folder)}/` }),
      ...Object.fromEntries(given),
      ...(ref !== '' && { ref }),
    },
  };
}

function answerTo({ endpoint, query }: ReturnType<typeof requestOf>, records: typeof few) {
  const source = { catalogue: () => ({ title: 'Memoranda', records }), open: (name: string) => opened.get(name) };
  const request = { endpoint, pairs: Object.entries(query), self: `${HOST}/api/dts/` };
  return dtsAnswer(source, request, queryAddresses(`${HOST}/api/dts`, HOST, identifiersAt(SITE)));
}

/** Without the addresses of the endpoint, and the media types, which a server has more of. */
const told = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const answer = value as Record<string, unknown>;
  const own = ['EntryPoint', 'Navigation', 'Pagination'].includes(String(answer['@type']));
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => !['collection', 'navigation', 'document', 'mediaTypes', 'download'].includes(name))
      .filter(([name]) => !(own && ['@id', 'first', 'previous', 'next', 'last'].includes(name)))
      .map(([name, one]) => [name, told(one)]),
  );
};

/** Files whose answer is another than that of the server, and how many there are. */
function compared(files: Iterable<readonly [string, string]>, records: typeof few) {
  const different: string[] = [];
  let all = 0;
  for (const [path, content] of files) {
    all++;
    const { status, body } = answerTo(requestOf(path), records);
    const same = path.endsWith('.json')
      ? JSON.stringify(told(JSON.parse(content))) === JSON.stringify(told(JSON.parse(body)))
      : content === body;
    if (status !== 200 || !same) different.push(path);
  }
  return { all, different };
}

describe('files and a server give one answer, but for the addresses of the endpoint', () => {
  it('on collections', () => {
    expect(compared(collectionFiles({ title: 'Memoranda', records: few }, SITE), few)).toEqual({
      all: 1 + 3 * 6,
      different: [],
    });
  });
  it('on a collection of several pages', () => {
    const names = Array.from({ length: PAGE_SIZE + 1 }, (_, n) => `d${n}`);
    const records = new Map(names.map((name) => [name, recordOf(name, flagshipTei)]));
    const { all, different } = compared(collectionFiles({ title: 'Memoranda', records }, SITE), records);
    expect(different).toEqual([]);
    // Of the list of all: nothing said, children and parents, by themselves and by the page.
    expect(all).toBe(1 + (3 + 3 + 2) + names.length * 6);
  });
  it.each([...opened.keys()])('on the passages of %s', (name) => {
    const { all, different } = compared(editionFiles(opened.get(name)!, few.get(name)!, SITE), few);
    expect(different).toEqual([]);
    expect(all).toBeGreaterThan(200);
  });
  it('and the comparison would see a fault', () => {
    const [path, content] = [...editionFiles(opened.get(FLAGSHIP)!, few.get(FLAGSHIP)!, SITE)].find(([one]) =>
      one.endsWith('ref=par.2.json'),
    )!;
    expect(compared([[path, content.replace('"level":1', '"level":2')]], few).different).toEqual([path]);
  });
});

describe('identifiers', () => {
  const entry = (root: string) => identifiersAt(root).of(SPACED);
  it('are addresses, whatever the name of the edition', () => {
    expect(entry(SITE)).toBe(`${SITE}/three%20sides%20%26%20more/`);
    const files = new Map(editionFiles(opened.get(SPACED)!, few.get(SPACED)!, SITE));
    const { '@id': self, resource } = JSON.parse(files.get(`${SPACED}/dts/navigation;tree=paper;down=1/ref=.json`)!);
    expect(resource['@id']).toBe(entry(SITE));
    expect(self).toBe(
      resource.navigation.replace('{;tree,down,start,end}', ';tree=paper;down=1').replace('{+ref}', ''),
    );
  });
  it('of passages are the addresses on the pages', () => {
    const { body } = answerTo({ endpoint: 'navigation', query: { resource: FLAGSHIP, ref: 'par.2' } }, few);
    expect(JSON.parse(body).ref['@id']).toBe(`${SITE}/${FLAGSHIP}/index.html#par.2`);
  });
});

import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Authorities, indexAuthorities } from '../../src/authorities/authorities.js';
import { PREPARED_FORMAT, prepareAuthority } from '../../src/authorities/prepared.js';
import { readAuthority } from '../../src/authorities/read.js';
import type { AuthorityRecord } from '../../src/authorities/record.js';
import { loadAuthorities } from '../../src/corpus/authorities.js';
import { cacheFolder } from '../../src/corpus/authority-cache.js';
import { GENERAL_AUTHORITIES, PREPARED_GENERAL } from '../../src/corpus/package-files.js';
import { preparedFolder } from '../../src/corpus/prepared-folder.js';
import { emptyFolder, folderWith, memcon, treeOf } from '../command.js';
import { hasShared, inRepository, shared, skipped } from '../repository.js';

const REAL = shared('authority/people.xml');
const general = {
  file: 'authorities/united-states.xml',
  bytes: readFileSync(inRepository('authorities/united-states.xml')),
};

/** A register large enough to be kept: people whose names are numbers. */
const register = (people = 4000): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>${Array.from(
    { length: people },
    (_, n) =>
      `<person xml:id="r.${n}"><persName>Surname${n}, Given “Né${n}”</persName><note type="office">Consul ${n} from 1961</note></person>`,
  ).join('')}</listPerson></standOff></TEI>`;
const load = (cache: string, xml: string | Uint8Array = register()): Promise<Authorities> => {
  vi.stubEnv('MEMCON_CACHE', cache);
  return loadAuthorities([{ file: 'people.xml', bytes: Buffer.from(xml) }], [general]);
};
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What an index says of all that is asked of it. */
const said = (index: Authorities, records: readonly AuthorityRecord[]) =>
  records.map((record) => [
    index.byId(record.id),
    index.peopleNamed(record.preferred),
    record.kind === 'person' && index.peopleOfSurname(record.surname),
  ]);
const recordsIn = (xml: string) => readAuthority({ file: 'people.xml', xml });

describe('a large authority file is kept between runs', () => {
  it('and says the same from the cache', async () => {
    const folder = emptyFolder();
    const read = await load('off');
    await load(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    const kept = await load(folder);
    expect(said(kept, recordsIn(register()))).toEqual(said(read, recordsIn(register())));
    expect(kept.holders(/^Consul 12$/, '1962-01-01')).toEqual(read.holders(/^Consul 12$/, '1962-01-01'));
    expect(kept.entities).toEqual(read.entities);
  });

  it('the real one too', async () => {
    if (skipped(hasShared('authority/people.xml'), 'The large authority file', 'Put it into ../shared/authority.'))
      return;
    const folder = emptyFolder();
    const xml = readFileSync(REAL);
    const read = await load('off', xml);
    await load(folder, xml);
    const kept = await load(folder, xml);
    const records = recordsIn(xml.toString());
    expect(records).toHaveLength(16312);
    const some = records.filter((_, n) => n % 10 === 0);
    expect(said(kept, some)).toEqual(said(read, some));
    expect(kept.holders(/Minister/, '1963-01-10')).toEqual(read.holders(/Minister/, '1963-01-10'));
  });

  it('a changed file is read anew', async () => {
    const folder = emptyFolder();
    await load(folder);
    const changed = await load(folder, register().replace('Surname7,', 'Kuznetsov,'));
    expect(changed.peopleOfSurname('Kuznetsov').map(({ id }) => id)).toContain('r.7');
  });

  it('a small file is not kept', async () => {
    const folder = emptyFolder();
    await load(folder, register(10));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('the format number stands for what is kept: who changes one raises the other', () => {
    const bytes = Buffer.from(prepareAuthority({ file: 'people.xml', xml: register(2) }));
    const lines = bytes
      .toString('latin1')
      .replace(/[^\n -~]/g, '·')
      .split('\n');
    expect({ format: PREPARED_FORMAT, lines }).toMatchInlineSnapshot(`
      {
        "format": 2,
        "lines": [
          "{"people":2,"lengths":{"ends":8,"records":378,"ids":7,"idnos":1,"names":34,"surnames":22,"titles":22}}",
          "r.0",
          "r.1",
          "given surname0·0",
          "given surname1·1",
          "surname0·0",
          "surname1·1",
          "Consul 0·0",
          "Consul 1·1",
          "····z···{"kind":"person","id":"r.0","preferred":"Given Surname0","variants":[],"surname":"Surname0","terms":[{"office":"Consul 0","from":"1961","latest":"1966"}],"idnos":[],"notes":[],"sources":[]}{"kind":"person","id":"r.1","preferred":"Given Surname1","variants":[],"surname":"Surname1","terms":[{"office":"Consul 1","from":"1961","latest":"1966"}],"idnos":[],"notes":[],"sources":[]}",
        ],
      }
    `);
  });
});

describe('a cache that is of no use is as good as none', () => {
  const damage = async (change: (entry: Buffer) => Buffer) => {
    const folder = emptyFolder();
    await load(folder);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
    return load(folder);
  };

  const replacing = (words: string, others: string) => (entry: Buffer) => {
    const at = entry.indexOf(words);
    expect(at).toBeGreaterThan(0);
    return Buffer.concat([entry.subarray(0, at), Buffer.from(others), entry.subarray(at + words.length)]);
  };

  it.each<[string, (entry: Buffer) => Buffer]>([
    ['cut short', (entry) => entry.subarray(0, entry.length / 2)],
    ['cut short by its last byte', (entry) => entry.subarray(0, -1)],
    ['cut short after its first line', (entry) => entry.subarray(0, entry.indexOf('\n') + 1)],
    ['with something after its end', (entry) => Buffer.concat([entry, Buffer.from('}')])],
    ['empty', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('{"names": []}')],
    ['with another name in a record', replacing('"Surname8"', '"Surname9"')],
    ['with another form', replacing('surname12\t', 'surname21\t')],
    ['with another office', replacing('Consul 7\t', 'Consul 9\t')],
  ])('%s', async (_, change) => {
    const read = await load('off');
    expect(said(await damage(change), recordsIn(register()))).toEqual(said(read, recordsIn(register())));
  });

  it('a folder that cannot be written', async () => {
    const folder = folderWith({ file: '' });
    const index = await load(join(folder, 'file', 'below'));
    expect(index.peopleOfSurname('Surname3')).toHaveLength(1);
  });
});

describe('the general files are prepared when the package is compiled', () => {
  const packaged = GENERAL_AUTHORITIES.map((file) => ({ file, bytes: readFileSync(inRepository(file)) }));
  const xml = packaged.map(({ file, bytes }) => ({ file, xml: bytes.toString() }));
  const records = xml.flatMap(readAuthority);
  const offices = [/^Secretary of State/, /Minister of Foreign Affairs/, /^President/];
  const holders = (index: Authorities) => offices.map((office) => index.holders(office, '1963-01-10'));

  it('each of them, and what is prepared says the same', async () => {
    const folder = await preparedFolder(PREPARED_GENERAL);
    const prepared = packaged.map(({ bytes }) => folder.read(bytes));
    expect(prepared.filter((content) => content === undefined)).toEqual([]);
    const index = await loadAuthorities([], packaged);
    const read = indexAuthorities([], xml);
    expect(said(index, records)).toEqual(said(read, records));
    expect(holders(index)).toEqual(holders(read));
    expect(index.entities).toEqual(read.entities);
  });

  it('a file that was changed since is read', async () => {
    const changed = Buffer.from(general.bytes.toString().replace('Dean Acheson', 'Dean Kuznetsov'));
    const index = await loadAuthorities([], [{ ...general, bytes: changed }]);
    expect(index.byId('person.acheson')?.preferred).toBe('Dean Kuznetsov');
  });
});

describe('the cache does not grow without bound', () => {
  it('entries of other versions go, and those that were not used for longest', async () => {
    const folder = emptyFolder();
    mkdirSync(folder, { recursive: true });
    const old = join(folder, 'authority-0.0.0-1-abc.json');
    writeFileSync(old, 'x');
    writeFileSync(join(folder, 'of-another-program.json'), 'x');
    for (let n = 0; n < 10; n++) {
      await load(folder, register(3000 + n));
      for (const name of readdirSync(folder)) {
        if (name.startsWith('authority-')) utimesSync(join(folder, name), new Date(n * 1e6), new Date(n * 1e6));
      }
    }
    const left = readdirSync(folder);
    expect(left).not.toContain('authority-0.0.0-1-abc.json');
    expect(left).toContain('of-another-program.json');
    expect(left.filter((name) => name.startsWith('authority-'))).toHaveLength(8);
  });
});

describe('where the cache lies', () => {
  it.each([
    [{ MEMCON_CACHE: 'off' }, 'linux', undefined],
    [{ MEMCON_CACHE: '/there' }, 'linux', '/there'],
    [{ XDG_CACHE_HOME: '/xdg' }, 'linux', '/xdg/memcon'],
    [{ LOCALAPPDATA: '/local' }, 'win32', '/local/memcon/Cache'],
    [{}, 'win32', undefined],
  ] as const)('%j on %s', (env, platform, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });

  it('is the home of the user without any of them', () => {
    expect(cacheFolder({}, 'linux')).toMatch(/\.cache.memcon$/);
    expect(cacheFolder({}, 'darwin')).toMatch(/Library.Caches.memcon$/);
  });
});

it('a build writes the same bytes with the cache, without it and while filling it; “off” writes no cache', async () => {
  const folder = folderWith({
    'talks/memcon.yaml': 'title: Talks\nauthorities: [people.xml]\n',
    'talks/people.xml': register(),
    'talks/talk/transcription.md': 'Memorandum of Conversation\n\nDATE: January 10, 1963\n\nGiven Surname5 said no.\n',
    'cache/': '',
  });
  const build = async (cache: string, out: string) => {
    const run = await memcon(['build', 'talks', '--out', out], folder, { env: { MEMCON_CACHE: cache } });
    expect(run).toMatchObject({ status: 0 });
    return treeOf(join(folder, out));
  };
  const without = await build('off', 'one');
  expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  expect(await build(join(folder, 'cache'), 'two')).toEqual(without);
  expect(readdirSync(join(folder, 'cache'))).toHaveLength(1);
  expect(await build(join(folder, 'cache'), 'three')).toEqual(without);
  expect([...without.values()].join()).toContain('r.5');
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, folderWith, memcon, type Run, treeOf } from '../command.js';
import { readText } from '../repository.js';
import { deadLinks, pagesBelow } from '../workspace.js';

const TALK = readText('tests/fixtures/talks/three-sides/transcription.md');
const [WORDS] = /[A-Z][^.\n]{60,}\./.exec(TALK.slice(TALK.indexOf('SUBJECT')))!;
const EDITION = '# The edition of a talk\nversion: 1.0.0 # stated by hand\ndate: 1970-02-03\n';
const FILES: Files = {
  'memcon.yaml': 'title: Talks\naddress: https://memcon.example/talks\n',
  'talk/transcription.md': TALK,
  'talk/edition.yaml': EDITION,
};

let folder: string;
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const below = (name: string) => [...treeOf(folder)].filter(([file]) => file.startsWith(`${name}/`));
const edit = (name: string, change: (text: string) => string) => writeFileSync(path(name), change(read(name)));

let first: Run;
let second: Run;
/** The files of the first release before the second. */
let frozen: [string, string | null][];
let records: { description: string; releases: unknown };
beforeAll(async () => {
  folder = folderWith(FILES);
  first = await memcon(['release', 'talk'], folder);
  frozen = below('output/talk/v1.0.0');
  records = { description: read('talk/edition.yaml'), releases: JSON.parse(read('talk/releases.json')) };
  edit('talk/transcription.md', (text) => text.replace(WORDS!, `${WORDS!.slice(0, -1)} indeed.`));
  edit('talk/edition.yaml', (text) => text.replace('1970-02-03', '1970-03-04'));
  second = await memcon(['release', 'talk', '1.1.0'], folder);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('memcon release', () => {
  it('freezes TEI and pages under the version that the edition states', () => {
    expect(first.status).toBe(0);
    expect(first.stdout).toBe('talk: version 1.0.0 released to output/talk/v1.0.0/\n');
    const names = frozen.map(([name]) => name.replace('output/talk/v1.0.0/', ''));
    const wanted = ['index.html', 'talk.xml', 'talk.ids.json', 'assets/edition.css', 'schema/memcon.rng'];
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(records).toMatchObject({
      description: EDITION,
      releases: {
        releases: [{ version: '1.0.0', date: '1970-02-03', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
      },
    });
  });

  it('has pages that say what they are, link to the edition as it is now, and load only what lies beside them', () => {
    const page = read('output/talk/v1.0.0/index.html');
    expect(page).toContain('Version 1.0.0, as it was released. <a href="../index.html">The edition as it is now</a>.');
    expect(page).toContain('<link rel="canonical" href="https://memcon.example/talks/talk/v1.0.0/index.html">');
    expect(read('output/talk/v1.0.0/talk.xml')).toContain(
      '<idno type="URI">https://memcon.example/talks/talk/v1.0.0/index.html</idno>',
    );
    const pages = pagesBelow(path('output'));
    for (const [name, html] of pages) {
      if (!name.includes('/v1.0.0/')) continue;
      const out = [...html.matchAll(/\s(?:href|src)="(\.\.\/[^"]*)"/g)].map(([, link]) => link);
      expect(new Set(out), name).toEqual(new Set(['../../index.html', '../index.html']));
    }
    expect(read('output/talk/index.html')).toContain(
      'Releases: <a href="v1.1.0/index.html">version 1.1.0</a>, <a href="v1.0.0/index.html">version 1.0.0</a>.',
    );
    // The list of editions is made with the whole workspace.
    pages.set('index.html', '');
    const files = treeOf(path('output'));
    const isThere = (file: string) =>
      files.get(file) !== undefined || /^(?:people|organisations|places|events)\//.test(file);
    expect(deadLinks(pages, isThere)).toEqual([]);
  });

  it('is never touched by what comes later', () => {
    expect(second.stdout).toContain('version 1.1.0 released');
    expect(read('talk/edition.yaml')).toBe(EDITION.replace('1.0.0', '1.1.0').replace('1970-02-03', '1970-03-04'));
    const now = treeOf(folder);
    expect(frozen.filter(([file, text]) => now.get(file) !== text).map(([file]) => file)).toEqual([]);
    expect((JSON.parse(read('talk/releases.json')) as { releases: object[] }).releases).toHaveLength(2);
  });

  it.each([
    [['release', 'talk'], 1, 'Version 1.1.0 of talk was released already.'],
    [['release', 'talk', '1.0.9'], 1, 'Version 1.0.9 of talk comes before 1.1.0'],
    [['release', 'talk', '01.2.0'], 2, '“01.2.0” is no semantic version.'],
    [['release', 'other'], 1, 'The workspace has no edition “other”.'],
    [['release', 'talk', '1.2.0'], 1, 'Version 1.2.0 of talk has the day of release 1.1.0, 1970-03-04.'],
  ])('refuses %j, and writes nothing', async (args, status, words) => {
    const before = treeOf(folder);
    const ran = await memcon(args, folder);
    expect([ran.status, ran.stdout]).toEqual([status, '']);
    expect(ran.stderr).toContain(words);
    expect(treeOf(folder)).toEqual(before);
  });

  it('refuses a day before that of the last release, also with --same-day, and says where it stands', async () => {
    const dated = read('talk/edition.yaml');
    edit('talk/edition.yaml', (text) => text.replace('1970-03-04', '1970-03-03'));
    const before = treeOf(folder);
    for (const args of [
      ['release', 'talk', '1.2.0'],
      ['release', 'talk', '1.2.0', '--same-day'],
    ]) {
      const ran = await memcon(args, folder);
      expect(ran.status).toBe(1);
      expect(ran.stderr).toContain(
        'talk/edition.yaml:3:7: error: Version 1.2.0 of talk is of 1970-03-03, a day before',
      );
      expect(ran.stderr).toContain('[release-goes-forward]');
    }
    expect(treeOf(folder)).toEqual(before);
    writeFileSync(path('talk/edition.yaml'), dated);
  });
});

describe('a release', () => {
  type Item = { version: string; URL: string; custom?: { memcon: { words: string } } };
  let then: Item;
  let now: Item;
  beforeAll(async () => {
    for (const at of ['1.0.0', undefined]) {
      const args = ['cite', WORDS!.slice(0, 50), '--format', 'csl-json', ...(at === undefined ? [] : ['--at', at])];
      const ran = await memcon(args, folder);
      expect(ran.stderr).not.toContain('error');
      const [item] = JSON.parse(ran.stdout) as [Item];
      if (at === undefined) now = item;
      else then = item;
    }
  });

  it('is cited as it stood, under its own address', async () => {
    expect(then.custom!.memcon.words).not.toContain('indeed.');
    expect(now.custom!.memcon.words).toContain('indeed.');
    expect([then.version, now.version]).toEqual(['1.0.0', '1.1.0']);
    expect(then.URL).toMatch(/^https:\/\/memcon\.example\/talks\/talk\/v1\.0\.0\/index\.html#\w+\.\d/);
    const none = await memcon(['cite', 'turn.1', '--at', '2.0.0'], folder);
    expect(none.status).toBe(1);
    expect(none.stderr).toContain('There is no release 2.0.0 of talk; there are 1.0.0, 1.1.0.');
  });

  it('tells what has become of words that were cited from it, also where only their hash came through', async () => {
    const { custom: _custom, ...rest } = then;
    writeFileSync(path('whole.json'), JSON.stringify([then]));
    writeFileSync(path('hash.json'), JSON.stringify([rest]));
    const { status, stderr } = await memcon(['verify', 'whole.json', 'hash.json'], folder);
    // The address of both leads to the release, which keeps its words.
    expect(status).toBe(0);
    for (const name of ['whole.json', 'hash.json']) {
      const said = stderr.slice(stderr.indexOf(`${name}: warning`)).split('\n')[0];
      expect(said).toContain('reads otherwise than it was cited');
      expect(said).toContain('indeed');
      expect(said).toContain('In version 1.0.0 it stood as cited: https://memcon.example/talks/talk/v1.0.0/');
    }
  });

  it('does not stand for a citation that names somebody else as speaker', async () => {
    const { memcon: passage } = then.custom!;
    const altered = { ...then, custom: { memcon: { ...passage, speakers: ['Nobody'] } } };
    writeFileSync(path('altered.json'), JSON.stringify([altered]));
    const { status, stderr } = await memcon(['verify', 'altered.json'], folder);
    expect(status).toBe(1);
    expect(stderr).not.toContain('it stood as cited');
  });

  it('that is missing or changed is told by the build', async () => {
    rmSync(path('output/talk/v1.0.0'), { recursive: true });
    edit('output/talk/v1.1.0/talk.xml', (text) => text.replace('indeed', 'in truth'));
    const ran = await memcon(['build'], folder);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain('Release 1.0.0 of talk is not in the output folder.');
    expect(ran.stderr).toContain('The TEI file of release 1.1.0 of talk is not the one that was released.');
  });
});

describe('the day of an edition', () => {
  const releasedOnce = async (description: string) => {
    const at = folderWith({
      'memcon.yaml': 'title: Talks\n',
      'talk/transcription.md': TALK,
      'talk/edition.yaml': description,
    });
    expect((await memcon(['release', 'talk', '1.0.0'], at)).status).toBe(0);
    return at;
  };

  it('may be that of the last release where the editor says so', async () => {
    const at = await releasedOnce('date: 1970-02-03\n');
    const ran = await memcon(['release', 'talk', '1.0.1', '--same-day'], at);
    expect([ran.status, ran.stdout]).toEqual([0, 'talk: version 1.0.1 released to output/talk/v1.0.1/\n']);
    expect(ran.stderr).not.toContain('warning');
    rmSync(at, { recursive: true, force: true });
  });

  it('is not asked for where there is none', async () => {
    const at = await releasedOnce('editor: A. Person\n');
    expect((await memcon(['release', 'talk', '1.0.1'], at)).status).toBe(0);
    rmSync(at, { recursive: true, force: true });
  });

  it('goes with a version that does not come before the last release', async () => {
    const at = await releasedOnce('date: 1970-02-03\n');
    const file = join(at, 'talk/edition.yaml');
    for (const [version, says] of [
      ['0.5.0', true],
      ['1.0.0', false],
      ['1.0.1', false],
    ] as const) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/version: .*/, `version: ${version}`));
      const { status, stderr } = await memcon(['build'], at);
      expect(status).toBe(0);
      expect(stderr.includes(`talk says that it is version ${version}, which comes before release 1.0.0.`)).toBe(says);
      expect(stderr.includes('[release-has-its-version]')).toBe(says);
    }
    rmSync(at, { recursive: true, force: true });
  });
});

it('an edition without memcon.yaml is released as well, and one without a version only under a given one', async () => {
  const at = folderWith({
    'talk/transcription.md': TALK,
    'talk/edition.yaml': '# no version yet\n\neditor: A. Person\n',
  });
  try {
    const none = await memcon(['release', 'talk'], at);
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('The edition has no version.')]);
    expect((await memcon(['release', 'talk', '0.1.0'], at)).status).toBe(0);
    expect(readFileSync(join(at, 'talk/edition.yaml'), 'utf8')).toBe(
      '# no version yet\n\nversion: 0.1.0\neditor: A. Person\n',
    );
    expect(readFileSync(join(at, 'output/talk/v0.1.0/talk.html'), 'utf8')).toContain('href="../talk.html"');
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
});

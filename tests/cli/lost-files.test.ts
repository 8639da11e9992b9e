import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memcon, treeOf } from '../command.js';
import { holding } from './holding.js';
import { MEMO } from './material.js';

const workspace = () =>
  holding({
    'memcon.yaml': 'title: Talks\nlicence: {name: CC0, url: https://example.org/cc0}\n',
    'talk/transcription.md': MEMO,
    'talk/edition.yaml': 'version: 1.0.0\ndate: 1970-02-03\n',
  });
const LOST = 'talk/ids.json: error:';

describe('a register that was lost', () => {
  it('is missed where releases are on record, and its copies are named', async () => {
    const folder = workspace();
    await memcon(['release', 'talk'], folder);
    rmSync(join(folder, 'talk/ids.json'));
    const before = treeOf(folder);
    for (const args of [
      ['build'],
      ['check', 'talk'],
      ['release', 'talk', '1.1.0', '--same-day'],
      ['rebase', 'talk', 'talk/transcription.md', '--write'],
    ]) {
      const { status, stderr } = await memcon(args, folder);
      expect([status, stderr], args.join(' ')).toEqual([
        1,
        expect.stringContaining(`${LOST} talk was released as version 1.0.0`),
      ]);
      expect(stderr).toContain(
        'copy “output/talk/talk.ids.json”, else “output/talk/v1.0.0/talk.ids.json” to “talk/ids.json”',
      );
      expect(stderr).toContain('[ids-are-on-record]');
      expect(treeOf(folder)).toEqual(before);
    }
    cpSync(join(folder, 'output/talk/v1.0.0/talk.ids.json'), join(folder, 'talk/ids.json'));
    expect(await memcon(['build', '-q'], folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('is missed where none was released, as long as the output folder has the ids that were published', async () => {
    const folder = workspace();
    await memcon(['build'], folder);
    rmSync(join(folder, 'talk/ids.json'));
    writeFileSync(
      join(folder, 'talk/transcription.md'),
      MEMO.replace('The Secretary said', 'He began at once.\n\nThe Secretary said'),
    );
    const before = treeOf(folder);
    const { status, stderr } = await memcon(['build'], folder);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${LOST} talk has published ids`)]);
    expect(stderr).toContain('copy “output/talk/talk.ids.json” to “talk/ids.json”');
    expect(treeOf(folder)).toEqual(before);
    // Into another folder, and where the output was deleted on purpose, it is a first build.
    expect((await memcon(['build', '--out', 'other'], folder)).status).toBe(0);
    rmSync(join(folder, 'talk/ids.json'));
    rmSync(join(folder, 'output/talk'), { recursive: true });
    expect((await memcon(['build'], folder)).status).toBe(0);
  });

  it('is written again where the build gives the ids that were published', async () => {
    const folder = workspace();
    await memcon(['build'], folder);
    const before = treeOf(folder);
    rmSync(join(folder, 'talk/ids.json'));
    expect(await memcon(['build', '-q'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(treeOf(folder)).toEqual(before);
  });
});

describe('a transcription that was lost', () => {
  it.each(['edition.yaml', 'ids.json', 'releases.json'])(
    'is missed in a folder with %s; other editions are built',
    async (name) => {
      const folder = workspace();
      await memcon(['release', 'talk'], folder);
      cpSync(join(folder, 'talk'), join(folder, 'sound'), { recursive: true });
      rmSync(join(folder, 'sound/releases.json'));
      rmSync(join(folder, 'talk/transcription.md'));
      for (const other of ['edition.yaml', 'ids.json', 'releases.json'])
        if (other !== name) rmSync(join(folder, 'talk', other));
      const { status, stdout, stderr } = await memcon(['build'], folder);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining('talk: error: The folder “talk” is that of an edition, and holds no transcription.'),
      ]);
      expect(stderr).toContain('[folder-holds-a-transcription]');
      expect(stdout).toMatch(/talk: not built \(1 error\)/);
      expect(stdout).toContain('written to output/sound/');
      const checked = await memcon(['check', '.'], folder);
      expect([checked.status, checked.stderr]).toEqual([1, expect.stringContaining('holds no transcription')]);
    },
  );

  it('may lie there under a name that is none', async () => {
    const folder = workspace();
    renameSync(join(folder, 'talk/transcription.md'), join(folder, 'talk/carbon.md'));
    writeFileSync(join(folder, 'talk/notes.md'), 'Where it was found.\n');
    const { status, stderr } = await memcon(['build'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('none of its files is named as its transcription: carbon.md, notes.md.');
  });

  it('is not asked for in a folder that is no edition’s', async () => {
    const folder = workspace();
    cpSync(join(folder, 'memcon.yaml'), join(folder, 'papers/readme.yaml'));
    expect(await memcon(['build', '-q'], folder)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('an edition that was renamed', () => {
  it('has its releases under their old name, and they are cited, proved and linked', async () => {
    const folder = workspace();
    await memcon(['release', 'talk'], folder);
    renameSync(join(folder, 'talk'), join(folder, 'dobrynin'));
    writeFileSync(
      join(folder, 'before.json'),
      (await memcon(['cite', 'turn.1', '--format', 'csl-json'], folder)).stdout,
    );
    const told = await memcon(['build'], folder);
    expect(told.stderr).toContain(
      'Release 1.0.0 of dobrynin lies in “output/talk/v1.0.0”, where the edition had another name.',
    );
    expect(told.stderr).toContain('Copy “output/talk/v1.0.0” to “output/dobrynin/v1.0.0” as it is');
    cpSync(join(folder, 'output/talk/v1.0.0'), join(folder, 'output/dobrynin/v1.0.0'), { recursive: true });
    rmSync(join(folder, 'output/talk'), { recursive: true });
    const built = await memcon(['build'], folder);
    expect([built.status, built.stderr]).toEqual([0, expect.not.stringContaining('release-is-kept')]);
    expect(readFileSync(join(folder, 'output/dobrynin/index.html'), 'utf8')).toContain('href="v1.0.0/index.html"');

    for (const reference of ['turn.1', 'dobrynin#turn.1', 'https://example.org/talk/v1.0.0/index.html#turn.1']) {
      const ran = await memcon(['cite', reference, '--at', '1.0.0'], folder);
      expect([ran.status, ran.stdout], ran.stderr).toEqual([
        0,
        expect.stringContaining('version 1.0.0, 3 February 1970'),
      ]);
    }
    for (const reference of ['turn.1', 'dobrynin']) {
      const cited = await memcon(['cite', reference, '--at', '1.0.0', '--format', 'csl-json'], folder);
      writeFileSync(join(folder, 'cited.json'), cited.stdout);
      const proved = await memcon(['verify', 'cited.json'], folder);
      expect([proved.status, proved.stdout], proved.stderr).toEqual([0, expect.stringContaining('the words stand')]);
    }
    // Under the name that it had when it was cited.
    const before = await memcon(['verify', 'before.json'], folder);
    expect([before.status, before.stdout], before.stderr).toEqual([
      0,
      expect.stringContaining('dobrynin#turn.1: the words'),
    ]);
    const transcription = join(folder, 'dobrynin/transcription.md');
    writeFileSync(transcription, readFileSync(transcription, 'utf8').replace('for his government', 'for Moscow'));
    await memcon(['build'], folder);
    const cited = await memcon(['cite', 'turn.2', '--at', '1.0.0', '--format', 'csl-json'], folder);
    writeFileSync(join(folder, 'cited.json'), cited.stdout);
    const proved = await memcon(['verify', 'cited.json'], folder);
    expect(proved.stderr).toContain('In version 1.0.0 it stood as cited');
  });

  it('is told of a release that was changed, also under its old name', async () => {
    const folder = workspace();
    await memcon(['release', 'talk'], folder);
    renameSync(join(folder, 'talk'), join(folder, 'dobrynin'));
    renameSync(join(folder, 'output/talk'), join(folder, 'output/dobrynin'));
    const file = join(folder, 'output/dobrynin/v1.0.0/talk.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('inspections', 'stations'));
    const { stderr } = await memcon(['build'], folder);
    expect(stderr).toContain(
      'output/dobrynin/v1.0.0/talk.xml: warning: The TEI file of release 1.0.0 of dobrynin is not the one',
    );
  });
});

import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder, folderWith, memcon, traceIn } from '../command.js';
import { readText } from '../repository.js';
import { bagIn } from './packed.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const TRANSCRIPTION = readText('tests/fixtures/rules/deposit-is-described/editions/one/transcription.md');
const DESCRIPTION = 'version: 1.0.0\ndate: 2026-11-23\neditor: An editor\nsource:\n  rights: In the public domain.\n';
const WORKSPACE = `title: Talks
publisher: An archive
licence:
  name: CC0 1.0 Universal
  url: https://creativecommons.org/publicdomain/zero/1.0/
`;

/** A workspace of two editions; `second` is the description of the one that may be at fault. */
function workspace(second = DESCRIPTION): string {
  const folder = folderWith({
    'talks/memcon.yaml': WORKSPACE,
    'talks/one/transcription.md': TRANSCRIPTION,
    'talks/one/edition.yaml': DESCRIPTION,
    'talks/two/transcription.md': TRANSCRIPTION,
    'talks/two/edition.yaml': second,
  });
  folders.push(folder);
  return folder;
}

const BROKEN = `${DESCRIPTION}decisions:\n  - page: 1\n    quote: "words that stand [nowhere] here"\n    reading: x\n    reason: None.\n`;

describe('what does not validate is not packed', () => {
  it.each([[], ['--each'], ['--zip'], ['--each', '--zip']])('nor anything with it (%j %j)', async (...options) => {
    const folder = workspace(BROKEN);
    const ran = await memcon(['deposit', 'talks', ...options.filter(Boolean)], folder);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('[decision-finds-its-words]');
    expect(ran.stdout).toBe('');
    expect(traceIn(ran)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['talks']);
  });

  it('and the other editions are looked through all the same', async () => {
    const folder = workspace('editor: An editor\n');
    const { status, stderr } = await memcon(['deposit', 'talks'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('“two” has no day');
    expect(stderr).toContain('“one” has no DOI');
  });
});

describe('an edition that is no longer what was released as its version', () => {
  it.each([[], ['--each']])('is not packed (%j)', async (...options) => {
    const folder = workspace();
    appendFileSync(join(folder, 'talks/memcon.yaml'), 'address: https://example.org/talks/\n');
    expect((await memcon(['release', 'talks/one'], folder)).status).toBe(0);
    expect((await memcon(['build', 'talks'], folder)).stderr).toBe('');
    const asReleased = await memcon(['deposit', 'talks', '--out', 'kept', ...options.filter(Boolean)], folder);
    expect(asReleased.status, asReleased.stderr).toBe(0);
    appendFileSync(join(folder, 'talks/one/edition.yaml'), 'title: Another title\n');
    const changed = await memcon(['deposit', 'talks', ...options.filter(Boolean)], folder);
    expect(changed.status).toBe(1);
    expect(changed.stderr).toMatch(/talks\/one\/edition\.yaml: error: .*version 1\.0\.0[\s\S]*Nothing is packed/);
    expect(existsSync(join(folder, 'deposits'))).toBe(false);
    const forced = await memcon(['deposit', 'talks/one', '--force'], folder);
    expect(forced.status).toBe(1);
    const built = await memcon(['build', 'talks'], folder);
    expect([built.status, built.stderr.includes('warning: one still says')]).toEqual([0, true]);
  });
});

describe('a deposit that is there', () => {
  it('is kept, unless it is to be replaced', async () => {
    const folder = workspace();
    const bag = join(folder, 'deposits/one-1.0.0');
    const edition = 'talks/one';
    expect((await memcon(['deposit', edition], folder)).status).toBe(0);
    writeFileSync(join(bag, 'note.txt'), 'kept');
    const again = await memcon(['deposit', edition], folder);
    expect([again.status, existsSync(join(bag, 'note.txt'))]).toEqual([1, true]);
    expect(again.stderr).toContain('[output-is-writable]');
    const forced = await memcon(['deposit', edition, '--force'], folder);
    expect([forced.status, existsSync(join(bag, 'note.txt'))]).toEqual([0, false]);
    expect(readdirSync(join(folder, 'deposits'))).toEqual(['one-1.0.0']);
    expect((await memcon(['verify', bag], folder)).status).toBe(0);
  });

  it('of a workspace stands beside the next one, and is not packed twice', async () => {
    const folder = workspace();
    expect((await memcon(['deposit', 'talks'], folder)).status).toBe(0);
    const [first, ...none] = readdirSync(join(folder, 'deposits'));
    expect(none).toEqual([]);
    const again = await memcon(['deposit', 'talks'], folder);
    expect([again.status, again.stderr.includes(`${first}” is there already`)]).toEqual([1, true]);
    appendFileSync(join(folder, 'talks/memcon.yaml'), '# The archive has a new name.\n');
    const next = await memcon(['deposit', 'talks'], folder);
    expect(next.status, next.stderr).toBe(0);
    expect(readdirSync(join(folder, 'deposits'))).toHaveLength(2);
  });
});

describe('a bag is one of', () => {
  it('each edition, where that is asked for', async () => {
    const folder = workspace();
    const { status, stdout } = await memcon(['deposit', 'talks', '--each', '--zip', '--json'], folder);
    expect(status).toBe(0);
    const paths = ['one', 'two'].map((name) => join('deposits', `${name}-1.0.0.zip`));
    expect((JSON.parse(stdout) as { bags: { bag: string }[] }).bags.map(({ bag }) => bag)).toEqual(paths);
    expect(readdirSync(join(folder, 'deposits'))).toEqual(['one-1.0.0.zip', 'two-1.0.0.zip']);
    expect((await memcon(['verify', ...paths], folder)).status).toBe(0);
  });

  it('a transcription without a workspace', async () => {
    const folder = emptyFolder();
    folders.push(folder);
    writeFileSync(join(folder, 'talk.md'), TRANSCRIPTION);
    const env = { SOURCE_DATE_EPOCH: '1800000000' };
    const { status, stderr } = await memcon(['deposit', 'talk.md'], folder, { env });
    expect(status, stderr).toBe(0);
    const name = bagIn(join(folder, 'deposits'));
    expect(name).toMatch(/^talk-2027-01-15-[0-9a-f]{8}$/);
    const sources = readdirSync(join(folder, 'deposits', name, 'data/sources/talk'));
    expect(sources).toEqual(['talk.md']);
    expect((await memcon(['verify', `deposits/${name}`], folder)).status).toBe(0);
  });
});

describe('an archive that was damaged', () => {
  it('is named, and what of it cannot be read', async () => {
    const folder = workspace();
    expect((await memcon(['deposit', 'talks/one', '--zip'], folder)).status).toBe(0);
    const path = join(folder, 'deposits/one-1.0.0.zip');
    const whole = readFileSync(path);
    const verified = async (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      const ran = await memcon(['verify', 'deposits/one-1.0.0.zip'], folder);
      expect(ran.status).toBe(1);
      expect(traceIn(ran)).toBeUndefined();
      return ran.stderr;
    };
    expect(await verified(whole.subarray(0, whole.length >> 1))).toContain('[bag-keeps-to-bagit]');
    expect(await verified(Buffer.from('no archive'))).toContain('cannot be read as a ZIP archive');
    const altered = Buffer.from(whole);
    const at = altered.indexOf('/transcription.md') + 60;
    altered[at]! ^= 0xff;
    const said = await verified(altered);
    expect(said).toMatch(/“data\/sources\/one\/transcription\.md” (?:was altered|cannot be read)/);
    expect(said.match(/: error: /g)).toHaveLength(1);
    const renamed = Buffer.from(whole);
    // In the header of the file alone: the directory still has the old name.
    renamed.write('/Transcription.md', renamed.indexOf('/transcription.md'));
    expect(await verified(renamed)).toContain('its header in the archive calls it');
    const escaping = Buffer.from(whole.toString('latin1').replaceAll('/data/mets.xml', '/../../met.xml'), 'latin1');
    expect(await verified(escaping)).toContain('leads out of the bag');
  });

  it('that holds no bag, or more than one folder, is refused', async () => {
    const folder = emptyFolder();
    folders.push(folder);
    mkdirSync(join(folder, 'empty'));
    const { status, stderr } = await memcon(['verify', 'empty'], folder);
    expect([status, stderr.includes('is no bag')]).toEqual([1, true]);
  });
});

describe('what can be neither proved nor compared', () => {
  const folder = folderWith({ 'a.json': '{}', 'note.txt': 'words', 'bag.zip': 'words', 'folder/a.txt': 'words' });
  folders.push(folder);
  it.each([
    ['absent', 2, '“absent” does not exist'],
    ['absent.zip', 2, '“absent.zip” does not exist'],
    ['a.json', 1, '“a.json” is no CSL-JSON with a passage'],
    ['note.txt', 1, '“note.txt” is no CSL-JSON with a passage'],
    ['bag.zip', 1, '“bag.zip” cannot be read as a ZIP archive'],
    ['folder', 1, '“folder” is no bag'],
  ])('%s is told for what it is, without an edition that was built', async (path, status, says) => {
    const ran = await memcon(['verify', path], folder);
    expect([ran.status, ran.stdout, traceIn(ran)]).toEqual([status, '', undefined]);
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).not.toContain('output');
  });

  it('is told before anything is proved', async () => {
    const ran = await memcon(['verify', 'folder', 'absent'], folder);
    expect([ran.status, ran.stderr.includes('“absent” does not exist')]).toEqual([2, true]);
  });
});

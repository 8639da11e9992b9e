import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bagInFolder } from '../../src/corpus/bag-folder.js';
import type { Bag } from '../../src/deposit/bag/bag.js';
import { checkBag } from '../../src/deposit/bag/check.js';
import { isError } from '../../src/messages/message.js';
import { memcon, treeOf } from '../command.js';
import { installed, skipped } from '../repository.js';
import { deadLinks, FLAGSHIP, pagesBelow } from '../workspace.js';
import { bagIn, DOI, depositIn, SCANNED, workspaceToDeposit } from './packed.js';
import { recordsInBag } from './records-in-bag.js';

const folder = workspaceToDeposit();
const deposits = join(folder, 'deposits');
/** Where the bag is when it is packed. */
const bag = () => join(deposits, bagIn(deposits));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let said = '';
beforeAll(async () => {
  const folders = await depositIn(folder, ['memoranda']);
  expect(folders.status, folders.stderr).toBe(0);
  said = folders.stderr;
  const archives = await depositIn(folder, ['memoranda', '--zip']);
  expect(archives.status, archives.stderr).toBe(0);
}, 240_000);

const pathsOf = (top: string): string[] =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();

/** The bag with other contents, names or files; of what is as it was, digests are made once. */
const kept = new WeakMap<Buffer, Map<string, string>>();
function bagOf(files: ReadonlyMap<string, Buffer>): Bag {
  const digest = (content: Buffer, algorithm: string) => {
    const known = kept.get(content) ?? new Map<string, string>();
    kept.set(content, known);
    const found = known.get(algorithm) ?? createHash(algorithm).update(content).digest('hex');
    known.set(algorithm, found);
    return found;
  };
  return {
    name: 'bag',
    files: [...files].map(([path, content]) => ({ path, size: content.length })),
    hasPayloadFolder: true,
    messages: [],
    read: async (path) => files.get(path)!,
    digests: async (path, algorithms) => new Map(algorithms.map((one) => [one, digest(files.get(path)!, one)])),
  };
}

describe('our own bag', () => {
  it('is proved, as a folder and as an archive', async () => {
    const { status, stdout, stderr } = await memcon(['verify', bag(), `${bag()}.zip`], folder);
    expect(status, stderr).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.match(/a valid bag \(BagIt 1\.0\): \d+ files/g)).toHaveLength(2);
  });

  it('has a name that tells it from other deposits, and says so', () => {
    const text = readFileSync(join(bag(), 'bag-info.txt'), 'utf8');
    const digest = createHash('sha256')
      .update(readFileSync(join(bag(), 'manifest-sha256.txt')))
      .digest('hex');
    const name = `memoranda-2026-11-25-${digest.slice(0, 8)}`;
    expect(bagIn(deposits)).toBe(name);
    expect(text).toContain(`External-Identifier: ${name}\n`);
    expect(text).toContain(`Internal-Sender-Identifier: ${name}\n`);
    expect(text).toContain('Bag-Group-Identifier: https://example.org/memoranda\n');
  });

  it('says so as data', async () => {
    const { stdout } = await memcon(['verify', `${bag()}.zip`, '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      bags: [{ valid: true, version: '1.0', algorithms: ['sha256', 'sha512'] }],
      messages: [],
    });
  });

  it.each(['sha256', 'sha512'])('is accepted by %ssum -c', (algorithm) => {
    const program = installed(`${algorithm}sum`);
    if (skipped(program, `the manifests of ${algorithm}`, 'Install coreutils.')) return;
    for (const manifest of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]) {
      const checked = execFileSync(program!, ['-c', '--strict', manifest], { cwd: bag(), encoding: 'utf8' });
      const lines = readFileSync(join(bag(), manifest), 'utf8').split('\n').length - 1;
      expect(checked.match(/: OK$/gm)).toHaveLength(lines);
    }
  });

  it('names each file that is altered, dropped, added or renamed', async () => {
    const files = new Map(pathsOf(bag()).map((path) => [path, readFileSync(join(bag(), path))]));
    expect(files.size).toBeGreaterThan(80);
    expect((await checkBag(bagOf(files))).messages).toEqual([]);
    const unnamed: string[] = [];
    const expectNamed = async (what: string, path: string, changed: ReadonlyMap<string, Buffer>) => {
      const { messages } = await checkBag(bagOf(changed));
      const named = messages.some((one) => isError(one) && (one.words === path || one.file === `bag/${path}`));
      if (!named) unnamed.push(`${what}: ${path}`);
    };
    for (const [path, content] of files) {
      const altered = Buffer.from(content);
      altered[altered.length >> 1]! ^= 1;
      await expectNamed('altered', path, new Map([...files, [path, altered]]));
      const others = [...files].filter(([other]) => other !== path);
      await expectNamed('dropped', path, new Map(others));
      await expectNamed('renamed', path, new Map([...others, [`${path}.renamed`, content]]));
      await expectNamed('added', `${path}.added`, new Map([...files, [`${path}.added`, Buffer.from('new')]]));
    }
    expect(unnamed).toEqual([]);
  }, 240_000);

  it('says of a renamed file what it was called, and nothing else', async () => {
    const files = new Map(pathsOf(bag()).map((path) => [path, readFileSync(join(bag(), path))]));
    const path = `data/sources/${FLAGSHIP}/transcription.md`;
    const renamed = new Map([...files].map(([other, content]) => [other === path ? `${path}.bak` : other, content]));
    const { messages } = await checkBag(bagOf(renamed));
    expect(messages.map(({ reason }) => reason)).toEqual([
      `“${path}” is missing; “${path}.bak”, which is not listed, has its bytes.`,
    ]);
  });

  it('is proved on the disk too', async () => {
    const path = join(bag(), 'data/editions', FLAGSHIP, `${FLAGSHIP}.xml`);
    const content = readFileSync(path);
    const messagesNow = async () => (await checkBag(await bagInFolder(bag()))).messages;
    appendFileSync(path, ' ');
    expect((await messagesNow()).map(({ rule, words }) => [rule, words])).toEqual([
      ['bag-is-unaltered', `data/editions/${FLAGSHIP}/${FLAGSHIP}.xml`],
    ]);
    writeFileSync(path, content);
    renameSync(path, `${path}~`);
    expect((await messagesNow()).map(({ rule }) => rule)).toEqual(['bag-is-complete']);
    renameSync(`${path}~`, path);
    expect(await messagesNow()).toEqual([]);
  });

  it('links to nothing that is not in it', () => {
    const editions = join(bag(), 'data/editions');
    const there = new Set(pathsOf(editions));
    expect(deadLinks(pagesBelow(editions), (path) => there.has(path))).toEqual([]);
  });

  it('holds all that its editions were made from, so that they can be made anew', async () => {
    cpSync(join(bag(), 'data/sources'), join(folder, 'sources'), { recursive: true });
    const { status, stderr } = await memcon(['build', 'sources', '--out', 'again', '-q'], folder);
    expect(status, stderr).toBe(0);
    for (const name of [FLAGSHIP, SCANNED]) {
      const tei = readFileSync(join(folder, 'again', name, `${name}.xml`), 'utf8');
      const packed = readFileSync(join(bag(), 'data/editions', name, `${name}.xml`), 'utf8');
      // Page images lie with the edition, and are not packed twice.
      const graphics = /\s*<graphic [^>]*>/g;
      expect(tei.replace(graphics, '')).toBe(packed.replace(graphics, ''));
    }
  }, 240_000);

  it('tells the archivist what is missing, and where to put it', () => {
    expect(said).not.toContain(`“${FLAGSHIP}” has no DOI`);
    expect(said).toContain(`memoranda/${SCANNED}/edition.yaml: warning: “${SCANNED}” has no DOI.`);
    expect(said).toContain(`No editor has looked through “${SCANNED}”`);
    const metadata = join(bag(), 'data/metadata');
    expect(readdirSync(join(metadata, FLAGSHIP))).toContain('datacite.xml');
    expect(readdirSync(join(metadata, SCANNED)).filter((name) => name.startsWith('datacite'))).toEqual([]);
  });
});

recordsInBag(bag);

describe('the same input', () => {
  it('gives the same bytes, as a folder and as an archive, in any time zone', async () => {
    const again = workspaceToDeposit();
    try {
      for (const args of [[], ['--zip']]) {
        const { status, stderr } = await depositIn(again, ['memoranda', ...args], { TZ: 'Pacific/Auckland' });
        expect(status, stderr).toBe(0);
      }
      expect(treeOf(join(again, 'deposits'))).toEqual(treeOf(join(folder, 'deposits')));
    } finally {
      rmSync(again, { recursive: true, force: true });
    }
  }, 240_000);

  it('takes its day from SOURCE_DATE_EPOCH', async () => {
    const env = { SOURCE_DATE_EPOCH: '1800000000' };
    const { status } = await depositIn(folder, [`memoranda/${FLAGSHIP}`, '--out', 'dated'], env);
    expect(status).toBe(0);
    const dated = join(folder, 'dated', `${FLAGSHIP}-1.0.0`);
    const info = readFileSync(join(dated, 'bag-info.txt'), 'utf8');
    expect(info).toContain('Bagging-Date: 2027-01-15\n');
    expect(info).toContain(`External-Identifier: https://doi.org/${DOI}\n`);
    expect(info).toContain(`Internal-Sender-Identifier: ${FLAGSHIP}-1.0.0\n`);
    const premis = readFileSync(join(dated, 'data/metadata', FLAGSHIP, 'premis.xml'), 'utf8');
    expect(new Set(premis.match(/(?<=<premis:eventDateTime>)[^<]+/g))).toEqual(new Set(['2027-01-15']));
  }, 240_000);
});

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationsOf } from '../../src/citation/cite.js';
import { citableEdition } from '../../src/citation/units.js';
import { type Files, folderWith, memcon, traceIn } from '../command.js';
import { readText } from '../repository.js';
import { FLAGSHIP, flagshipTei, publishedTei } from './material.js';

const FILE = `output/${FLAGSHIP}/${FLAGSHIP}.xml`;
let folder: string;
beforeAll(() => {
  folder = folderWith({ [FILE]: publishedTei() });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = async (files: Files, run: (at: string) => Promise<void>) => {
  const at = folderWith(files);
  try {
    await run(at);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
};

describe('memcon cite', () => {
  it('gives what the page gives: note and permalink, BibTeX, RIS, CSL-JSON', async () => {
    const [page] = (await citationsOf('edition.xml', publishedTei())).filter(({ id }) => id === 'turn.5');
    const cite = async (...more: string[]) => (await memcon(['cite', 'turn.5', ...more], folder)).stdout;
    expect(await cite()).toBe(`${page!.chicagoNote}\n${page!.permalink}\n`);
    expect(await cite('--style', 'mla')).toBe(`${page!.mla.citation}\n${page!.mla.entry}\n${page!.permalink}\n`);
    expect(await cite('--format', 'bibtex')).toBe(page!.bibtex);
    expect(await cite('--format', 'ris')).toBe(page!.ris);
    expect(JSON.parse(await cite('--format', 'csl-json'))).toEqual(page!.cslJson);
  });

  it('as JSON gives the passage and all its citations; with --all every passage that may be meant', async () => {
    const one = await memcon(['cite', 'p. 3, Kuznetsov', '--json'], folder);
    const { citations } = JSON.parse(one.stdout) as {
      citations: { passage: object; styles: object; formats: object }[];
    };
    expect(citations).toHaveLength(1);
    expect(citations[0]!.passage).toMatchObject({ id: 'turn.5', pages: ['3'] });
    expect(Object.keys(citations[0]!.styles)).toEqual(['chicago', 'mla', 'apa', 'turabian']);
    expect(Object.keys(citations[0]!.formats).sort()).toEqual(['biblatex', 'bibtex', 'csl-json', 'ris']);
    const all = await memcon(['cite', 'the President', '--all'], folder);
    expect(all.stdout.match(/#turn\.\d$/gm)).toEqual(['#turn.1', '#turn.2', '#turn.3', '#turn.4', '#turn.6']);
  });

  it('loads no citeproc for formats that need none', async () => {
    const refusing = encodeURIComponent(`
      import { createRequire } from 'node:module';
      const loader = createRequire('file:///')('node:module');
      const load = loader._load;
      loader._load = function (name, ...more) {
        if (name === 'citeproc') throw new Error('citeproc was loaded');
        return load.call(this, name, ...more);
      };`);
    const env = { NODE_OPTIONS: `--import data:text/javascript,${refusing}` };
    for (const format of ['csl-json', 'bibtex', 'biblatex', 'ris']) {
      const ran = await memcon(['cite', 'turn.5', '--format', format], folder, { env });
      expect([format, ran.status, ran.stderr]).toEqual([format, 0, '']);
    }
    expect((await memcon(['cite', 'turn.5'], folder, { env })).stderr).toContain('citeproc was loaded');
  });

  it('reads TEI files and folders that are named with --in', async () => {
    for (const path of [FILE, `output/${FLAGSHIP}`, 'output', `${folder}/output`]) {
      expect((await memcon(['cite', 'turn.5', '--in', path], folder)).status).toBe(0);
    }
  });

  it('refuses what it cannot do, in words', async () => {
    const cases: [string[], number, string][] = [
      [['cite', 'turn.99'], 1, 'reference-finds-a-passage'],
      [['cite', 'other#turn.1'], 1, 'reference-finds-a-passage'],
      [['cite', 'turn.1', '--in', 'nowhere'], 1, 'file-is-found'],
      [['cite', 'turn.1', '--accessed', 'today'], 2, 'access-day-is-a-day'],
    ];
    for (const [args, status, rule] of cases) {
      const ran = await memcon(args, folder);
      expect([ran.status, ran.stdout]).toEqual([status, '']);
      expect(ran.stderr).toContain(`[${rule}]`);
      expect(traceIn(ran)).toBeUndefined();
    }
    expect((await memcon(['cite', 'turn.1', '--style', 'vancouver'], folder)).status).toBe(2);
  });

  it('of an edition that is not well-formed says where it is not', async () => {
    await inFolder({ 'output/memo/memo.xml': '<TEI><text></TEI>' }, async (at) => {
      const ran = await memcon(['cite', 'turn.1'], at);
      expect(ran.status).toBe(1);
      expect(ran.stderr).toContain('[xml-is-well-formed]');
    });
  });
});

describe('memcon verify', () => {
  it('says that the words stand, and after a change that they do not', async () => {
    const { stdout } = await memcon(['cite', 'turn.3', '--format', 'csl-json'], folder);
    const changed = flagshipTei().replace('it took only five days', 'it took only six days');
    await inFolder({ 'citation.json': stdout, [FILE]: flagshipTei(), 'later/memo.xml': changed }, async (at) => {
      const stands = await memcon(['verify', 'citation.json'], at);
      expect([stands.status, stands.stderr]).toEqual([0, '']);
      expect(stands.stdout).toContain('#turn.3: the words stand in version 1.0.0 as they were cited');
      const later = await memcon(['verify', 'citation.json', '--in', 'later/memo.xml', '--json'], at);
      expect(later.status).toBe(1);
      expect(JSON.parse(later.stdout)).toMatchObject({
        citations: [
          { reference: 'turn.3', verdict: 'changed', difference: expect.stringContaining('[five → six]') as string },
        ],
      });
    });
  });

  it('tells from the register what an id stood for that is gone', async () => {
    const { stdout } = await memcon(['cite', 'turn.7', '--format', 'csl-json'], folder);
    const later = flagshipTei().replaceAll('turn.7', 'turn.8');
    const gone = { id: 'turn.7', words: 'Kusnetsov observed', sha256: '0', gone: true };
    const files = {
      'citation.json': stdout,
      [FILE]: later,
      'memcon.yaml': 'title: Memoranda\n',
      [`${FLAGSHIP}/transcription.md`]: readText(`editions/${FLAGSHIP}/transcription.md`),
      [`${FLAGSHIP}/ids.json`]: JSON.stringify({ ids: [gone] }),
    };
    await inFolder(files, async (at) => {
      const ran = await memcon(['verify', 'citation.json'], at);
      expect(ran.status).toBe(1);
      expect(ran.stderr).toContain('has no turn.7 any more');
      expect(ran.stderr).toContain(`${FLAGSHIP}#turn.8`);
    });
  });
});

describe('the address of a workspace', () => {
  it('stands in the header, and so in every citation', async () => {
    const files = {
      'memcon.yaml': 'title: Memoranda\naddress: https://memcon.example/editions/\n',
      'memo/transcription.md': readText('tests/fixtures/talks/three-sides/transcription.md'),
    };
    await inFolder(files, async (at) => {
      expect((await memcon(['build'], at)).status).toBe(0);
      const ran = await memcon(['cite', 'turn.1'], at);
      expect(ran.stdout).toContain('https://memcon.example/editions/memo/index.html#turn.1');
    });
  });
});

it('an edition without citeStructure has only itself to be cited', () => {
  const bare = flagshipTei().replace(/<refsDecl[\s\S]*<\/refsDecl>/, '');
  expect(citableEdition('edition.xml', bare).units.map(({ kind }) => kind)).toEqual(['document']);
});

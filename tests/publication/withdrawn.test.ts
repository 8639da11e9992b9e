import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permalinkOf } from '../../src/citation/csl-item.js';
import { citableEdition } from '../../src/citation/units.js';
import { type WithdrawnPassage, withAnchors } from '../../src/publication/withdrawn.js';
import { emptyFolder, memcon } from '../command.js';
import { inRepository } from '../repository.js';
import { deadLinks, FLAGSHIP, pagesBelow } from '../workspace.js';

const folder = emptyFolder();
const output = join(folder, 'output');
const transcription = join(folder, 'editions', FLAGSHIP, 'transcription.md');
const tei = () => readFileSync(join(output, FLAGSHIP, `${FLAGSHIP}.xml`), 'utf8');
let permalinks: string[];
let citation: string;
let before: { tei: string; page: string };

/** Joins the paragraph that begins with these words to the one before it. */
const joined = (text: string, words: string) => text.replace(new RegExp(`\\n\\n(?=${words})`), ' ');

beforeAll(async () => {
  cpSync(inRepository('editions'), join(folder, 'editions'), { recursive: true });
  await memcon(['build', '-q'], folder);
  before = { tei: tei(), page: readFileSync(join(output, FLAGSHIP, 'index.html'), 'utf8') };
  const { record, units } = citableEdition('edition.xml', tei());
  permalinks = units.filter(({ id }) => id !== undefined).map((unit) => permalinkOf(record, unit));
  citation = (await memcon(['cite', 'par.6', '--format', 'csl-json'], folder)).stdout;
  const text = readFileSync(transcription, 'utf8');
  const after = joined(text, 'However, there are some groups').replace('070 00001\n\n', '');
  writeFileSync(transcription, after.replace('\n\nTwo. 72\n\n~~SECRET~~\n\nBEST COPY', '\n\nBEST COPY'));
  const description = join(folder, 'editions', FLAGSHIP, 'edition.yaml');
  const yaml = readFileSync(description, 'utf8').replace('version: 1.0.0', 'version: 1.1.0');
  const lost = / {2}- page: 2\n {4}quote: "(?:Two\. 72 ~~\[SECRET\]~~|\[Two\. 72\])"\n(?: {4}.*\n)+/g;
  writeFileSync(description, yaml.replace(lost, ''));
  expect(await memcon(['build', '-q'], folder)).toMatchObject({ status: 0 });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pages of an edition that has changed', () => {
  it('have something at every address that was ever published, and lead nowhere else', () => {
    const pages = pagesBelow(output);
    expect(permalinks.length).toBeGreaterThan(80);
    const ids = (page: string) => [...pages.get(page)!.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const lost = permalinks.filter((link) => {
      const [page, id] = link.split('#');
      return id !== undefined && !ids(page!).includes(id);
    });
    expect(lost).toEqual([]);
    for (const page of ['index', 'diplomatic', 'withdrawn']) {
      const all = ids(`${FLAGSHIP}/${page}.html`);
      expect(new Set(all).size, page).toBe(all.length);
    }
    expect(deadLinks(pages, (path) => !path.endsWith('.html'))).toEqual([]);
  });

  it('anchor a passage where its words stand, and tell of words that were left out', () => {
    const page = readFileSync(join(output, FLAGSHIP, 'index.html'), 'utf8');
    expect(page).toContain('<span id="par.6"></span>');
    const section = page.slice(page.indexOf('<section class="withdrawn"'));
    expect(section).toContain(
      '<b>fw.6</b>: <span>“070 00001”</span>, up to version 1.0.0; gone since version 1.1.0. Its words were left out.',
    );
    expect(section).not.toContain('id="par.6"');
    const list = readFileSync(join(output, FLAGSHIP, 'withdrawn.html'), 'utf8');
    expect(list).toMatch(
      /<b>par\.6<\/b>: <span>“Kuznetsov said that he did not know the … .*<a href="index\.html#par\.7">Paragraph 7, p\. 3<\/a>/,
    );
  });

  it('are resolved by the commands in the same words, with an exit status', async () => {
    const cite = await memcon(['cite', 'par.6'], folder);
    expect([cite.status, cite.stdout]).toEqual([1, '']);
    expect(cite.stderr).toContain(`${FLAGSHIP} has no par.6 any more.`);
    expect(cite.stderr).toContain(`Its words now stand in ${FLAGSHIP}#par.7 (p. 3, paragraph 7); cite that.`);
    const out = await memcon(['cite', 'furniture 6'], folder);
    expect(out.stderr).toContain('Its words were left out of the edition');
    writeFileSync(join(folder, 'citation.json'), citation);
    const proved = await memcon(['verify', 'citation.json'], folder);
    expect(proved.status).toBe(1);
    expect(proved.stderr).toContain(`Its words now stand in ${FLAGSHIP}#par.7 (p. 3, paragraph 7); cite that.`);
    const data = JSON.parse((await memcon(['verify', 'citation.json', '--json'], folder)).stdout) as object;
    expect(data).toMatchObject({ citations: [{ verdict: 'gone', to: ['par.7'] }] });
  });

  it('are as they were when the words come back', async () => {
    const original = inRepository(`editions/${FLAGSHIP}`);
    for (const file of ['transcription.md', 'edition.yaml'])
      cpSync(join(original, file), join(folder, 'editions', FLAGSHIP, file));
    await memcon(['build', '-q'], folder);
    expect(tei()).toBe(before.tei);
    expect(readFileSync(join(output, FLAGSHIP, 'index.html'), 'utf8')).toBe(before.page);
  });
});

describe('an anchor', () => {
  const passage = (id: string, ...to: string[]): WithdrawnPassage => ({
    id,
    words: 'words',
    to: to.map((one) => ({ id: one, label: one, href: `index.html#${one}` })),
  });

  it('stands in what has the words, where this is one thing that can hold it', () => {
    const html = '<p class="p" id="par.1">a</p><ul id="par.2"><li>b</li></ul>';
    const of = [passage('par.3', 'par.1'), passage('par.4', 'par.1'), passage('par.5', 'par.2'), passage('par.6')];
    const found = withAnchors(html, [...of, passage('par.7', 'par.1', 'par.2')]);
    expect(found.html).toBe(html.replace('>a', '><span id="par.3"></span><span id="par.4"></span>a'));
    expect(found.left.map(({ id }) => id)).toEqual(['par.5', 'par.6', 'par.7']);
  });
});

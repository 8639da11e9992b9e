import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, root, skipped } from '../repository.js';
import { turnsOf } from '../tei-turns.js';
import { wordsOfBody } from '../tei-words.js';
import { launch } from './launch.js';
import { faultsOf } from './valid-html.js';

const FLAGSHIP = '1963-01-10-rusk-kuznetsov';
/** Many speakers with sides; two interpreters; several of one surname, silent people addressed; talks under headings. */
const TALKS = [
  'president-and-chancellor-with-advisers',
  'state-department-form-with-interpreters',
  'women-and-couples',
  'telephone-conversations',
  'dialogue-by-surnames',
];
const ALL = [FLAGSHIP, ...TALKS];
const ALONE = 'one-speaker';
const ALONE_TEXT = `Memorandum of Conversation

DATE: March 4, 1963, 10:30 a.m.

SUBJECT: Test Ban

PARTICIPANTS:

U.S.
Dean Rusk, Secretary of State

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador
Viktor Karpov, Interpreter

The Secretary said that it was late. He said that he would be brief.
`;

const folder = mkdtempSync(join(tmpdir(), 'memcon-talk-'));
const output = join(folder, 'output');
const pageOf = (name: string): string => join(output, name, 'index.html');
const teiOf = (name: string): string => readFileSync(join(output, name, `${name}.xml`), 'utf8');

beforeAll(() => {
  const workspace = join(folder, 'editions');
  cpSync(inRepository('editions'), workspace, { recursive: true });
  for (const name of TALKS) {
    mkdirSync(join(workspace, name));
    cpSync(inRepository(`tests/fixtures/talks/${name}/transcription.md`), join(workspace, name, 'transcription.md'));
  }
  mkdirSync(join(workspace, ALONE));
  writeFileSync(join(workspace, ALONE, 'transcription.md'), ALONE_TEXT);
  execFileSync(process.execPath, ['dist/cli/main.js', 'build', workspace, '--out', output, '-q'], {
    cwd: root,
    stdio: 'pipe',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noBrowser = skipped(
  chromium,
  'the talk in a browser',
  'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
);

describe('the pages of talks', () => {
  it.each([...ALL, ALONE])('of %s are valid', async (name) => {
    expect(await faultsOf(readFileSync(pageOf(name), 'utf8'))).toEqual([]);
  });

  it('of one speaker have neither a choice nor a picture', () => {
    const html = readFileSync(pageOf(ALONE), 'utf8');
    expect(html).toContain('id="turn.1"');
    expect(html).not.toMatch(/id="speaker\.|class="next|class="flow"|id="answers"/);
  });
});

describe.skipIf(noBrowser)('in a browser without JavaScript', () => {
  let browser: Browser;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  async function open(
    name: string,
    options: { fragment?: string; width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    const { fragment = '', width = 1280, colorScheme = 'light', javaScriptEnabled = false } = options;
    const viewport = { width, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme, javaScriptEnabled, reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(pageOf(name)).href + fragment);
    return page;
  }

  /** Ids of the parts of turns, those shown as ever and those dimmed, by the colour of their words and of their bands. */
  const shown = (page: Page) =>
    page.evaluate(`(() => {
      const ink = getComputedStyle(document.querySelector('main')).color;
      const isFull = (turn) => getComputedStyle(turn.querySelector('.words')).color === ink;
      const turns = [...document.querySelectorAll('.turn')];
      const bands = [...document.querySelectorAll('.ribbon .band')];
      const lit = bands.filter((band) => getComputedStyle(band).getPropertyValue('--rule').trim() !== 'dotted');
      return {
        full: turns.filter(isFull).map(({ id }) => id),
        dimmed: turns.filter((turn) => !isFull(turn)).map(({ id }) => id),
        bands: lit.map((band) => band.getAttribute('href').slice(1)),
        text: document.querySelector('.talk').innerText.replace(/[↓↑]/g, '').replace(/\\s+/g, ' '),
      };
    })()`) as Promise<{ full: string[]; dimmed: string[]; bands: string[]; text: string }>;

  /** The parts of turns in a TEI file, by whether somebody speaks in them. */
  const partsOf = (name: string, speaker: string) => {
    const parts = [...teiOf(name).matchAll(/<said [^>]*?who="([^"]*)"[^>]*?xml:id="(turn\.[\d.]+)"/g)];
    const own = parts.filter(([, who]) => who!.split(' ').includes(speaker)).map(([, , id]) => id!);
    return { own, others: parts.map(([, , id]) => id!).filter((id) => !own.includes(id)) };
  };

  it.each([
    [FLAGSHIP, 'kuznetsov'],
    [FLAGSHIP, 'rusk'],
    ['president-and-chancellor-with-advisers', 'lemberger'],
    ['state-department-form-with-interpreters', 'gromyko'],
    ['women-and-couples', 'nehru-bk'],
  ])('in %s the address of %s dims what others say, and nothing else', async (name, speaker) => {
    const { own, others } = partsOf(name, `#person.${speaker}`);
    expect(own.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    const plain = await open(name);
    const before = await shown(plain);
    expect(before).toMatchObject({ dimmed: [] });
    const page = await open(name, { fragment: `#speaker.${speaker}` });
    const after = await shown(page);
    expect(after).toEqual({ full: own, dimmed: others, bands: own, text: before.text });
    await page.close();
    await plain.close();
  });

  it('works by keyboard: the choice keeps the focus and stays in sight, the way back and Everyone end it', async () => {
    const page = await open(FLAGSHIP);
    const { own, others } = partsOf(FLAGSHIP, '#person.rusk');
    await page.locator('[id="speaker.rusk"]').focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#speaker\.rusk$/);
    expect(await shown(page)).toMatchObject({ full: own, dimmed: others });
    const focus = page.locator(':focus');
    expect(await focus.getAttribute('id')).toBe('speaker.rusk');
    await expect.poll(async () => (await focus.boundingBox())!.y).toBeLessThan(450);
    expect((await focus.boundingBox())!.y).toBeGreaterThanOrEqual(0);

    await page.goBack();
    expect(await shown(page)).toMatchObject({ dimmed: [] });
    await page.goForward();
    expect(await shown(page)).toMatchObject({ dimmed: others });
    await page.locator('#everyone').focus();
    await page.keyboard.press('Enter');
    expect(await shown(page)).toMatchObject({ dimmed: [] });
    await page.close();
  });

  it('says to those who listen who is shown, and counts as the header does', async () => {
    const page = await open(FLAGSHIP);
    const choice = page.getByRole('list', { name: 'Turns by speaker' });
    const names = () => choice.getByRole('link').allTextContents();
    expect(await choice.getByRole('link', { name: 'Everyone (shown)' }).count()).toBe(1);
    expect(await choice.getByRole('link', { name: 'Kuznetsov', exact: true }).count()).toBe(1);
    await choice.getByRole('link', { name: 'Kuznetsov', exact: true }).click();
    expect(await choice.getByRole('link', { name: 'Kuznetsov (shown)' }).count()).toBe(1);
    expect(await choice.getByRole('link', { name: 'Everyone', exact: true }).count()).toBe(1);
    expect(await names()).toContain('↓First turn of Kuznetsov');
    const { all, by } = wordsOfBody(teiOf(FLAGSHIP));
    const counts = (await choice.locator('.count').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
    expect(counts).toEqual([
      `7 turns, ${all.toLocaleString('en')} words`,
      `4 turns, ${by.get('#person.kuznetsov')} words, 68 %`,
      `3 turns, ${by.get('#person.rusk')} words, 32 %`,
    ]);
    await page.close();
  });

  it('the links from turn to turn go through all turns of a speaker, keep the others dimmed, and come back', async () => {
    const page = await open(FLAGSHIP, { fragment: '#speaker.kuznetsov' });
    const { own, others } = partsOf(FLAGSHIP, '#person.kuznetsov');
    await page.getByRole('link', { name: 'First turn of Kuznetsov' }).focus();
    const met: string[] = [];
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('Enter');
      const focus = page.locator(':focus');
      met.push((await focus.locator('xpath=ancestor::*[contains(@class, "turn ")]').getAttribute('id'))!);
      expect(await shown(page)).toMatchObject({ full: own, dimmed: others });
    }
    expect(met).toEqual(['turn.1', 'turn.3', 'turn.5', 'turn.7']);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#speaker\.kuznetsov$/);
    await page.close();
  });

  it('the register, the table and the page of a person lead to it', async () => {
    const page = await open(FLAGSHIP);
    await page.locator('.entry .role a[href="#speaker.rusk"]').click();
    expect((await shown(page)).dimmed.length).toBeGreaterThan(0);
    await page.goBack();
    await page.locator('.speakers').getByRole('link', { name: '3 turns of Rusk' }).click();
    expect((await shown(page)).dimmed.length).toBeGreaterThan(0);
    await page.goto(pathToFileURL(join(output, 'people/person.rusk.html')).href);
    await page.locator(`a[href="../${FLAGSHIP}/index.html#speaker.rusk"]`).click();
    expect((await shown(page)).dimmed).toEqual(partsOf(FLAGSHIP, '#person.rusk').others);
    await page.close();
  });

  it.each(ALL)('the arrows of %s are the rows of its table, and what the TEI has', async (name) => {
    const page = await open(name);
    const { turns, follows, addresses } = turnsOf(teiOf(name));
    // Names as the page calls them, by set of pointers: the picture and the table have names only.
    const rows = (await page.evaluate(`[...document.querySelectorAll('.pairs tbody')].map((body) => ({
      title: body.querySelector('[scope="rowgroup"]')?.textContent ?? '',
      rows: [...body.querySelectorAll('tr:has([scope="row"])')].map((row) => ({
        pair: [...row.cells].slice(0, -3).map((cell) => cell.textContent),
        times: Number(row.cells[row.cells.length - 3].textContent),
        words: Number(row.cells[row.cells.length - 2].textContent.replace(/,/g, '')),
        turns: [...row.cells[row.cells.length - 1].querySelectorAll('a')].map((link) => link.getAttribute('href').slice(1)),
      })),
    }))`)) as {
      title: string;
      rows: { pair: string[]; times: number; words: number; turns: string[] }[];
    }[];
    const group = (title: string) => rows.find((one) => one.title.startsWith(title))?.rows ?? [];
    const ids = (counted: Iterable<string[]>) => [...counted].map((one) => one.join(' ')).sort();
    for (const [title, counted] of [
      ['Follows', follows],
      ['Addresses', addresses],
    ] as const) {
      const table = group(title);
      expect(ids(table.map((row) => row.turns))).toEqual(ids(counted.values()));
      expect(table.map(({ times }) => times)).toEqual(table.map((row) => row.turns.length));
      // No two rows have the same names: whoever reads them knows who is meant.
      expect(new Set(table.map(({ pair }) => pair.join(' > '))).size).toBe(table.length);
      const arcs = (await page.evaluate(
        `[...document.querySelectorAll('[id="picture.${title.toLowerCase()}"] ~ g > title')].map((one) => one.textContent)`,
      )) as string[];
      const verb = title.toLowerCase();
      const said = table.map(
        ({ pair: [who, whom], times }) => `${who} ${verb} ${whom} ${times === 1 ? 'once' : `${times} times`}`,
      );
      expect(arcs.sort()).toEqual(said.sort());
    }
    const rest = rows.find(({ title }) => title === '')?.rows ?? [];
    const following = [...group('Follows'), ...rest];
    expect(following.reduce((sum, { times }) => sum + times, 0)).toBe(turns.length);
    const { by } = wordsOfBody(teiOf(name));
    const spoken = [...by].reduce((sum, [who, count]) => (who === '' ? sum : sum + count), 0);
    expect(following.reduce((sum, { words }) => sum + words, 0)).toBe(spoken);
    await page.close();
  });

  it('a heading begins anew: the first turn of each telephone call follows nobody', async () => {
    const page = await open('telephone-conversations');
    const rest = page.locator('.pairs .rest');
    expect(Number(await rest.locator('.number-cell').first().textContent())).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  it('the pictures are where the arrows end: each arrowhead points at its name', async () => {
    const page = await open('president-and-chancellor-with-advisers');
    const wrong = await page.evaluate(`[...document.querySelectorAll('.flow g')].filter((arc) => {
      const numbers = (selector) => arc.querySelector(selector).getAttribute('d').match(/-?[\\d.]+/g).map(Number);
      const [, tipY] = numbers('.arrow');
      const [, startY] = numbers('.arc');
      const [who, whom] = arc.querySelector('title').textContent.replace(/ (once|\\d+ times)$/, '').split(/ (?:follows|addresses) /);
      const labels = [...arc.parentElement.querySelectorAll('.party')];
      const near = (y) => labels.reduce((best, label) => Math.abs(label.getAttribute('y') - 5 - y) < Math.abs(best.getAttribute('y') - 5 - y) ? label : best).textContent;
      return !who.includes(near(startY)) || !whom.includes(near(tipY));
    }).map((arc) => arc.querySelector('title').textContent)`);
    expect(wrong).toEqual([]);
    expect(await page.locator('.flow g').count()).toBeGreaterThan(20);
    await page.close();
  });

  it.each([
    [FLAGSHIP, { 'Viktor Pavlovich Karpov': 'U.S.S.R., interpreter', 'John C. Guthrie': 'U.S., drafter' }],
    [
      'state-department-form-with-interpreters',
      { 'William D. Krimer': 'U.S., interpreter', 'Viktor M. Sukhodrev': 'U.S.S.R., interpreter', 'Dean Rusk': 'U.S.' },
    ],
    ['president-and-chancellor-with-advisers', { 'Nathaniel Davis': 'United States, note-taker' }],
  ])('in %s the table names those who do not speak, with what they do', async (name, roles) => {
    const page = await open(name);
    for (const [person, role] of Object.entries(roles)) {
      const row = page.locator('.speakers:not(.pairs) tbody tr').filter({ hasText: person }).first();
      expect((await row.locator('.tag').textContent())!).toBe(role);
    }
    await page.close();
  });

  it.each([...ALL, ALONE])('%s fits narrow and wide', async (name) => {
    for (const width of [320, 390, 1280]) {
      const page = await open(name, { width, fragment: '#answers' });
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        `${width} px`,
      ).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it.each(
    [
      [FLAGSHIP, '#speaker.kuznetsov'],
      [FLAGSHIP, '#next.turn.3'],
      ['president-and-chancellor-with-advisers', ''],
      ['president-and-chancellor-with-advisers', '#speaker.klaus'],
      ['women-and-couples', '#speaker.mrs-nehru'],
    ].flatMap(([name, fragment]) => (['light', 'dark'] as const).map((scheme) => [name!, fragment!, scheme] as const)),
  )('%s%s is accessible, %s', async (name, fragment, colorScheme) => {
    for (const width of [320, 1280]) {
      const page = await open(name, { fragment, width, colorScheme, javaScriptEnabled: true });
      await page.evaluate(axe);
      const violations = await page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))",
      );
      expect(violations, `${width} px`).toEqual([]);
      await page.close();
    }
  });

  it('paper has everyone, whoever is followed', async () => {
    const page = await open(FLAGSHIP, { fragment: '#speaker.kuznetsov' });
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page)).toMatchObject({ dimmed: [] });
    expect(await page.locator('.flow').first().isVisible()).toBe(true);
    expect(await page.locator('.next').first().isVisible()).toBe(false);
    await page.close();
  });
});

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, root, skipped } from '../repository.js';
import { type Preview, serving } from '../server/previewing.js';
import { launch } from './launch.js';

const FLAGSHIP = '1963-01-10-rusk-kuznetsov';
const TALKS = [
  'canal-talks-in-london',
  'women-and-couples',
  'three-sides',
  'dialogue-by-surnames',
  'telephone-conversations',
];

const noBrowser = skipped(
  chromium,
  'the search in a browser',
  'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
);

/** Terms of the form; the edition and the anchor of the first hit, the words marked in it, and how many passages there are. */
interface Golden {
  asks: Record<string, string>;
  first: string;
  marks: string[];
  count: number;
}
const KUZNETSOV = `${FLAGSHIP}/index.html`;
const GOLDEN: [string, Golden][] = [
  ['one word', { asks: { q: 'thermonuclear' }, first: `${KUZNETSOV}#turn.3.2`, marks: ['thermonuclear'], count: 1 }],
  [
    'a misreading',
    {
      asks: { q: '"the nuclear war"' },
      first: `${KUZNETSOV}#turn.3.2`,
      marks: ['thermonuclear war', 'the nuclear war'],
      count: 1,
    },
  ],
  [
    'a misread name',
    { asks: { q: 'Khodelovich' }, first: `${KUZNETSOV}#`, marks: ['Mendelevich', 'Khodelovich'], count: 1 },
  ],
  [
    'a phrase',
    {
      asks: { q: '"two and a half months"' },
      first: `${KUZNETSOV}#turn.1`,
      marks: ['two and a half months'],
      count: 2,
    },
  ],
  [
    'a phrase over the end of a page',
    {
      asks: { q: '"this very important circumstance"' },
      first: `${KUZNETSOV}#turn.3.2`,
      marks: ['This very important circumstance'],
      count: 1,
    },
  ],
  [
    'a word with a hyphen, without it',
    { asks: { q: 'businesslike' }, first: `${KUZNETSOV}#turn.3`, marks: ['business'], count: 1 },
  ],
  [
    'beginnings of words',
    { asks: { q: 'obser mutu' }, first: `${KUZNETSOV}#turn.7`, marks: ['observed', 'mutual'], count: 1 },
  ],
  [
    'an abbreviation without its points',
    { asks: { q: 'ussr magnificent' }, first: `${KUZNETSOV}#turn.5`, marks: ['USSR', 'magnificent'], count: 1 },
  ],
  [
    'a word of one speaker',
    { asks: { q: 'president', speaker: 'rusk' }, first: `${KUZNETSOV}#turn.2`, marks: ['President'], count: 3 },
  ],
  [
    'a person by a form that the text has not',
    { asks: { person: 'Jacob A. Malik' }, first: `${KUZNETSOV}#turn.4.2`, marks: [], count: 1 },
  ],
  [
    'a speaker without the signs on his name',
    { asks: { speaker: 'herve alphand' }, first: 'three-sides/index.html#turn.6', marks: [], count: 1 },
  ],
  [
    'a word without another',
    { asks: { q: 'nasser -canal' }, first: 'canal-talks-in-london/index.html#turn.7', marks: ['Nasser'], count: 3 },
  ],
  [
    'a year',
    {
      asks: { q: 'president', from: '1957', to: '1957' },
      first: 'telephone-conversations/index.html#par.3',
      marks: ['PRESIDENT'],
      count: 2,
    },
  ],
  [
    'a range of days',
    {
      asks: { q: 'khrushchev', from: '1959-12-01', to: '1960' },
      first: 'three-sides/index.html#turn.16',
      marks: ['Khrushchev'],
      count: 4,
    },
  ],
  [
    'a page',
    { asks: { q: 'understanding', page: '4' }, first: `${KUZNETSOV}#turn.7`, marks: ['understanding'], count: 1 },
  ],
  [
    'one document',
    {
      asks: { q: 'ambassador', edition: 'women-and-couples' },
      first: 'women-and-couples/index.html#par.1',
      marks: ['Ambassador'],
      count: 10,
    },
  ],
  [
    'in order of dates',
    {
      asks: { q: 'nasser', sort: 'date' },
      first: 'canal-talks-in-london/index.html#turn.3',
      marks: ['Nasser'],
      count: 4,
    },
  ],
  [
    'words in quotation marks of print',
    {
      asks: { q: '“eleven amendments”' },
      first: 'dialogue-by-surnames/index.html#turn.2',
      marks: ['eleven amendments'],
      count: 1,
    },
  ],
  ['handwriting', { asks: { q: 'dist made' }, first: `${KUZNETSOV}#an.7`, marks: ['Dist', 'made'], count: 1 }],
  [
    'who was present',
    { asks: { q: 'interpreter karpov' }, first: `${KUZNETSOV}#`, marks: ['Karpov', 'Interpreter'], count: 1 },
  ],
  ['nothing where nobody said it', { asks: { q: 'zeppelin' }, first: '', marks: [], count: 0 }],
];

const folder = mkdtempSync(join(tmpdir(), 'memcon-search-'));
let preview: Preview;
let browser: Browser;
describe.skipIf(noBrowser)('the search', () => {
  beforeAll(async () => {
    const editions = join(folder, 'editions');
    cpSync(inRepository('editions'), editions, { recursive: true });
    for (const talk of TALKS) {
      mkdirSync(join(editions, talk));
      const from = inRepository(`tests/fixtures/talks/${talk}`);
      const [name] = readdirSync(from).filter((file) => file.startsWith('transcription.'));
      cpSync(join(from, name!), join(editions, talk, name!));
    }
    execFileSync(
      process.execPath,
      [join(root, 'dist/cli/main.js'), 'build', editions, '--out', join(folder, 'out'), '-q'],
      { stdio: 'pipe' },
    );
    preview = await serving(['editions'], folder);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const site = (from: string) => (from === 'disk' ? `${pathToFileURL(join(folder, 'out')).href}/` : preview.address);
  const complaints: string[] = [];
  async function open(from: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    complaints.length = 0;
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !request.url().startsWith(site(from)) && complaints.push(request.url()));
    await page.goto(`${site(from)}search.html`);
    return page;
  }
  const counted = (page: Page) => page.locator('#count').textContent();
  async function ask(page: Page, asks: Record<string, string>): Promise<void> {
    await page.evaluate("document.getElementById('count').textContent = ''");
    await page.goto(`${page.url().replace(/#.*/, '')}#${new URLSearchParams({ ...asks, t: String(Math.random()) })}`);
    await page.locator('#count', { hasText: /\S/ }).waitFor();
  }

  describe.each(['disk', 'the server'])('from %s', (from) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(from);
    });
    it.each(GOLDEN)('finds %s', async (_, { asks, first, marks, count }) => {
      await ask(page, asks);
      const said = await counted(page);
      const hits = await page
        .locator('.hit')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.replace(/:~:.*/, '')));
      const found = await page.locator('#results > li:first-child mark').allTextContents();
      expect(said).toContain(count === 0 ? 'No passage found' : `${count} passage`);
      expect(hits[0] ?? '').toBe(first);
      expect(found).toEqual(expect.arrayContaining(marks));
      expect(complaints).toEqual([]);
    });

    it('every passage is where its link leads, and in sight', async () => {
      await ask(page, { q: 'problems', edition: FLAGSHIP });
      const hrefs = await page.locator('.hit').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
      expect(hrefs.length).toBeGreaterThan(2);
      for (const href of hrefs) {
        await page.goto(`${site(from)}search.html#q=problems&edition=${FLAGSHIP}`);
        await page.locator(`.hit[href="${href}"]`).click();
        await page.waitForLoadState();
        const id = /#([^:]*)/.exec(href)![1]!;
        // Where a browser marks the words, the element is not its target; either way they are on the screen.
        const isSeen = () =>
          page.evaluate(`(() => {
          const element = document.getElementById(${JSON.stringify(id)});
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            const at = node.data.toLowerCase().indexOf('problems');
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 8);
            const { top, bottom } = range.getBoundingClientRect();
            if (top >= 0 && bottom <= innerHeight) return true;
          }
          return false;
        })()`);
        await expect.poll(isSeen, { message: href, timeout: 5000 }).toBe(true);
        // The element is the target only where the words themselves were not found.
        if (chromium)
          await expect
            .poll(
              () =>
                page.evaluate(
                  "document.querySelector(':target') === null || document.querySelector(':target').id === ''",
                ),
              { message: href },
            )
            .toBe(true);
      }
      await page.goto(`${site(from)}search.html`);
    });
  });

  it('is done by keyboard alone, and says what was found', async () => {
    const page = await open('disk');
    for (let i = 0; i < 20 && (await page.evaluate('document.activeElement.id')) !== 'q'; i++)
      await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await page.keyboard.type('the');
    await page.keyboard.press('Enter');
    await page.locator('#count', { hasText: /passages in 6 documents/ }).waitFor();
    expect(await page.locator('#count').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.hit').count()).toBe(20);
    for (let i = 0; i < 40 && (await page.evaluate('document.activeElement.id')) !== 'more'; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.hit').nth(20).waitFor();
    expect(await page.evaluate("[...document.querySelectorAll('.hit')].indexOf(document.activeElement)")).toBe(20);
    await page.keyboard.press('Enter');
    await page.waitForURL(/index\.html#/);
    await page.goBack();
    await page.locator('#count', { hasText: /passages in 6 documents/ }).waitFor();
    expect(await page.inputValue('#q')).toBe('the');
    await page.close();
  });

  it('tells of a name that nobody has, and clears the form', async () => {
    const page = await open('disk');
    await ask(page, { speaker: 'Nobody Known' });
    expect(await counted(page)).toBe('Nobody in these documents is called “Nobody Known”.');
    expect(await page.locator('#narrow').getAttribute('open')).not.toBeNull();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('#count', { hasText: /^$/ }).waitFor();
    expect(await page.locator('.hit').count()).toBe(0);
    await page.close();
  });

  it('does not run what stands in the address', async () => {
    const page = await open('disk');
    await ask(page, { q: '<img src=x onerror=alert(1)>', edition: '"><script>alert(1)</script>' });
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('moves nothing on the page while it loads and finds', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.addInitScript(
      'globalThis.shifts = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shifts += value; }).observe({ type: "layout-shift", buffered: true });',
    );
    await page.goto(`${preview.address}search.html`);
    // Fonts are a matter of every page.
    await page.evaluate('document.fonts.ready.then(() => { globalThis.shifts = 0; })');
    await page.goto(`${preview.address}search.html#q=president`);
    await page.locator('.hit').first().waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate('globalThis.shifts')).toBeLessThan(0.02);
    await page.close();
  });

  it.each((['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width) => [scheme, width] as const)))(
    'is accessible and fits with its results, %s, %i px',
    async (colorScheme, width) => {
      const page = await open('disk', { colorScheme, viewport: { width, height: 900 } });
      await ask(page, { q: 'khrushchev', from: '1956' });
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBeLessThanOrEqual(0);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const violations = (await page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))",
      )) as string[];
      expect(violations).toEqual([]);
      await page.close();
    },
  );

  it('without JavaScript says what to do instead, and each of its links leads somewhere', async () => {
    const page = await open('disk', { javaScriptEnabled: false });
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('.unscripted').textContent()).toContain('list of documents');
    await page.getByRole('link', { name: 'people in them' }).click();
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    expect(links.filter((link) => link.startsWith('people/')).length).toBeGreaterThan(40);
    for (const link of links) expect(existsSync(join(folder, 'out', decodeURI(link))), link).toBe(true);
    await page.close();
  });

  it('is not written for some editions of a workspace', () => {
    const one = join(folder, 'one');
    execFileSync(
      process.execPath,
      [join(root, 'dist/cli/main.js'), 'build', join(folder, 'editions/three-sides'), '--out', one, '-q'],
      { stdio: 'pipe' },
    );
    expect(readdirSync(one)).not.toContain('search.html');
    expect(readdirSync(join(one, 'assets'))).not.toContain('search');
  });
});

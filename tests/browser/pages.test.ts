import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, readText, root, skipped } from '../repository.js';
import { builtWorkspace } from '../workspace.js';
import { xpathOf } from '../xpath.js';
import { launch } from './launch.js';
import { faultsOf } from './valid-html.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const PAGES = {
  'the reading text': `output/${NAME}/index.html`,
  'the page as typed': `output/${NAME}/diplomatic.html`,
  'both side by side': `output/${NAME}/parallel.html`,
  'the errata': `output/${NAME}/errata.html`,
  'the citations': `output/${NAME}/cite.html`,
  'the source': `output/${NAME}/source.html`,
  'the list of editions': 'output/index.html',
  'the guidelines': 'output/schema/guidelines.html',
  'the search': 'output/search.html',
} as const;
/** More documents: one of page images, one with every mark that the flagship has not, one with three witnesses. */
const built = mkdtempSync(join(tmpdir(), 'memcon-pages-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));
execFileSync(
  process.execPath,
  [
    'dist/cli/main.js',
    'build',
    'tests/fixtures/sources/typed-page',
    'tests/fixtures/pages/every-kind-of-mark.md',
    '--out',
    built,
    '-q',
  ],
  { cwd: root, stdio: 'pipe' },
);
// A build writes the register of ids beside the transcription.
cpSync(inRepository('tests/fixtures/pages/witnesses'), join(built, 'workspace'), { recursive: true });
execFileSync(
  process.execPath,
  ['dist/cli/main.js', 'build', join(built, 'workspace'), '--out', join(built, 'pages'), '-q'],
  {
    cwd: root,
    stdio: 'pipe',
  },
);
/** A workspace of several editions, with its site. */
const several = builtWorkspace();
afterAll(() => rmSync(several.folder, { recursive: true, force: true }));
const OF_SITE = Object.fromEntries(
  [
    'index.html',
    'by-people.html',
    'people.html',
    'people/person.rusk.html',
    'people/person.khrushchev.html',
    'organisations.html',
    'organisations/org.sov.html',
    'places.html',
    'places/place.united-states.html',
    'events.html',
    'events/event.cuban-missile-crisis.html',
    'hands.html',
    'timeline.html',
    'principles.html',
    'errata.html',
  ].map((path) => [`${path} of the site`, join(several.output, path)]),
);
const OF_WITNESSES = join(built, 'pages/1963-03-26-rusk-dobrynin');
const BUILT: Record<string, string> = {
  ...Object.fromEntries(
    ['typed-page', 'every-kind-of-mark'].flatMap((name) => [
      [`the reading text of ${name}`, join(built, name, `${name}.html`)],
      [`the page as typed of ${name}`, join(built, name, `${name}.diplomatic.html`)],
      [`both side by side of ${name}`, join(built, name, `${name}.parallel.html`)],
    ]),
  ),
  'the facsimile': join(built, 'typed-page/typed-page.facsimile.html'),
  'the reading text with three witnesses': join(OF_WITNESSES, 'index.html'),
  'the page as typed with three witnesses': join(OF_WITNESSES, 'diplomatic.html'),
  'both side by side with three witnesses': join(OF_WITNESSES, 'parallel.html'),
  'the errata with three witnesses': join(OF_WITNESSES, 'errata.html'),
  ...OF_SITE,
};
const ALL = Object.entries({ ...PAGES, ...BUILT });
/** The path of a page of the committed output, or of one that was built here. */
const inOutput = (path: string): string => (isAbsolute(path) ? path : inRepository(path));
const WIDTHS = [320, 375, 390, 768, 1280, 1920];

const noBrowser = skipped(
  chromium,
  'the pages in a browser',
  'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
);

describe('the HTML', () => {
  it.each(ALL)('of %s is valid', async (_, path) => {
    expect(await faultsOf(readFileSync(inOutput(path), 'utf8'))).toEqual([]);
  });

  it.each(ALL)('of %s asks nothing of other servers and has no script in itself', (_, path) => {
    const html = readFileSync(inOutput(path), 'utf8');
    // Data are no script: browsers run none of it, whatever the policy of the page.
    const scripts = html
      .replaceAll('<script type="application/ld+json"', '<data')
      .replace(/<script src="\.\.\/assets\/citing\.js" defer(?:="")?><\/script>/, '');
    if (path === PAGES['the search']) expect(scripts).not.toMatch(/<script(?! src="assets\/)|\son\w+=/i);
    else if (path === BUILT['the facsimile'])
      expect(scripts).not.toMatch(
        /<script(?! src="\.\.\/assets\/(?:openseadragon\.min|facsimile)\.js" defer)|\son\w+=/i,
      );
    else expect(scripts).not.toMatch(/<script/i);
    expect(
      [
        ...html.matchAll(
          /<(?:link rel="(?:stylesheet|preload|icon)"|img|script|iframe|source)\b[^>]*\b(?:href|src)="(https?:[^"]+)"/g,
        ),
      ].map(([, url]) => url),
    ).toEqual([]);
  });
});

describe('anchors', () => {
  it.each([
    [PAGES['the reading text'], '//text//(pb|p|said|note)'],
    [PAGES['the page as typed'], '//text//(pb|note)'],
  ])('in %s there is one, with a permalink, for each %s', async (path, citable) => {
    const xpath = await xpathOf(readText(`output/${NAME}/${NAME}.xml`));
    const ids = xpath(`${citable}/@xml:id`);
    const html = readText(path);
    const anchors = new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    const links = new Set([...html.matchAll(/\bhref="#([^"]+)"/g)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !anchors.has(id))).toEqual([]);
    expect(
      ids.filter((id) => !links.has(id)),
      'have no permalink',
    ).toEqual([]);
  });

  it.each(ALL)('no link inside %s leads nowhere', (_, path) => {
    const html = readFileSync(inOutput(path), 'utf8');
    const anchors = new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    expect([...html.matchAll(/\bhref="#([^"]+)"/g)].map(([, id]) => id!).filter((id) => !anchors.has(id))).toEqual([]);
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
    path: string,
    options: { width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean; lateFonts?: boolean } = {},
  ) {
    const { width = 1280, colorScheme = 'light', javaScriptEnabled = false, lateFonts = false } = options;
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled,
      reducedMotion: 'reduce',
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    if (lateFonts)
      await page.route('**/*.woff2', async (route) => {
        await wait(250);
        await route.continue();
      });
    await page.goto(pathToFileURL(inOutput(path)).href);
    return { page, requests };
  }
  /** Playwright evaluates in its own world, which works with the page's scripts turned off. */
  const overflow = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  it.each(ALL)('%s fits every width', async (_, path) => {
    for (const width of WIDTHS) {
      const { page } = await open(path, { width, javaScriptEnabled: true });
      expect(await overflow(page), `${width} px`).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it.each(ALL)('%s loads nothing but its own files', async (_, path) => {
    const { page, requests } = await open(path);
    const folder = [built, several.output].find((one) => path.startsWith(one)) ?? inRepository('output');
    const own = pathToFileURL(folder).href;
    expect(requests.filter((url) => !url.startsWith(own))).toEqual([]);
    await page.close();
  });

  it.each(ALL.flatMap(([name, path]) => (['light', 'dark'] as const).map((scheme) => [name, scheme, path] as const)))(
    '%s is accessible, %s',
    async (_, colorScheme, path) => {
      for (const width of [390, 1280]) {
        const { page } = await open(path, { width, colorScheme, javaScriptEnabled: true });
        await page.evaluate(axe);
        const violations = (await page.evaluate(
          "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))",
        )) as string[];
        expect(violations, `${width} px`).toEqual([]);
        await page.close();
      }
    },
  );

  it('shows what the machine read beside every mended word', async () => {
    const { page } = await open(PAGES['the reading text']);
    const text = ((await page.textContent('body')) ?? '').replace(/\s+/g, ' ');
    for (const words of ['Khodelovich', 'significant', 'the nuclear', 'Jakob']) expect(text).toContain(words);
    expect(text).toMatch(/live in a magnificent\s*\d+ and happy period/);
    await page.close();
  });

  it('the diplomatic view has the transcription’s words and its struck-out type', async () => {
    const { page } = await open(PAGES['the page as typed']);
    const text = ((await page.textContent('body')) ?? '').replace(/\s+/g, ' ');
    for (const words of ['BEST COPY AVAILABLE', 'CWIII - 106/4', 'RECORDING & COMMUNICATIONS SECTION', 'Two. 72']) {
      expect(text).toContain(words);
    }
    expect(await page.locator('del, s').count()).toBeGreaterThanOrEqual(2);
    await page.close();
  });

  it.each([
    ['the reading text with three witnesses', '.note'],
    ['the reading text', '.note'],
  ])('notes of %s lie over nothing else', async (name, notes) => {
    const { page } = await open({ ...PAGES, ...BUILT }[name]!);
    const boxes = (await page.evaluate(
      `[...document.querySelectorAll('.talk ${notes}, .back .register')].map((element) => { const { top, bottom, left, right } = element.getBoundingClientRect(); return { top, bottom, left, right }; })`,
    )) as { top: number; bottom: number; left: number; right: number }[];
    const crossing = boxes.flatMap((one, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (other) =>
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1 &&
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1,
        )
        .map((other) => [one, other]),
    );
    expect(crossing).toEqual([]);
    await page.close();
  });

  it('on a narrow screen the errata name each cell, and their table stays one for those who listen', async () => {
    const { page } = await open(BUILT['the errata with three witnesses']!, { width: 375 });
    const label = await page.evaluate(
      `getComputedStyle(document.querySelector('td[data-label="Transcription"]'), '::before').content`,
    );
    expect(label).toContain('Transcription');
    expect(await page.getByRole('columnheader', { name: 'Transcription' }).count()).toBe(1);
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
    await page.close();
  });

  it('a passage of a register leads to its words', async () => {
    const { page } = await open(join(several.output, 'people/person.kuznetsov.html'));
    const passage = page.locator('.kwic li').filter({ hasText: 'appreciated the genuine effort' }).first();
    await passage.locator('a.at').click();
    expect(page.url()).toMatch(/index\.html#turn\.[\d.]+$/);
    expect(await page.locator(':target').textContent()).toContain('interjected that both');
    await page.close();
  });

  it('the list of editions is put in another order by a link', async () => {
    const { page } = await open(join(several.output, 'index.html'));
    await page.getByRole('columnheader', { name: 'Words' }).getByRole('link').click();
    expect(page.url()).toMatch(/by-length\.html$/);
    expect(await page.locator('[aria-sort="descending"]').textContent()).toBe('Words');
    await page.close();
  });

  // A page is good up to 0.1 and jumps beyond 0.25 (web.dev, “Cumulative Layout Shift”). What is left is a line that breaks
  // anew: of the flagship none in sight, elsewhere one at the head of a page moves all below it.
  it.each(ALL)('nothing of %s jumps when the fonts arrive', async (_, path) => {
    for (const width of [390, 1280]) {
      const { page } = await open(path, { width, javaScriptEnabled: true, lateFonts: true });
      const shifted = await page.evaluate(
        `new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 400); })`,
      );
      expect(shifted, `${width} px`).toBeLessThan(path.includes(NAME) ? 0.1 : 0.25);
      await page.close();
    }
  });

  it('an erratum leads to its passage', async () => {
    const { page } = await open(BUILT['the errata with three witnesses']!);
    await page.getByRole('link', { name: 'p. 1, ¶ 2' }).first().click();
    expect(page.url()).toMatch(/index\.html#rd\.\d+$/);
    expect(await page.locator(':target').textContent()).toContain('accept');
    await page.close();
  });

  it('a permalink lands on its paragraph', async () => {
    const { page } = await open(PAGES['the reading text']);
    await page.goto(`${page.url()}#par.6`);
    const top = (await page.locator('[id="par.6"]').boundingBox())!.y;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(400);
    await page.close();
  });

  it.each([
    PAGES['the reading text'],
    PAGES['the errata'],
    ...['index.html', 'people/person.rusk.html', 'timeline.html', 'hands.html'].map((path) =>
      join(several.output, path),
    ),
  ])('%s prints', async (path) => {
    const { page } = await open(path);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });
});

describe.skipIf(noBrowser)('a bare build', () => {
  const out = mkdtempSync(join(tmpdir(), 'memcon-bare-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  it('gives pages that find their style sheet', () => {
    execFileSync(
      process.execPath,
      ['dist/cli/main.js', 'build', inRepository(`editions/${NAME}/transcription.md`), '--out', out, '-q'],
      { cwd: root },
    );
    expect(readFileSync(join(out, 'assets/edition.css'), 'utf8').length).toBeGreaterThan(1000);
  });
});

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium as driver } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, root, skipped } from '../repository.js';
import { faultsOf } from './valid-html.js';

/** The page of a review: a memorandum with every kind of finding, and a talk in which two may be meant. */
const folder = mkdtempSync(join(tmpdir(), 'memcon-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PAGE = join(folder, 'review.html');
const MATERIAL = {
  'rusk.md': 'editions/1963-01-10-rusk-kuznetsov/transcription.md',
  'women.md': 'tests/fixtures/talks/women-and-couples/transcription.md',
};
const copies = Object.entries(MATERIAL).map(([name, path]) => {
  copyFileSync(inRepository(path), join(folder, name));
  return join(folder, name);
});
execFileSync(process.execPath, ['dist/cli/main.js', 'review', ...copies, '--html', PAGE, '-q'], { cwd: root });
const html = readFileSync(PAGE, 'utf8');

const noBrowser = skipped(
  chromium,
  'the page of a review in a browser',
  'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
);

describe('the page of a review', () => {
  it('is valid HTML', async () => {
    expect(await faultsOf(html)).toEqual([]);
  });

  it('needs no other file', () => {
    expect(html).not.toMatch(/<link |<img |\bsrc=/);
    expect([...html.matchAll(/url\("([^"]{5})/g)].map(([, scheme]) => scheme)).toEqual(
      expect.arrayContaining(['data:']),
    );
    expect(html).not.toMatch(/url\("(?!data:)/);
  });
});

describe.skipIf(noBrowser)('the page of a review in a browser', () => {
  let browser: Browser;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  beforeAll(async () => {
    browser = await driver.launch({ executablePath: chromium!, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => browser?.close());

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light', javaScriptEnabled = true) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled });
    await page.goto(pathToFileURL(PAGE).href);
    return page;
  }

  it('has every decision to copy without JavaScript', async () => {
    const page = await open(1280, 'light', false);
    expect(await page.locator('.way textarea').first().inputValue()).toMatch(
      /^ {2}- page: 2\n {4}quote: "\[Khrushchev\]/,
    );
    expect(await page.locator('.collected, .way input').count()).toBe(0);
    await page.close();
  });

  it('collects what is chosen, one way of each entry, as the editor has written it', async () => {
    const page = await open(1280);
    const boxes = page.locator('#w1 .way input');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    expect(await boxes.nth(0).isChecked()).toBe(false);
    const refusal = page.locator('#w1 .way textarea').nth(1);
    await refusal.fill((await refusal.inputValue()).replace('reason: …', 'reason: So on the paper.'));
    await page.locator('#w2 .way input').first().check();
    expect(await page.locator('.collected textarea').first().inputValue()).toMatch(
      /^decisions:\n {2}- page: 2\n {4}quote: "\[Khrushchev\] said that he"\n {4}keep: true\n {4}reason: So on the paper\.\n {2}- page: 2\n/,
    );
    expect(await page.locator('.collected textarea').nth(1).isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    [320, 'light'],
    [375, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('fits %i px and is accessible, %s', async (width, colorScheme) => {
    const page = await open(width, colorScheme);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.evaluate(axe);
    const violations = await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });
});

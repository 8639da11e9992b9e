import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, root, skipped } from '../repository.js';
import { launch } from './launch.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const built = mkdtempSync(join(tmpdir(), 'memcon-keyboard-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));
execFileSync(
  process.execPath,
  ['dist/cli/main.js', 'build', 'tests/fixtures/sources/typed-page', '--out', built, '-q'],
  { cwd: root, stdio: 'pipe' },
);
/** One page of every kind. */
const PAGES: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...['index', 'diplomatic', 'parallel', 'errata', 'cite', 'source'].map((view) => `${NAME}/${view}`),
      ...['index', 'by-people', 'people', 'people/person.rusk', 'organisations', 'places', 'events', 'hands'],
      ...['timeline', 'principles', 'errata', 'search', 'schema/guidelines'],
    ].map((page) => [`${page}.html`, inRepository(`output/${page}.html`)]),
  ),
  'the facsimile': join(built, 'typed-page/typed-page.facsimile.html'),
};

/** What can be worked on a page, numbered in its order; what a closed part holds comes when it is opened. */
const NUMBERED = `(() => {
  const wanted = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }))
    // The zones of an image are links of their lines turned round.
    .filter((one) => one.tabIndex >= 0 || !document.querySelector('a[href="#' + one.id + '"]'))
    // Of radio buttons of one name the Tab key finds one, and arrows the others.
    .filter((one, n, all) => one.type !== 'radio' || all.findIndex((other) => other.name === one.name) === n);
  wanted.forEach((one, n) => one.setAttribute('data-reached', n));
  return wanted.length;
})()`;

/** The number of what has the focus; whether one sees that it has, and whether it is in sight. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const drawn = [one, ...one.querySelectorAll('*')].some((part) => {
    const { outlineStyle, outlineWidth, stroke } = getComputedStyle(part);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || (part instanceof SVGElement && stroke !== 'none');
  });
  const seen = [...one.getClientRects()].some(
    ({ top, bottom, left, right }) => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  );
  return { number: Number(one.getAttribute('data-reached') ?? -1), drawn, seen, html: one.outerHTML.slice(0, 120) };
})()`;

interface Focused {
  number: number;
  drawn: boolean;
  seen: boolean;
  html: string;
}

describe.skipIf(
  skipped(
    chromium,
    'the pages by keyboard',
    'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  ),
)('by keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  it.each(Object.entries(PAGES))(
    'everything on %s is reached, in its order, and one sees where one is',
    async (_, path) => {
      const page = await open(path);
      const count = (await page.evaluate(NUMBERED)) as number;
      const reached: Focused[] = [];
      for (let n = 0; n < count + 10; n++) {
        await page.keyboard.press('Tab');
        const focused = (await page.evaluate(FOCUSED)) as Focused | null;
        if (!focused) break;
        reached.push(focused);
      }
      const numbers = reached.map(({ number }) => number).filter((number) => number >= 0);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
      const missed = Array.from({ length: count }, (_, n) => n).filter((n) => !numbers.includes(n));
      const html = (n: number) =>
        page.evaluate(`document.querySelector('[data-reached="${n}"]').outerHTML.slice(0, 120)`);
      expect(await Promise.all(missed.map(html))).toEqual([]);
      expect(reached.filter(({ drawn, seen }) => !drawn || !seen).map(({ html }) => html)).toEqual([]);
      await page.close();
    },
  );

  it('the skip link leads over the banner to the text', async () => {
    const page = await open(PAGES[`${NAME}/index.html`]!);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await page.close();
  });

  it('what is folded opens, and what it holds is reached', async () => {
    const page = await open(PAGES[`${NAME}/cite.html`]!);
    const summary = page.locator('summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('details[open]') !== null")).toBe(true);
    await page.close();
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, readText, root, skipped } from '../repository.js';
import { launch } from './launch.js';

const built = mkdtempSync(join(tmpdir(), 'memcon-facsimile-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));
execFileSync(
  process.execPath,
  ['dist/cli/main.js', 'build', 'tests/fixtures/sources/typed-page', '--out', built, '-q'],
  { cwd: root, stdio: 'pipe' },
);
const PAGE = join(built, 'typed-page/typed-page.facsimile.html');
const html = readFileSync(PAGE, 'utf8');
const tei = readFileSync(join(built, 'typed-page/typed-page.xml'), 'utf8');

describe('the facsimile', () => {
  it('links every line with its place, and every place with its line', () => {
    const zones = [...tei.matchAll(/<lb\b[^>]*\bfacs="#(zone\.([\d.]+))"/g)].map(([, zone, n]) => [zone!, `line.${n}`]);
    expect(zones.length).toBeGreaterThan(60);
    const lines = [...html.matchAll(/<li id="([^"]+)"[^>]*><a href="#([^"]+)">/g)].map(([, line, zone]) => [
      zone,
      line,
    ]);
    expect(lines).toEqual(zones);
    const places = [...html.matchAll(/<a id="([^"]+)" class="z\d+" href="#([^"]+)"/g)].map(([, zone, line]) => [
      zone,
      line,
    ]);
    expect(places).toEqual(zones);
  });

  it('has the lines as the typist ended them', () => {
    const shown = [...html.matchAll(/<li id="line[^>]*>(.*?)<\/li>/gs)].map(([, line = '']) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(/&#39;|&apos;/g, "'")
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const typed = readText('tests/fixtures/sources/typed-page/typescript.txt')
      .split(/[\n\f]/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    // The recognition misreads a few; the greater part is the same to the letter.
    expect(shown).toHaveLength(typed.length);
    expect(shown.filter((line, n) => line === typed[n]).length).toBeGreaterThan(0.9 * typed.length);
  });

  it('has the anchors of the edition where their words begin', () => {
    for (const id of ['pg.2', 'par.3', 'turn.3', 'fw.4']) expect(html.split(`id="${id}"`)).toHaveLength(2);
    expect(html).toMatch(
      /<li id="line\.1\.16"[^>]*><a[^>]*><span id="par\.1"><\/span><span id="turn\.1"><\/span>Ambassador/,
    );
  });

  it('comes only with images, and the viewer only with it', () => {
    const bare = join(built, 'bare');
    execFileSync(
      process.execPath,
      ['dist/cli/main.js', 'build', 'tests/fixtures/pages/every-kind-of-mark.md', '--out', bare, '-q'],
      { cwd: root, stdio: 'pipe' },
    );
    expect(existsSync(join(bare, 'every-kind-of-mark/every-kind-of-mark.facsimile.html'))).toBe(false);
    expect(existsSync(join(bare, 'assets/openseadragon.min.js'))).toBe(false);
    expect(readFileSync(join(bare, 'every-kind-of-mark/every-kind-of-mark.html'), 'utf8')).not.toContain('acsimile');
    expect(existsSync(join(built, 'assets/openseadragon-LICENSE.txt'))).toBe(true);
    for (const view of ['', '.diplomatic', '.parallel', '.source']) {
      const other = readFileSync(join(built, `typed-page/typed-page${view}.html`), 'utf8');
      expect(other).toContain('href="typed-page.facsimile.html"');
      expect(other).not.toContain('openseadragon');
    }
  });
});

describe.skipIf(
  skipped(
    chromium,
    'the facsimile in a browser',
    'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  ),
)('the facsimile in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  // From a server the browser tells every fault; from disk it also complains of fonts that are asked for early.
  const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', png: 'image/png' };
  const server: Server = createServer(({ url = '' }, answer) => {
    const path = join(built, decodeURIComponent(url));
    // A browser asks for an icon by itself.
    if (url === '/favicon.ico') answer.writeHead(204).end();
    else if (!existsSync(path)) answer.writeHead(404).end();
    else {
      answer.setHeader('content-type', TYPES[path.split('.').at(-1)!] ?? 'font/woff2');
      answer.end(readFileSync(path));
    }
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(async () => {
    await browser?.close();
    server.close();
  });
  const addresses = {
    'a server': () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/typed-page/typed-page.facsimile.html`,
    disk: () => pathToFileURL(PAGE).href,
  };

  async function open(javaScriptEnabled: boolean, from: keyof typeof addresses = 'a server') {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled,
      reducedMotion: 'reduce',
    });
    const complaints: string[] = [];
    page.on('console', (said) => {
      if (said.type() === 'error' && (from === 'a server' || /Content Security Policy/.test(said.text())))
        complaints.push(said.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(addresses[from]());
    return { page, complaints };
  }
  const opacity = (page: Page, zone: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('[id="${zone}"] rect')).fillOpacity`);
  const ground = (page: Page, line: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('[id="${line}"]')).backgroundColor`);

  it.each([false, true])('a line marks its place, and a place its line (with JavaScript: %s)', async (script) => {
    const { page, complaints } = await open(script);
    if (script) await page.waitForSelector('.viewer .zones [id="zone.1.8"]');
    expect(await opacity(page, 'zone.1.8')).toBe('0');
    const plain = await ground(page, 'line.1.20');
    await page.locator('[id="line.1.8"] > a').focus();
    expect(await opacity(page, 'zone.1.8')).toBe('0.22');
    expect(await opacity(page, 'zone.1.9')).toBe('0');
    await page.locator('[id="zone.1.20"]').hover();
    expect(await ground(page, 'line.1.20')).not.toBe(plain);
    await page.locator('[id="zone.1.20"]').click();
    await page.waitForURL(/#line\.1\.20$/);
    await page.mouse.move(5, 5);
    expect(await opacity(page, 'zone.1.20')).toBe('0.22');
    await page.locator('[id="line.1.8"] > a').press('Enter');
    await page.waitForURL(/#zone\.1\.8$/);
    expect(await ground(page, 'line.1.8')).not.toBe(plain);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(['a server', 'disk'] as const)(
    'from %s, keys and buttons zoom the image, and the places go with it',
    async (from) => {
      const { page, complaints } = await open(true, from);
      await page.waitForSelector('.viewer .zones [id="zone.1.8"]');
      expect(await page.locator('.viewer canvas').first().isVisible()).toBe(true);
      const box = async () => (await page.locator('[id="zone.1.8"]').boundingBox())!;
      // The picture itself is drawn. A browser lets nobody read what was drawn from disk, and by that says that it was.
      const drawn = `(() => { const canvas = document.querySelector('.viewer canvas'); try { const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); return data.some((value, n) => n % 4 === 3 && value > 0); } catch ({ name }) { return name === 'SecurityError'; } })()`;
      await expect.poll(() => page.evaluate(drawn)).toBe(true);
      const before = await box();
      await page.getByRole('button', { name: 'Zoom into page 1' }).click();
      await expect.poll(async () => (await box()).width).toBeGreaterThan(before.width * 1.4);
      await page.getByRole('button', { name: 'All of page 1' }).click();
      await expect.poll(async () => (await box()).width).toBeCloseTo(before.width, 0);
      await page.locator('.openseadragon-canvas').first().focus();
      await page.keyboard.press('+');
      await expect.poll(async () => (await box()).width).toBeGreaterThan(before.width * 1.05);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});

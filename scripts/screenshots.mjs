// Takes the pictures in docs/screenshots/ from output/, with Chromium (CHROMIUM_PATH, or Debian's). A typed page with its
// image is built for it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const output = new URL('../output/', import.meta.url);
const edition = new URL('1963-01-10-rusk-kuznetsov/', output);
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'memcon-shots-'));
const build = (...args) => execFileSync(process.execPath, ['dist/cli/main.js', 'build', ...args, '-q'], { cwd: root });
build('tests/fixtures/sources/typed-page', '--out', built);
for (const language of ['fr', 'de', 'ru']) build('editions', '--language', language, '--out', join(built, language));
const inLanguage = (language, page) => pathToFileURL(join(built, language, '1963-01-10-rusk-kuznetsov', page)).href;
const typed = pathToFileURL(join(built, 'typed-page/typed-page.facsimile.html')).href;
const shots = [
  { name: 'reading-1280', page: 'index.html', at: 'svg', width: 1280, height: 1000 },
  { name: 'reading-head-1280', page: 'index.html', width: 1280, height: 1400 },
  { name: 'reading-390', page: 'index.html', at: '[id="par.1"]', width: 390, height: 1000 },
  { name: 'diplomatic-1280', page: 'diplomatic.html', width: 1280, height: 1600 },
  { name: 'diplomatic-390', page: 'diplomatic.html', at: '[id="pg.2"]', width: 390, height: 1000 },
  { name: 'cite-1280', page: 'cite.html', at: '[id="turn.5"]', width: 1280, height: 900 },
  { name: 'source-1280', page: 'source.html', at: '[id="par.1"]', width: 1280, height: 900 },
  { name: 'errata-1280', page: 'errata.html', width: 1280, height: 1000 },
  { name: 'editions-1280', page: '../index.html', width: 1280, height: 700 },
  { name: 'people-390', page: '../people.html', width: 390, height: 900, colorScheme: 'dark' },
  { name: 'person-1280', page: '../people/person.kuznetsov.html', width: 1280, height: 1100 },
  { name: 'timeline-1280', page: '../timeline.html', width: 1280, height: 800 },
  { name: 'search-1280', page: '../search.html?q=magnificent', width: 1280, height: 900 },
  { name: 'guidelines-1280', page: '../schema/guidelines.html', at: '[id="speech"]', width: 1280, height: 1000 },
  { name: 'parallel-1280', page: 'parallel.html', at: '[id="pg.2"]', width: 1280, height: 1000 },
  { name: 'parallel-390', page: 'parallel.html', at: '[id="par.6"]', width: 390, height: 1000 },
  { name: 'facsimile-1280', page: typed, at: '[id="pg.1"]', hover: '[id="line.1.26"]', width: 1280, height: 1000 },
  { name: 'facsimile-dark-390', page: typed, at: '[id="pg.1"]', width: 390, height: 1000, colorScheme: 'dark' },
  { name: 'reading-dark-1280', page: 'index.html', at: '[id="par.6"]', width: 1280, height: 1000, colorScheme: 'dark' },
  { name: 'speaker-1280', page: 'index.html#speaker.rusk', width: 1280, height: 1000 },
  { name: 'answers-1280', page: 'index.html', at: '#answers', width: 1280, height: 700 },
  { name: 'cite-box-1280', page: 'index.html', click: '[id="turn.2"] a.cite', width: 1280, height: 900 },
  { name: 'cite-box-dark-390', page: 'index.html', click: '[id="turn.2"] a.cite', width: 390, height: 900, colorScheme: 'dark' },
  { name: 'reading-fr-1280', page: inLanguage('fr', 'index.html'), width: 1280, height: 1100 },
  { name: 'reading-de-390', page: inLanguage('de', 'index.html'), width: 390, height: 1000 },
  { name: 'reading-ru-1280', page: inLanguage('ru', 'index.html'), at: '.speakers', width: 1280, height: 1000 },
  { name: 'reading-print', page: 'index.html', media: 'print', width: 816, height: 1056 },
  { name: 'organisations-1280', page: '../organisations.html', width: 1280, height: 900 },
  { name: 'places-768', page: '../places.html', width: 768, height: 900 },
  { name: 'event-1280', page: '../events/event.cuban-missile-crisis.html', width: 1280, height: 800 },
  { name: 'hands-1280', page: '../hands.html', width: 1280, height: 900 },
  { name: 'principles-1280', page: '../principles.html', width: 1280, height: 900 },
  { name: 'errata-of-all-dark-1280', page: '../errata.html', width: 1280, height: 900, colorScheme: 'dark' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const { name, page: path, at, hover, click, media, width, height, colorScheme = 'light' } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(new URL(path, edition).href);
  // Type that was not there at once is there the second time.
  await page.reload();
  if (media) await page.emulateMedia({ media });
  if (at) await page.locator(at).first().evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 80));
  // A long page is painted in pieces; what answers a query takes a moment too.
  await page.waitForTimeout(1500);
  if (click) {
    await page.locator(click).first().click();
    await page.locator('dialog[open]').waitFor();
  }
  if (hover) {
    await page.waitForSelector('.viewer canvas');
    await page.locator(hover).hover();
  }
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();
rmSync(built, { recursive: true, force: true });

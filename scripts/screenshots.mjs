// Takes the pictures in docs/screenshots/ from output/, with Chromium (CHROMIUM_PATH, or Debian's).
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const edition = new URL('../output/1963-01-10-rusk-kuznetsov/', import.meta.url);
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const shots = [
  { name: 'reading-1280', page: 'index.html', at: 'svg', width: 1280, height: 1000 },
  { name: 'reading-head-1280', page: 'index.html', width: 1280, height: 1400 },
  { name: 'reading-390', page: 'index.html', at: '[id="par.1"]', width: 390, height: 1000 },
  { name: 'diplomatic-1280', page: 'diplomatic.html', width: 1280, height: 1600 },
  { name: 'diplomatic-390', page: 'diplomatic.html', at: '[id="pg.2"]', width: 390, height: 1000 },
  { name: 'reading-dark-1280', page: 'index.html', at: '[id="par.6"]', width: 1280, height: 1000, colorScheme: 'dark' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const { name, page: path, at, width, height, colorScheme = 'light' } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(new URL(path, edition).href);
  if (at) await page.locator(at).first().evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 80));
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();

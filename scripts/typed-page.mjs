// Makes tests/fixtures/sources/typed-page/: sets typescript.txt in Courier on letter paper, takes pictures of its pages
// with Chromium (CHROMIUM_PATH, or Debian's), and reads them with tesseract as hOCR, ALTO and plain text. PAGE XML is
// written from the words of the hOCR. memo.md is written by hand.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { readHocr } from '../dist/sources/hocr.js';

const folder = fileURLToPath(new URL('../tests/fixtures/sources/typed-page/', import.meta.url));
const type = new URL('../node_modules/@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff2', import.meta.url);
/** Letter paper, 8.5 by 11 inches, at 300 dots per inch; CSS counts 96 to the inch. */
const DOTS = 300;
const paper = { width: 8.5 * 96, height: 11 * 96 };

const escaped = (text) => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

const html = (text) => `<!DOCTYPE html><meta charset="utf-8"><style>
@font-face { font-family: Typed; src: url(data:font/woff2;base64,${readFileSync(type).toString('base64')}) }
body { margin: 1in 1.1in; background: white; color: black }
pre { margin: 0; font: 12pt/12pt Typed }
</style><pre>${escaped(text)}</pre>`;

async function picture(browser, text) {
  const page = await browser.newPage({ viewport: paper, deviceScaleFactor: DOTS / 96 });
  await page.setContent(html(text));
  await page.evaluate(() => document.fonts.ready);
  const shot = (await page.screenshot()).toString('base64');
  const { width, height, bits } = await page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const row = Math.ceil(image.width / 8);
    const bits = new Array(row * image.height).fill(0);
    for (let y = 0; y < image.height; y++)
      for (let x = 0; x < image.width; x++)
        if (pixels[4 * (y * image.width + x)] > 128) bits[y * row + (x >> 3)] |= 0x80 >> (x & 7);
    return { width: image.width, height: image.height, bits };
  }, shot);
  await page.close();
  return png(width, height, Uint8Array.from(bits));
}

/** A picture in black and white: a small file, and what many archives give. */
function png(width, height, bits) {
  const row = Math.ceil(width / 8);
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => [Buffer.of(0), bits.subarray(y * row, (y + 1) * row)]).flat());
  const numbers = (...values) => Buffer.concat(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])));
  const chunk = (name, data) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
  };
  const perMetre = Math.round(DOTS / 0.0254);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([numbers(width, height), Buffer.of(1, 0, 0, 0, 0)])),
    chunk('pHYs', Buffer.concat([numbers(perMetre, perMetre), Buffer.of(1)])),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The check of ISO 3309 that PNG asks for. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** PAGE XML 2019-07-15 of one page. */
function pageXml({ image, width, height, regions }) {
  let ids = 0;
  const id = (kind) => `${kind}${ids++}`;
  const coords = ({ left, top, right, bottom }) =>
    `<Coords points="${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}"/>`;
  const equiv = (text, confidence) =>
    `<TextEquiv${confidence === undefined ? '' : ` conf="${confidence}"`}><Unicode>${escaped(text)}</Unicode></TextEquiv>`;
  const word = ({ box, text, confidence }) => `        <Word id="${id('w')}">${coords(box)}${equiv(text, confidence)}</Word>`;
  const line = ({ box, words }) => [
    `      <TextLine id="${id('l')}">${coords(box)}`,
    ...words.map(word),
    `        ${equiv(words.map(({ text }) => text).join(' '))}`,
    '      </TextLine>',
  ];
  const named = regions.map((region) => ({ ...region, id: id('r') }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">',
    '  <Metadata><Creator>memcon</Creator><Created>2026-11-24T00:00:00Z</Created><LastChange>2026-11-24T00:00:00Z</LastChange></Metadata>',
    `  <Page imageFilename="${escaped(image)}" imageWidth="${width}" imageHeight="${height}">`,
    '    <ReadingOrder><OrderedGroup id="order">',
    ...named.map((region, index) => `      <RegionRefIndexed index="${index}" regionRef="${region.id}"/>`),
    '    </OrderedGroup></ReadingOrder>',
    ...named.flatMap((region) => [
      `    <TextRegion id="${region.id}">${coords(region.box)}`,
      ...region.lines.flatMap(line),
      '    </TextRegion>',
    ]),
    '  </Page>',
    '</PcGts>',
    '',
  ].join('\n');
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const pages = readFileSync(`${folder}typescript.txt`, 'utf8').split('\f\n');
for (const [i, text] of pages.entries()) {
  const name = `page-${i + 1}`;
  writeFileSync(`${folder}${name}.png`, await picture(browser, text));
  execFileSync('tesseract', [`${name}.png`, name, 'hocr', 'alto', 'txt'], { cwd: folder, stdio: 'ignore' });
  const [page] = readHocr(`${name}.hocr`, readFileSync(`${folder}${name}.hocr`, 'utf8'));
  writeFileSync(`${folder}${name}.page.xml`, pageXml(page));
}
await browser.close();

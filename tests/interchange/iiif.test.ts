import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../../src/interchange/edition.js';
import { imageSize } from '../../src/interchange/iiif/image-size.js';
import { manifestOf } from '../../src/interchange/iiif/manifest.js';
import { unsizedImages } from '../../src/interchange/iiif/pages.js';
import { rightsOf } from '../../src/interchange/iiif/rights.js';
import { recordOf } from '../../src/interchange/record.js';
import { receive } from '../../src/sources/receive.js';
import { buildReceived, buildText } from '../building.js';
import { inRepository } from '../repository.js';
import { flagship, flagshipTei } from './opened.js';
import { faultsBy, iiifFaults, MANIFEST_SHAPE, withoutIiif } from './schemas.js';

const publication = { title: 'Memoranda', address: 'https://example.org/memoranda' };
const BASE = 'https://example.org/memoranda/memo';

/** Two typed pages that were scanned, with a place for each line. */
const scanned = (() => {
  const files = [1, 2].map((n) => {
    const file = `tests/fixtures/sources/typed-page/page-${n}.page.xml`;
    return { file, bytes: readFileSync(inRepository(file)) };
  });
  const images = new Map([1, 2].map((n) => [`page-${n}.png`, `images/page-${n}.png`]));
  return buildReceived({ ...receive(files, 'typed-page'), images } as never).tei!;
})();
interface Manifest {
  items: {
    id: string;
    width: number;
    height: number;
    items: { items: { body: object; target: string }[] }[];
    annotations: { items: { motivation: string; target: string; body: { value: string } }[] }[];
  }[];
  structures: { label: { en: string[] }; items: { label: { en: string[] }; items: object[] }[] }[];
  rights?: string;
}
const manifest = (tei: string, sizes?: ReadonlyMap<string, { width: number; height: number }>) =>
  manifestOf(openEdition('memo', tei), recordOf('memo', tei), publication, sizes) as Manifest | undefined;

/** The same without places of lines, and without the sizes of pages. */
const unzoned = scanned.replace(/<zone [^>]*>/g, '').replace(/(<lb[^>]*?) facs="[^"]*"/g, '$1');
const unsized = unzoned.replace(/(<surface xml:id="[^"]*")[^>]*>/g, '$1>');

describe('a manifest', () => {
  it.each([
    ['with places of lines', scanned],
    ['without', unzoned],
  ])('%s has the shape that IIIF demands', (_, tei) => {
    expect(faultsBy(MANIFEST_SHAPE, manifest(tei))).toEqual([]);
  });
  it.skipIf(withoutIiif).each([
    ['with places of lines', scanned],
    ['without', unzoned],
  ])('%s passes the schema of the IIIF validator', (_, tei) => {
    const made = manifest(tei)!;
    expect(iiifFaults(made)).toEqual([]);
    expect(iiifFaults({ ...made, label: 'Memorandum' })).not.toEqual([]);
  });

  it('has a canvas for each page, as large as its image', () => {
    const { items } = manifest(scanned)!;
    expect(items.map(({ id, width, height }) => [id, width, height])).toEqual([
      [`${BASE}/canvas/pg.1`, 2550, 3300],
      [`${BASE}/canvas/pg.2`, 2550, 3300],
    ]);
    expect(items[1]!.items[0]!.items[0]).toMatchObject({
      body: { id: `${BASE}/images/page-2.png`, type: 'Image', format: 'image/png', width: 2550, height: 3300 },
      target: `${BASE}/canvas/pg.2`,
    });
  });

  it('has each line where it stands', () => {
    const [page] = manifest(scanned)!.items;
    const lines = page!.annotations[0]!.items;
    expect(lines.length).toBeGreaterThan(20);
    expect(lines[0]).toMatchObject({
      motivation: 'supplementing',
      target: `${BASE}/canvas/pg.1#xywh=1173,309,173,29`,
      body: { value: 'SECRET' },
    });
    expect(lines[2]!.body.value).toBe('WASHINGTON');
  });

  it('has the text of a page where no places are known', () => {
    const [page] = manifest(unzoned)!.items;
    expect(page!.annotations[0]!.items).toHaveLength(1);
    expect(page!.annotations[0]!.items[0]).toMatchObject({
      motivation: 'supplementing',
      target: `${BASE}/canvas/pg.1`,
    });
    expect(page!.annotations[0]!.items[0]!.body.value).toContain('Ambassador Dobrynin said that he had returned');
  });

  it('has ranges of pages and of turns', () => {
    const { structures } = manifest(scanned)!;
    expect(structures.map(({ label }) => label.en[0])).toEqual(['Pages', 'Turns']);
    expect(structures[1]!.items[0]!.label.en[0]).toBe('turn 1, Dobrynin');
    expect(structures[1]!.items[0]!.items).toEqual([{ id: `${BASE}/canvas/pg.1`, type: 'Canvas' }]);
  });

  it('takes the size of an image from the image where the file has none', () => {
    expect(unsizedImages(openEdition('memo', unsized))).toEqual(['images/page-1.png', 'images/page-2.png']);
    expect(manifest(unsized)).toBeUndefined();
    const size = imageSize(readFileSync(inRepository('tests/fixtures/sources/typed-page/page-1.png')))!;
    expect(manifest(unsized, new Map([['images/page-1.png', size]]))!.items.map(({ width }) => width)).toEqual([
      size.width,
    ]);
  });

  it('is made of no edition without images', () => {
    expect(manifestOf(flagship, recordOf('memo', flagshipTei), publication)).toBeUndefined();
    expect(manifest(buildText('MEMORANDUM OF CONVERSATION\n\nMr. Rusk said that he agreed.\n').tei!)).toBeUndefined();
  });

  it.each([
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'http://creativecommons.org/publicdomain/zero/1.0/'],
    ['http://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/'],
    ['https://rightsstatements.org/vocab/NoC-US/1.0/', 'http://rightsstatements.org/vocab/NoC-US/1.0/'],
    ['https://opensource.org/licenses/MIT', undefined],
    ['https://example.org/creativecommons.org/licenses/by/4.0/', undefined],
    [undefined, undefined],
  ])('rights of %s are %s', (licence, rights) => {
    expect(rightsOf(licence)).toBe(rights);
  });
});

describe('the size of an image', () => {
  const bytes = (...parts: (number[] | string)[]) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
    );
  it.each<[string, Uint8Array, object | undefined]>([
    ['GIF', bytes('GIF89a', [0x2c, 0x01, 0xc8, 0x00]), { width: 300, height: 200 }],
    [
      'JPEG behind other segments',
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44]),
      { width: 300, height: 200 },
    ],
    [
      'WebP, lossy',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x2c, 0x41, 0xc8, 0]),
      { width: 300, height: 200 },
    ],
    [
      'WebP, lossless',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x2b, 0xc1, 0x31, 0]),
      { width: 300, height: 200 },
    ],
    [
      'WebP, extended',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x2b, 1, 0, 0xc7, 0, 0]),
      { width: 300, height: 200 },
    ],
    ['a file cut off', bytes([0xff, 0xd8, 0xff]), undefined],
    ['a file without end of segments', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 2]), undefined],
    ['a text', bytes('MEMORANDUM OF CONVERSATION'), undefined],
    ['nothing', bytes(), undefined],
  ])('%s', (_, file, size) => {
    expect(imageSize(file)).toEqual(size);
  });
});

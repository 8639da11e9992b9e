import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isError } from '../../src/messages/message.js';
import { reportText } from '../../src/messages/report.js';
import type { Built } from '../../src/pipeline.js';
import { type ReceivedFile, receive } from '../../src/sources/receive.js';
import { baseText } from '../../src/validation/base-text.js';
import { buildReceived } from '../building.js';
import { solid } from '../properties/generators.js';
import { hasShared, installed, jing, shared, skipped } from '../repository.js';

/** Declassified pages with perforated stamps, forms, handwriting, borders and skew, read by a real engine. */
const pdftoppm = installed('pdftoppm');
const tesseract = installed('tesseract');
const skip = skipped(
  hasShared('scans') && pdftoppm !== undefined && tesseract !== undefined,
  'real scans',
  'They need pdftoppm, tesseract and the scans beside the project.',
);
const out = mkdtempSync(join(tmpdir(), 'memcon-scans-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const scans = skip ? [] : readdirSync(shared('scans')).filter((name) => name.endsWith('.pdf'));
const decoded = (written: string): string =>
  written
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');

describe.skipIf(skip)('real scans', () => {
  describe.each(scans)('%s', (pdf) => {
    const folder = join(out, pdf);
    let images: string[] = [];
    const files = (ending: string): ReceivedFile[] =>
      images.map((image) => {
        const file = join(folder, image.replace(/\.png$/, ending));
        return { file, bytes: readFileSync(file) };
      });
    const texts = (ending: string): string[] => files(ending).map(({ bytes }) => new TextDecoder().decode(bytes));
    let fromAlto: Built;
    let fromHocr: Built;

    beforeAll(() => {
      mkdirSync(folder);
      execFileSync(pdftoppm!, ['-r', '300', '-gray', '-png', shared(`scans/${pdf}`), join(folder, 'page')]);
      images = readdirSync(folder).sort();
      for (const image of images) {
        const page = join(folder, image);
        execFileSync(tesseract!, [page, page.slice(0, -'.png'.length), 'hocr', 'alto'], {
          env: { ...process.env, OMP_THREAD_LIMIT: '1' },
          stdio: 'ignore',
        });
      }
      fromAlto = buildReceived(receive(files('.xml'), pdf));
      fromHocr = buildReceived(receive(files('.hocr'), pdf));
    }, 600_000);

    it('builds without an error', () => {
      expect(reportText([...fromAlto.messages, ...fromHocr.messages].filter(isError))).toBe('');
    });

    it('conserves every recognised word', () => {
      const words = texts('.xml').flatMap((xml) =>
        [...xml.matchAll(/ CONTENT="([^"]*)"/g)].map(([, word]) => decoded(word!)),
      );
      expect(solid(baseText(fromAlto.tei!))).toBe(solid(words.join(' ')));
      expect(solid(baseText(fromHocr.tei!))).toBe(solid(words.join(' ')));
    });

    it('breaks pages where they break', () => {
      expect(fromAlto.tei!.match(/<pb /g)).toHaveLength(images.length);
      const pages = texts('.xml').map((xml) =>
        solid([...xml.matchAll(/ CONTENT="([^"]*)"/g)].map(([, word]) => decoded(word!)).join('')),
      );
      const parts = fromAlto
        .tei!.replace(/^.*?<text>/s, '')
        .split(/<pb [^>]*>/)
        .slice(1);
      const found = parts.map((part) =>
        solid(decoded(part.replace(/<expan>.*?<\/expan>/g, '').replace(/<[^>]*>/g, ''))),
      );
      expect(found).toEqual(pages);
    });

    it('links every line and page to its image', () => {
      const zones = [...fromAlto.tei!.matchAll(/<zone xml:id="([^"]+)"/g)].map(([, id]) => id);
      expect([...fromAlto.tei!.matchAll(/<lb facs="#([^"]+)"/g)].map(([, id]) => id)).toEqual(zones);
      const lines = texts('.xml').flatMap((xml) => [...xml.matchAll(/<TextLine /g)]);
      expect(zones).toHaveLength(lines.length);
      expect(fromAlto.tei!.match(/<surface /g)).toHaveLength(images.length);
    });

    it('marks the words that the engine doubts', () => {
      const doubted = texts('.hocr').flatMap((html) =>
        [...html.matchAll(/x_wconf (\d+)/g)].filter(([, sure]) => Number(sure) < 75),
      );
      const continued = fromHocr.tei!.match(/<unclear [^>]*prev="/g) ?? [];
      const marked = fromHocr.tei!.match(/<unclear /g) ?? [];
      expect(marked.length - continued.length).toBe(doubted.length);
    });

    it('invents nobody and no talk', () => {
      expect(fromAlto.tei).not.toMatch(/<said|<particDesc/);
    });

    it.skipIf(!jing || !hasShared('schema/tei_all.rng'))('is valid against the whole of TEI', () => {
      const file = join(folder, 'edition.tei');
      writeFileSync(file, fromAlto.tei!);
      expect(execFileSync(jing!, [shared('schema/tei_all.rng'), file], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
    });
  });
});

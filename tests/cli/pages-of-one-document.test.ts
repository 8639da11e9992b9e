import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memcon } from '../command.js';
import { inRepository } from '../repository.js';

const typedPage = inRepository('tests/fixtures/sources/typed-page');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memcon-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const hocr = (words: string): string =>
  `<html><body><div class="ocr_page" title="bbox 0 0 600 800"><p class="ocr_par"><span class="ocr_line" title="bbox 50 50 550 70">${words
    .split(' ')
    .map((word) => `<span class="ocrx_word" title="bbox 50 50 90 70; x_wconf 96">${word}</span>`)
    .join(' ')}</span></p></div></body></html>`;

describe('pages of one document', () => {
  it('come in the order of their numbers, ten after nine', async () => {
    for (let n = 1; n <= 11; n++) write(`memo/page-${n}.hocr`, hocr(`This is sheet ${n}.`));
    const { status } = await memcon(['build', 'memo', '--out', 'out'], folder);
    expect(status).toBe(0);
    const sheets = [...read('out/memo/memo.xml').matchAll(/sheet (\d+)\./g)].map(([, n]) => Number(n));
    expect(sheets).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(read('out/memo/memo.xml').match(/<pb /g)).toHaveLength(11);
  });

  it('bring their images with them', async () => {
    cpSync(typedPage, join(folder, 'memo'), { recursive: true });
    expect((await memcon(['build', 'memo', '--out', 'out'], folder)).status).toBe(0);
    expect(read('out/memo/memo.xml')).toContain('<graphic url="images/page-2.png"/>');
    expect(readFileSync(join(folder, 'out/memo/images/page-2.png'))).toEqual(
      readFileSync(join(typedPage, 'page-2.png')),
    );
  });

  it('may lie in a folder of the edition, beside the decisions on them', async () => {
    await memcon(['init', '.'], folder);
    write(
      'sheets/transcription/page-1.txt',
      'Memorandum of Conversation\n\nDATE: January 10, 1963\n\nKusnetsov agreed.\n',
    );
    write('sheets/transcription/page-2.txt', 'Kuznetsov went on.\n');
    write(
      'sheets/edition.yaml',
      'decisions:\n  - page: 1\n    quote: Kusnetsov\n    reading: Kuznetsov\n    reason: Misread.\n',
    );
    const { status, stderr } = await memcon(['build', 'sheets', '--out', 'out'], folder);
    expect(stderr).not.toContain('error');
    expect(status).toBe(0);
    expect(read('out/sheets/sheets.xml')).toMatch(/<sic>Kusnetsov<\/sic><corr [^>]*>Kuznetsov<\/corr>/);
    expect(existsSync(join(folder, 'sheets/ids.json'))).toBe(true);
  });

  it('have messages that point into the file that can be mended', async () => {
    const xml = (n: number, words: string) =>
      `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page ID="p${n}"><PrintSpace><TextBlock ID="b${n}">\n<TextLine>\n${words
        .split(' ')
        .map((word) => `<String CONTENT="${word}"/>`)
        .join('\n')}\n</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
    write('memo/page-1.xml', xml(1, 'The talk went on for an hour and a half.'));
    write('memo/page-2.xml', xml(2, 'It ended on Monday, January 8, 1963.'));
    const { stderr } = await memcon(['build', 'memo', '--out', 'out'], folder);
    expect(stderr).toMatch(/memo\/page-2\.xml:6:1: warning: “Monday, January 8, 1963”/);
  });
});

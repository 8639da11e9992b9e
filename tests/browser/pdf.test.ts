import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chromium, inRepository, pdftotext, readText, root, skipped } from '../repository.js';
import { paragraphsOf } from '../tei-text.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const cannot = skipped(
  chromium && pdftotext,
  'the PDF of an edition',
  'Install Chromium and Poppler (Debian: apt-get install chromium poppler-utils).',
);

describe.skipIf(cannot)('the PDF', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-pdf-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = (out: string): Buffer => {
    // A build writes the register of ids beside the transcription.
    cpSync(inRepository('editions'), join(folder, 'editions'), { recursive: true });
    const args = ['dist/cli/main.js', 'build', join(folder, 'editions'), '--out', join(folder, out), '--pdf', '-q'];
    execFileSync(process.execPath, args, {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, CHROMIUM_PATH: chromium },
    });
    return readFileSync(join(folder, out, NAME, `${NAME}.pdf`));
  };
  const pdf = cannot ? Buffer.alloc(0) : built('one');
  const text = cannot ? '' : execFileSync(pdftotext!, ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  const words = (of: string): string[] => of.match(/\p{L}+/gu) ?? [];

  it('holds the reading text, word after word', () => {
    const edited = readText(`output/${NAME}/${NAME}.xml`)
      .replace(/^[\s\S]*?<body>/, '')
      .replace(/<rdg\b.*?<\/rdg>|<sic>.*?<\/sic>/gs, '');
    const wanted = paragraphsOf(edited).map(words);
    const found = words(text);
    let at = 0;
    for (const paragraph of wanted) {
      const start = at;
      for (const word of paragraph) {
        const next = found.indexOf(word, at);
        expect(next, `“${word}” after “${found.slice(Math.max(0, at - 8), at).join(' ')}”`).not.toBe(-1);
        at = next + 1;
      }
      // Between the words of a paragraph stand at most a head of a sheet, marks of pages and names of speakers.
      if (start > 0) expect(at - start - paragraph.length, paragraph.slice(0, 6).join(' ')).toBeLessThan(160);
    }
    expect(wanted.flat().length).toBeGreaterThan(1000);
  });

  it('has the readings of the transcription in notes, the pages of the paper, and the title on every sheet but the first', () => {
    expect(text).toContain('magnificent was transcribed “significant”.');
    for (const page of ['p. 2', 'p. 3', 'p. 4']) expect(text.replaceAll('\u00A0', ' ')).toContain(page);
    const sheets = text.split('\f').filter((sheet) => sheet.trim() !== '');
    const title = 'Memorandum of Conversation: U.S.-Soviet Relations, 10 January 1963';
    expect(sheets[0]).not.toContain(title);
    expect(sheets.slice(1).filter((sheet) => !sheet.includes(title))).toEqual([]);
  });

  it('has the day of the edition, and is the same file when it is made again', () => {
    const dates = [...pdf.toString('latin1').matchAll(/\/(?:Creation|Mod)Date ?\(D:(\d+)/g)].map(([, date]) => date);
    expect(new Set(dates)).toEqual(new Set(['20261123000000']));
    expect(built('two').equals(pdf)).toBe(true);
  });

  it('leads nowhere on the disk where it was made', () => {
    expect(pdf.toString('latin1')).not.toMatch(/file:\/\//);
  });

  it('is linked from the page', () => {
    expect(readFileSync(join(folder, 'one', NAME, 'index.html'), 'utf8')).toContain(`href="${NAME}.pdf"`);
  });
});

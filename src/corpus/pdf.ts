import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MaterialError, message } from '../messages/message.js';
import { forPrint, type Printing } from '../publication/print.js';
import { printPage } from './browser.js';
import { type FileContent, writeAll } from './files.js';

/**
 * The reading text of editions as PDF, printed by a browser from the finished pages, by path. The pages are laid in a
 * temporary folder, for what stands in the output folder may be of another build.
 * @param pages of each edition its page below the output folder, where its PDF goes, and the day of the edition
 * @param files all files of the output folder
 * @throws MaterialError when the browser makes no PDF
 */
export async function printed(
  pages: readonly { page: string; pdf: string; day: string }[],
  files: ReadonlyMap<string, FileContent>,
  browser: string,
  printing: Printing,
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'memcon-pdf-'));
  const made = new Map<string, Uint8Array>();
  try {
    await writeAll(folder, new Map([...files].filter(([path]) => path.startsWith('assets/'))));
    for (const { page, pdf, day } of pages) {
      const { html, style } = forPrint(String(files.get(page)), page, printing);
      const beside = page.replace(/[^/]*$/, '');
      await writeAll(
        folder,
        new Map([
          [page, html],
          [`${beside}running-title.css`, style],
        ]),
      );
      const target = join(folder, 'printed.pdf');
      await printPage(browser, join(folder, page), target);
      made.set(pdf, settled(await readFile(target), day));
      await rm(target);
    }
    return made;
  } catch (error) {
    if (error instanceof MaterialError) throw error;
    throw new MaterialError(
      message('browser-prints', {
        reason: `“${browser}” has made no PDF: ${(error as Error).message}.`,
        advice: 'Name another Chromium in CHROMIUM_PATH, or build without --pdf and print the page from a browser.',
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The browser writes when it printed, and numbers the elements of the page by what it happened to have numbered before;
 * the same edition would never be the same file. Its dates are those of the edition instead, and its numbers run from
 * one. All are as long as before, for the table at the end of a PDF counts bytes. Another version of the browser still
 * makes another file.
 */
function settled(pdf: Buffer, day: string): Uint8Array {
  const text = pdf.toString('latin1');
  // Their order stays, for the tree of the elements is sorted by them.
  const names = [...new Set(text.match(/\(node\d{8}\)/g) ?? [])].sort();
  const numbers = new Map(names.map((name, i) => [name, `(node${String(i + 1).padStart(8, '0')})`]));
  const same = text
    .replace(/\(node\d{8}\)/g, (name) => numbers.get(name)!)
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, (_, key: string) => `${key}${day.replaceAll('-', '')}000000`);
  return new Uint8Array(Buffer.from(same, 'latin1'));
}

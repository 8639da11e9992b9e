import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MaterialError, message } from '../messages/message.js';
import { runningTitle } from '../publication/running-title.js';
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
  { browser, site }: { browser: string; site: string },
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'memcon-pdf-'));
  const made = new Map<string, Uint8Array>();
  try {
    await writeAll(folder, new Map([...files].filter(([path]) => path.startsWith('assets/'))));
    for (const { page, pdf, day } of pages) {
      const { html, style } = runningTitle(String(files.get(page)), site);
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
      made.set(pdf, datedAt(await readFile(target), day));
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
 * The browser writes when it printed; the same edition would never be the same file. Its dates are those of the
 * edition instead, as long as before, for the table at the end of a PDF counts bytes.
 */
function datedAt(pdf: Buffer, day: string): Uint8Array {
  const text = pdf.toString('latin1');
  const dated = text.replace(
    /(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g,
    (_, before: string) => `${before}${day.replaceAll('-', '')}000000`,
  );
  return new Uint8Array(Buffer.from(dated, 'latin1'));
}

import type { Range } from '../text/transcription.js';
import { boxOfLine, paragraphsOf } from './paragraphs.js';
import type { Box, ScannedPage, ScannedWord } from './scan.js';

/** The transcription of scanned pages; offsets are UTF-16 code units, from 0, and ranges half-open. */
export interface ScannedText {
  readonly text: string;
  /** One for each page; `start` is 0, or the offset after the form feed before the page, words on it or none. */
  readonly pages: readonly { readonly start: number; readonly page: ScannedPage }[];
  /** In order; without the line's end. */
  readonly lines: readonly (Range & { readonly box?: Box; readonly page: ScannedPage })[];
  /** In order; no two overlap. */
  readonly words: readonly (Range & { readonly word: ScannedWord; readonly page: ScannedPage })[];
}

/**
 * Words parted by a space, lines by a line feed, paragraphs by an empty line, pages by a form feed on a line of its
 * own. Regions stay whole and in the order given, side by side or not.
 */
export function textOfPages(pages: readonly ScannedPage[]): ScannedText {
  let text = '';
  const found = { pages: [], lines: [], words: [] } as {
    [Key in 'pages' | 'lines' | 'words']: ScannedText[Key][number][];
  };
  pages.forEach((page, i) => {
    if (i > 0) text += text === '' || text.endsWith('\f') ? '\f' : '\n\f';
    found.pages.push({ start: text.length, page });
    let between = i > 0 ? '\n' : '';
    for (const paragraph of paragraphsOf(page)) {
      for (const line of paragraph) {
        text += between;
        const start = text.length;
        line.words.forEach((word, w) => {
          if (w > 0) text += ' ';
          found.words.push({ start: text.length, end: text.length + word.text.length, word, page });
          text += word.text;
        });
        const box = boxOfLine(line);
        found.lines.push({ start, end: text.length, ...(box && { box }), page });
        between = '\n';
      }
      between = '\n\n';
    }
  });
  return { text, ...found };
}

import { type FurnitureMark, type Mark, ofKind, type PageMark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';

/** A catchword, and where the text of the page begins that it announces. */
export interface Announced {
  catchword: FurnitureMark;
  page: PageMark;
  begins: Range;
}

/** The catchwords that have a page with text after them. `parts` are the stretches of text, in order. */
export const catchwordsIn = (
  furniture: readonly Mark[],
  pages: readonly PageMark[],
  parts: readonly Range[],
): Announced[] =>
  ofKind(furniture, 'furniture')
    .filter(({ type }) => type === 'catch')
    .flatMap((catchword) => {
      const page = pages.find(({ start }) => start > catchword.start);
      const begins = page && parts.find(({ start }) => start >= page.start);
      return page && begins ? [{ catchword, page, begins }] : [];
    });

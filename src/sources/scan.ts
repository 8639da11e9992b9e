/** A rectangle on a page image, in pixels from its top left corner; `right` and `bottom` lie outside it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One page as an OCR engine, or whoever has corrected its work, describes it. */
export interface ScannedPage {
  /** The file that describes it, as messages name it. */
  readonly file: string;
  /** Size of the image in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** The image, as the file names it. */
  readonly image?: string;
  /** In reading order; empty for a page on which nothing was recognised. */
  readonly regions: readonly ScannedRegion[];
}

/** A block of lines that belong together. */
export interface ScannedRegion {
  readonly box?: Box;
  readonly lines: readonly ScannedLine[];
}

export interface ScannedLine {
  readonly box?: Box;
  readonly words: readonly ScannedWord[];
}

export interface ScannedWord {
  /** Without white space. */
  readonly text: string;
  readonly box?: Box;
  /** What the engine says of its own reading, from 0 to 1; absent where it says nothing. */
  readonly confidence?: number;
  /** Where the word's element begins in the file: UTF-16 code units, from 0. */
  readonly at: number;
}

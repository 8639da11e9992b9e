/** A start tag that is open, with the offset of its `<`. */
export interface OpenTag {
  readonly name: string;
  readonly start: number;
}

/** What the parser knew when it gave up. */
export interface GivenUp {
  readonly xml: string;
  /** What it said, without its own line and column. */
  readonly said: string;
  /** Offset of the last character read. */
  readonly at: number;
  /** The start tag in which it stood, without its end. */
  readonly inTag: OpenTag | undefined;
  /** The elements around, the innermost last. */
  readonly open: readonly OpenTag[];
  /** The element that an end tag of another name would have ended. */
  readonly ended: OpenTag | undefined;
}

/** `at`: where the mend is to be made, as an offset. */
export interface IllFormed {
  readonly at: number;
  readonly reason: string;
  readonly advice: string;
  readonly related?: { readonly at: number; readonly reason: string };
}

export type Reading = (given: GivenUp) => IllFormed | undefined;

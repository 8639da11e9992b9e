import { readXml } from '../xml/reading.js';

/** Where an element stands in its file, in UTF-16 code units. */
export interface Extent {
  /** Of its `<`. */
  readonly start: number;
  /** Behind its start tag. */
  readonly inner: number;
  /** Behind its end tag. */
  readonly end: number;
}

/** The extents of all elements of a file that is well-formed, in document order from the root: by the `order` of elements. */
export function extentsOf(xml: string): Extent[] {
  const extents: { start: number; inner: number; end: number }[] = [];
  const open: number[] = [];
  readXml(xml, {
    open({ start, end }) {
      open.push(extents.length);
      extents.push({ start, inner: end, end });
    },
    close(_, end) {
      extents[open.pop()!]!.end = end;
    },
  });
  return extents;
}

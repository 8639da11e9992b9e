import { readXml } from '../xml/reading.js';

/**
 * Where each element ends, by the offset of its start tag, as near as start tags tell: the next element outside it begins
 * there, or the file ends.
 */
export function extentsOf(xml: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  let closed: number[] = [];
  readXml(xml, {
    open({ start }) {
      for (const element of closed) ends.set(element, start);
      closed = [];
      open.push(start);
    },
    close() {
      closed.push(open.pop()!);
    },
  });
  for (const element of closed) ends.set(element, xml.length);
  return ends;
}

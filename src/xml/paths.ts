import { readXml, type Tag } from './reading.js';

/** Counts the children of one open element by their names. */
interface Level {
  readonly path: string;
  readonly counts: Map<string, number>;
}

/**
 * The elements at the given paths, in the form of XPath's `path()` (Functions and Operators 3.1, 14.5):
 * `/Q{uri}name[1]/Q{uri}name[2]`. One reading of the file finds them all.
 */
export function tagsAtPaths(xml: string, wanted: ReadonlySet<string>): Map<string, Tag> {
  const found = new Map<string, Tag>();
  const levels: Level[] = [{ path: '', counts: new Map() }];
  readXml(xml, {
    open(tag) {
      const { path, counts } = levels.at(-1)!;
      const name = `Q{${tag.uri}}${tag.name}`;
      const n = (counts.get(name) ?? 0) + 1;
      counts.set(name, n);
      const own = `${path}/${name}[${n}]`;
      if (wanted.has(own)) found.set(own, tag);
      levels.push({ path: own, counts: new Map() });
    },
    close: () => levels.pop(),
  });
  return found;
}

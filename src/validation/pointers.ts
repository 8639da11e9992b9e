import type { Message } from '../messages/message.js';
import { attributeOf, readXml, type Tag } from '../xml/reading.js';

/** An element with its `xml:id`. */
export interface Declared {
  readonly id: string;
  readonly tag: Tag;
}

/** Where a message about a tag points. */
export type At = (tag: Tag) => Pick<Message, 'file' | 'place' | 'words'>;

/** One of the references that an attribute holds. */
export interface Pointer {
  readonly attribute: string;
  readonly value: string;
  readonly tag: Tag;
  /** Ids of the element itself and of those around it, from the root. */
  readonly within: readonly string[];
}

export interface Pointers {
  readonly root: Tag | undefined;
  readonly ids: ReadonlyMap<string, Declared>;
  readonly repeated: readonly { readonly again: Declared; readonly first: Declared }[];
  readonly pointers: readonly Pointer[];
  /** The entries of the registers in `standOff`. */
  readonly entries: readonly Declared[];
}

/** TEI's attributes of type teidata.pointer that an edition uses; `schemaRef/@url` and `graphic/@url` name files and are left out. */
export const POINTING: readonly string[] = [
  ...['ref', 'who', 'toWhom', 'hand', 'wit', 'resp', 'corresp', 'target', 'next', 'prev', 'sameAs', 'scheme'],
  ...['active', 'passive', 'mutual', 'facs', 'assertedValue'],
];

const ENTRIES: ReadonlySet<string> = new Set(['person', 'personGrp', 'org', 'place', 'event']);

/** Reads the file once for all ids and all references. */
export function readPointers(xml: string): Pointers {
  const ids = new Map<string, Declared>();
  const repeated: { again: Declared; first: Declared }[] = [];
  const pointers: Pointer[] = [];
  const entries: Declared[] = [];
  const around: (readonly string[])[] = [];
  let standOff = 0;
  let root: Tag | undefined;

  const declare = (declared: Declared) => {
    const first = ids.get(declared.id);
    if (first) repeated.push({ again: declared, first });
    else ids.set(declared.id, declared);
    if (standOff > 0 && ENTRIES.has(declared.tag.name)) entries.push(declared);
  };

  readXml(xml, {
    open(tag) {
      root ??= tag;
      if (tag.name === 'standOff') standOff += 1;
      const id = attributeOf(tag, 'xml:id');
      const outer = around.at(-1) ?? [];
      const within = id === undefined ? outer : [...outer, id];
      around.push(within);
      if (id !== undefined) declare({ id, tag });
      for (const attribute of POINTING) {
        const values = attributeOf(tag, attribute)?.split(/\s+/) ?? [];
        for (const value of values) if (value !== '') pointers.push({ attribute, value, tag, within });
      }
    },
    close(tag) {
      if (tag.name === 'standOff') standOff -= 1;
      around.pop();
    },
  });
  return { root, ids, repeated, pointers, entries };
}

import { readXml, type Tag } from '../xml/reading.js';
import { type Declared, readPointers } from './pointers.js';
import { type FullYear, fullYearBy } from './typed-dates.js';

/** What a file says elsewhere of which a mend can be made; read when a first one is looked for. */
export interface KnownFile {
  readonly ids: ReadonlyMap<string, Declared>;
  readonly fullYear: FullYear;
  /** Ids of the entries that bear a name, letter case and points aside. */
  named(words: string): readonly string[];
}

const NAMES: ReadonlySet<string> = new Set(['persName', 'orgName', 'placeName', 'eventName', 'surname', 'name']);

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();

export function knownFile(xml: string): KnownFile {
  let ids: ReadonlyMap<string, Declared> | undefined;
  let names: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    get ids() {
      ids ??= readPointers(xml).ids;
      return ids;
    },
    fullYear: fullYearBy(xml),
    named(words) {
      names ??= readNames(xml);
      return [...(names.get(folded(words)) ?? [])];
    },
  };
}

/** The names in entries that have an id; the last word of a person's name stands for him too. */
function readNames(xml: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const open: { tag: Tag; id?: string; text: string }[] = [];
  const add = (name: string, id: string) => {
    if (name !== '') names.set(name, (names.get(name) ?? new Set()).add(id));
  };
  readXml(xml, {
    open(tag) {
      const id = tag.attributes['xml:id']?.value;
      open.push({ tag, text: '', ...(id !== undefined && { id }) });
    },
    text(text) {
      for (const element of open) element.text += NAMES.has(element.tag.name) ? text : '';
    },
    close() {
      const { tag, text } = open.pop()!;
      const entry = open.at(-1);
      if (!NAMES.has(tag.name) || entry?.id === undefined) return;
      add(folded(text), entry.id);
      if (tag.name === 'persName') add(folded(text).split(' ').at(-1)!, entry.id);
    },
  });
  return names;
}

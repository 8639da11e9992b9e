import { distance } from 'fastest-levenshtein';
import type { KnownFile } from './known-file.js';

/** Each reference in an attribute begins with it. */
const HASH = '#';

/**
 * What a value that is no reference, or leads nowhere, was most likely meant for: with its `#`, with one in place of
 * two, without the file before it or the comma behind it, in other letter case, or the name of somebody in the file.
 */
export function meantReferences({ value }: { readonly value: string }, file: KnownFile): string[] {
  const byName = file.named(value);
  if (byName.length === 1) return [HASH + byName[0]];
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '' && part !== HASH);
  const meant = parts.map((part) => meantId(part, file));
  return meant.length > 0 && meant.every((id) => id !== undefined) ? [meant.map((id) => HASH + id).join(' ')] : [];
}

function meantId(part: string, file: KnownFile): string | undefined {
  const bare = part.includes(HASH) ? part.slice(part.lastIndexOf(HASH) + 1) : part.replace(/^[a-z]+:(?!\/)/i, '');
  if (bare === '') return undefined;
  if (file.ids.has(bare)) return bare;
  const ids = [...file.ids.keys()];
  const only = (test: (id: string) => boolean) => {
    const found = ids.filter(test);
    return found.length === 1 ? found[0] : undefined;
  };
  const small = bare.toLowerCase();
  const named = file.named(bare);
  return (
    only((id) => id.toLowerCase() === small) ??
    (named.length === 1 ? named[0] : undefined) ??
    only((id) => id.toLowerCase().split('.').slice(1).join('.') === small)
  );
}

/** An id that differs from the one written by a letter or two: never by a figure, which counts other things. */
export function slipOfId(id: string, ids: Iterable<string>): string | undefined {
  const letters = (word: string) => word.replace(/\d+/g, '');
  const figures = (word: string) => word.replace(/\D+/g, ' ').trim();
  const near = [...ids]
    .filter((other) => figures(other) === figures(id) && letters(other) !== letters(id))
    .map((other) => ({ other, far: distance(id.toLowerCase(), other.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
  return near[0] && near[0].far <= 2 ? near[0].other : undefined;
}

/** What a missing target would be, and where it would stand: by the attribute that points at it. */
const ENTRIES: readonly {
  readonly attributes: readonly string[];
  readonly on?: readonly string[];
  readonly entry: string;
}[] = [
  { attributes: ['hand'], entry: '<handNote xml:id="ID">…</handNote> to <handNotes>' },
  { attributes: ['wit'], entry: '<witness xml:id="ID">…</witness> to <listWit>' },
  { attributes: ['resp'], entry: '<respStmt xml:id="ID"><resp>…</resp><name>…</name></respStmt> to <titleStmt>' },
  {
    attributes: ['ref', 'corresp', 'sameAs'],
    on: ['orgName', 'organisation', 'org'],
    entry: '<org xml:id="ID"><orgName>…</orgName></org> to <listOrg>',
  },
  {
    attributes: ['ref', 'corresp', 'sameAs'],
    on: ['placeName', 'place'],
    entry: '<place xml:id="ID"><placeName>…</placeName></place> to <listPlace>',
  },
  {
    attributes: ['ref', 'corresp', 'sameAs'],
    on: ['event'],
    entry: '<event xml:id="ID"><eventName>…</eventName></event> to <listEvent>',
  },
  {
    attributes: ['ref', 'corresp', 'sameAs'],
    on: ['persName', 'person', 'author'],
    entry: '<person xml:id="ID"><persName>…</persName></person> to <listPerson>',
  },
  { attributes: ['who', 'toWhom'], entry: '<person xml:id="ID"><persName>…</persName></person> to <listPerson>' },
];

/** The entry that a reference lacks, as it would be written, and where to. */
export function entryFor(reference: {
  readonly attribute: string;
  readonly element: string;
  readonly type: string | undefined;
  readonly id: string;
}): string | undefined {
  const kind = reference.element === 'rs' ? reference.type : reference.element;
  const row = ENTRIES.find(
    ({ attributes, on }) =>
      attributes.includes(reference.attribute) && (!on || (kind !== undefined && on.includes(kind))),
  );
  return row?.entry.replace('ID', reference.id);
}

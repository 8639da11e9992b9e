import { foldName, withDigraphs } from './fold.js';
import { type Forms, formsIn, onOneLine, writtenForms } from './forms.js';
import { type AuthorityFile, readAuthority } from './read.js';
import type { AuthorityRecord, PersonRecord } from './record.js';
import { withoutGeneration } from './register-names.js';

/** All that the text of an authority file is read for. Its records have places, from 0 in their order, people first. */
export interface PreparedContent {
  people: number;
  ids: readonly string[];
  /** The identifiers of the person at a place. */
  idnos(place: number): readonly string[];
  /** People by their full names, folded. */
  names(): Forms;
  /** People by their surnames, folded. */
  surnames(): Forms;
  /** People by the titles of their offices whose dates are known. */
  titles(): Forms;
  /** The same object each time. */
  record(place: number): AuthorityRecord;
}

export interface PreparedFile extends PreparedContent {
  file: string;
  /** Its text, for the place of what is amiss. */
  xml: () => string;
}

/**
 * Raised whenever the records, the forms that an authority file gives or the bytes that hold them become others, so that
 * none are taken for those of an earlier version.
 */
export const PREPARED_FORMAT = 2;

/**
 * The bytes of a prepared file: one line with the number of people and the lengths of the parts in bytes, then the parts
 * in this order. The texts are in UTF-8; each is taken apart only when something is looked up in it.
 */
const TEXTS = [
  // A line for each record.
  'ids',
  // A line for each person: identifiers, parted by tabs.
  'idnos',
  // Forms of people.
  'names',
  'surnames',
  'titles',
] as const;
const PARTS = [
  ...TEXTS,
  // Where each record ends in the last part: four bytes each, the lowest first.
  'ends',
  // JSON, one behind the other, so that only those are parsed that are asked for.
  'records',
] as const;
type Text = (typeof TEXTS)[number];
type Part = (typeof PARTS)[number];

interface Head {
  people: number;
  lengths: Record<Part, number>;
}

/**
 * What an authority file says, in the bytes that `preparedIn` reads.
 * @throws MaterialError for a file that cannot be read
 */
export function prepareAuthority(authority: AuthorityFile): Uint8Array {
  const records = readAuthority(authority);
  const people = records.filter((record) => record.kind === 'person');
  const texts: Record<Text, string> = {
    ids: records.map(({ id }) => onOneLine(id)).join('\n'),
    idnos: people.map((person) => idnosOf(person).join('\t')).join('\n'),
    names: writtenForms(people.map(namesOf)),
    surnames: writtenForms(people.map(surnamesOf)),
    titles: writtenForms(people.map(titlesOf)),
  };
  const written = records.map((record) => JSON.stringify(record));
  const ends = endsOf(written);
  const lengths = { ends: ends.length, records: endIn(ends, written.length - 1) } as Head['lengths'];
  for (const text of TEXTS) lengths[text] = Buffer.byteLength(texts[text]);
  const head: Head = { people: people.length, lengths };
  const before = `${JSON.stringify(head)}\n${TEXTS.map((text) => texts[text]).join('')}`;
  // Into place at once: a buffer for each record, or all of them joined first, would take several times as long.
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(before) + lengths.ends + lengths.records);
  let end = bytes.write(before);
  end += ends.copy(bytes, end);
  for (const record of written) end += bytes.write(record, end);
  return bytes;
}

/** What the bytes of a prepared file say; they must be whole. */
export function preparedIn(bytes: Uint8Array): PreparedContent {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = body.indexOf('\n') + 1;
  const { people, lengths } = JSON.parse(body.toString('utf8', 0, start)) as Head;
  const parts = {} as Record<Part, Buffer>;
  for (const part of PARTS) {
    parts[part] = body.subarray(start, start + lengths[part]);
    start += lengths[part];
  }
  const formsOf = (text: Text) => once(() => formsIn(parts[text].toString()));
  const idnos = once(() => parts.idnos.toString().split('\n'));
  const { ends, records } = parts;
  const made = new Array<AuthorityRecord | undefined>(ends.length / BYTES_OF_END);
  return {
    people,
    ids: parts.ids.toString().split('\n'),
    idnos(place) {
      const own = idnos()[place]!;
      return own === '' ? [] : own.split('\t');
    },
    names: formsOf('names'),
    surnames: formsOf('surnames'),
    titles: formsOf('titles'),
    record(place) {
      made[place] ??= JSON.parse(
        records.toString('utf8', endIn(ends, place - 1), endIn(ends, place)),
      ) as AuthorityRecord;
      return made[place];
    },
  };
}

const BYTES_OF_END = 4;
const endIn = (ends: Buffer, place: number): number => (place < 0 ? 0 : ends.readUInt32LE(BYTES_OF_END * place));
function endsOf(written: readonly string[]): Buffer {
  const ends = Buffer.alloc(BYTES_OF_END * written.length);
  let end = 0;
  written.forEach((record, place) => {
    end += Buffer.byteLength(record);
    ends.writeUInt32LE(end, BYTES_OF_END * place);
  });
  return ends;
}

const namesOf = ({ preferred, variants }: PersonRecord): string[] =>
  [preferred, ...variants].flatMap(withAndWithoutGeneration).map(foldName);
const surnamesOf = ({ surname, otherSurnames = [] }: PersonRecord): string[] =>
  [surname, withDigraphs(surname), ...otherSurnames].map(foldName);
const titlesOf = ({ terms }: PersonRecord): string[] =>
  terms.filter(({ from, to }) => from !== undefined || to !== undefined).map(({ office }) => onOneLine(office));
const idnosOf = ({ idnos }: PersonRecord): string[] => [
  ...new Set(idnos.map(({ type, value }) => onOneLine(`${type} ${value}`))),
];

/** Father and son are both found by the name that they share. */
const withAndWithoutGeneration = (name: string): string[] => {
  const bare = withoutGeneration(name);
  return bare === name ? [name] : [name, bare];
};

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import {
  type Catalogue,
  KINDS,
  keyOf,
  placeOfOther,
  type SearchedEdition,
  type Texts,
  type Words,
} from './catalogue.js';
import { joinedWords, type Word, wordsOf } from './fold.js';
import { readTextOf } from './readings.js';

/** Words are cut into files of about this many characters. */
const SIZE = 60_000;

interface Indexed {
  catalogue: Catalogue;
  words: Words[];
  /** By edition, in the order of the catalogue. */
  texts: Texts[];
}

/** The index of a workspace. Editions come by date; the same editions give the same index, in whatever order they are given. */
export function indexOf(searched: readonly SearchedEdition[]): Indexed {
  const editions = [...searched].sort(
    (one, other) => compare(one.date || '9999', other.date || '9999') || compare(one.name, other.name),
  );
  const people = peopleOf(editions);
  const postings = new Map<string, { unit: number; places: number[] }[]>();
  const add = (folded: string, unit: number, place: number) => {
    const all = postings.get(folded) ?? [];
    if (all.length === 0) postings.set(folded, all);
    const last = all.at(-1);
    if (last?.unit === unit) last.places.push(place);
    else all.push({ unit, places: [place] });
  };
  const texts: Texts[] = [];
  let unit = 0;
  const catalogued = editions.map(
    ({ name, title, date, day, pages, people: own, units }): Catalogue['editions'][number] => {
      const known = new Map(own.map((person) => [person.id, people.places.get(personKey(person))!]));
      const placesOf = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
      const shown: Texts = [];
      const entries = units.map((one): Catalogue['editions'][number]['units'][number] => {
        const { text, others } = readTextOf(one.text);
        const words = wordsOf(text);
        const length = (words.at(-1)?.at ?? -1) + 1;
        addWords(words, (folded, at) => add(folded, unit, at));
        others.forEach((other, i) => {
          addWords(other.words, (folded, at) => add(folded, unit, placeOfOther(length, i, at)));
        });
        shown.push(
          others.length === 0
            ? text
            : [text, others.map((other) => [other.text, other.words.map(({ stands }) => stands)])],
        );
        unit++;
        return [one.id, KINDS.indexOf(one.kind), one.from, one.to, length, placesOf(one.who), placesOf(one.people)];
      });
      texts.push(shown);
      return { name, title, date, day, pages, units: entries };
    },
  );
  const files = filesOf(postings);
  return {
    catalogue: { editions: catalogued, people: people.entries, files: files.map(({ key }) => key) },
    words: files.map(({ words }) => words),
    texts,
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** People of two editions are one where id and name are: an id may be an edition's own. */
const personKey = ({ id, name }: { id: string; name: string }): string => `${id} ${name}`;

function peopleOf(editions: readonly SearchedEdition[]) {
  const all = new Map<string, { name: string; surname: string; forms: Set<string> }>();
  for (const person of editions.flatMap(({ people }) => people)) {
    const key = personKey(person);
    const known = all.get(key) ?? { name: person.name, surname: person.surname, forms: new Set() };
    for (const form of person.forms) known.forms.add(form);
    all.set(key, known);
  }
  const sorted = [...all].sort(([one], [other]) => compare(one, other));
  return {
    places: new Map(sorted.map(([key], i) => [key, i])),
    entries: sorted.map(([, { name, surname, forms }]): [string, string, string[]] => [
      name,
      surname,
      [...forms].sort(),
    ]),
  };
}

function addWords(words: readonly Word[], add: (folded: string, at: number) => void): void {
  for (const { folded, at } of words) add(folded, at);
  for (const { folded, at } of joinedWords(words)) add(folded, at);
}

function filesOf(postings: ReadonlyMap<string, { unit: number; places: number[] }[]>): { key: string; words: Words }[] {
  const files: { key: string; words: Words }[] = [];
  let size = Number.POSITIVE_INFINITY;
  let last: string | undefined;
  for (const word of [...postings.keys()].sort(compare)) {
    const key = keyOf(word);
    if (key !== last && size > SIZE) {
      // Without a prototype: "constructor" is a word like any other.
      files.push({ key, words: Object.create(null) as Words });
      size = 0;
    }
    last = key;
    let before = 0;
    const numbers = postings.get(word)!.flatMap(({ unit, places }) => {
      const sorted = [...new Set(places)].sort((one, other) => one - other);
      const differences = sorted.map((place, i) => place - (sorted[i - 1] ?? 0));
      const entry = [unit - before, sorted.length, ...differences];
      before = unit;
      return entry;
    });
    files.at(-1)!.words[word] = numbers;
    size += word.length + 5 + numbers.length * 3;
  }
  return files;
}

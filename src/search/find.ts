import {
  type Catalogue,
  fileOf,
  KINDS,
  type Kind,
  keyOf,
  type Postings,
  type UnitEntry,
  type Words,
} from './catalogue.js';
import { type Clause, isNamed, type Query } from './query.js';

export interface Hit {
  /** Places of the edition and of the unit in it. */
  edition: number;
  unit: number;
  entry: UnitEntry;
  score: number;
  /** Numbers of the words found, with how many follow each other; places behind the unit's are of other readings. */
  found: { at: number; length: number }[];
}

/** A shorter beginning than this is looked for as a whole word, in characters. */
const SHORTEST = 3;
/** What a longer word than the one asked for counts. */
const BEGINNING = 0.5;
/** The usual constants of BM25 (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** What was said in the talk comes before what is said about it. */
const WEIGHTS: Readonly<Record<Kind, number>> = { turn: 1, paragraph: 1, form: 0.6, handwriting: 0.6, note: 0.4 };

type Found = Map<number, { at: number; length: number }[]>;
interface Scored {
  found: Found;
  weight: Map<number, number>;
}

/** The units that answer a query, the best first, then by date and place; `load` gives a file of words. */
export async function find(catalogue: Catalogue, query: Query, load: (file: number) => Promise<Words>): Promise<Hit[]> {
  const allowed = filterOf(catalogue, query);
  const units = catalogue.editions.flatMap(({ units: own }, edition) =>
    own.map((entry, unit) => ({ edition, unit, entry })),
  );
  const average = units.reduce((sum, { entry }) => sum + entry[4], 0) / (units.length || 1);
  const results = await Promise.all(
    query.clauses.map(async (clause) => ({ clause, result: await findClause(catalogue, clause, load) })),
  );
  const wanted = results.filter(({ clause }) => !clause.without);
  const unwanted = results.filter(({ clause }) => clause.without);
  if (wanted.length === 0 && !narrows(query) && unwanted.length === 0) return [];
  const hits = units.flatMap((one, number): Hit[] => {
    if (!wanted.every(({ result }) => result.found.has(number))) return [];
    if (unwanted.some(({ result }) => result.found.has(number))) return [];
    if (!allowed(one.edition, one.entry)) return [];
    let score = 0;
    for (const { result } of wanted) {
      const frequency = result.weight.get(number)!;
      const rarity = Math.log(1 + (units.length - result.found.size + 0.5) / (result.found.size + 0.5));
      score += (rarity * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * one.entry[4]) / average));
    }
    const found = wanted.flatMap(({ result }) => result.found.get(number)!);
    return [
      {
        ...one,
        score: score * WEIGHTS[KINDS[one.entry[1]]!],
        found: found.sort((a, b) => a.at - b.at || b.length - a.length),
      },
    ];
  });
  return hits.sort((one, other) => other.score - one.score);
}

const narrows = ({ speaker, person, from, to, page, edition }: Query): boolean =>
  [speaker, person, from, to, page, edition].some((value) => value !== undefined && value !== '');

function filterOf({ editions, people }: Catalogue, query: Query): (edition: number, entry: UnitEntry) => boolean {
  const meant = (asked: string | undefined) =>
    asked ? new Set(people.flatMap(([name, , forms], i) => (isNamed(asked, [name, ...forms]) ? [i] : []))) : undefined;
  const speakers = meant(query.speaker);
  const persons = meant(query.person);
  const days = editions.map(({ date, name }) => isWithin(date, query) && (!query.edition || query.edition === name));
  return (edition, [, , from, to, , who, named]) =>
    days[edition]! &&
    (!speakers || who.some((one) => speakers.has(one))) &&
    (!persons || [...who, ...named].some((one) => persons.has(one))) &&
    (!query.page || editions[edition]!.pages.slice(Math.max(0, from - 1), to).includes(query.page));
}

/** An edition of a month or year lies within what begins or ends in it. */
function isWithin(date: string, { from, to }: Query): boolean {
  if (!from && !to) return true;
  if (date === '') return false;
  const shared = (bound: string) => Math.min(bound.length, date.length);
  return (
    (!from || date.slice(0, shared(from)) >= from.slice(0, shared(from))) &&
    (!to || date.slice(0, shared(to)) <= to.slice(0, shared(to)))
  );
}

async function findClause(
  catalogue: Catalogue,
  clause: Clause,
  load: (file: number) => Promise<Words>,
): Promise<Scored> {
  const all: Scored = { found: new Map(), weight: new Map() };
  for (const way of clause.ways) {
    const places = await Promise.all(way.map((word) => placesOf(catalogue, word, clause.exact, load)));
    for (const [unit, firsts] of places[0]!) {
      const found = [...firsts].flatMap(([at, weight]) => {
        const rest = places.slice(1).map((next, i) => next.get(unit)?.get(at + i + 1));
        return rest.every((one) => one !== undefined)
          ? [{ at, length: way.length, weight: Math.min(weight, ...rest) }]
          : [];
      });
      if (found.length === 0) continue;
      all.found.set(unit, [...(all.found.get(unit) ?? []), ...found.map(({ at, length }) => ({ at, length }))]);
      all.weight.set(unit, (all.weight.get(unit) ?? 0) + found.reduce((sum, { weight }) => sum + weight, 0));
    }
  }
  return all;
}

/** By unit, each place of the word, with what it counts. */
async function placesOf(
  { files }: Catalogue,
  word: string,
  exact: boolean,
  load: (file: number) => Promise<Words>,
): Promise<Map<number, Map<number, number>>> {
  const places = new Map<number, Map<number, number>>();
  if (files.length === 0) return places;
  const words = await load(fileOf(files, keyOf(word)));
  const add = (postings: Postings | undefined, weight: number) => {
    for (const { unit, at } of decoded(postings ?? [])) {
      const own = places.get(unit) ?? new Map<number, number>();
      places.set(unit, own);
      own.set(at, Math.max(weight, own.get(at) ?? 0));
    }
  };
  if (Object.hasOwn(words, word)) add(words[word], 1);
  if (!exact && [...word].length >= SHORTEST) {
    for (const longer of Object.keys(words)) {
      if (longer !== word && longer.startsWith(word)) add(words[longer], BEGINNING);
    }
  }
  return places;
}

function* decoded(postings: Postings): Generator<{ unit: number; at: number }> {
  let unit = 0;
  for (let i = 0; i < postings.length; ) {
    unit += postings[i++]!;
    let at = 0;
    for (let left = postings[i++]!; left > 0; left--) {
      at += postings[i++]!;
      yield { unit, at };
    }
  }
}

import type { SearchedEdition } from '../search/catalogue.js';
import { indexOf } from '../search/index-files.js';

/** Where the index lies; the search page looks for it there. */
const FOLDER = 'assets/search';

/** What the stylesheet tells of an edition. */
export const searchedOf = (json: string): SearchedEdition => JSON.parse(json) as SearchedEdition;

/** The index as scripts, which a page from disk may load where it may load nothing else. */
export function searchFiles(editions: readonly SearchedEdition[]): Map<string, string> {
  const { catalogue, words, texts } = indexOf(editions);
  const script = (what: string, value: object) =>
    `(globalThis.memconSearch ??= { words: [], texts: [] }).${what} = ${JSON.stringify(value)};\n`;
  return new Map([
    [`${FOLDER}/catalogue.js`, script('catalogue', catalogue)],
    ...words.map((file, i): [string, string] => [`${FOLDER}/words-${i}.js`, script(`words[${i}]`, file)]),
    ...texts.map((file, i): [string, string] => [`${FOLDER}/text-${i}.js`, script(`texts[${i}]`, file)]),
  ]);
}

/** People by surname, each with the places of their entries, the earliest document first. */
export function peopleOf(
  editions: readonly SearchedEdition[],
): { name: string; in: { href: string; label: string }[] }[] {
  const people = new Map<string, { name: string; in: { date: string; href: string; label: string }[] }>();
  for (const { name: edition, title, date, day, people: own } of editions) {
    for (const { id, name, surname } of own) {
      const key = `${surname} ${name}`;
      const person = people.get(key) ?? { name, in: [] };
      person.in.push({ date, href: `${encodeURIComponent(edition)}/index.html#${id}`, label: day || title });
      people.set(key, person);
    }
  }
  const compare = (one: string, other: string) => one.localeCompare(other, 'en');
  return [...people]
    .sort(([one], [other]) => compare(one, other))
    .map(([, person]) => ({
      name: person.name,
      in: person.in
        .sort((one, other) => compare(one.date, other.date) || compare(one.href, other.href))
        .map(({ href, label }) => ({ href, label })),
    }));
}

import { distance } from 'fastest-levenshtein';
import { likenessTo } from '../pages/likeness.js';
import { isGivenName } from './given-names.js';
import { isKnown } from './known-people.js';
import type { Company, Identified, Person } from './people.js';
import { sideNamed } from './sides.js';

/** Shorter surnames are too near to other words and names to be taken for misspelt. */
const SHORTEST = { behindTitle: 4, ofListed: 5, ofOthers: 8 };

/**
 * The one of whose surname a word is most likely a misspelling: one letter off, or two in a long name. Participants
 * come first; of the others only long names are tried. A name that an authority knows is no misspelling of another.
 */
export function misspelt(word: string, { cast, authorities }: Company, behindTitle = false): Identified | undefined {
  const shortest = behindTitle ? SHORTEST.behindTitle : SHORTEST.ofListed;
  if (word.length < shortest || /\s/.test(word) || !/\p{Ll}/u.test(word)) return undefined;
  if (isGivenName(word) || sideNamed(word) !== undefined || isKnown(cast, word)) return undefined;
  if (authorities.peopleOfSurname(word).length > 0) return undefined;
  const listed = cast.people.filter((person) => person.listed);
  const others = cast.people.filter((person) => !person.listed && person.record);
  return nearest(word, listed, shortest) ?? nearest(word, others, SHORTEST.ofOthers);
}

function nearest(word: string, people: readonly Person[], shortest: number): Identified | undefined {
  const choices = people
    .filter(
      ({ surname, woman }) => !woman && !/\s/.test(surname) && surname.length >= shortest && surname[0] === word[0],
    )
    .map((person) => ({ words: person.surname, person }));
  const person = likenessTo(choices)(word)?.person ?? oneLetterOff(word, choices);
  const evidence = 'a letter or two from the surname of someone named';
  return person && { person, certainty: 'medium', evidence };
}

/** In a name of four letters one may be wrong, if it stands behind a title. */
const oneLetterOff = (word: string, choices: readonly { words: string; person: Person }[]): Person | undefined => {
  const found = choices.filter(({ words }) => words.length === SHORTEST.behindTitle && distance(words, word) === 1);
  return found.length === 1 ? found[0]!.person : undefined;
};

/** A name in capitals, where the words that it is read for are. */
export const asTyped = (words: string, name: string): string =>
  /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words) ? name.toUpperCase() : name;

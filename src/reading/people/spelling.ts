import type { Authorities } from '../../authorities/authorities.js';
import { likenessTo } from '../pages/likeness.js';
import { isGivenName } from './given-names.js';
import { type Cast, type Identified, knownPerson, type Person } from './people.js';
import { sideNamed } from './sides.js';

/** Shorter surnames are too near to other words and names to be taken for misspelt. */
const SHORTEST = { ofListed: 5, ofOthers: 8 };

/**
 * The one of whose surname a word is most likely a misspelling: one letter off, or two in a long name. Participants
 * come first; of the others only long names are tried. A name that an authority knows is no misspelling of another.
 */
export function misspelt(word: string, cast: Cast, authorities: Authorities): Identified | undefined {
  if (word.length < SHORTEST.ofListed || /\s/.test(word) || !/\p{Ll}/u.test(word)) return undefined;
  if (isGivenName(word) || sideNamed(word) !== undefined || knownPerson(cast, word)) return undefined;
  if (authorities.peopleOfSurname(word).length > 0) return undefined;
  const listed = cast.people.filter((person) => person.listed);
  const others = cast.people.filter((person) => !person.listed && person.record);
  return nearest(word, listed, SHORTEST.ofListed) ?? nearest(word, others, SHORTEST.ofOthers);
}

function nearest(word: string, people: readonly Person[], shortest: number): Identified | undefined {
  const choices = people
    .filter(
      ({ surname, woman }) => !woman && !/\s/.test(surname) && surname.length >= shortest && surname[0] === word[0],
    )
    .map((person) => ({ words: person.surname, person }));
  const person = likenessTo(choices)(word)?.person;
  const evidence = 'a letter or two from the surname of someone named';
  return person && { person, certainty: 'medium', evidence };
}

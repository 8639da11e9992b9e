import { SAYS, SAYS_TO } from '../speech/saying.js';
import { isKnownSurname } from './bare-surnames.js';
import { isGivenName } from './given-names.js';
import { identify } from './identify.js';
import { isKnown, knownPerson } from './known-people.js';
import type { Mention } from './mention.js';
import { bearerOfGivenName } from './people.js';
import { misspelt } from './spelling.js';
import { adjoins, isCapital, type Search } from './tokens.js';

/** Whoever one word means that is less than a name, or a name with a fault. */
export const partialName = (search: Search, i: number): Mention | undefined =>
  givenName(search, i) ?? besideSurname(search, i) ?? misspeltName(search, i) ?? initialOf(search, i);

/** One letter for whoever speaks, as in records of telephone calls: "L said". It stands for the one surname that it begins. */
function initialOf({ text, tokens, cast }: Search, i: number): Mention | undefined {
  const { start, end, word } = tokens[i]!;
  if (
    !/^[B-HJ-Z]$/.test(word) ||
    !(SAYS.test(text.slice(end, end + 60)) || SAYS_TO.test(text.slice(Math.max(0, start - 20), start)))
  )
    return undefined;
  const begins = cast.people.filter(({ surname, woman }) => !woman && surname[0] === word);
  const known = begins.some(({ listed }) => listed)
    ? begins.filter(({ listed }) => listed)
    : begins.filter(({ titles }) => titles.size > 0);
  if (known.length !== 1) return undefined;
  return { kind: 'office', start, end, person: known[0]!, certainty: 'medium', evidence: 'initial of a surname' };
}

/** A participant's surname with a letter wrong: "Kusnetsov". A word that the text has in lower case, too, is no name. */
function misspeltName(search: Search, i: number): Mention | undefined {
  const { start, end, word } = search.tokens[i]!;
  const slip = misspelt(word, search);
  if (!slip || search.words.has(word.toLowerCase())) return undefined;
  return { kind: 'name', start, end, ...slip, spelling: slip.person.surname };
}

/** A given name that is a surname, since it is joined to one: "between Dean and Kuznetsov". */
function besideSurname(search: Search, i: number): Mention | undefined {
  const { text, tokens, cast } = search;
  const token = tokens[i]!;
  if (!isGivenName(token.word)) return undefined;
  const joined = [-1, 1].some((step) => {
    const [and, other] = [tokens[i + step], tokens[i + 2 * step]];
    if (and?.word !== 'and' || !isCapital(other) || isGivenName(other.word) || !isKnown(cast, other.word)) return false;
    const [first, last] = step > 0 ? [token, other] : [other, token];
    return adjoins(text, first, and) && adjoins(text, and, last);
  });
  if (!joined) return undefined;
  const { start, end } = token;
  return { kind: 'name', start, end, ...identify(search, { name: token.word }) };
}

/** A participant by his given name alone: "Thank you, Henry." */
function givenName({ text, tokens, cast }: Search, i: number): Mention | undefined {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  if (!isGivenName(token.word) || (before && isCapital(before) && adjoins(text, before, token))) return undefined;
  const isAddress = /[,.!?;:]/.test(text[token.end] ?? '.');
  const person = bearerOfGivenName(
    cast.people.filter(({ listed }) => listed),
    token.word,
  );
  if (!person || (!isAddress && /^(?:Dean|Earl|Frank|Mark|Will|Grant|Rich)$/.test(token.word))) return undefined;
  const { start, end } = token;
  return { kind: 'office', start, end, person, certainty: 'medium', evidence: 'given name of a participant' };
}

/** Two people in one word: "the Udall-Khrushchev conversation". */
export function joinedNames(whole: Search, i: number): Mention[] {
  const { tokens } = whole;
  const { start, word } = tokens[i]!;
  if (!/^\p{Lu}\p{L}+-\p{Lu}/u.test(word)) return [];
  let at = start;
  const parts = word.split('-').map((part) => {
    const token = { start: at, end: at + part.length, word: part };
    at = token.end + 1;
    return token;
  });
  const search = { ...whole, tokens: parts };
  const found = parts.map((part, k) => {
    const known =
      knownPerson(search, part.word) ??
      (isKnownSurname(search, part.word, k) ? identify(search, { name: part.word }) : undefined);
    return known && { kind: 'name' as const, start: part.start, end: part.end, ...known };
  });
  return found.every((mention) => mention !== undefined) ? found : [];
}

import { isHeld } from '../../authorities/authorities.js';
import { SAYS, SAYS_TO } from '../speech/saying.js';
import { findAddresses, isAddress } from './address.js';
import { isGivenName, isSurnameFirst, NOT_A_SURNAME } from './given-names.js';
import { identify } from './identify.js';
import type { Mention } from './mention.js';
import { isPartOf } from './name-forms.js';
import { findOffices } from './office-mentions.js';
import { bearerOfGivenName, type Company, type Identified, isWoman, knownPerson, personOfRecord } from './people.js';
import { misspelt } from './spelling.js';
import { isSomethingElse, tellsAlone, WORDS_TOO } from './surnames.js';
import { isCourtesy, isWomans, namesByGiven, TITLE_PATTERN, TITLES, titleOfEach, usualCase } from './titles.js';
import { adjoins, isCapital, isParticle, nameFrom, type Token, tokensOf } from './tokens.js';

/** Where names are looked for, and what is known of people there. */
interface Search extends Company {
  text: string;
  tokens: readonly Token[];
}

const TITLE = new RegExp(`(?:${TITLE_PATTERN})(?=\\s)`, 'uy');
const COUPLE = new RegExp(
  `(${TITLE_PATTERN})\\s+and\\s+(?:Mrs\\.|Madame|Mme\\.)\\s+((?:\\p{Lu}(?:\\.|[\\p{L}'’-]+)\\s+){0,2}\\p{Lu}[\\p{L}'’-]+)`,
  'gu',
);

const AND_WIFE = new RegExp(`(?:${TITLE_PATTERN})\\s+and\\s+$`, 'u');

/**
 * Titles in the text tell more of those named: "Secretary and Mrs. Udall" makes Udall the Secretary of this text, and
 * "Mr. and Mrs. Zinchuk" brings in the man. Done for the whole text before names are marked, since an office may be
 * used before it is explained.
 */
export function noteTitles(text: string, company: Company): void {
  const { cast } = company;
  for (const [, title = '', name = ''] of text.matchAll(COUPLE)) {
    const bare = name.replace(/['’]s$/, '');
    const known =
      knownPerson(cast, bare) ?? (/\s/.test(bare) ? knownPerson(cast, bare.split(/\s+/).at(-1)!) : undefined);
    const { person, certainty } = known ?? identify(company, { name: bare, title: usualCase(title) });
    if (!isCourtesy(title) && certainty !== 'low' && !isWoman(person)) person.titles.add(usualCase(title));
  }
}

/** Everyone named or meant by office in `text`, in order, without overlap; people met for the first time join the cast. */
export function findMentions(text: string, company: Company): Mention[] {
  const names = findNames({ text, tokens: tokensOf(text), ...company });
  const taken = new Set(names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  const isFree = ({ start, end }: Mention) => !taken.has(start) && !taken.has(end - 1);
  const offices = [...findOffices(text, company), ...findAddresses(text, company.cast)].filter(isFree);
  return [...names, ...offices].sort((one, other) => one.start - other.start);
}

function findNames(search: Search): Mention[] {
  const { tokens } = search;
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let mention = titledName(search, i) ?? untitledName(search, i);
    if (!mention) {
      mentions.push(...joinedNames(search, i));
      continue;
    }
    mentions.push(mention, ...othersTitled(search, mention));
    mention = mentions.at(-1)!;
    while (i + 1 < tokens.length && tokens[i + 1]!.start < mention.end) i++;
  }
  return mentions;
}

function titledName(search: Search, i: number): Mention | undefined {
  const { text, tokens, cast } = search;
  const { start } = tokens[i]!;
  TITLE.lastIndex = start;
  const written = TITLE.exec(text)?.[0];
  if (!written || isAddress(text, start)) return undefined;
  const title = titleOfEach(written) ?? usualCase(written);
  const end = start + written.length;
  let first = i + 1;
  while (first < tokens.length && tokens[first]!.start < end) first++;
  const next = tokens[first];
  if (!next || !/^\s+$/.test(text.slice(end, next.start)) || !(isCapital(next) || isParticle(next))) return undefined;
  const words = nameFrom(text, tokens, first);
  const longest = words.find((name) => !NOT_A_SURNAME.test(name.word));
  if (!longest || NOT_A_SURNAME.test(next.word)) return undefined;
  const at = (name: Token) => ({ kind: 'name' as const, start, end: name.end, title: { start, end } });
  const byGiven =
    namesByGiven(title) && !/\s/.test(longest.word) ? bearerOfGivenName(cast.people, longest.word) : undefined;
  if (byGiven) return { ...at(longest), person: byGiven, certainty: 'high', evidence: 'given name after “Sir”' };
  const known = isWomans(title)
    ? undefined
    : words.map((name) => ({ name, known: knownPerson(cast, name.word) })).find((found) => found.known);
  const name = known?.name ?? longest;
  // In a heading in capitals "GENERAL" is hardly a title.
  const isShouted = written.length > 3 && written === written.toUpperCase() && !isCourtesy(title);
  if (isShouted && !known && !isKnownSurname(search, longest.word, first)) return undefined;
  const slip = known || isWomans(title) ? undefined : misspelt(longest.word, search, true);
  const found = known?.known ?? slip ?? identify(search, { name: longest.full, title });
  if (found.certainty !== 'low') found.person.titles.add(title);
  const partner = isWomans(title) && AND_WIFE.test(text.slice(Math.max(0, start - 40), start));
  const husband = partner ? knownPerson(cast, longest.word.split(/\s+/).at(-1)!)?.person : undefined;
  return {
    ...at(name),
    ...found,
    ...(slip && { spelling: slip.person.surname }),
    ...(husband && { partner: husband }),
  };
}

const NEXT_OF_SEVERAL = /,?\s+and\s+|,\s+/uy;

/** The others who share a title: "Messrs. Krapf and Hillenbrand". */
function othersTitled(search: Search, { title, end }: Mention): Mention[] {
  const { text, tokens, cast } = search;
  const each = title && titleOfEach(text.slice(title.start, title.end));
  const others: Mention[] = [];
  for (let at = end; each !== undefined; ) {
    NEXT_OF_SEVERAL.lastIndex = at;
    const between = NEXT_OF_SEVERAL.exec(text)?.[0];
    const i = between === undefined ? -1 : tokens.findIndex(({ start }) => start === at + between.length);
    const [longest] = i >= 0 && isCapital(tokens[i]) ? nameFrom(text, tokens, i) : [];
    if (!longest || NOT_A_SURNAME.test(longest.word) || TITLES.includes(longest.word)) break;
    const found = knownPerson(cast, longest.word) ?? identify(search, { name: longest.full, title: each });
    others.push({ kind: 'name', start: longest.start, end: longest.end, ...found });
    at = longest.end;
  }
  return others;
}

function untitledName(search: Search, i: number): Mention | undefined {
  const { text, tokens, cast, authorities } = search;
  const token = tokens[i]!;
  if (!isCapital(token) && !isParticle(token)) return undefined;
  const names = nameFrom(text, tokens, i);
  const at = ({ start, end }: Token): Pick<Mention, 'kind' | 'start' | 'end'> => ({ kind: 'name', start, end });
  for (const name of names) {
    const known = knownPerson(cast, name.word);
    if (known && !(WORDS_TOO.has(name.word) && !known.person.listed && beginsSentence(search, i))) {
      return { ...at(name), ...known, kind: isPartOf(known.person.surname, name.word) ? 'office' : 'name' };
    }
    if (/\s/.test(name.word) && authorities.peopleNamed(name.word).length === 1) {
      return { ...at(name), ...identify(search, { name: name.full }) };
    }
    if (isNoSurname(search, i, name)) continue;
    if (isKnownSurname(search, name.word, i)) {
      return { ...at(name), ...identify(search, { name: name.word }) };
    }
    const former = outOfOffice(search, name.word);
    if (former) return { ...at(name), ...former };
  }
  const longest = names.find((name) => /\s/.test(name.word));
  const isFullName = longest && (isGivenName(token.word) || isSurnameFirst(longest.word));
  if (isFullName && !NOT_A_SURNAME.test(longest.word)) {
    return { ...at(longest), ...identify(search, { name: longest.full }) };
  }
  return longest
    ? undefined
    : (givenName(search, i) ?? besideSurname(search, i) ?? misspeltName(search, i) ?? initialOf(search, i));
}

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
  const { text, tokens } = search;
  const { start, end, word } = tokens[i]!;
  const slip = misspelt(word, search);
  if (!slip || text.includes(` ${word.toLowerCase()}`)) return undefined;
  return { kind: 'name', start, end, ...slip, spelling: slip.person.surname };
}

/** A given name that is a surname, since it is joined to one: "between Dean and Kuznetsov". */
function besideSurname(search: Search, i: number): Mention | undefined {
  const { text, tokens, cast } = search;
  const token = tokens[i]!;
  if (!isGivenName(token.word)) return undefined;
  const joined = [-1, 1].some((step) => {
    const [and, other] = [tokens[i + step], tokens[i + 2 * step]];
    if (and?.word !== 'and' || !isCapital(other) || isGivenName(other.word) || !knownPerson(cast, other.word))
      return false;
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
function joinedNames(whole: Search, i: number): Mention[] {
  const { tokens, cast } = whole;
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
      knownPerson(cast, part.word) ??
      (isKnownSurname(search, part.word, k) ? identify(search, { name: part.word }) : undefined);
    return known && { kind: 'name' as const, start: part.start, end: part.end, ...known };
  });
  return found.every((mention) => mention !== undefined) ? found : [];
}

/** Whether a word that could be a surname is more likely another word, or part of another name: "New York", "Black Sea". */
function isNoSurname({ text, tokens }: Search, i: number, { word, end }: Token): boolean {
  if (isSomethingElse(word) || text.includes(` ${word.toLowerCase()} `)) return true;
  const [before, token] = [tokens[i - 1], tokens[i]!];
  const behind = tokens.find(({ start }) => start > end);
  const isBehind =
    before !== undefined && isCapital(before) && adjoins(text, before, token) && !startsSentence(text, before.start);
  return isBehind || (WORDS_TOO.has(word) && isCapital(behind) && adjoins(text, { ...token, end }, behind));
}

/** The surname of one holder of an office that day. */
function isKnownSurname(search: Search, word: string, i: number): boolean {
  const { authorities, day } = search;
  if (!day || (WORDS_TOO.has(word) && beginsSentence(search, i))) return false;
  return authorities.peopleOfSurname(word).filter(({ terms }) => terms.some((term) => isHeld(term, day))).length === 1;
}

/** The youngest of whom memoranda speak. */
const GROWN_UP = 18;

/** Someone who held an office at another time, by his surname alone: "Stalin" in 1963, "Castro" in 1958. */
function outOfOffice({ authorities, cast, day }: Search, word: string): Identified | undefined {
  const [record, ...others] = tellsAlone(word) ? authorities.peopleOfSurname(usualWord(word)) : [];
  if (!record || others.length > 0 || record.terms.length === 0) return undefined;
  const { terms, birth } = record;
  const held = day === undefined || terms.some(({ from, to }) => (from ?? to ?? day) < day);
  const yearOf = (date: string) => Number(date.slice(0, 4));
  if (!held && !(birth?.when && yearOf(birth.when) + GROWN_UP <= yearOf(day))) return undefined;
  const evidence = held ? 'surname in the authority file' : 'surname of one who held office later';
  return { person: personOfRecord(cast, record), certainty: held ? 'medium' : 'low', evidence };
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.?!:]["”’)]*\s+)["“(]*$/.test(text.slice(Math.max(0, at - 8), at));
const beginsSentence = ({ text, tokens }: Search, i: number): boolean => startsSentence(text, tokens[i]!.start);

/** "MIKHAIL" is "Mikhail". */
const usualWord = (word: string): string => (/^\p{Lu}{3,}$/u.test(word) ? word[0] + word.slice(1).toLowerCase() : word);

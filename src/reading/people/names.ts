import { findAddresses, isAddress } from './address.js';
import { beginsSentence, isKnownSurname, isNoSurname, outOfOffice } from './bare-surnames.js';
import { isGivenName, isSurnameFirst, NOT_A_SURNAME } from './given-names.js';
import { identify, toldByTitle } from './identify.js';
import { isKnown, knownPerson } from './known-people.js';
import type { Mention } from './mention.js';
import { isPartOf } from './name-forms.js';
import { readsOtherwise } from './neighbours.js';
import { findOffices } from './office-mentions.js';
import { joinedNames, partialName } from './partial-names.js';
import { bearerOfGivenName, type Company, isWoman } from './people.js';
import { misspelt } from './spelling.js';
import { WORDS_TOO } from './surnames.js';
import { isCourtesy, isWomans, namesByGiven, TITLE_PATTERN, TITLES, titleOfEach, usualCase } from './titles.js';
import { isCapital, isParticle, nameFrom, plainWords, type Search, type Token, tokensOf } from './tokens.js';

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
  for (const [, title = '', name = ''] of text.matchAll(COUPLE)) {
    const bare = name.replace(/['’]s$/, '');
    const known =
      knownPerson(company, bare) ?? (/\s/.test(bare) ? knownPerson(company, bare.split(/\s+/).at(-1)!) : undefined);
    const { person, certainty } = known ?? identify(company, { name: bare, title: usualCase(title) });
    if (!isCourtesy(title) && certainty !== 'low' && !isWoman(person)) person.titles.add(usualCase(title));
  }
}

/** Everyone named or meant by office in `text`, in order, without overlap; people met for the first time join the cast. */
export function findMentions(text: string, company: Company): Mention[] {
  const names = findNames({ text, tokens: tokensOf(text), words: plainWords(text), ...company });
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
  const familiar = isWomans(title) ? undefined : words.find(({ word }) => isKnown(cast, word));
  const same = familiar && knownPerson(search, familiar.word);
  const known = same && toldByTitle(same, title, search.day);
  const name = familiar ?? longest;
  // In a heading in capitals "GENERAL" is hardly a title.
  const isShouted = written.length > 3 && written === written.toUpperCase() && !isCourtesy(title);
  if (isShouted && !known && !isKnownSurname(search, longest.word, first)) return undefined;
  const slip = known || isWomans(title) ? undefined : misspelt(longest.word, search, true);
  const found = known ?? slip ?? identify(search, { name: longest.full, title });
  if (found.certainty !== 'low') found.person.titles.add(title);
  const partner = isWomans(title) && AND_WIFE.test(text.slice(Math.max(0, start - 40), start));
  const husband = partner ? knownPerson(search, longest.word.split(/\s+/).at(-1)!)?.person : undefined;
  return {
    ...at(name),
    ...found,
    ...(slip && { spelling: slip.person.surname }),
    ...(husband && husband !== found.person && { partner: husband }),
  };
}

const NEXT_OF_SEVERAL = /,?\s+and\s+|,\s+/uy;

/** The others who share a title: "Messrs. Krapf and Hillenbrand". */
function othersTitled(search: Search, { title, end }: Mention): Mention[] {
  const { text, tokens } = search;
  const each = title && titleOfEach(text.slice(title.start, title.end));
  const others: Mention[] = [];
  for (let at = end; each !== undefined; ) {
    NEXT_OF_SEVERAL.lastIndex = at;
    const between = NEXT_OF_SEVERAL.exec(text)?.[0];
    const i = between === undefined ? -1 : tokens.findIndex(({ start }) => start === at + between.length);
    const [longest] = i >= 0 && isCapital(tokens[i]) ? nameFrom(text, tokens, i) : [];
    if (!longest || NOT_A_SURNAME.test(longest.word) || TITLES.includes(longest.word)) break;
    const found = knownPerson(search, longest.word) ?? identify(search, { name: longest.full, title: each });
    others.push({ kind: 'name', start: longest.start, end: longest.end, ...found });
    at = longest.end;
  }
  return others;
}

function untitledName(search: Search, i: number): Mention | undefined {
  const { text, tokens, authorities } = search;
  const token = tokens[i]!;
  if (!isCapital(token) && !isParticle(token)) return undefined;
  const names = nameFrom(text, tokens, i);
  const at = ({ start, end }: Token): Pick<Mention, 'kind' | 'start' | 'end'> => ({ kind: 'name', start, end });
  for (const name of names) {
    const known = knownPerson(search, name.word);
    if (known && readsOtherwise(search, i, name, known.person)) continue;
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
  return longest ? undefined : partialName(search, i);
}

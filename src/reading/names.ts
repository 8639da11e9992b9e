import { type Authorities, isHeld } from '../authorities/authorities.js';
import type { Certainty } from '../text/marks.js';
import { GIVEN_NAMES, NOT_A_SURNAME } from './given-names.js';
import { OFFICE_PHRASE, resolveOffice } from './offices.js';
import { type Cast, identify, knownPerson, type Person } from './people.js';
import { isCourtesy, isWomans, TITLE_PATTERN } from './titles.js';

/** A person named or meant in a reading text; offsets in that text. */
export interface Mention {
  start: number;
  end: number;
  person: Person;
  kind: 'name' | 'office';
  /** The title before the name. */
  title?: { start: number; end: number };
  certainty: Certainty;
  evidence: string;
}

interface Token {
  start: number;
  end: number;
  /** The word without a possessive. */
  word: string;
}

const WORD = /\p{Lu}\.(?:\p{Lu}\.)*|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const TITLE = new RegExp(`(?:${TITLE_PATTERN})(?=\\s)`, 'uy');
const COUPLE = new RegExp(`(${TITLE_PATTERN})\\s+and\\s+(?:Mrs\\.|Madame|Mme\\.)\\s+(\\p{Lu}[\\p{L}'-]+)`, 'gu');
const LONGEST_NAME = 5;

/**
 * Titles in the text tell more of those named: "Secretary and Mrs. Udall" makes Udall the Secretary of this text.
 * Done for the whole text before names are marked, since an office may be used before it is explained.
 */
export function noteTitles(text: string, cast: Cast): void {
  for (const [, title = '', surname = ''] of text.matchAll(COUPLE)) {
    const known = knownPerson(cast, surname);
    if (known && !isCourtesy(title)) known.person.titles.add(title);
  }
}

/** Everyone named or meant by office in `text`, in order, without overlap; people met for the first time join the cast. */
export function findMentions(text: string, cast: Cast, authorities: Authorities, day: string | undefined): Mention[] {
  const names = findNames(text, cast, authorities, day);
  const offices = findOffices(text, cast, authorities, day).filter(
    (office) => !names.some((name) => office.start < name.end && name.start < office.end),
  );
  return [...names, ...offices].sort((one, other) => one.start - other.start);
}

function findOffices(text: string, cast: Cast, authorities: Authorities, day: string | undefined): Mention[] {
  return [...text.matchAll(OFFICE_PHRASE)].flatMap((match) => {
    const resolved = resolveOffice(match[1]!, cast, authorities, day);
    if (!resolved) return [];
    return [{ kind: 'office' as const, start: match.index, end: match.index + match[0].length, ...resolved }];
  });
}

function findNames(text: string, cast: Cast, authorities: Authorities, day: string | undefined): Mention[] {
  const tokens = tokensOf(text);
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mention =
      titledName(text, tokens, i, cast, authorities, day) ?? untitledName(text, tokens, i, cast, authorities, day);
    if (!mention) continue;
    mentions.push(mention);
    while (i + 1 < tokens.length && tokens[i + 1]!.start < mention.end) i++;
  }
  return mentions;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    const word = found.replace(/['’]s$|['’-]+$/u, '');
    return { start: index, end: index + word.length, word };
  });

const isCapital = (token: Token | undefined): token is Token => token !== undefined && /^\p{Lu}/u.test(token.word);
const isParticle = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:de|du|des|della|di|da|von|van|der|den|al|el|bin|ben|ibn|la|le)$/.test(token.word);

/** Only a space may stand between the words of a name. */
const adjoins = (text: string, one: Token, other: Token | undefined): other is Token =>
  other !== undefined && /^\s+$/.test(text.slice(one.end, other.start));

function titledName(
  text: string,
  tokens: readonly Token[],
  i: number,
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mention | undefined {
  TITLE.lastIndex = tokens[i]!.start;
  const title = TITLE.exec(text)?.[0];
  if (!title) return undefined;
  const end = tokens[i]!.start + title.length;
  const first = tokens.findIndex((token, k) => k > i && token.start >= end);
  const next = tokens[first];
  if (!next || !/^\s+$/.test(text.slice(end, next.start)) || !(isCapital(next) || isParticle(next))) return undefined;
  const words = nameFrom(text, tokens, first);
  const longest = words.find((name) => !NOT_A_SURNAME.test(name.word));
  if (!longest || NOT_A_SURNAME.test(next.word)) return undefined;
  const known = isWomans(title)
    ? undefined
    : words.map((name) => ({ name, known: knownPerson(cast, name.word) })).find((found) => found.known);
  const name = known?.name ?? longest;
  const found = known?.known ?? identify(cast, authorities, day, { name: name.word, title });
  found.person.titles.add(title);
  const start = tokens[i]!.start;
  return { kind: 'name', start, end: name.end, title: { start, end }, ...found };
}

function untitledName(
  text: string,
  tokens: readonly Token[],
  i: number,
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mention | undefined {
  if (!isCapital(tokens[i]) && !isParticle(tokens[i])) return undefined;
  const names = nameFrom(text, tokens, i);
  const at = ({ start, end }: Token) => ({ kind: 'name' as const, start, end });
  for (const name of names) {
    const known = knownPerson(cast, name.word);
    if (known) return { ...at(name), ...known };
    const isFull = /\s/.test(name.word);
    if (isFull && authorities.peopleNamed(name.word).length === 1) {
      return { ...at(name), ...identify(cast, authorities, day, { name: name.word }) };
    }
    const [holder, ...others] = isFull || !day ? [] : holdersNamed(name.word, authorities, day);
    if (holder && others.length === 0) {
      return { ...at(name), ...identify(cast, authorities, day, { name: name.word }) };
    }
  }
  const longest = names.find((name) => /\s/.test(name.word));
  if (!longest || !GIVEN_NAMES.has(tokens[i]!.word) || NOT_A_SURNAME.test(longest.word)) return undefined;
  return { ...at(longest), ...identify(cast, authorities, day, { name: longest.word }) };
}

const holdersNamed = (surname: string, authorities: Authorities, day: string) =>
  authorities.peopleOfSurname(surname).filter(({ terms }) => terms.some((term) => isHeld(term, day)));

/** The stretches that may be a name from token `i` on, the longest first. */
function nameFrom(text: string, tokens: readonly Token[], i: number): Token[] {
  const names: Token[] = [];
  let last = tokens[i]!;
  for (let k = i; k < tokens.length && k < i + LONGEST_NAME; k++) {
    const token = tokens[k]!;
    if (k > i && !adjoins(text, last, token)) break;
    if (!isCapital(token) && !isParticle(token)) break;
    last = token;
    if (isCapital(token) && !/\.$/.test(token.word)) {
      names.unshift({ start: tokens[i]!.start, end: token.end, word: text.slice(tokens[i]!.start, token.end) });
    }
    if (text.slice(token.end, token.end + 2).match(/^['’]s/)) break;
  }
  return names;
}

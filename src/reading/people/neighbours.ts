import { foldName } from '../../authorities/fold.js';
import { beginsSentence } from './bare-surnames.js';
import { isGivenName } from './given-names.js';
import { isKnown } from './known-people.js';
import type { Person } from './people.js';
import { sideNamed } from './sides.js';
import { isSomethingElse, tellsAlone, WORDS_TOO } from './surnames.js';
import { TITLES } from './titles.js';
import { adjoins, isCapital, type NameStretch, type Search, type Token } from './tokens.js';

/** What stands behind the name of whoever it was called after: "Brown University". */
const CALLED_AFTER =
  /^(?:University|College|School|Hospital|Airport|Field|Street|Avenue|Square|Hall|Building|Hotel|Institute|Institution|Foundation|Company|Corporation|Brothers|Bros|County|River|Island|Islands)$/;
/** Words before a surname that say what somebody is, and are no given names. */
const APPELLATION = /^(?:Comrade|Chief|Messrs)$|(?:er|or|ist|man|ant|ent|ary|ee)$/;
/** Words in capitals only because a sentence begins with them. */
const OPENING =
  /^(?:About|After|Again|All|Also|Although|And|As|At|Because|Before|Both|But|By|Did|Does|During|Each|Even|Except|For|From|Had|Has|Here|How|If|In|Is|Later|Like|Meanwhile|Moreover|Neither|Next|Nor|Not|Now|Of|On|Once|Only|Or|Perhaps|Since|So|Soon|Still|That|Then|There|Though|Through|Thus|To|Today|Until|Upon|Was|What|When|Where|Whereas|Whereupon|Whether|While|Why|Will|With|Without|Would|Yet)$|(?:ing|ed|ly)$/;
const IN_A_PLACE = /\b(?:in|at|on|near|during|until|since)\s+$/i;
const DETERMINER = /^(?:the|a|an|this|these|those|any|every|each|some|no)$/i;
const BEGINS_CLAUSE =
  /(?:\b(?:that|and|but|if|when|while|whether|as|because|or|than|who|since|until)|[,;:–—])\s+["“(]?$/i;
const PLURAL = /^(?!(?:was|has|is|does|says)$)\p{Ll}+[^\P{Ll}siu]s$/u;
const ABSTRACT = /(?:tion|sion|ment|ity|ance|ence|ship|ness)$/;
/** Behind a word that stands for itself: "the Page was missing". A noun may be called after somebody: "the Frost visit". */
const FUNCTION =
  /^(?:was|were|is|are|had|has|have|would|will|could|of|in|on|at|to|for|from|with|by|and|or|but|which|that)$/;
const FINITE = /^\s+(?:were|are|have|had|would|will|could|can|must|should|may|might|did|do|rose|fell)\b/;

/**
 * Whether the words around a bare surname make it something else than a mention of the man who bears it: another full
 * name ("Winthrop Brown" for George Brown), or a word ("the White House", "Page 2", "Rice exports").
 */
export function readsOtherwise(search: Search, i: number, name: NameStretch, person: Person): boolean {
  if (/\s/.test(name.word)) return false;
  const { text, tokens } = search;
  const token = tokens[i]!;
  const [before, behind] = [tokens[i - 1], tokens[i + 1]];
  if (before && adjoins(text, before, token) && isGivenNameOfAnother(search, i, person)) return true;
  if (!adjoins(text, token, behind)) return WORDS_TOO.has(name.word) && isDetermined(text, before, token);
  if (CALLED_AFTER.test(behind.word)) return true;
  if (!WORDS_TOO.has(name.word)) return false;
  if (/^\p{N}/u.test(behind.word)) return true;
  if (FUNCTION.test(behind.word)) return isDetermined(text, before, token);
  return isCapital(behind) ? !beginsAnother(search, behind) : isCompound(search, i, behind);
}

const isDetermined = (text: string, before: Token | undefined, token: Token): boolean =>
  before !== undefined && DETERMINER.test(before.word) && adjoins(text, before, token);

/** A capital word behind a surname that begins a clause or a name of its own: "told White President Kennedy knew". */
const beginsAnother = ({ cast }: Search, { word }: Token): boolean =>
  TITLES.includes(word) ||
  isGivenName(word) ||
  isKnown(cast, word) ||
  sideNamed(word) !== undefined ||
  /^(?:\p{Lu}\.?)+$|day$/u.test(word);

/** A word before another noun: "Rice exports", "Rice production". */
function isCompound({ text, tokens }: Search, i: number, behind: Token): boolean {
  if (ABSTRACT.test(behind.word)) return true;
  if (!PLURAL.test(behind.word)) return false;
  const { start } = tokens[i]!;
  const isSubject =
    beginsSentence({ text, tokens }, i) || BEGINS_CLAUSE.test(text.slice(Math.max(0, start - 12), start));
  return !isSubject || FINITE.test(text.slice(behind.end, behind.end + 10));
}

/** Whether the word before a surname is a given name or an initial, and none of the man's. */
function isGivenNameOfAnother({ text, tokens, words, cast }: Search, i: number, person: Person): boolean {
  const given = tokens[i - 1]!;
  const own = person.known.names
    .flatMap((name) => name.split(/\s+/))
    .filter((word) => foldName(person.surname) !== word);
  if (!isCapital(given) || own.length === 0) return false;
  const form = foldName(given.word);
  if (/^\p{Lu}\.$/u.test(given.word)) return !own.some((word) => word[0] === form[0]);
  if (!/^\p{Lu}\p{Ll}{2,}/u.test(given.word) || own.includes(form)) return false;
  if (isGivenName(given.word)) return true;
  const isElse =
    isSomethingElse(given.word) ||
    APPELLATION.test(given.word) ||
    TITLES.includes(given.word) ||
    sideNamed(given.word) !== undefined ||
    isKnown(cast, given.word) ||
    words.has(given.word.toLowerCase()) ||
    IN_A_PLACE.test(text.slice(Math.max(0, given.start - 8), given.start));
  if (isElse) return false;
  return beginsSentence({ text, tokens }, i - 1) ? !tellsAlone(person.surname) && !OPENING.test(given.word) : true;
}

import { literal } from '../../text/patterns.js';
import { overlaps } from '../../text/transcription.js';
import type { Mention } from './mention.js';
import { readsOtherwise } from './neighbours.js';
import type { Company } from './people.js';
import { plainWords, tokensOf } from './tokens.js';

/** Participants named in the office of another, "Assistant to Kuznetsov", without overlap; offsets in `text`. */
export function namesInRole(text: string, company: Company): Mention[] {
  const search = { text, tokens: tokensOf(text), words: plainWords(text), ...company };
  const people = company.cast.people
    .filter(({ listed, woman, known }) => listed && !woman && known.surnames.length > 0)
    .sort((one, other) => other.surname.length - one.surname.length);
  const found: Mention[] = [];
  for (const person of people) {
    const start = text.search(new RegExp(`(?<![\\p{L}-])${literal(person.surname)}(?![\\p{L}-])`, 'u'));
    const at = { start, end: start + person.surname.length };
    const name = { ...at, word: person.surname, full: person.surname };
    const i = search.tokens.findIndex((token) => token.start === start);
    if (i < 0 || found.some((mention) => overlaps(mention, at)) || readsOtherwise(search, i, name, person)) continue;
    found.push({ ...at, person, kind: 'name', certainty: 'high', evidence: 'surname of a participant' });
  }
  return found.sort((one, other) => one.start - other.start);
}

import { otherSide, sideOf } from './delegations.js';
import type { Mention } from './mention.js';
import { nationNamed, officePhrase, resolveInState, resolveOffice } from './offices.js';
import type { Company, Person } from './people.js';

/** The people meant by their offices in a text. */
export function findOffices(text: string, company: Company): Mention[] {
  return [...text.matchAll(officePhrase(company.cast))].flatMap((match): Mention[] => {
    const { whose, nation, phrase = '' } = match.groups ?? {};
    const side = nationNamed(nation);
    const resolved = side && side.id !== 'un' ? resolveInState(phrase, side, company) : resolveOffice(phrase, company);
    if (!resolved) return [];
    const possessor = whose?.toLowerCase() as 'our' | 'your' | 'their' | undefined;
    const mention = { kind: 'office' as const, start: match.index, end: match.index + match[0].length, ...resolved };
    return [possessor && !side ? { ...mention, whose: { phrase, possessor } } : mention];
  });
}

/** An office that is said to be "ours" or "yours" is one of the speaker's side, or of the other. */
export function withPossessor(mention: Mention, speaker: Person, company: Company): Mention {
  const { cast, day } = company;
  const own = sideOf(speaker, day);
  if (!mention.whose || !own || mention.whose.possessor === 'their') return mention;
  const { phrase, possessor } = mention.whose;
  const side = possessor === 'our' ? own : otherSide(own, cast, day);
  const resolved = side && resolveInState(phrase, side, company);
  return resolved
    ? { ...mention, ...resolved, evidence: `“${possessor}” said by ${speaker.surname}; ${resolved.evidence}` }
    : mention;
}

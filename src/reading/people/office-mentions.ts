import type { Authorities } from '../../authorities/authorities.js';
import { otherSide, sideOf } from './delegations.js';
import type { Mention } from './mention.js';
import { nationNamed, officePhrase, resolveInState, resolveOffice } from './offices.js';
import type { Cast, Person } from './people.js';

/** The people meant by their offices in a text. */
export function findOffices(text: string, cast: Cast, authorities: Authorities, day: string | undefined): Mention[] {
  return [...text.matchAll(officePhrase(cast))].flatMap((match): Mention[] => {
    const { whose, nation, phrase = '' } = match.groups ?? {};
    const side = nationNamed(nation);
    const resolved =
      side && side.id !== 'un'
        ? resolveInState(phrase, side, cast, authorities, day)
        : resolveOffice(phrase, cast, authorities, day);
    if (!resolved) return [];
    const possessor = whose?.toLowerCase() as 'our' | 'your' | 'their' | undefined;
    const mention = { kind: 'office' as const, start: match.index, end: match.index + match[0].length, ...resolved };
    return [possessor && !side ? { ...mention, whose: { phrase, possessor } } : mention];
  });
}

/** An office that is said to be "ours" or "yours" is one of the speaker's side, or of the other. */
export function withPossessor(
  mention: Mention,
  speaker: Person,
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mention {
  const own = sideOf(speaker, day);
  if (!mention.whose || !own || mention.whose.possessor === 'their') return mention;
  const { phrase, possessor } = mention.whose;
  const side = possessor === 'our' ? own : otherSide(own, cast, day);
  const resolved = side && resolveInState(phrase, side, cast, authorities, day);
  return resolved
    ? { ...mention, ...resolved, evidence: `“${possessor}” said by ${speaker.surname}; ${resolved.evidence}` }
    : mention;
}

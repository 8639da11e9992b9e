import { foldName, isHeld } from '../../authorities/authorities.js';
import { type Certainty, lesser } from '../../text/marks.js';
import { isPartOf, withoutGeneration } from './name-forms.js';
import { type Cast, type Company, type Identified, type Met, type Person, personOfRecord } from './people.js';

/** Whether the memorandum has already named someone so. */
export const isKnown = ({ byName, bySurname }: Cast, name: string): boolean => {
  const form = foldName(name);
  return byName.has(form) || bySurname.has(form);
};

/**
 * Someone the memorandum has already named, by the same name or by his surname. He is as sure as he was when he was
 * identified: a participant is, and so is whoever has a full name that the authority files have alone.
 */
export function knownPerson(company: Company, name: string): Identified | undefined {
  const { cast, authorities } = company;
  const form = foldName(name);
  const named = cast.byName.get(form)?.[0];
  // A participant listed by his surname alone has no fuller name than others who bear it.
  if (named && !(named.listed && named.known.surnames.includes(form))) {
    if (named.record && /\s/.test(name) && authorities.peopleNamed(withoutGeneration(name)).length === 1) {
      named.met = { certainty: 'high', evidence: 'name in the authority file' };
    }
    return again(named, 'high', 'named before');
  }
  const same = cast.bySurname.get(form) ?? [];
  const listed = same.filter((person) => person.listed);
  const [first, ...others] = listed.length > 0 ? listed : same;
  if (!first) return undefined;
  if (others.length > 0) return { person: first, certainty: 'low', evidence: 'surname that two people bear', others };
  const unlisted = first.listed ? bearersUnlisted(company, name, first) : [];
  if (unlisted.length > 0) {
    const evidence = 'surname of a participant, which somebody else bears, too';
    return { ...again(first, 'medium', evidence), others: unlisted };
  }
  if (isPartOf(first.surname, name)) return again(first, 'medium', 'part of a surname');
  return again(first, 'high', first.listed ? 'surname of a participant' : 'surname of someone named');
}

function again(person: Person, own: Certainty, evidence: string): Identified {
  const { met, listed } = person;
  const certainty = listed ? own : lesser(own, met.certainty);
  return { person, certainty, evidence: certainty === own ? evidence : `${evidence}; ${met.evidence}` };
}

/** Who may be meant by a participant's surname instead: somebody else of the text, or in office that day. */
function bearersUnlisted({ cast, authorities, day }: Company, surname: string, participant: Person): Person[] {
  const inOffice = day
    ? authorities
        .peopleOfSurname(surname)
        .filter(({ id, terms }) => id !== participant.id && terms.some((term) => isHeld(term, day)))
    : [];
  const met: Met = { certainty: 'medium', evidence: `surname, and office held on ${day}` };
  const inText = (cast.bySurname.get(foldName(surname)) ?? []).filter((person) => person !== participant);
  return [...new Set([...inText, ...inOffice.map((record) => personOfRecord(cast, record, met))])];
}

import type { Authorities } from '../../authorities/authorities.js';
import { type Message, message, type Proposal } from '../../messages/message.js';
import { placeOf, type Range, type Transcription, wordsOf } from '../../text/transcription.js';
import { agrees } from './identify.js';
import type { Mention } from './mention.js';
import type { Company, Person } from './people.js';
import { asTyped } from './spelling.js';
import { isCourtesy } from './titles.js';

/** A mention with its place in the transcription. */
export interface PlacedMention {
  mention: Mention;
  range: Range;
}

/** Names spelt otherwise than elsewhere, names and offices that two may bear, offices that their bearers did not hold yet. */
export function checkPeople(
  transcription: Transcription,
  placed: readonly PlacedMention[],
  { authorities, day }: Company,
): Message[] {
  return [
    ...spellings(transcription, placed),
    ...ambiguities(transcription, placed),
    ...(day === undefined ? [] : tooEarly(transcription, placed, authorities, day)),
  ];
}

function spellings(transcription: Transcription, placed: readonly PlacedMention[]): Message[] {
  return placed.flatMap(({ mention: { spelling, person, title }, range }): Message[] => {
    if (spelling === undefined) return [];
    const name = title ? { ...range, start: range.end - lastWord(wordsOf(transcription, range)).length } : range;
    const words = wordsOf(transcription, name);
    return [
      message('spelling-agrees', {
        file: transcription.file,
        place: placeOf(transcription, name),
        words,
        reason: `“${words}” is taken for ${person.name}, whose surname is spelt “${spelling}”.`,
        advice: `If the name is misread, give reading: ${spelling} in edition.yaml; if the typist wrote so, keep: true with a reason; if somebody else is meant, give person: with his id.`,
        proposals: [
          {
            why: `${person.name} is spelt “${spelling}” elsewhere`,
            certainty: 'medium',
            decisions: [{ at: placeOf(transcription, name), reading: asTyped(words, spelling) }],
          },
        ],
      }),
    ];
  });
}

const lastWord = (words: string): string => /\S+$/.exec(words)?.[0] ?? words;

/** One message for all places where the same people may be meant, at the first of them. */
function ambiguities(transcription: Transcription, placed: readonly PlacedMention[]): Message[] {
  const groups = new Map<string, PlacedMention[]>();
  for (const each of placed.filter(isAmbiguous)) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map(([first, ...more]) => {
    const { mention, range } = first!;
    const words = wordsOf(transcription, range).replace(/\s+/g, ' ');
    const named = ({ name, id }: Person) => `${name} (${id})`;
    const times = more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'place' : 'places'})`;
    return message('name-is-unambiguous', {
      file: transcription.file,
      place: placeOf(transcription, range),
      words,
      reason: `“${words}”${times} may be ${[mention.person, ...mention.others!].map(named).join(' or ')}; the edition takes it for the first: ${mention.evidence}.`,
      advice: 'Settle it by a decision that quotes the words, with person: and the id.',
      proposals: candidates(transcription, [first!, ...more]),
    });
  });
}

/** As the edition takes each place; then, for all of them, whoever may be meant. */
function candidates(transcription: Transcription, places: readonly PlacedMention[]): Proposal[] {
  const everywhere = (personAt: (place: PlacedMention) => Person) =>
    places.map((each) => ({ at: placeOf(transcription, each.range), person: personAt(each).id }));
  const { mention } = places[0]!;
  const taken = everywhere((each) => each.mention.person);
  const others = [mention.person, ...mention.others!]
    .filter(({ id }) => taken.some((each) => each.person !== id))
    .map((person) => ({
      why: `${person.name} may be meant`,
      certainty: 'low' as const,
      decisions: everywhere(() => person),
    }));
  return [{ why: mention.evidence, certainty: 'low', decisions: taken }, ...others];
}

const isAmbiguous = ({ mention: { others, certainty } }: PlacedMention): boolean =>
  certainty === 'low' && others !== undefined && others.length > 0;
const keyOf = ({ mention: { person, others = [], kind } }: PlacedMention): string =>
  [kind, ...[person, ...others].map(({ id }) => id).sort()].join(' ');

/** Titles before names that the authority files give to the man only later: the date is misread, or another is meant. */
function tooEarly(
  transcription: Transcription,
  placed: readonly PlacedMention[],
  authorities: Authorities,
  day: string,
): Message[] {
  const met = new Set<string>();
  return placed.flatMap(({ mention: { person, title, start }, range }): Message[] => {
    if (!title) return [];
    const words = wordsOf(transcription, range).replace(/\s+/g, ' ');
    const office = words.slice(0, title.end - start);
    const key = `${person.id} ${office}`;
    if (isCourtesy(office) || met.has(key)) return [];
    met.add(key);
    const known = person.record ? [person.record] : authorities.peopleOfSurname(person.surname);
    const terms = known.flatMap(({ terms: held, preferred }) =>
      held.filter((term) => agrees(term.office, office)).map((term) => ({ ...term, preferred })),
    );
    const [first] = [...terms].sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
    if (!first?.from || first.from <= day) return [];
    return [
      message('office-held-that-day', {
        file: transcription.file,
        place: placeOf(transcription, range),
        words,
        reason: `“${words}”: by the authority files ${first.preferred} was ${first.office} only from ${first.from}, after ${day}.`,
        advice:
          'Compare the date of the memorandum and the name with the paper; if both are right, add the office that he held that day to the authority file.',
      }),
    ];
  });
}

import { type Message, message, type Proposal } from '../../messages/message.js';
import type { ReadingText } from '../../text/reading-text.js';
import { placeOf, type Range, type Transcription, wordsOf } from '../../text/transcription.js';
import { sideOf } from '../people/delegations.js';
import type { Cast, Person } from '../people/people.js';
import { asTyped } from '../people/spelling.js';
import { isCourtesy } from '../people/titles.js';
import type { Absence } from './absent.js';
import type { TurnPart, UnclearSpeaker } from './turns.js';

/** The paragraphs of the talk, to find the place of what was found in them. */
interface Talk {
  transcription: Transcription;
  readings: readonly ReadingText[];
  cast: Cast;
  day: string | undefined;
}

/**
 * Who speaks and was not in the room, with the participant who fits; pronouns that speak and may mean several, or nobody;
 * interpreters who are made to speak.
 */
export function checkSpeech(
  talk: Talk,
  absences: readonly Absence[],
  unclear: readonly UnclearSpeaker[],
  turns: readonly TurnPart[],
): Message[] {
  return [
    ...absences.map((absence) => absentSpeaker(talk, absence)),
    ...unclear.map((pronoun) => unclearSpeaker(talk, pronoun)),
    ...interpreters(talk, turns),
  ];
}

const rangeOf = ({ readings }: Talk, { paragraph, start, end }: Range & { paragraph: number }): Range =>
  readings[paragraph]!.source({ start, end });

function absentSpeaker(talk: Talk, absence: Absence): Message {
  const { person, proposed, asViews } = absence;
  const range = rangeOf(talk, absence);
  const { transcription, cast } = talk;
  const present = cast.people.filter(({ listed }) => listed).map(({ name }) => name);
  const fault = asViews
    ? `${person.name} is not among the participants; his views are answered here, right behind words that he is made to speak.`
    : `${person.name} is made to speak and is not among the participants.`;
  const fits = proposed
    ? `${proposed.person.name} fits: ${proposed.reasons.join('; ')}.`
    : `Present are ${present.join(', ')}.`;
  const advice = proposed
    ? `Compare with the paper or a witness; if the name is misread, give reading: ${proposed.person.surname} in edition.yaml, else keep: true with a reason.`
    : 'Compare the name with the paper or a witness; give the right reading in edition.yaml, or keep: true with a reason.';
  return message('speaker-is-present', {
    file: transcription.file,
    place: placeOf(transcription, range),
    words: wordsOf(transcription, range),
    reason: `${fault} ${fits}`,
    advice,
    ...(proposed && { proposals: insteadOf(transcription, range, absence) }),
  });
}

function unclearSpeaker(talk: Talk, unclear: UnclearSpeaker): Message {
  const { taken, others } = unclear;
  const { transcription } = talk;
  const range = rangeOf(talk, unclear);
  const words = wordsOf(transcription, range);
  const named = (people: readonly Person[]) => people.map(({ name, id }) => `${name} (${id})`).join(' or ');
  const reason = taken
    ? `“${words}” speaks, and may be ${named([taken, ...others])}; the edition takes it for the first.`
    : `“${words}” speaks, and the text does not tell who is meant; the words are given to nobody.`;
  return message('name-is-unambiguous', {
    file: transcription.file,
    place: placeOf(transcription, range),
    words,
    reason,
    advice: 'See whether the sentences before name somebody whom the transcription has missed or misread.',
    ...(taken && {
      proposals: [taken, ...others].map(({ name, id }, i) => ({
        why: i === 0 ? `${name} is nearest` : `${name} fits as well`,
        certainty: 'low' as const,
        decisions: [{ at: placeOf(transcription, range), speaker: id }],
      })),
    }),
  });
}

/** A surname is misread for another; words that have more than it, a title, cannot be read as one. */
function insteadOf(transcription: Transcription, range: Range, { proposed, asViews }: Absence): Proposal[] {
  if (!proposed) return [];
  const { person, reasons } = proposed;
  const words = wordsOf(transcription, range);
  const name = /(?<=^(\S+)\s+)\S+$/.exec(words);
  const isNameAlone = !/\s/.test(words) || (name !== null && isCourtesy(name[1]!));
  const surname = { start: range.start + (name?.index ?? 0), end: range.end };
  const way = { why: `${person.name} fits: ${reasons.join('; ')}`, certainty: 'medium' as const };
  return [
    ...(isNameAlone
      ? [{ ...way, decisions: [{ at: placeOf(transcription, surname), reading: asTyped(words, person.surname) }] }]
      : []),
    // His views are told in another's turn, which is rightly that one's.
    ...(asViews ? [] : [{ ...way, decisions: [{ at: placeOf(transcription, range), speaker: person.id }] }]),
  ];
}

/** The beginning of each interpreter's first turn; that he interprets is no turn. */
function interpreters(talk: Talk, turns: readonly TurnPart[]): Message[] {
  const met = new Set<Person>();
  return turns.flatMap((turn): Message[] => {
    const interpreter = turn.who.find((person) => person.interpreter);
    if (!interpreter || met.has(interpreter)) return [];
    met.add(interpreter);
    const { transcription } = talk;
    const { readings, paragraph, start } = { ...talk, ...turn };
    const words = /^\S+(?:\s+\S+){0,4}/.exec(readings[paragraph]!.text.slice(start))?.[0] ?? '';
    const range = rangeOf(talk, { paragraph, start, end: start + words.length });
    const principal = principalOf(interpreter, talk);
    return [
      message('interpreter-does-not-speak', {
        file: transcription.file,
        place: placeOf(transcription, range),
        words: wordsOf(transcription, range),
        reason: `${interpreter.name} is the interpreter and is made to speak.`,
        advice: `${principal ? `If the words are those of ${principal.name}, for whom he interprets, or` : 'If'} the name is misread, correct it in edition.yaml; if he spoke for himself, keep: true with a reason.`,
        ...(principal && {
          proposals: [
            {
              why: `${interpreter.name} interprets for ${principal.name}`,
              certainty: 'medium',
              decisions: [{ at: placeOf(transcription, range), speaker: principal.id }],
            },
          ],
        }),
      }),
    ];
  });
}

/** The first of the interpreter's own side. */
function principalOf(interpreter: Person, { cast, day }: Talk): Person | undefined {
  const side = sideOf(interpreter, day)?.id;
  return cast.people.find(
    (person) =>
      person.listed &&
      !person.interpreter &&
      (interpreter.delegation === undefined
        ? side !== undefined && sideOf(person, day)?.id === side
        : person.delegation === interpreter.delegation),
  );
}

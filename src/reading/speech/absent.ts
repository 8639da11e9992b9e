import { likenessTo } from '../pages/likeness.js';
import { headsOf, sideOf } from '../people/delegations.js';
import type { Mention } from '../people/mention.js';
import { type Cast, interlocutors, type Person } from '../people/people.js';
import { VIEW_IN_THE_ROOM } from './saying.js';
import { firstSentenceOf } from './sentences.js';
import type { SpokenParagraph } from './speaker.js';
import type { AbsentSpeaker, TurnPart } from './turns.js';

/** A catchword with the first words of the page that it announces. */
export interface Catchword {
  page: number;
  words: string;
  opening: string;
}

/** Somebody outside the room who is made to speak, with the participant who fits. */
export interface Absence extends AbsentSpeaker {
  /** The words tell of his views, after a turn that is given to him. */
  asViews?: true;
  proposed?: { person: Person; reasons: readonly string[] };
}

interface Talk {
  turns: readonly TurnPart[];
  cast: Cast;
  day: string | undefined;
  catchwords: readonly Catchword[];
}

/** Less than two signs are no proposal. */
const ENOUGH = 2;

/**
 * For everyone absent who is made to speak, the participant who most likely spoke: a catchword that stands for both
 * names tells most; then that he is not the one who speaks next, and sits on the other side; that he speaks elsewhere;
 * that his name begins as the one written; that he leads his side. Two participants who fit as well are no proposal.
 */
export function proposeSpeakers(absent: readonly AbsentSpeaker[], talk: Talk): Absence[] {
  return absent.map((absence) => {
    const next = nextSpeaker(absence, talk.turns);
    const ranked = interlocutors(talk.cast)
      .filter(({ surname }) => surname !== absence.person.surname)
      .map((person) => ({ person, ...signsFor(person, absence, next, talk) }))
      .sort((one, other) => other.weight - one.weight);
    const [best, second] = ranked;
    if (!best || best.weight < ENOUGH || best.weight === second?.weight) return absence;
    // Somebody whom no authority knows may well have come unannounced, unless the names are alike.
    if (!absence.person.record && !best.alike) return absence;
    return { ...absence, proposed: { person: best.person, reasons: best.reasons } };
  });
}

/** The participant who speaks next. */
const nextSpeaker = (absence: AbsentSpeaker, turns: readonly TurnPart[]): Person | undefined =>
  turns.find(
    ({ paragraph, start, who }) =>
      (paragraph > absence.paragraph || (paragraph === absence.paragraph && start > absence.start)) &&
      !who.includes(absence.person) &&
      who.some((speaker) => speaker.listed),
  )?.who[0];

function signsFor(person: Person, absence: AbsentSpeaker, next: Person | undefined, talk: Talk) {
  const { turns, cast, day, catchwords } = talk;
  const side = sideOf(person, day)?.id;
  const nextSide = next && sideOf(next, day)?.id;
  const isAlike = person.surname[0] === absence.person.surname[0];
  const isSame = (one: string, other: string) =>
    one.toLowerCase() === other.toLowerCase() || likenessTo([{ words: other }])(one) !== undefined;
  const catchword = catchwords.find(
    ({ words, opening }) =>
      isSame(words, absence.person.surname) && isSame(opening.split(/\s+/)[0] ?? '', person.surname),
  );
  const signs: [boolean, number, string][] = [
    [
      catchword !== undefined,
      3,
      `the catchword “${catchword?.words}” announces page ${catchword?.page}, which begins with “${catchword?.opening.split(/\s+/)[0]}”`,
    ],
    [turns.some(({ who }) => who.includes(person)), 1, 'he speaks elsewhere in the talk'],
    [
      side !== undefined && nextSide !== undefined && nextSide !== side,
      1,
      `${next?.surname} of the other side speaks next`,
    ],
    [isAlike, 1, 'the names begin with the same letter'],
    [headsOf(cast).includes(person), 0.5, 'he leads his side'],
  ];
  const found = signs.filter(([holds]) => holds);
  const weight = found.reduce((sum, [, each]) => sum + each, 0) - (next === person ? 2 : 0);
  return { weight, alike: catchword !== undefined || isAlike, reasons: found.map(([, , reason]) => reason) };
}

/**
 * Views of somebody absent that a participant answers, right behind a turn that is given to him: "interested in
 * Khrushchev's views". The same name is likely to be misread here, too.
 */
export function viewsOfAbsent(
  paragraphs: readonly SpokenParagraph[],
  absences: readonly Absence[],
  turns: readonly TurnPart[],
): Absence[] {
  return turns.flatMap((turn, i): Absence[] => {
    const before = turns[i - 1];
    const absence = absences.find(({ person }) => before?.who.includes(person));
    const paragraph = paragraphs[turn.paragraph];
    if (!before || !absence || !paragraph || turn.who.includes(absence.person)) return [];
    const end = turn.start + firstSentenceOf(paragraph.text.slice(turn.start))!.end;
    const meant = paragraph.mentions.find(
      (mention: Mention) =>
        mention.person === absence.person &&
        mention.start >= turn.start &&
        mention.end < end &&
        VIEW_IN_THE_ROOM.test(paragraph.text.slice(mention.end, end)),
    );
    if (!meant) return [];
    const { paragraph: _, start: __, end: ___, ...rest } = absence;
    return [{ ...rest, paragraph: turn.paragraph, start: meant.start, end: meant.end, asViews: true }];
  });
}

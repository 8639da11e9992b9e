import { isMan, isWoman, type Person } from '../people/people.js';
import type { Before, Speaker } from './speaker.js';

/** The second of the two of whom the text spoke last. */
export const latter = ({ pair }: Before): Speaker | undefined =>
  pair[1] && { who: [pair[1]], certainty: 'medium', evidence: '“the latter” of two' };

const isHers = (pronoun: string): boolean => /^(?:she|her)$/i.test(pronoun);
/** Whether a pronoun may mean somebody: "he" never a woman, "she" never a man. */
const mayMean = (pronoun: string, person: Person): boolean => (isHers(pronoun) ? !isMan(person) : !isWoman(person));

/** The subject of the last saying; where the drafter said "I", the other one. */
const lastOf = ({ current, subject, other, saidI }: Before): Person | undefined =>
  saidI ? other : (subject ?? current?.who[0]);

/** Of more people than these none is likelier than another. */
const MOST = 3;

/**
 * Whom "he" or "she" means: the subject of the last saying, else whoever spoke before him, of the sex that the pronoun
 * tells; else the one in the room whom it fits. Two or three whom it fits are a speaker of low certainty with others.
 */
export function meantBy(pronoun: string, before: Before): Speaker | undefined {
  const { woman, speakers, room, drafter } = before;
  const last = lastOf(before);
  const isHer = isHers(pronoun);
  const meant = [isHer && !(last && isWoman(last)) ? woman : last, last, ...speakers.toReversed()].find(
    (person) =>
      person && mayMean(pronoun, person) && (person === last || person === woman || person !== drafter?.person),
  );
  if (meant) return { who: [meant], certainty: 'medium', evidence: `“${pronoun}” after a turn of ${meant.surname}` };
  const [first, ...others] = room.filter((person) => person !== drafter?.person && mayMean(pronoun, person));
  if (!first || others.length >= MOST) return undefined;
  return others.length === 0
    ? { who: [first], certainty: 'medium', evidence: `the one in the room whom “${pronoun}” fits` }
    : { who: [first], certainty: 'low', evidence: `“${pronoun}” fits several in the room`, others };
}

/**
 * Whom "him" or "her" means behind "told": whoever spoke last, of the sex that the pronoun tells, but not the speaker.
 * Nobody where he sits on the speaker's own side and somebody of another side may be meant as well.
 */
export function toldBy(pronoun: string, speaker: Person, before: Before): Person | undefined {
  const { current, speakers, room, drafter, saidI, sideOf } = before;
  const may = (person: Person | undefined): person is Person =>
    person !== undefined && person !== speaker && !(saidI && person === drafter?.person) && mayMean(pronoun, person);
  const isOwn = (person: Person) => sideOf(person) !== undefined && sideOf(person) === sideOf(speaker);
  const last = [current?.who[0], before.subject, before.other, ...speakers.toReversed()].find(may);
  const others = room.filter((person) => may(person) && person !== drafter?.person);
  const [opposite, ...more] = others.filter((person) => !isOwn(person));
  if (last) return isOwn(last) && opposite ? undefined : last;
  return more.length === 0 ? opposite : undefined;
}

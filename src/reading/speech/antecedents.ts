import { isWoman } from '../people/people.js';
import type { Before, Speaker } from './speaker.js';

/** The second of the two of whom the text spoke last. */
export const latter = ({ pair }: Before): Speaker | undefined =>
  pair[1] && { who: [pair[1]], certainty: 'medium', evidence: '“the latter” of two' };

/** Whom "he" or "she" means: the subject of the last saying, unless the drafter speaks, or one who is no woman or no man. */
export function meantBy(pronoun: string, { current, subject, other, woman, drafter }: Before): Speaker | undefined {
  const last = drafter && (current?.who[0] ?? subject) === drafter.person ? other : (subject ?? current?.who[0]);
  const meant = /^she$/i.test(pronoun) && !(last && isWoman(last)) ? (woman ?? last) : last;
  return meant && { who: [meant], certainty: 'medium', evidence: `“${pronoun}” after a turn of ${meant.surname}` };
}

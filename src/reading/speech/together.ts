import type { Mention } from '../people/mention.js';
import { isWoman, type Person } from '../people/people.js';
import { SAYS } from './saying.js';
import type { Before, Speaker } from './speaker.js';

/** Several whom a sentence makes one speaker, with their number. */
const TOGETHER: readonly { words: RegExp; number: number }[] = [
  {
    words:
      /^["“(]?(?:Both|The two|Each)\s+(?:(?:foreign|prime|Foreign|Prime)\s+)?(?:sides?|delegations?|parties|[Mm]inisters|[Ss]ecretaries|[Pp]residents|[Aa]mbassadors|leaders|officials|gentlemen|ladies|men|women)(?=\s)/u,
    number: 2,
  },
  {
    words:
      /^["“(]?(?:All\s+three|The\s+three)\s+(?:(?:foreign|prime|Foreign|Prime)\s+)?(?:sides|delegations|parties|[Mm]inisters|[Ss]ecretaries|leaders)(?=\s)/u,
    number: 3,
  },
];

/** "Both sides stated", "The three ministers agreed": as many speakers as the words count. */
export function allTogether(
  words: string,
  mentions: readonly Mention[],
  { heads, pair, speakers }: Before,
): Speaker | undefined {
  for (const { words: wording, number } of TOGETHER) {
    const found = wording.exec(words);
    if (!found || !SAYS.test(words.slice(found[0].length))) continue;
    const named = [...new Set(mentions.map(({ person }) => person))];
    const fits = (people: readonly Person[]) =>
      people.length === number && (!/\b(?:ladies|women)$/.test(found[0]) || people.every(isWoman));
    const who = [heads, speakers, pair, named].find(fits);
    if (who) return { who, certainty: 'medium', evidence: 'a saying of several together' };
  }
  return undefined;
}

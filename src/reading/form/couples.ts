import type { Range } from '../../text/transcription.js';
import { surnameOf } from '../people/name-forms.js';
import { isWomans, NAME_PATTERN, TITLE_PATTERN } from '../people/titles.js';

/** A couple of which only the wife is given with a surname; offsets in the words. */
export interface Couple extends Range {
  /** His title, with the given name after "Sir". */
  his: Range;
  /** So much of her name as is his, too. */
  name: Range;
  /** Her title and name. */
  hers: Range;
}

/** "Secretary and Mrs. Rusk", "Mr. and Mrs. Chester Bowles", "Sir Frank and Lady Roberts" */
const COUPLE = new RegExp(
  `(?<![\\p{L}\\d])(?:[Tt]he\\s+)?(?<his>Sir\\s+\\p{Lu}[\\p{L}’'-]+|(?:${TITLE_PATTERN}))\\s+and\\s+(?<hers>(?<wife>Mrs\\.?|Madame|Mme\\.|Lady|Frau|Señora|Signora)\\s+(?<name>${NAME_PATTERN}))(?![\\p{L}])`,
  'gu',
);

/** The couples in a line of a list. */
export const couplesIn = (words: string): Couple[] =>
  [...words.matchAll(COUPLE)].flatMap((match): Couple[] => {
    const { his = '', hers = '', wife = '', name = '' } = match.groups ?? {};
    if (isWomans(his)) return [];
    const start = match.index;
    const end = start + match[0].length;
    const from = start + match[0].indexOf(his);
    // "Prime Minister and Lady Dorothy Macmillan": the given name is hers; "Mr. and Mrs. Chester Bowles": it is his.
    const own = wife === 'Lady' ? surnameOf(name) : name;
    return [
      {
        start,
        end,
        his: { start: from, end: from + his.length },
        name: { start: end - own.length, end },
        hers: { start: end - hers.length, end },
      },
    ];
  });

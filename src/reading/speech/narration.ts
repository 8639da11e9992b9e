import type { Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import { says } from './clauses.js';
import { isHappening } from './happenings.js';

/** What a sentence without a saying tells of: something that ends the turn, or passes while it goes on. */
export type Told = { kind: 'ends' | 'passes'; subject?: Mention };

/** Words before the drafter's own remark. */
const REMARK =
  /^[\s("“[*]*(?:(?:Drafter|Reporter|Interpreter|Note-?taker|Reporting Officer)['’]s\s+)?(?:Comments?|Notes?|Observations?|Remarks?)\s*(?:[:—–]|\.\s|--)/iu;

const GESTURES =
  'nodded|smiled|permitted\\s+(?:himself|herself)\\s+a\\s+smile|laughed|shrugged|grinned|frowned|sighed|chuckled|winked|paused|hesitated|listened|(?:made|gave|had|showed|offered)\\s+no\\b|did\\s+not\\s+(?:reply|respond|comment|answer|dissent|react|pursue|elaborate)\\b|(?:remained|kept|fell)\\s+silent|seemed\\b|appeared\\b|looked\\b';
const ACTIONS =
  'rose|stood|sat|came|called\\s+(?:on|at)|glanced|looked|got\\s+up|put\\s+(?:down|on|away)|laid\\s+(?:down|aside)|leaned|left|entered|joined|arrived|withdrew|departed|excused\\s+himself|handed|gave|showed|passed|produced|presented|read|took|shook|walked|accompanied|greeted|received|met|escorted|unfolded|lit|poured|signed|drew|served|interpreted|translated|returned|patted|was\\s+(?:called\\s+(?:away|out|to)|shown|joined|interrupted)|went\\s+(?:out|to\\s+the|away)|took\\s+(?:leave|his\\s+leave|her\\s+leave)|had\\s+(?:brought|not\\s+yet)';
/** What somebody does with his body; what else "he" does is mostly told by whoever speaks. */
const MOVES =
  'rose|stood\\s+up|got\\s+up|sat\\s+down|left\\s+the\\s+room|shook\\s+hands|lit|poured|withdrew|excused\\s+himself';
const ADVERBS = '(?:(?:then|also|again|only|merely|simply|just|now|himself|\\p{Ll}+ly)\\s+){0,2}';
const GESTURE = new RegExp(`^,?\\s+${ADVERBS}(?:${GESTURES})`, 'u');
const MOVE = new RegExp(`^,?\\s+${ADVERBS}(?:${MOVES})\\b`, 'u');
const ACTION = new RegExp(`^,?\\s+${ADVERBS}(?:${ACTIONS})\\b`, 'u');
const ACTS_AND_SAYS = new RegExp(
  `^,?\\s+${ADVERBS}(?:${GESTURES}|${ACTIONS})(?![\\p{L}])[^;:.]{0,100}?\\b(?:and|but)(?<saying>\\s.*)$`,
  'su',
);
/** "nodded and said", "appeared surprised, and contended": whether a saying follows in the same clause. */
export const actsAndSays = (rest: string): boolean => {
  const saying = ACTS_AND_SAYS.exec(rest)?.groups?.saying;
  return saying !== undefined && says(saying);
};
const HE = /^["“(]?(?:(?:In|At)\s[^,.;]{1,30},\s+|(?:Here|Then|Thereupon|Now),?\s+)?(?<subject>He|he|She|she|I)(?=\s)/u;
/** "Messrs. Krimer and Sukhodrev": the second of two who act. */
const AND_ANOTHER = /^\s+and\s+(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}(?=\p{Ll})/u;
const RELATIVE = /^,\s+wh(?:o|ile)\b[^.;:]{1,80},(?=\s)/u;
const OFFICE =
  'Marshal|Minister|Chancellor|President|Chairman|Secretary|Ambassador|General|Premier|Counselor|Director|Governor|Senator|King|Shah|Interpreter|interpreter|representative|spokesman|official|officer|delegate';
/** An office that means nobody who is known. */
const SOMEBODY = new RegExp(`^["“(]?(?:The|A|An|One of the)\\s+(?:\\p{L}+\\s+){0,3}?(?:${OFFICE})(?=\\s)`, 'u');

/** Whether a paragraph, or what remains of it, is the drafter's own remark, stands in brackets, or is the typist's initials. */
export const isRemark = (words: string): boolean =>
  REMARK.test(words) ||
  /^\s*(?:\p{Lu}{1,4}:\p{Ll}{0,4}|(?:\p{Lu}\.\s*){2,4})\s*$/u.test(words) ||
  /^\s*[*_]*\[[^\]]*\][.*_]*\s*$/u.test(words) ||
  /^\s*[*_]*\([^()]*\)[.*_]*\s*$/u.test(words);

/** What is told in a sentence in which no saying was found. */
export function toldIn(
  { text, mentions }: { text: string; mentions: readonly Mention[] },
  { start, end }: Range,
  { isPresent, speaksAsI }: { isPresent(mention: Mention): boolean; speaksAsI: boolean },
): Told | undefined {
  const words = text.slice(start, end);
  if (isHappening(words)) return { kind: 'ends' };
  const subject = mentions.find(
    (mention) =>
      mention.start >= start &&
      mention.end <= end &&
      /^["“(]?(?:(?:At|In|After|Then|Here|Thereupon)\b[^.;]{0,40}\s)?$/u.test(text.slice(start, mention.start)),
  );
  if (subject) {
    if (!isPresent(subject)) return undefined;
    const rest = text.slice(subject.end, end).replace(AND_ANOTHER, ' ').replace(RELATIVE, '');
    if (GESTURE.test(rest)) return { kind: 'passes', subject };
    return ACTION.test(rest) || (start === 0 && subject.kind === 'name') ? { kind: 'ends', subject } : undefined;
  }
  const pronoun = HE.exec(words);
  if (pronoun) {
    const rest = words.slice(pronoun[0].length);
    if (GESTURE.test(rest) || MOVE.test(rest)) return { kind: 'passes' };
    if (pronoun.groups?.subject === 'I') return undefined;
    return speaksAsI && !/^\s+(?:had|would|could|should)\b/.test(rest) && /\b(?:me|my)\b/.test(unquoted(rest))
      ? { kind: 'ends' }
      : undefined;
  }
  const somebody = SOMEBODY.exec(words);
  if (!somebody || mentions.some((mention) => mention.start < start + somebody[0].length && mention.end > start)) {
    return undefined;
  }
  const rest = words.slice(somebody[0].length);
  if (GESTURE.test(rest)) return { kind: 'passes' };
  return says(rest) || ACTION.test(rest) ? { kind: 'ends' } : undefined;
}

const unquoted = (words: string): string => words.replace(/“[^”]*”|"[^"]*"/g, '');

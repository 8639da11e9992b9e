import type { AnnotationMark, GapMark, Mark, MarkupMark, Position, SicMark, UnclearMark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { NUMBER_WORDS, readNumber } from '../dates/date-words.js';
import { found } from '../found.js';

const ONE_TO_TWELVE = NUMBER_WORDS.slice(1, 13).join('|');
const COUNT = `(?<count>\\d{1,3}(?:[ -]?1\\/2)?|${ONE_TO_TWELVE}|an?|several|some|a few)`;
const UNIT = '(?<unit>lines?|words?|letters?|characters?|paragraphs?|pages?|sentences?|names?)';
const WHOLE = `(?:less than |about |approximately )?(?:${COUNT}(?: and a half)? )?(?:more )?(?:${UNIT} )?(?:\\([^()]{1,30}\\) )?(?:is |are |was |were )?`;

/** What transcribers and publishers set in brackets where something cannot be read or was taken out. */
const GAPS: readonly { pattern: RegExp; reason: GapMark['reason'] }[] = [
  {
    pattern: new RegExp(`^${WHOLE}(?:illegible|unreadable|unintelligible|indistinct|not legible)$`, 'i'),
    reason: 'illegible',
  },
  {
    pattern: new RegExp(
      `^(?:text |name |material |source )?${WHOLE}(?:not (?:yet )?declassified|still classified|deleted|excised|redacted|sanitized|withheld|blacked out|classified)(?: .{0,40})?$`,
      'i',
    ),
    reason: 'redaction',
  },
  { pattern: new RegExp(`^${WHOLE}(?:omitted|missing|not printed)$`, 'i'), reason: 'omission' },
  { pattern: new RegExp(`^${WHOLE}(?:torn|damaged|burned|cut off)$`, 'i'), reason: 'damage' },
];

const UNITS: Readonly<Record<string, GapMark['unit']>> = {
  line: 'line',
  word: 'word',
  name: 'word',
  letter: 'character',
  character: 'character',
  paragraph: 'paragraph',
  page: 'page',
};

const HANDWRITTEN =
  /^\[\s*(?:(?:hand[- ]?writ(?:ten|ing)|by hand|in (?:ink|pencil)|manuscript|marginal(?:ia)?|margin(?: note)?)\b[^:\]]{0,40}:|(?=(?:signature|signed|initial(?:s|ed)?)\b))\s*/i;
const STAMPED = /^\[\s*(?:stamp(?:ed)?|seal)\b[^:\]]{0,20}:\s*/i;

/** A whole block in brackets that says how it came onto the paper. */
export function addedByHand(words: string): { lead: number; position: Position } | undefined {
  const lead = /^\[[^[\]]*\]$/s.test(words) ? HANDWRITTEN.exec(words)?.[0] : undefined;
  return lead === undefined ? undefined : { lead: lead.length, position: /margin/i.test(lead) ? 'margin' : 'top' };
}

export const stampedLead = (words: string): number | undefined =>
  /^\[[^[\]]*\]$/s.test(words) ? STAMPED.exec(words)?.[0].length : undefined;

/** The brackets and the label before handwriting are the transcriber's, not on the paper. */
export function bracketMarks({ start, end }: Range, lead: number): MarkupMark[] {
  const by = 'words of the transcriber';
  return [
    { kind: 'markup', ...found(start, start + lead, 'high', by) },
    { kind: 'markup', ...found(end - 1, end, 'high', by) },
  ];
}

/** Gaps, doubts and handwriting that the transcriber has noted within a stretch of running text. */
export function readTranscriber(text: string, { start, end }: Range): Mark[] {
  const stretch = text.slice(start, end);
  const at = (offset: number) => start + offset;
  const marks: Mark[] = [];
  for (const { 0: bracket, index } of stretch.matchAll(/\[[^[\]]{1,160}\]/g)) {
    marks.push(...bracketed(bracket, at(index), stretch.slice(0, index)));
  }
  for (const { 0: run, index } of stretch.matchAll(/[█■▇▆▉▮◼]{2,}/gu)) {
    const range = found(at(index), at(index + run.length), 'high', 'blacked out');
    marks.push({ kind: 'gap', ...range, reason: 'redaction', unit: 'character', quantity: run.length });
  }
  for (const { 0: sign, 1: word = '', index } of stretch.matchAll(
    /(?<![\p{L}\d])([\p{L}\d][\p{L}\p{M}\d'’.-]*)\s?(?:\(\?\)|\[\?\])/gu,
  )) {
    marks.push(doubted(at(index), at(index + word.length), sign));
  }
  return marks;
}

function bracketed(
  bracket: string,
  start: number,
  before: string,
): (GapMark | UnclearMark | SicMark | AnnotationMark | MarkupMark)[] {
  const end = start + bracket.length;
  const words = bracket.slice(1, -1).replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
  if (/^sic[.!]?$/i.test(words)) {
    const word = /[\p{L}\d][\p{L}\p{M}\d'’-]*(?=(?:[\s"”’*]|<\/?\w+>)*$)/u.exec(before);
    if (!word) return [];
    const from = start - before.length + word.index;
    return [{ kind: 'sic', ...found(from, from + word[0].length, 'high', '[sic] in the transcription') }];
  }
  const gap = GAPS.flatMap(({ pattern, reason }) => {
    const match = pattern.exec(words);
    return match ? [{ reason, groups: match.groups ?? {} }] : [];
  })[0];
  if (gap) {
    const unit = UNITS[gap.groups.unit?.toLowerCase().replace(/s$/, '') ?? ''];
    const isRough = /\b(?:half|less than|about|approximately)\b|\//i.test(words);
    const quantity = isRough ? undefined : countOf(gap.groups.count);
    const range = found(start, end, 'high', 'words of the transcriber');
    return [
      { kind: 'gap', ...range, reason: gap.reason, ...(unit && { unit }), ...(unit && quantity && { quantity }) },
    ];
  }
  const hand = HANDWRITTEN.exec(bracket)?.[0];
  if (hand !== undefined) {
    const range = found(start, end, 'high', 'words of the transcriber');
    const position = /margin/i.test(hand) ? 'margin' : 'inline';
    return [{ kind: 'annotation', position, ...range }, ...bracketMarks({ start, end }, hand.length)];
  }
  return /^[\p{L}\d][^?]{0,40}\?$/u.test(words) ? [doubted(start + 1, end - 1, bracket)] : [];
}

function countOf(words: string | undefined): number | undefined {
  if (words === undefined) return undefined;
  const n = readNumber(words);
  return n > 0 ? n : undefined;
}

const doubted = (start: number, end: number, sign: string): UnclearMark => ({
  kind: 'unclear',
  ...found(start, end, 'low', `${sign} in the transcription`),
});

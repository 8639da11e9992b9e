import { likenessTo } from '../pages/likeness.js';

/** What kind of typescript it is; only of a conversation are turns of speech looked for. */
export type Genre = 'conversation' | 'memorandum' | 'letter' | 'telegram' | 'typescript';

/** Titles of forms, and what they are titles of. */
const TITLES: readonly { genre: Genre; pattern: RegExp }[] = [
  {
    genre: 'conversation',
    pattern:
      /^(?:DRAFT\s+|UNITED\s+STATES\s+|SUMMARY\s+)*(?:MEMORAND(?:UM|A)\s+(?:OF|ON)\s+(?:A\s+|THE\s+)?(?:TELEPHONE\s+)?(?:CONVERSATIONS?|MEETINGS?|DISCUSSIONS?|CONFERENCES?)|MEM[-\s]?CON|TEL[-\s]?CON|(?:RECORD|NOTES?|MINUTES|SUMMARY|REPORT)\s+(?:OF|ON)\s+(?:A\s+|THE\s+)?(?:TELEPHONE\s+)?(?:CONVERSATIONS?|MEETINGS?|DISCUSSIONS?|CONFERENCES?)|TELEPHONE\s+CONVERSATION|CONVERSATION\s+(?:BETWEEN|WITH))(?![\p{L}])/iu,
  },
  { genre: 'conversation', pattern: /^MEMORANDUM\s+FOR\s+(?:THE\s+)?(?:RECORD|FILES?)\b/i },
  {
    genre: 'telegram',
    pattern: /^(?:(?:OUTGOING|INCOMING|DEPARTMENT\s+OF\s+STATE)\s+)?(?:TELEGRAM|AIRGRAM|CABLE|CIRCULAR\s+TELEGRAM)\b/i,
  },
  {
    genre: 'memorandum',
    pattern: /^(?:(?:BRIEFING|ACTION|INFORMATION|OFFICE|DECISION|STAFF)\s+)?MEMORANDUM(?:\s+(?:FOR|TO)\b.*)?$/i,
  },
];

/** Titles whose misreadings are known by their likeness. */
const WORDINGS: readonly { words: string; genre: Genre }[] = [
  { words: 'MEMORANDUM OF CONVERSATION', genre: 'conversation' },
  { words: 'MEMORANDUM OF TELEPHONE CONVERSATION', genre: 'conversation' },
  { words: 'MEMORANDUM FOR THE RECORD', genre: 'conversation' },
];

const likeTitle = likenessTo(WORDINGS);

const LONGEST_TITLE = 120;
const PART = /^\(?(?:PART|Part)\s+(?:\d+|[IVX]+)(?:\s*(?:of|OF|\/)\s*(?:\d+|[IVX]+|[a-z]+))?\)?$/;

/** The genre that a line is the title of. */
export function titleOf(words: string): Genre | undefined {
  if (words.length > LONGEST_TITLE || /\p{Ll}[.?!]$/u.test(words)) return undefined;
  const bare = words.replace(/^["“(]+/, '');
  const exact = TITLES.find(({ pattern }) => pattern.test(bare));
  if (exact) return startsALine(bare) ? exact.genre : undefined;
  return likeTitle(words)?.genre;
}

/** A title is set in capitals, or every word of weight has one. */
const startsALine = (words: string): boolean =>
  words.split(/\s+/).filter((word) => /^\p{Ll}{4,}/u.test(word)).length <= words.split(/\s+/).length / 3;

/** "Part 2 of 5" under the title. */
export const isPart = (words: string): boolean => PART.test(words);

/** "Dear Mr. Chairman:" */
export const isSalutation = (words: string): boolean =>
  words.length <= 70 &&
  /^(?:(?:My\s+)?Dear\s+\p{L}.*[:,;.]?|(?:Your\s+)?Excellency\s*[:,]|(?:Dear\s+)?Sirs?\s*[:,])$/iu.test(words);

/** "Sincerely yours," */
export const isValediction = (words: string): boolean =>
  words.length <= 60 &&
  /^(?:(?:Very\s+|Most\s+)?(?:Sincerely|Faithfully|Respectfully|Cordially|Truly)(?:\s+yours)?|Yours?\s+(?:very\s+)?(?:sincerely|truly|faithfully|respectfully)|With\s+(?:best|warm|kind)\b.*(?:regards|wishes)|Respectfully\s+submitted)\s*[,.]?$/i.test(
    words,
  );

/** Lines that only a telegram has. */
export const isOfTelegram = (words: string): boolean =>
  /^(?:(?:O|P|R|Z|Y)\s+\d{6}Z\s+[A-Z]{3}\s+\d{2}|FM\s+(?:SECSTATE|AMEMBASSY|AMCONSUL|USMISSION|USUN|USDEL)\b.*|TO\s+(?:SECSTATE|AMEMBASSY|AMCONSUL|USMISSION|USUN|RUEHC)\b.*|TAGS:\s.*|E\.?\s?O\.?\s*\d{5}:.*|PAGE\s+0?\d\s+(?:OF\s+\d+\s+)?[A-Z]+\s+\d{3,6}.*)$/.test(
    words,
  );

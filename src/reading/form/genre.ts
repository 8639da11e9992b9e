import { hasPredicate, readsAsProse } from '../body/prose.js';
import { likenessTo } from '../pages/likeness.js';

/** What kind of typescript it is; only of a conversation are turns of speech looked for. */
export type Genre = 'conversation' | 'memorandum' | 'letter' | 'telegram' | 'typescript';

const STYLE =
  '(?:(?:DRAFT|UNITED STATES|SUMMARY|VERBATIM|STENOGRAPHIC|UNOFFICIAL|INFORMAL|ROUGH|BRIEF|FULL|AGREED)\\s+)*';
const RECORD = 'MEMORAND(?:UM|A)|RECORDS?|NOTES?|MINUTES|SUMMARY|REPORT|TRANSCRIPTS?|ACCOUNT|AIDE[-\\s]M[EÉ]MOIRE';
const OCCASION =
  '(?:(?:TELEPHONE|PRIVATE|INFORMAL|FURTHER|FIRST|SECOND|THIRD|FINAL)\\s+)*(?:CONVERSATIONS?|MEETINGS?|DISCUSSIONS?|CONFERENCES?|TALKS?|INTERVIEWS?|AUDIENCES?|CALLS?)';

/** Titles of forms, and what they are titles of. */
const TITLES: readonly { genre: Genre; pattern: RegExp }[] = [
  {
    genre: 'conversation',
    pattern: new RegExp(
      `^(?:${STYLE}(?:${RECORD})\\s+(?:OF|ON)\\s+(?:AN?\\s+|THE\\s+)?${OCCASION}|MEM[-\\s]?CON|TEL[-\\s]?CON|TELEPHONE\\s+CONVERSATIONS?|(?:CONVERSATION|INTERVIEW)S?\\s+(?:BETWEEN|WITH))(?![\\p{L}])`,
      'iu',
    ),
  },
  { genre: 'conversation', pattern: /^(?:VERBATIM|STENOGRAPHIC)\s+(?:RECORD|MINUTES|NOTES|TRANSCRIPT|REPORT)$/i },
  { genre: 'conversation', pattern: /^(?:NOTES?\s+FOR\s+(?:THE\s+)?(?:RECORD|FILES?)|FILE\s+NOTE)$/i },
  { genre: 'conversation', pattern: /^MEMORANDUM\s+FOR\s+(?:THE\s+)?(?:RECORD|FILES?)\b/i },
  {
    genre: 'telegram',
    pattern: /^(?:(?:OUTGOING|INCOMING|DEPARTMENT\s+OF\s+STATE)\s+)?(?:TELEGRAM|AIRGRAM|CABLE|CIRCULAR\s+TELEGRAM)\b/i,
  },
  {
    genre: 'memorandum',
    pattern: /^(?:(?:BRIEFING|ACTION|INFORMATION|OFFICE|DECISION|STAFF)\s+)?MEMORANDUM(?:\s+(?:FOR|TO|BY|FROM)\b.*)?$/i,
  },
  { genre: 'memorandum', pattern: /^AIDE[-\s]M[EÉ]MOIRE$/i },
];

/** Titles whose misreadings are known by their likeness. */
const WORDINGS: readonly { words: string; genre: Genre }[] = [
  { words: 'MEMORANDUM OF CONVERSATION', genre: 'conversation' },
  { words: 'MEMORANDUM OF TELEPHONE CONVERSATION', genre: 'conversation' },
  { words: 'MEMORANDUM FOR THE RECORD', genre: 'conversation' },
];

const likeTitle = likenessTo(WORDINGS);

/** In characters; a title that names the people, the day and the place is longer. */
const LONGEST_TITLE = 120;
const LONGEST_IN_FULL = 400;
/** "Record of a conversation between … and …", "Memorandum by …" */
const IN_FULL = /\s(?:BETWEEN|WITH|HELD|GIVEN|BY|FROM|AT|ON)\s/i;
const ENDS_A_SENTENCE = /\p{Ll}[.?!]$/u;
const HOUR_AT_THE_END = /\b[ap]\.\s?m\.$/i;
const PART = /^\(?(?:PART|Part)\s+(?:\d+|[IVX]+)(?:\s*(?:of|OF|\/)\s*(?:\d+|[IVX]+|[a-z]+))?\)?$/;

/** The genre that a line is the title of. */
export function titleOf(words: string): Genre | undefined {
  if (ENDS_A_SENTENCE.test(words) && !HOUR_AT_THE_END.test(words)) return undefined;
  if (words.length > (IN_FULL.test(words) ? LONGEST_IN_FULL : LONGEST_TITLE) || hasPredicate(words)) return undefined;
  const bare = words.replace(/^["“(]+/, '');
  const exact = TITLES.find(({ pattern }) => pattern.test(bare));
  if (exact) return exact.pattern.exec(bare)![0] === bare || startsALine(bare) ? exact.genre : undefined;
  return likeTitle(words)?.genre;
}

/** A title is set in capitals, or every word of weight has one. */
const startsALine = (words: string): boolean =>
  words.split(/\s+/).filter((word) => /^\p{Ll}{4,}/u.test(word)).length <= words.split(/\s+/).length / 3;

const WRITTEN_BY = /^MEMORANDUM\s+(?:BY|FROM)\s+(?!.*\sTO\s)/i;
const OF_A_TALK =
  /^(?:(?:my|our|his|secretary['’]s)\s+)?(?:farewell |private |first |second )?(?:call on|calls? by|conversations?|meetings?|talks?|interviews?|audience|lunch(?:eon)?|dinner|discussions?|visit (?:to|of|by))\b/i;
const I_MET =
  /\bI\s+(?:called\s+(?:on|upon)|saw|met|was\s+received\s+by|(?:lunched|dined|talked|spoke)\s+with|had\s+(?:an?|my|lunch|dinner)\b.{0,60}\bwith)\b|\b(?:called\s+on|came\s+(?:in\s+)?to\s+see|received|asked)\s+me\b/;

/** Whether a subject is a talk: "Meeting with the President, 4 March 1963". */
export const isOfATalk = (subject: string): boolean => OF_A_TALK.test(subject);

/** Whether a memorandum that names its writer and nobody to whom it goes, reports a talk, by its subject or first words. */
export const tellsOfATalk = (title: string, told: readonly string[]): boolean =>
  WRITTEN_BY.test(title) && told.some((words) => isOfATalk(words) || I_MET.test(words.slice(0, 300)));

/** Words that go on with a title: "between the Secretary", "given by the Prime Minister", "at the Foreign Office". */
const GOES_ON = /^(?:between|with|held|given|and|by|at|on|in|from|to|of)(?:\s|$)/i;
const LONGEST_PARTY = 80;
const ASKS_FOR_MORE = /(?:\b(?:between|with|and|by|of|on|at|in|to|the)|,)$/i;

/** Whether a line goes on with the title on the line before it. */
export function continuesTitle(title: string, line: string): boolean {
  if (hasPredicate(line) || ENDS_A_SENTENCE.test(line)) return false;
  if (line.length > LONGEST_PARTY && readsAsProse(line)) return false;
  const isInCapitals = (words: string) => !/\p{Ll}/u.test(words);
  if (ASKS_FOR_MORE.test(title) || GOES_ON.test(line)) return true;
  return IN_FULL.test(title) && isInCapitals(title) && isInCapitals(line) && /\p{Lu}{3}/u.test(line);
}

const PARTY_FOLLOWS = /\b(?:between|with|and)$/i;

/** Whether a block behind an empty line goes on with the title: in the midst of a phrase, or with a name it asks for. */
export function isRestOfTitle(title: string, words: string): boolean {
  if (words.length > LONGEST_IN_FULL || !continuesTitle(title, words.replace(/\n/g, ' '))) return false;
  if (/^(?:between|with|and)$/i.test(words) || (/^\p{Ll}/u.test(words) && GOES_ON.test(words))) return true;
  return PARTY_FOLLOWS.test(title) && words.length <= LONGEST_PARTY;
}

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

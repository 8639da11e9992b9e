import type { Certainty, FurnitureType } from '../../text/marks.js';
import { likenessTo } from './likeness.js';

/** What tells that a block is furniture. */
export interface FurnitureFound {
  type: FurnitureType;
  certainty: Certainty;
  evidence: string;
  /** What the words are a misreading of. */
  proposed?: string;
  /** Of a page number. */
  number?: number;
}

/** One way in which furniture is written; the whole block, emphasis left out, has to fit. */
interface FurnitureForm {
  type: FurnitureType;
  pattern: RegExp;
  evidence: string;
}

/** Levels of classification, the highest first, after Executive Orders 10290, 10501, 11652, 12065 and 12356. */
export const LEVELS: readonly string[] = [
  'TOP SECRET',
  'SECRET',
  'CONFIDENTIAL',
  'RESTRICTED',
  'ADMINISTRATIVELY CONFIDENTIAL',
  'LIMITED OFFICIAL USE',
  'FOR OFFICIAL USE ONLY',
  'OFFICIAL USE ONLY',
  'UNCLASSIFIED',
];

/** Distribution captions, handling caveats and downgrading groups (5 FAH-2; Executive Orders 11652 and 12356). */
const CAVEATS =
  'NOFORN|LIMDIS|LIMIT(?:ED)? DISTRIBUTION|NO DISTRIBUTION(?: OUTSIDE (?:THE )?DEPARTMENT)?|EXDIS|NODIS|STADIS|CHEROKEE|EYES ONLY|SENSITIVE|LITERALLY EYES ONLY|EXCLUSIVE(?:LY)? EYES ONLY|HANDLE AS NODIS|NATO|COSMIC|UMBRA|CODEWORD|RESTRICTED DATA|FORMERLY RESTRICTED DATA|ORCON|NOCONTRACT|RUFFE?|X?GDS|ADS|GROUP [1-4]|OADR|DECL:? ?OADR|ROGER CHANNEL|OUTSIDE (?:THE )?SYSTEM|ENTIRE TEXT|(?:WITH|W/) ?(?:TOP SECRET|SECRET|CONFIDENTIAL) ATTACHMENTS?';
const SPACED = (words: string): string => words.replaceAll(' ', '\\s+');
const LEVEL = SPACED(LEVELS.join('|'));
const CLASSIFICATION = new RegExp(
  `^["(*-]*\\s*(?:(?:NATO|COSMIC)[\\s/-]+)?(?:${LEVEL}|EYES\\s+ONLY|(?:NODIS|EXDIS|LIMDIS)(?=$|[\\s/]))(?:[\\s/,;()—–-]+(?:${SPACED(CAVEATS)}))*\\s*["*)-]*$`,
);

const MONTH = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\\.?';

/** The forms of furniture of United States typescripts. Order matters where two fit: the more telling first. */
const FORMS: readonly FurnitureForm[] = [
  { type: 'classification', pattern: CLASSIFICATION, evidence: 'classification marking' },
  {
    type: 'pageNum',
    pattern:
      /^(?:[-–—~.]{1,2}\s*\d{1,4}\s*[-–—~.]{1,2}|[-–—~]\s*\d{1,3}|\d{1,3}\s*[-–—~]|[([/]\s*\d{1,4}\s*[)\]/]|(?:page|pg\.?|p\.)\s*(?:no\.?\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s+pages?)?|\d{1,3}\s+of\s+\d{1,3}(?:\s+pages?)?|\d{1,3}\.?)$/i,
    evidence: 'page number',
  },
  {
    type: 'form',
    pattern:
      /^(?:F(?:ORM|orm)\b.{0,40}\d.{0,20}(?:\n\d{1,2}-\d{2})?|(?:DS|OF|SF|GPO|OCB|NSC)[- ]?(?:FORM\s*)?\d[\w()-]{0,12}(?:\s[^a-z]{0,30})?)$/,
    evidence: 'number of a printed form',
  },
  {
    type: 'stamp',
    pattern:
      /^["“(]?\s*(?:BEST\s+(?:AVAILABLE\s+COPY|COPY\s+AVAILABLE)|DECLASSIF(?:IED|Y|ICATION)\b.*|(?:GROUP\s*-?\s*[1-4][\s:-]+)?(?:DOWNGRADED|EXCLUDED\s+FROM\s+AUTOMATIC)\b.*|GROUP\s*-?\s*[1-4]|UNCLASSIFIED\s+U\.?\s?S\.?\s+DEPARTMENT.*)$/is,
    evidence: 'wording of a stamp',
  },
  {
    type: 'stamp',
    pattern:
      /^(?:AUTHORITY:?\s+.*\d.*|.*\bE\.?\s?O\.?\s*(?:11652|12065|12356|12958|13526)\b.*|BY:?\s+\S.*\b(?:NARA|NARS|NLE|NLK|NLJ|NLN|NLF|NLC|NLR)\b.*|.*\bNARA,?\s+DATE\b.*|(?:RELEASED?|DENIED|EXCISED?)\s+IN\s+(?:FULL|PART).*|(?:APPROVED|AUTHORIZED)\s+FOR\s+RELEASE.*|NN[DFG][- ]?\d{6,}.*|.*\bMANDATORY\s+REVIEW\b.*|.*\bA\/CDC\/MR\b.*)$/is,
    evidence: 'authority for declassification',
  },
  {
    type: 'stamp',
    pattern:
      /^(?:(?:DE)?CLASSIFIED\s+BY\b.*|(?:SUBJECT\s+TO|EXEMPT\s+FROM)\s+(?:THE\s+)?GENERAL\s+DECLASSIFICATION.*|(?:GENERAL\s+DECLASSIFICATION\s+)?SCHEDULE\s+OF\s+E(?:XECUTIVE\s+ORDER|\.?O\.?).*|EXEMPTION\s+CATEGOR(?:Y|IES)\b.*|AUTOMATICALLY\s+(?:DE)?CLASSIFIED\b.*|AUTOMATICALLY\s+DOWNGRADED\b.*|GROUP\s+[1-4IV]+\b.*|(?:EXCLUDED\s+FROM|NOT)\s+AUTOMATIC(?:ALLY)?\b.*DECLASSIFI.*|DECL(?:ASSIFY)?(?:\s+ON)?\s*:.*|REASON:?\s+\d.*|REVIEW\s+ON\b.*|DERIVED\s+FROM\b.*)$/is,
    evidence: 'rule of downgrading and declassification',
  },
  {
    type: 'stamp',
    pattern:
      /^(?:REPRODUCED\s+(?:AT|FROM)\s+THE\s+.*|PHOTOCOPY\s+.*|COPY\s+(?:OF\s+)?[A-Z. ]*LIBRARY\b.*|[A-Z. ]+\s+(?:PRESIDENTIAL\s+)?LIBRARY(?:\s+COPY)?)$/is,
    evidence: 'stamp of an archive or library',
  },
  {
    type: 'stamp',
    pattern:
      /^(?:SECURITY\s+INFORMATION|SANITIZED|RECEIVED|RECORDED|FILED|CLASSIFIED|ACTION\s+COPY|FILE\s+COPY|INFORMATION\s+COPY|RUSH|URGENT|IMMEDIATE)\b[^a-z]{0,80}$/s,
    evidence: 'wording of a stamp, in capitals',
  },
  {
    type: 'stamp',
    pattern: /^(?:NO|LIMITED)\s+DISTRIBUTION(?:\s+OUTSIDE\s+(?:OF\s+)?(?:THE\s+)?DEPARTMENT)?\.?$/i,
    evidence: 'caption of handling',
  },
  {
    type: 'stamp',
    pattern: new RegExp(
      `^(?:19\\d\\d\\s+)?${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d+){2,}(?:\\s*[AP]\\.?M\\.?)?(?:\\s+['’]?\\d{2,4})?$`,
    ),
    evidence: 'date and hour of a receiving stamp',
  },
  {
    type: 'other',
    pattern: /^\(?(?:cont(?:inued|['’]?d|\.)(?:\s+on\s+(?:next\s+page|page\s+\d+))?|more|over)\)?\.*$/i,
    evidence: 'sign that the text goes on',
  },
  {
    type: 'control',
    pattern:
      /^(?:(?:doc(?:ument)?|case|control|copy|film|reel|frame|serial|an|file)\.?\s*(?:no\.?|number|#)?\s*[:#]?\s*(?=\S*\d)[A-Z\d][A-Z\d/. -]{1,24}|copy\s+\d+\s+of\s+\d+(?:\s+copies)?)$/i,
    evidence: 'number with the name of its series',
  },
  {
    type: 'control',
    pattern: /^[A-Z]{1,4}(?:\/[A-Z]{1,6}){1,3}[\s-]+\d{2,6}$/,
    evidence: 'number in the series of an office',
  },
  {
    type: 'control',
    pattern: /^(?:NO\.?\s*)?(?=.*\d)[A-Z]{0,6}\s*[-–.]?\s*\d{1,7}(?:\s*[-–/. ]\s*\d{1,6}){0,2}[A-Z]?$/,
    evidence: 'number by which the sheet was registered or filmed',
  },
];

/** Forms that a machine has misread in a letter or two: what they would be, and how the misreading looks. */
const MISREAD: readonly FurnitureForm[] = [
  {
    type: 'pageNum',
    pattern: /^[-–—~=_]\s*[\dZSlIO|B?]{1,3}\s*[-–—~=_]$/,
    evidence: 'like a page number between dashes',
  },
  {
    type: 'control',
    pattern: /^(?=.*\d)[A-Z]{1,6}\s*[-–.~]?\s*[\dlIOSBZ|]{2,7}$/,
    evidence: 'like a number of registration, with letters for figures',
  },
];

/** Markings and stamps that stand on sheet after sheet, and are therefore misread in many ways. */
const WORDINGS: readonly { words: string; type: FurnitureType }[] = [
  ...LEVELS.map((words) => ({ words, type: 'classification' as const })),
  { words: 'EYES ONLY', type: 'classification' },
  { words: 'SECRET/NODIS', type: 'classification' },
  { words: 'SECRET/EXDIS', type: 'classification' },
  { words: 'BEST COPY AVAILABLE', type: 'stamp' },
  { words: 'BEST AVAILABLE COPY', type: 'stamp' },
  { words: 'DECLASSIFIED', type: 'stamp' },
];
const likeWording = likenessTo(WORDINGS);

const LONGEST = 240;
const LONGEST_MISREAD = 40;

/** "- 2 -" or a number apart from the marking on the same line. */
const MARKING_AND_NUMBER =
  /^(?<marking>.*?[A-Z)])(?:\s{2,}|\t+|\s+(?=[-–—]\s*\d+\s*[-–—]$))(?<number>(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?|page\s+\d{1,3})$/i;

/** A head of one line that holds the marking and the page number: where the number begins in its words. */
export function numberBehindMarking(words: string): number | undefined {
  const groups = MARKING_AND_NUMBER.exec(words)?.groups;
  if (!groups || furnitureOf(groups.marking!)?.type !== 'classification') return undefined;
  return words.length - groups.number!.length;
}

/** What furniture a block's words are, if any; `words` without the delimiters of emphasis. */
export function furnitureOf(words: string): FurnitureFound | undefined {
  if (words.length > LONGEST) return undefined;
  const found = FORMS.find(({ pattern }) => pattern.test(words)) ?? letterSpaced(words);
  if (!found) return undefined;
  const { type, evidence } = found;
  const number = type === 'pageNum' ? Number(/\d+/.exec(words)?.[0]) : undefined;
  return { type, certainty: 'high', evidence, ...(number !== undefined && { number }) };
}

/** "S E C R E T" */
const letterSpaced = (words: string): FurnitureForm | undefined =>
  /^(?:[A-Z] ){4,}[A-Z]$/.test(words) && CLASSIFICATION.test(words.replaceAll(' ', ''))
    ? { type: 'classification', pattern: CLASSIFICATION, evidence: 'classification marking, letters spaced' }
    : undefined;

/** What furniture a block's words may be, if a letter or two were misread; only where furniture is to be looked for. */
export function misreadFurniture(words: string): FurnitureFound | undefined {
  if (words.length > LONGEST_MISREAD || words.includes('\n')) return undefined;
  const form = MISREAD.find(({ pattern }) => pattern.test(words));
  if (form) return { type: form.type, certainty: 'medium', evidence: form.evidence };
  const letters = words.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  if (letters.length < 4 || capitals / letters.length < 0.7) return undefined;
  const like = likeWording(words);
  if (!like) return undefined;
  return { type: like.type, certainty: 'medium', evidence: `like “${like.words}”`, proposed: like.words };
}

/** Capitals over two or more lines, at the foot of a page: the rubber stamp of an office. */
export const isOfficeStamp = (words: string): boolean =>
  words.includes('\n') && words.length <= 160 && words === words.toUpperCase() && /[A-Z]{3}/.test(words);

/** Capitals and figures in a word or three: no text, whatever it is. */
export const isSign = (words: string): boolean =>
  words.length <= 30 &&
  /^[^\p{Ll}\n]*$/u.test(words.replace(/l/g, '1')) &&
  words.split(/\s+/).length <= 3 &&
  !/[?!:;,]$/.test(words);

/** A word or two without the end of a sentence: what a typist repeats at the foot of a page. */
export const mayBeCatchword = (words: string): boolean =>
  words.length <= 30 && words.split(/\s+/).length <= 2 && !words.includes('\n') && !/[.?!:;]$/.test(words);

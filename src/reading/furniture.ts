import type { FurnitureType } from '../text/marks.js';

/** One way in which furniture is written; the whole block, emphasis left out, has to fit. */
interface FurnitureForm {
  type: FurnitureType;
  pattern: RegExp;
  evidence: string;
}

const LEVEL =
  '(?:TOP\\s+SECRET|SECRET|CONFIDENTIAL|RESTRICTED|LIMITED\\s+OFFICIAL\\s+USE|OFFICIAL\\s+USE\\s+ONLY|UNCLASSIFIED|COSMIC|EYES\\s+ONLY)';
const CAVEAT =
  '(?:NOFORN|LIMDIS|LIMIT(?:ED)?\\s+DISTRIBUTION|EXDIS|NODIS|EYES\\s+ONLY|SENSITIVE|NATO|RESTRICTED\\s+DATA|XGDS|GDS|RUFFE?)';

/**
 * The forms of furniture of United States typescripts. Order matters where two fit: the more telling first.
 * Classification markings after Executive Orders 10290 (1951), 10501 (1953), 11652 (1972) and 12356 (1982);
 * distribution caveats after the Department of State's correspondence practice.
 */
const FORMS: readonly FurnitureForm[] = [
  {
    type: 'classification',
    pattern: new RegExp(`^\\(?${LEVEL}(?:[\\s/,;-]+${CAVEAT})*\\)?$`),
    evidence: 'classification marking',
  },
  {
    type: 'pageNum',
    pattern: /^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:page|p\.)\s*\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s+pages?)?|\d{1,3}\.?)$/i,
    evidence: 'page number',
  },
  {
    type: 'form',
    pattern: /^(?:FORM\b.*\d.*|(?:DS|OF|SF|GPO)[- ]?\d+.*)$/i,
    evidence: 'number of a printed form',
  },
  {
    type: 'stamp',
    pattern: /^["“]?\s*(?:BEST\s+COPY\s+AVAILABLE|DECLASSIF(?:IED|Y)\b.*)$/is,
    evidence: 'wording of a stamp',
  },
  {
    type: 'stamp',
    pattern: /^(?:SANITIZED|REPRODUCED|RECEIVED|RECORDED|FILED|CLASSIFIED)\b[^a-z]{0,80}$/s,
    evidence: 'wording of a stamp, in capitals',
  },
  {
    type: 'stamp',
    pattern: /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?\s+\d{1,2}(?:\s+\d+){2,}(?:\s*[AP]M)?$/,
    evidence: 'date and hour of a receiving stamp',
  },
  {
    type: 'control',
    pattern: /^(?:NO\.?\s*)?(?=.*\d)[A-Z]{0,6}\s*[-–.]?\s*\d{1,6}(?:\s*[-–/. ]\s*\d{1,6}){0,2}[A-Z]?$/,
    evidence: 'number by which the sheet was registered or filmed',
  },
];

const LETTERHEAD =
  /^(?:(?:THE\s+)?DEPARTMENT\s+OF\s+(?:STATE|DEFENSE)|THE\s+WHITE\s+HOUSE|NATIONAL\s+SECURITY\s+COUNCIL|(?:AMERICAN\s+)?EMBASSY\b.*|UNITED\s+STATES\s+(?:MISSION|DELEGATION)\b.*|CENTRAL\s+INTELLIGENCE\s+AGENCY)(?:\s*\n\s*WASHINGTON(?:,?\s+D\.?\s?C\.?)?)?$/i;

export interface FurnitureFound {
  type: FurnitureType;
  evidence: string;
}

/** What furniture a block's words are, if any; `words` without the delimiters of emphasis. */
export function furnitureOf(words: string): FurnitureFound | undefined {
  if (words.length > 160) return undefined;
  const found = FORMS.find(({ pattern }) => pattern.test(words));
  return found && { type: found.type, evidence: found.evidence };
}

/** The name of an office printed at the head of its paper; at the foot, over two lines, it is that office's stamp. */
export const isLetterhead = (words: string): boolean => LETTERHEAD.test(words);

/** Capitals over two or more lines, at the foot of a page: the rubber stamp of an office. */
export const isOfficeStamp = (words: string): boolean =>
  words.includes('\n') && words.length <= 160 && words === words.toUpperCase() && /[A-Z]{3}/.test(words);

/** A word or two without the end of a sentence: what a typist repeats at the foot of a page. */
export const mayBeCatchword = (words: string): boolean =>
  words.length <= 30 && words.split(/\s+/).length <= 2 && !words.includes('\n') && !/[.?!:;]$/.test(words);

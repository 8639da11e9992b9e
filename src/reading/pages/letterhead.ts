import { likenessTo } from './likeness.js';

const LETTERHEAD =
  /^(?:(?:THE\s+)?DEPARTMENT\s+OF\s+(?:STATE|DEFENSE|THE\s+TREASURY|COMMERCE|JUSTICE)|(?:UNITED\s+STATES|U\.?\s?S\.?)\s+DEPARTMENT\s+OF\s+STATE|THE\s+WHITE\s+HOUSE|NATIONAL\s+SECURITY\s+COUNCIL|EXECUTIVE\s+OFFICE\s+OF\s+THE\s+PRESIDENT|(?:THE\s+)?(?:FOREIGN\s+SERVICE\s+OF\s+THE\s+UNITED\s+STATES\s+OF\s+AMERICA|SECRETARY\s+OF\s+(?:STATE|DEFENSE)|UNDER\s+SECRETARY\s+OF\s+STATE|VICE\s+PRESIDENT)|(?:AMERICAN\s+)?(?:EMBASSY|CONSULATE(?:\s+GENERAL)?|LEGATION)\b.*|UNITED\s+STATES\s+(?:MISSION|DELEGATION|EMBASSY)\b.*|CENTRAL\s+INTELLIGENCE\s+AGENCY|(?:THE\s+)?JOINT\s+CHIEFS\s+OF\s+STAFF|OFFICE\s+OF\s+THE\s+SECRETARY(?:\s+OF\s+DEFENSE)?)(?:\s*[\n,]\s*WASHINGTON(?:,?\s*(?:\d+,?\s*)?D\.?\s?C\.?)?(?:\s*\d{5})?)?$/i;

/** Letterheads of which misreadings are known by their likeness. */
const WORDINGS: readonly { words: string }[] = [
  'DEPARTMENT OF STATE',
  'UNITED STATES DEPARTMENT OF STATE',
  'THE WHITE HOUSE',
  'NATIONAL SECURITY COUNCIL',
  'DEPARTMENT OF DEFENSE',
  'EXECUTIVE OFFICE OF THE PRESIDENT',
  'CENTRAL INTELLIGENCE AGENCY',
].map((words) => ({ words }));
const likeWording = likenessTo(WORDINGS);

/** The letterhead of which words are a misreading. */
export const misreadLetterhead = (words: string): string | undefined => likeWording(words)?.words;

/** The name of an office printed at the head of its paper; at the foot, over two lines, it is that office's stamp. */
export const isLetterhead = (words: string): boolean => {
  const lines = words.split('\n');
  return LETTERHEAD.test(words) || (lines.length <= 4 && LETTERHEAD.test(lines[0]!) && lines.every(isShort));
};

const isShort = (line: string): boolean => line.length <= 60 && !/\p{Ll}[.?!]$/u.test(line);

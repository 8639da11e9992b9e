import { isCourtesy, NAME_PATTERN, TITLE_PATTERN } from './titles.js';

/** A line of the list of participants that gives somebody by office. */
export interface OfficeItem {
  /** As written, with the article. */
  office: string;
  phrase: string;
  rest: string;
  /** The name behind the office: "The Secretary of State, Mr. Dulles"; offsets in the line. */
  bearer?: { start: number; end: number; title?: string; name: string };
}

const HEAD =
  "President|Secretary|General|Chairman|Ambassador|Minister|Chancellor|Counsel(?:l?or)|Director|Marshal|Admiral|Governor|Senator|King|Queen|Shah|Premier|Chargé|Consul|Commissioner|Prince|Emperor|Speaker|Advis[eo]r|Interpreter|Representative|Commander|Chief|Administrator|Undersecretary|Charg[eé] d['’]Affaires";
const OF =
  '(?:\\s+(?:of|for|to|in|at)(?:\\s+the)?\\s+\\p{Lu}[\\p{L}.-]*(?:\\s+(?:(?:and|of|the)\\s+){0,2}\\p{Lu}[\\p{L}.-]*){0,4})?';
/** Any office with the article. */
const WITH_ARTICLE = `[Tt]he\\s+(?<phrase>(?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,4}?(?:${HEAD})(?:\\s+General)?${OF})`;
/** Offices that the list gives without one too. */
const BARE =
  '(?<bare>(?:Vice[- ])?President|(?:Under )?Secretary(?:[- ]General)?|Chairman|Ambassador|Foreign Minister|Prime Minister|Chancellor)';
const ITEM = new RegExp(`^(?<office>${WITH_ARTICLE}|${BARE})(?<rest>\\s*(?:[,(;:–—].*|\\s-\\s.*)?)$`, 'us');
const BEARER = new RegExp(`^[\\s,(;:–—-]+(?:(?<title>${TITLE_PATTERN})\\s+)?(?<name>${NAME_PATTERN})\\)?\\s*$`, 'us');
const OFFICE_WORD = new RegExp(`\\b(?:${HEAD}|Embassy|Department|Office|Bureau|Staff)\\b`);

/** Whether words name a person by office alone, or by office first. */
export const isOfficeItem = (words: string): boolean => ITEM.test(words);

export function readOfficeItem(words: string): OfficeItem | undefined {
  const groups = ITEM.exec(words)?.groups;
  if (!groups) return undefined;
  const { office = '', phrase, bare, rest = '' } = groups;
  const found = BEARER.exec(rest);
  const { title, name = '' } = found?.groups ?? {};
  const isName =
    found &&
    (title === undefined || isCourtesy(title)) &&
    (title !== undefined || (/\s/.test(name) && !OFFICE_WORD.test(name)));
  const before = /^[\s,(;:–—-]*/.exec(rest)?.[0].length ?? 0;
  const start = office.length + before;
  const end = start + (found?.[0].slice(before).replace(/\)?\s*$/, '').length ?? 0);
  return {
    office,
    phrase: phrase ?? bare ?? '',
    rest,
    ...(isName && { bearer: { start, end, name, ...(title !== undefined && { title }) } }),
  };
}

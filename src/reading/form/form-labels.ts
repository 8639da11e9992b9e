import { likenessTo } from '../pages/likeness.js';

/** What a labelled field of the form gives. */
export type Field =
  | 'date'
  | 'time'
  | 'place'
  | 'subject'
  | 'participants'
  | 'distribution'
  | 'to'
  | 'from'
  | 'through'
  | 'reference'
  | 'drafter'
  | 'clearance'
  | 'approval'
  | 'attachments';

/** The words of a label; `colon` where they are a label only with a colon, since sentences begin with them too. */
const FIELDS: readonly { field: Field; words: string; colon?: true }[] = [
  {
    field: 'date',
    words: 'DATE(?: OF (?:CONVERSATION|MEETING))?(?:\\s*(?:,|AND|,\\s*AND|&|/)\\s*(?:TIME|PLACE))*',
  },
  { field: 'time', words: 'TIME (?:AND|&) PLACE' },
  { field: 'place', words: 'PLACE (?:AND|&) (?:TIME|DATE)' },
  { field: 'time', words: 'TIME|HOUR' },
  { field: 'place', words: 'PLACE|LOCATION|VENUE' },
  { field: 'subject', words: 'SUBJECTS?(?: DISCUSSED)?|TOPICS?' },
  { field: 'subject', words: 'SUBJ\\.?|RE', colon: true },
  { field: 'participants', words: 'PARTICIPANTS|PERSONS PRESENT|THOSE PRESENT|PRESENT|ATTENDEES' },
  { field: 'participants', words: 'ALSO PRESENT|PARTICIPATING|IN ATTENDANCE', colon: true },
  { field: 'distribution', words: 'COPIES TO|DISTRIBUTION|CC' },
  { field: 'distribution', words: 'COP(?:Y|IED) TO|C\\.C\\.|INFO(?:RMATION)? COP(?:Y|IES)(?: TO)?', colon: true },
  { field: 'to', words: 'TO|MEMORANDUM (?:TO|FOR)' },
  { field: 'from', words: 'FROM' },
  { field: 'through', words: 'THROUGH|THRU|VIA' },
  { field: 'reference', words: 'REF(?:ERENCE)?S?\\.?|REFTELS?', colon: true },
  {
    field: 'drafter',
    words: 'DRAFTED(?: BY)?|DRAFTER|DRAFTING OFFICER?|PREPARED BY|REPORTING OFFICER|REPORTED BY|NOTE\\s*TAKER',
    colon: true,
  },
  { field: 'clearance', words: 'CLEARED(?: BY)?|CLEARANCES?|CONCURRENCES?', colon: true },
  { field: 'approval', words: 'APPROVED(?: BY)?', colon: true },
  { field: 'attachments', words: 'ATTACHMENTS?|ENCLOSURES?|ENCLS?\\.?|TABS?', colon: true },
];

/** A side named before the label: "U.S. PARTICIPANTS", "For the Soviet side". */
const SIDE = "(?:(?<side>\\p{L}[\\p{L}.’' -]{0,30}?)\\s+)?";

/**
 * A label with a colon in any case; in any case where a wide space or the line's end follows; or in capitals before a
 * word that begins with a capital or figure.
 */
const LABELS = FIELDS.map(({ field, words, colon }) => {
  const side = field === 'participants' ? SIDE : '';
  const before = `^\\s*(?:[-•·]\\s*)?${side}(?<label>${words.replaceAll(' ', '\\s+')})`;
  return {
    field,
    withColon: new RegExp(`${before}\\s*[.…]*\\s*:`, 'iu'),
    alone: colon ? undefined : new RegExp(`${before}(?:\\s*[.…]+)?(?=\\s{2,}|\\t|\\s*$)`, 'iu'),
    inCapitals: colon ? undefined : new RegExp(`${before}(?=\\s+[A-Z0-9“"])`, 'u'),
  };
});

/** Labels that a machine has misread are told by their likeness to these. */
const PLAIN: readonly { field: Field; words: string }[] = [
  { field: 'date', words: 'DATE' },
  { field: 'place', words: 'PLACE' },
  { field: 'subject', words: 'SUBJECT' },
  { field: 'participants', words: 'PARTICIPANTS' },
  { field: 'distribution', words: 'COPIES TO' },
  { field: 'distribution', words: 'DISTRIBUTION' },
];
const likePlain = likenessTo(PLAIN);

export interface LabelFound {
  field: Field;
  /** End of the label in the line's words, its colon included. */
  end: number;
  /** The side that it names, as offsets in the line's words. */
  side?: { start: number; end: number };
  misread?: true;
}

/** The label at the beginning of a line, what the format has written blanked out; white space as it stands. */
export function labelOf(words: string): LabelFound | undefined {
  for (const { field, withColon, alone, inCapitals } of LABELS) {
    const match = withColon.exec(words) ?? alone?.exec(words) ?? inCapitals?.exec(words);
    if (!match) continue;
    const side = match.groups?.side;
    if (side !== undefined && (field !== 'participants' || !mayBeSide(side))) continue;
    const start = side === undefined ? 0 : match[0].indexOf(side);
    return { field, end: match[0].length, ...(side !== undefined && { side: { start, end: start + side.length } }) };
  }
  const label = /^\s*([\p{L}\d|!]{2,12}(?: [\p{L}\d|!]{1,3})?)\s*(?::|$)/u.exec(words);
  const like = label && label[1] === label[1]!.toUpperCase() && likePlain(label[1]!);
  return like ? { field: like.field, end: label![0].length, misread: true } : undefined;
}

/** Before "PARTICIPANTS" a side stands in a word or three, not a sentence. */
const mayBeSide = (words: string): boolean =>
  words.split(/\s+/).length <= 4 && !/\b(?:the|all|other|were|was)$/i.test(words);

/** Where a second label begins in the words after a first: "DATE: January 10, 1963    TIME: noon". */
export function nextLabel(words: string, from: number): number | undefined {
  for (const { index, 0: gap } of words.slice(from).matchAll(/\t+|\s{2,}/g)) {
    const at = from + index + gap.length;
    const label = labelOf(words.slice(at));
    if (label && !label.misread && /:/.test(words.slice(at, at + label.end))) return at;
  }
  return undefined;
}

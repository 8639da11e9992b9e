import type { Block } from '../sources/markdown.js';
import { trimmed } from '../sources/markdown.js';
import type { Certainty, Mark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';
import { annotationOf } from './annotations.js';
import { findDates, findTime } from './dates.js';
import { distributionMarks, participantMarks } from './form-lists.js';
import { found } from './found.js';
import { furnitureOf, isLetterhead } from './furniture.js';
import { furnitureMark, type WordedBlock } from './pages.js';
import { sideNamed } from './sides.js';

/** What the form says, as places in the transcription. */
export interface FormFacts {
  title?: Range;
  /** The day of the conversation, ISO 8601. */
  date?: string;
  /** `hh:mm:ss`, local time. */
  time?: string;
  place?: Range;
  subjects: Range[];
  people: ListedPerson[];
  /** The cells of the distribution list. */
  distribution: Range[];
}

export interface ListedPerson {
  item: Range;
  /** The delegation's name as written, and its place in the list from 0. */
  delegation?: { name: Range; n: number };
}

export interface Form {
  marks: Mark[];
  facts: FormFacts;
  /** Index of the first block after the form. */
  bodyFrom: number;
}

type Field = 'date' | 'time' | 'place' | 'subject' | 'participants' | 'distribution';

const FIELDS: readonly { field: Field; words: string }[] = [
  { field: 'date', words: 'DATE AND TIME|DATE & TIME|DATE' },
  { field: 'time', words: 'TIME' },
  { field: 'place', words: 'PLACE|LOCATION' },
  { field: 'subject', words: 'SUBJECTS?|TOPICS?' },
  { field: 'participants', words: 'PARTICIPANTS|PERSONS PRESENT|PRESENT' },
  { field: 'distribution', words: 'COPIES TO|DISTRIBUTION|CC' },
];

/** A label with a colon in any case, or in capitals with nothing but space after it. */
const LABELS = FIELDS.map(({ field, words }) => ({
  field,
  withColon: new RegExp(`^\\**(?:${words})\\**\\s*:\\**`, 'i'),
  inCapitals: new RegExp(`^\\**(?:${words})\\**(?=\\s{2,}|\\t|\\s*$|\\s+[A-Z0-9])`),
}));

const TITLE =
  /^\**(?:MEMORANDUM\s+OF\s+(?:TELEPHONE\s+)?CONVERSATION|MEMCON|MEMORANDUM\s+FOR\s+THE\s+RECORD|RECORD\s+OF\s+(?:CONVERSATION|MEETING))\**$/i;

/** One labelled field: its label, and the lines of its value. */
interface Entry {
  field: Field;
  label: Range;
  lines: Range[];
}

const LONGEST_LINE_OF_A_LIST = 120;
const ENDS_A_SENTENCE = /\p{Ll}[.?!]["”’)]*$/u;

/** Reads the head of the document up to the first block of running text. */
export function readForm(transcription: Transcription, blocks: readonly WordedBlock[]): Form {
  const marks: Mark[] = [];
  const entries: Entry[] = [];
  const facts: FormFacts = { subjects: [], people: [], distribution: [] };
  const titled = blocks.findIndex(({ block }) => isTitle(transcription, block));
  let i = 0;
  for (; i < blocks.length; i++) {
    const { block, words } = blocks[i]!;
    const furniture = furnitureOf(words);
    const annotation = annotationOf(words);
    if (isLetterhead(words)) {
      marks.push(furnitureMark(block, 'letterhead', 'top', 'high', 'name of an office at the head'));
    } else if (isTitle(transcription, block)) {
      facts.title = block.lines[0]!;
      marks.push(...titleMarks(block));
    } else if (labelOf(transcription, block.lines[0]!)) {
      for (const line of block.lines) addLine(transcription, entries, line);
    } else if (continues(transcription, entries.at(-1), blocks, i)) {
      entries.at(-1)!.lines.push(...block.lines);
    } else if (annotation && entries.length === 0) {
      marks.push(...annotationMarks(block, annotation.certainty, annotation.evidence));
    } else if (furniture) {
      marks.push(furnitureMark(block, furniture.type, 'top', 'high', furniture.evidence));
    } else if (i < titled && words.length <= LONGEST_LINE_OF_A_LIST && !ENDS_A_SENTENCE.test(words)) {
      marks.push(...annotationMarks(block, 'low', 'words beside the letterhead, of no known form'));
    } else {
      break;
    }
  }
  marks.push(...entryMarks(transcription, entries, facts));
  return { marks, facts, bodyFrom: i };
}

const slice = ({ text }: Transcription, { start, end }: Range): string => text.slice(start, end);

const isTitle = (transcription: Transcription, block: Block): boolean =>
  block.lines[0] !== undefined && TITLE.test(slice(transcription, block.lines[0]));

/** The form's title is its first line; what stands under it in the same block was added later. */
function titleMarks({ lines }: Block): Mark[] {
  const [title, ...rest] = lines;
  const marks: Mark[] = [{ kind: 'title', ...found(title!.start, title!.end, 'high', 'title of the form') }];
  if (rest.length === 0) return marks;
  const added = { start: rest[0]!.start, end: rest.at(-1)!.end, lines: rest };
  return [...marks, ...annotationMarks(added, 'medium', 'words under the printed title')];
}

function annotationMarks(block: Block, certainty: Certainty, evidence: string): Mark[] {
  return [
    { kind: 'annotation', position: 'top', ...found(block.start, block.end, certainty, evidence) },
    ...lineMarks(block.lines),
  ];
}

/** A mark at the beginning of each line but the first. */
export const lineMarks = (lines: readonly Range[]): Mark[] =>
  lines
    .slice(1)
    .map(({ start }) => ({ kind: 'line', ...found(start, start, 'high', 'line end of the transcription') }));

function labelOf(transcription: Transcription, line: Range): { field: Field; label: Range } | undefined {
  const words = slice(transcription, line);
  for (const { field, withColon, inCapitals } of LABELS) {
    const match = withColon.exec(words) ?? inCapitals.exec(words);
    if (match) return { field, label: { start: line.start, end: line.start + match[0].length } };
  }
  return undefined;
}

function addLine(transcription: Transcription, entries: Entry[], line: Range): void {
  const labelled = labelOf(transcription, line);
  if (!labelled) {
    entries.at(-1)!.lines.push(line);
    return;
  }
  const value = trimmed(transcription.text, { start: labelled.label.end, end: line.end });
  entries.push({ ...labelled, lines: value ? [value] : [] });
}

/** Whether the block at `i` goes on with the value of the field before it. */
function continues(
  transcription: Transcription,
  entry: Entry | undefined,
  blocks: readonly WordedBlock[],
  i: number,
): boolean {
  const { block, words } = blocks[i]!;
  if (!entry || furnitureOf(words) || isLetterhead(words)) return false;
  const lines = block.lines.map((line) => slice(transcription, line));
  if (lines.some((line) => line.length > LONGEST_LINE_OF_A_LIST)) return false;
  if (entry.lines.length === 0) return true;
  switch (entry.field) {
    case 'participants':
      return (
        !ENDS_A_SENTENCE.test(words) && (lines.length > 1 || sideNamed(words) !== undefined || /[,(—–]/.test(words))
      );
    case 'distribution':
      return /\t| {2,}\S/.test(words);
    default:
      return false;
  }
}

function entryMarks(transcription: Transcription, entries: readonly Entry[], facts: FormFacts): Mark[] {
  const marks: Mark[] = [];
  let dateline: Entry[] = [];
  const closeDateline = () => {
    if (dateline.length > 0) marks.push(...datelineMarks(transcription, dateline, facts));
    dateline = [];
  };
  for (const entry of entries) {
    if (entry.field === 'date' || entry.field === 'time' || entry.field === 'place') {
      dateline.push(entry);
      continue;
    }
    closeDateline();
    const { start } = entry.label;
    const end = entry.lines.at(-1)?.end ?? entry.label.end;
    marks.push({ kind: 'label', ...found(start, entry.label.end, 'high', 'label of the form') });
    if (entry.field === 'subject') {
      marks.push({ kind: 'list', type: 'subject', ...found(start, end, 'high', 'label of the form') });
      for (const line of joinedLines(transcription, entry.lines)) {
        facts.subjects.push(line);
        marks.push({ kind: 'item', ...found(line.start, line.end, 'high', 'line under the label') });
      }
      marks.push(
        ...lineMarks(entry.lines).filter(({ start: at }) => !facts.subjects.some((item) => item.start === at)),
      );
    } else if (entry.field === 'participants') {
      marks.push({ kind: 'list', type: 'participants', ...found(start, end, 'high', 'label of the form') });
      marks.push(...participantMarks(transcription, entry.lines, facts));
    } else {
      marks.push({ kind: 'table', ...found(start, end, 'high', 'label of the form') });
      marks.push(...distributionMarks(transcription, entry.lines, facts));
    }
  }
  closeDateline();
  return marks;
}

/** Lines of one subject: a line that begins in lower case, or follows a comma or "and", goes on with the one before. */
function joinedLines(transcription: Transcription, lines: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const before = last ? slice(transcription, last) : '';
    if (last && (/(?:,|\band|\bof|\bthe)$/i.test(before) || /^\p{Ll}/u.test(slice(transcription, line)))) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
    } else joined.push(line);
  }
  return joined;
}

/** Date, hour and place: each line gives what it can be read as, and what is neither date nor hour is the place. */
function datelineMarks(transcription: Transcription, entries: readonly Entry[], facts: FormFacts): Mark[] {
  const all = entries.flatMap(({ label, lines }) => [label, ...lines]);
  const end = all.at(-1)!.end;
  const marks: Mark[] = [{ kind: 'dateline', ...found(all[0]!.start, end, 'high', 'label of the form') }];
  const breaks: Range[] = [];
  for (const { field, label, lines } of entries) {
    breaks.push(label, ...lines.filter(({ start }) => transcription.text.slice(label.end, start).includes('\n')));
    for (const line of lines) {
      const words = slice(transcription, line);
      const at = (offset: number) => line.start + offset;
      const time = findTime(words);
      const [date] = findDates(words, undefined);
      if (date?.when && !facts.date) {
        facts.date = date.when;
        const mark = found(at(date.start), at(date.end), date.certainty, date.evidence);
        marks.push({ kind: 'date', when: date.when, ...mark });
      }
      if (time && !facts.time) {
        facts.time = time.when;
        marks.push({
          kind: 'time',
          when: time.when,
          ...found(at(time.start), at(time.end), 'high', 'hour of the day'),
        });
      }
      if (!facts.place && (field === 'place' || (field === 'date' && !date && !time))) facts.place = line;
    }
  }
  return [...marks, ...lineMarks(breaks)];
}

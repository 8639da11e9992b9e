import type { Bibliography, Name, Unit } from './unit.js';
import { pageWords } from './wording.js';

export interface CslDate {
  'date-parts': number[][];
}

/** What a citation keeps of the passage, so that it can be proved later: `custom` of CSL-JSON is free for such things. */
export interface CitedPassage {
  edition: string;
  id?: string;
  kind: string;
  reference: string;
  locator?: string;
  label?: 'page';
  paragraphs?: string[];
  speakers?: string[];
  words: string;
  sha256: string;
  /** The words quoted, where the passage was cited by some of its words. */
  quoted?: string;
  transcribed?: string;
  before?: string;
  after?: string;
  version?: string;
  date?: string;
  reviewed: boolean;
  permalink: string;
}

/** An item of CSL-JSON (schema of CSL 1.0.2). */
export interface CslItem {
  id: string;
  type: 'manuscript';
  title: string;
  genre?: string;
  author?: Name[];
  editor?: Name[];
  issued?: CslDate;
  /** The day on which the edition was made public. */
  'available-date'?: CslDate;
  accessed?: CslDate;
  archive?: string;
  archive_collection?: string;
  archive_location?: string;
  version?: string;
  page?: string;
  URL?: string;
  /** Of the edition, whatever passage of it is cited. */
  DOI?: string;
  language?: string;
  note?: string;
  custom?: { memcon: CitedPassage };
}

export interface CitingOptions {
  /** The day on which the page was looked at, ISO 8601; never taken from a clock. */
  accessed?: string;
  /** Some words of the passage, to be quoted. */
  quoted?: string;
  /** The pages on which those words stand. */
  pages?: readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WORDS_SHOWN = 12;

/** The address of a passage: of the edition where it is published, else relative to the output folder. */
export function permalinkOf({ name, address, layout, release }: Bibliography, unit: Unit): string {
  const folder = release === undefined ? name : `${name}/v${release}`;
  const reading = address ?? `${folder}/${layout === 'bare' ? name : 'index'}.html`;
  if (unit.kind === 'document') return reading;
  const diplomatic =
    layout === 'bare' ? reading.replace(/\.html$/, '.diplomatic.html') : reading.replace(/[^/]*$/, 'diplomatic.html');
  return `${unit.inReading ? reading : diplomatic}#${unit.id ?? unit.anchor ?? `pg.${unit.pages[0]}`}`;
}

/**
 * The passage as an item of type manuscript: the document's title, drafter, date and place in the archive, the edition's
 * editors, version and date, and in `note` and `custom` the passage with its words and their SHA-256.
 */
export function cslItemOf(record: Bibliography, cited: Unit, { accessed, quoted, pages }: CitingOptions = {}): CslItem {
  const unit = narrowed(cited, pages);
  const { author, editor, date, editionDate, collection, version } = record;
  const permalink = permalinkOf(record, unit);
  const isPart = unit.kind !== 'document';
  const locator = pagesOf(unit);
  return {
    id: unit.kind === 'document' ? record.name : `${record.name}.${unit.id ?? unit.references[0]!.replace(/\W/g, '.')}`,
    type: 'manuscript',
    title: record.title,
    ...(record.genre !== undefined && { genre: record.genre }),
    ...(author && { author: [author] }),
    ...(editor !== undefined && { editor: [{ literal: editor }] }),
    ...(date !== undefined && { issued: dateParts(date) }),
    ...(editionDate !== undefined && { 'available-date': dateParts(editionDate) }),
    ...(accessed !== undefined && { accessed: dateParts(accessed) }),
    ...(record.repository !== undefined && { archive: record.repository }),
    ...(collection !== undefined && { archive_collection: collection }),
    ...(record.shelfmark !== undefined && { archive_location: record.shelfmark }),
    ...(version !== undefined && { version }),
    ...(isPart && locator !== undefined && { page: locator }),
    ...(record.address !== undefined && { URL: permalink }),
    ...(record.doi !== undefined && { DOI: record.doi }),
    ...(record.language !== undefined && { language: record.language }),
    note: noteOf(record, unit, quoted),
    custom: { memcon: passageOf(record, unit, permalink, quoted) },
  };
}

/** The address that a style prints: of a whole edition its DOI, which outlasts places; of a passage its own address. */
export function printedAddress({
  URL: address,
  DOI,
  custom,
}: Pick<CslItem, 'URL' | 'DOI' | 'custom'>): string | undefined {
  const doi = DOI && `https://doi.org/${DOI}`;
  return custom?.memcon.kind === 'document' ? (doi ?? address) : (address ?? doi);
}

function passageOf(record: Bibliography, unit: Unit, permalink: string, quoted: string | undefined): CitedPassage {
  const locator = unit.kind === 'document' ? undefined : pagesOf(unit);
  return {
    edition: record.name,
    ...(unit.id !== undefined && { id: unit.id }),
    kind: unit.kind,
    reference: unit.references[0]!,
    ...(locator !== undefined && { locator, label: 'page' as const }),
    ...(unit.paragraphs.length > 0 && { paragraphs: [...unit.paragraphs] }),
    ...(unit.speakers.length > 0 && { speakers: unit.speakers.map(({ name }) => name) }),
    // Of the whole document the hash is enough.
    words: unit.kind === 'document' ? shortened(unit.words) : unit.words,
    sha256: unit.sha256,
    ...(quoted !== undefined && { quoted }),
    ...(unit.transcribed !== undefined && { transcribed: unit.transcribed }),
    ...(unit.before !== '' && { before: unit.before }),
    ...(unit.after !== '' && { after: unit.after }),
    ...(record.version !== undefined && { version: record.version }),
    ...(record.editionDate !== undefined && { date: record.editionDate }),
    reviewed: record.reviewed,
    permalink,
  };
}

/** The passage as cited for words on some of its pages. */
export const narrowed = (unit: Unit, pages: readonly string[] | undefined): Unit => (pages ? { ...unit, pages } : unit);

/** The pages of a passage as a locator: `2`, `2-3`. */
export const pagesOf = ({ pages }: Pick<Unit, 'pages'>): string | undefined =>
  pages.length === 0 ? undefined : pages.length === 1 ? pages[0] : `${pages[0]}-${pages.at(-1)}`;

/** All that the fields of no format hold, in one line. */
function noteOf(record: Bibliography, unit: Unit, quoted: string | undefined): string {
  const isWhole = unit.kind === 'document';
  const place = isWhole ? [] : [unit.pages.length > 0 ? pageWords(unit.pages) : '', passageWords(unit)];
  const words = quoted ?? (isWhole ? undefined : shortened(unit.words));
  const said = place.filter((part) => part !== '').join(', ');
  return [
    words === undefined ? said : `${said}: ${shownWords(unit, words)}`,
    editionWords(record),
    ...(record.reviewed ? [] : ['machine-encoded, unreviewed']),
    `sha256:${unit.sha256}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** “turn 5, Kuznetsov”; nothing for a page, which the locator gives. */
export function passageWords({ kind, label, speakers }: Unit): string {
  const who = kind === 'paragraph' || kind === 'page' ? [] : speakers.map(({ surname }) => surname);
  return [...(kind === 'page' ? [] : [label]), ...who].join(', ');
}

/**
 * “version 1.0.0, 23 November 2026”. Here the publisher stands too, where the editor is not the same: beside the day of the
 * document, as styles print it, it would have published then.
 */
export const editionWords = ({ version, editionDate, publisher, editor }: Bibliography): string =>
  [version && `version ${version}`, publisher !== editor && publisher, editionDate && dayWords(editionDate)]
    .filter(Boolean)
    .join(', ');

/** The words in quotation marks; of a mended reading, what the transcription has as well, in brackets of the kind given. */
export function shownWords({ transcribed, words: all }: Unit, words: string, [open, close] = '()'): string {
  const shown = words === '' ? '[left out]' : `“${words}”`;
  return transcribed !== undefined && transcribed !== all
    ? `${shown} ${open}transcribed “${transcribed}”${close}`
    : shown;
}

/** The first words of a passage. */
export function shortened(words: string): string {
  const all = words.split(' ');
  return all.length > WORDS_SHOWN ? `${all.slice(0, WORDS_SHOWN).join(' ')} …` : words;
}

export const isShort = (words: string): boolean => words.split(' ').length <= WORDS_SHOWN;

export const dateParts = (day: string): CslDate => ({ 'date-parts': [day.split('-').map(Number)] });

export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return [date, month === undefined ? undefined : MONTHS[month - 1], year]
    .filter((part) => part !== undefined)
    .join(' ');
}

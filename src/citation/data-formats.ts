import type { CslItem } from './csl-item.js';
import type { Name } from './unit.js';

export const DATA_FORMATS = ['csl-json', 'bibtex', 'biblatex', 'ris'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

interface BibtexPlugin {
  format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
}

type Tags = Record<string, string | string[]>;

/** Writes items in a format for programs; citeproc is not loaded. */
export type Writer = (item: CslItem) => string;

export async function writerOf(format: DataFormat): Promise<Writer> {
  if (format === 'csl-json') return (item) => `${JSON.stringify([item], null, 2)}\n`;
  const { plugins } = await import('@citation-js/core');
  if (format === 'ris') {
    await import('@citation-js/plugin-ris');
    return (item) => risOf(item, (data) => plugins.output.format('ris', [data], { format: 'object' }) as [Tags]);
  }
  await import('@citation-js/plugin-bibtex');
  const config = plugins.config.get('@bibtex') as BibtexPlugin;
  return (item) => {
    Object.assign(config.format, { useIdAsLabel: true, checkLabel: true, asciiOnly: format === 'bibtex' });
    const entry = withArchiveInNote(item);
    const data = format === 'biblatex' ? inWords(entry) : entry;
    const written = (plugins.output.format(format, [data]) as string).trim();
    return `${format === 'biblatex' ? written : dayApart(written)}\n`;
  };
}

/** The styles of BibTeX know months as abbreviations without braces; a day within them is lost on sorting. */
const dayApart = (entry: string): string =>
  entry.replace(/^(\s*)month = \{(\w{3})(?: (\d+))?\}/m, (_, indent: string, month: string, day?: string) =>
    [`${indent}month = ${month}`, ...(day === undefined ? [] : [`${indent}day = {${day}}`])].join(',\n'),
  );

/** BibLaTeX knows languages by the names that babel has for them, and prints a code as it stands. */
function inWords<Of extends { language?: string }>(item: Of): Of {
  if (item.language === undefined) return item;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(item.language) ?? item.language;
  return { ...item, language: name.toLowerCase() };
}

/** BibTeX has no field for an archive; a reader of the note finds the paper all the same. */
function withArchiveInNote(item: CslItem) {
  const { custom: _custom, archive, archive_collection, archive_location, note, editor, ...rest } = item;
  const kept = [archive_location, archive_collection, archive].filter((part) => part !== undefined).join(', ');
  return {
    ...rest,
    ...(editor && { editor: editor.map(inTex) }),
    note: [kept, note].filter((part) => part !== undefined && part !== '').join('; '),
    ...(archive_location !== undefined && { 'call-number': archive_location }),
  };
}

/** The name of an institution stands in braces of its own, in which the writer leaves what is special to TeX as it is. */
const inTex = (name: Name): Name =>
  'literal' in name ? { literal: name.literal.replace(/[&%$#_]/g, '\\$&').replace(/[~^]/g, '\\$&{}') } : name;

/**
 * RIS as its specification has it: lines end in CR and LF, a date has two digits for month and day, and a value stands on
 * one line, however long, since continued lines are read back with blanks inside words.
 */
function risOf(item: CslItem, tagsOf: (data: object) => readonly [Tags]): string {
  const { custom: _custom, version, ...rest } = item;
  const [tags] = tagsOf(rest);
  // The pages of a manuscript are, to Zotero, how many it has; where the passage stands is in the note.
  const { TY: type, ID: _id, SP: _pages, ...others } = tags;
  const fields: Tags = {
    ID: item.id,
    ...others,
    // Of a manuscript PB is the archive that holds it; Zotero looks for that under DB.
    ...(item.archive !== undefined && { DB: item.archive }),
    ...(item.archive_location !== undefined && { AV: locationOf(item) }),
    ...(item.editor && { A2: item.editor.map((name) => ('literal' in name ? name.literal : name.family)) }),
    ...(version !== undefined && { ET: version }),
  };
  const lines = Object.entries(fields).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${tag === 'DA' || tag === 'Y2' ? dayOf(one) : oneLine(one)}`),
  );
  return [`TY  - ${String(type)}`, ...lines, 'ER  - ', ''].join('\r\n');
}

const locationOf = ({ archive_location, archive_collection }: CslItem): string =>
  [archive_location, archive_collection].filter((part) => part !== undefined).join(', ');

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

const dayOf = (date: string): string =>
  date
    .split('/')
    .map((part, n) => (n > 0 && n < 3 && part !== '' ? part.padStart(2, '0') : part))
    .join('/');

import {
  type CitingOptions,
  dayWords,
  editionWords,
  isShort,
  narrowed,
  pagesOf,
  passageWords,
  shownWords,
} from './csl-item.js';
import type { Bibliography, Unit } from './unit.js';
import { pageWords } from './wording.js';

/** How a passage is cited beside what its item says. */
export interface CitedAs {
  /** The page: `2`, `2-3`. */
  readonly locator?: string;
  /** The passage, its speaker, its words, the state of the edition; may be empty. */
  readonly told: string;
  /** Follows the entry of the bibliography. */
  readonly addendum: string;
}

/** Styles that cite in notes have room for the words and the state of the edition; others cite in brackets in the text. */
export type Kind = 'note' | 'in-text';

/** The page as locator; the passage, its speaker, and the state of the edition behind the rest. */
export function citedAs(
  record: Bibliography,
  cited: Unit,
  kind: Kind,
  { quoted, pages, accessed }: CitingOptions = {},
): CitedAs {
  const unit = narrowed(cited, pages);
  const locator = unit.kind === 'document' ? undefined : pagesOf(unit);
  const words =
    quoted ?? (unit.kind !== 'document' && unit.kind !== 'page' && isShort(unit.words) ? unit.words : undefined);
  const isNote = kind === 'note';
  const passage = [passageWords(unit), words === undefined || !isNote ? '' : shownWords(unit, nested(words), '[]')]
    .filter((part) => part !== '')
    .join(': ');
  const unreviewed = record.reviewed ? '' : 'machine-encoded, unreviewed';
  const told = [
    passage,
    isNote ? editionWords(record) : '',
    isNote ? unreviewed : '',
    isNote && accessed !== undefined ? `accessed ${dayWords(accessed)}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  return {
    ...(locator !== undefined && { locator }),
    told,
    addendum: [
      ...(unreviewed === '' ? [] : ['Machine-encoded, unreviewed.']),
      ...(accessed === undefined ? [] : [`Accessed ${dayWords(accessed)}.`]),
    ].join(' '),
  };
}

/** Quotation marks within quotation marks are single ones (Chicago Manual of Style, 13.30). */
const nested = (words: string): string => words.replace(/(?<![^\s([“‘])"(?=\S)|“/g, '‘').replace(/["”]/g, '’');

/** What is told of a passage as it follows its citation: a note has it in brackets of its own. */
export const suffixOf = (told: string, kind: Kind): string =>
  told === '' ? '' : kind === 'note' ? ` (${told})` : `, ${told}`;

/** “Turn 5, Kuznetsov, p. 3”. */
export function labelOf(unit: Unit): string {
  if (unit.kind === 'document') return 'The whole document';
  const where = unit.pages.length === 0 ? '' : pageWords(unit.pages);
  const label =
    unit.kind === 'page' ? where.replace(/^pp?\./, 'Page') : [passageWords(unit), where].filter(Boolean).join(', ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

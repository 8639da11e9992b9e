import { decodeHTMLStrict } from 'entities';
import type { EmphasisMark, MarkupMark, ReferenceMark } from '../text/marks.js';
import type { Range } from '../text/transcription.js';
import { forbiddenIn } from './decode.js';
import { markup } from './plain-text.js';
import type { Break, Labelled } from './source.js';

/** What Markdown and the HTML in it have written between the words of a transcription. */
export interface Notation {
  /** Characters that are not on the paper, in no order. */
  readonly markup: MarkupMark[];
  readonly references: ReferenceMark[];
  readonly underlined: EmphasisMark[];
  readonly breaks: Break[];
  readonly labelled: Labelled[];
  /** Offsets at which tags end a line, in order. */
  readonly lineEnds: number[];
  /** Offsets at which tags begin a cell, in order. */
  readonly cells: readonly number[];
  /** Offsets of characters that a backslash keeps from being signs. */
  readonly escaped: ReadonlySet<number>;
}

export function notationOf(text: string): Notation {
  const comments = readComments(text);
  // What stands in a comment is no sign of its own.
  const rest = text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const tags = readTags(rest);
  const escapes = readEscapes(rest);
  return {
    markup: [...comments.markup, ...tags.markup, ...escapes.markup],
    references: readReferences(text, escapes.escaped),
    underlined: tags.underlined,
    breaks: comments.breaks,
    labelled: comments.labelled,
    lineEnds: [...comments.lineEnds, ...tags.lineEnds].sort((one, other) => one - other),
    cells: tags.cells,
    escaped: escapes.escaped,
  };
}

/** One with `?>` in it could not be kept as a processing instruction (XML 1.0, 2.6), and counts as the typist's. */
const COMMENT = /<!--(?:(?!\?>)[\s\S])*?-->/g;

/** What comments of OCR services say: that a page begins, or which words stand at its head or foot. */
const COMMENTS: readonly { pattern: RegExp; says: 'break' | Labelled['type'] }[] = [
  { pattern: /^page[\s_-]*break$/i, says: 'break' },
  { pattern: /^(?:start of )?page[\s:#]*\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s+begins)?$/i, says: 'break' },
  { pattern: /^page[\s_-]*header\s*[=:]\s*"(?<words>[^"]*)"$/i, says: 'header' },
  { pattern: /^page[\s_-]*footer\s*[=:]\s*"(?<words>[^"]*)"$/i, says: 'footer' },
  { pattern: /^page[\s_-]*number\s*[=:]\s*"(?<words>[^"]*)"$/i, says: 'pageNum' },
];

function readComments(text: string) {
  const marks: MarkupMark[] = [];
  const breaks: Break[] = [];
  const labelled: Labelled[] = [];
  const lineEnds: number[] = [];
  let wordsBefore = false;
  let from = 0;
  for (const { 0: comment, index } of text.matchAll(COMMENT)) {
    wordsBefore ||= /\S/.test(text.slice(from, index));
    from = index + comment.length;
    const said = comment.slice(4, -3).trim();
    const known = COMMENTS.find(({ pattern }) => pattern.test(said));
    const words = known?.pattern.exec(said)?.groups?.words ?? '';
    if (known && known.says !== 'break' && /\S/.test(words)) {
      const start = index + comment.indexOf(words, comment.indexOf('"'));
      const end = start + words.length;
      marks.push(markup({ start: index, end: start }, 'comment'), markup({ start: end, end: from }, 'comment'));
      labelled.push({ start, end, type: known.says });
      lineEnds.push(index, from);
      wordsBefore = true;
      continue;
    }
    marks.push(markup({ start: index, end: from }, 'comment'));
    if (comment.includes('\n')) lineEnds.push(index, from);
    if (known?.says === 'break' && wordsBefore) {
      breaks.push({ at: index, certainty: 'sure', evidence: 'comment that a page begins' });
    }
  }
  return { markup: marks, breaks, labelled, lineEnds };
}

/** Tags that transcriptions carry; other angle brackets are the typist's. */
const TAG =
  /<(?<end>\/?)(?<name>br|hr|u|ins|b|strong|i|em|s|del|strike|sup|sub|center|div|p|span|font|table|thead|tbody|tr|td|th|figure|figcaption|header|footer)(?:\s[^<>?\n]*)?\/?>/gi;
const ENDS_A_LINE: ReadonlySet<string> = new Set(['br', 'hr', 'p', 'div', 'tr', 'table', 'center']);
const BEGINS_A_CELL: ReadonlySet<string> = new Set(['td', 'th']);
const UNDERLINES: ReadonlySet<string> = new Set(['u', 'ins']);

function readTags(text: string) {
  const marks: MarkupMark[] = [];
  const underlined: EmphasisMark[] = [];
  const lineEnds: number[] = [];
  const cells: number[] = [];
  let begun: { name: string; end: number } | undefined;
  for (const match of text.matchAll(TAG)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const name = match.groups!.name!.toLowerCase();
    const ends = match.groups!.end !== '';
    marks.push(markup(range, `tag ${name}`));
    if (ENDS_A_LINE.has(name)) lineEnds.push(range.end);
    if (BEGINS_A_CELL.has(name) && !ends) cells.push(range.start);
    if (!UNDERLINES.has(name)) continue;
    if (ends && begun?.name === name) underlined.push(...underline(text, { start: begun.end, end: range.start }));
    begun = ends ? undefined : { name, end: range.end };
  }
  return { markup: marks, underlined, lineEnds, cells };
}

/** Words between the tags; a tag that is closed only in another block underlines nothing. */
function underline(text: string, inner: Range): EmphasisMark[] {
  const words = text.slice(inner.start, inner.end);
  if (!/\S/.test(words) || /\n\s*\n/.test(words)) return [];
  const evidence = 'tag for underlined type';
  return [{ kind: 'emphasis', rend: 'underline', ...inner, inner, by: 'memcon', certainty: 'high', evidence }];
}

/** A typewriter has no backslash: before a sign, or at the end of a line, it is the format's. */
function readEscapes(text: string) {
  const marks: MarkupMark[] = [];
  const escaped = new Set<number>();
  for (const { index } of text.matchAll(/\\(?=[\\`*_{}[\]()#+.!|~<>&$%^=-]|[^\S\n]*\n)/g)) {
    if (escaped.has(index)) continue;
    marks.push(markup({ start: index, end: index + 1 }, 'backslash'));
    escaped.add(index + 1);
  }
  return { markup: marks, escaped };
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g;
/** A form feed, which XML 1.0 cannot hold, and the sign for what could not be decoded. */
const NO_CHARACTER = /[\f\uFFFD]/;

function readReferences(text: string, escaped: ReadonlySet<number>): ReferenceMark[] {
  return [...text.matchAll(REFERENCE)].flatMap(({ 0: written, index }): ReferenceMark[] => {
    const meant = decodeHTMLStrict(written);
    if (escaped.has(index) || meant === written || [...meant].length !== 1) return [];
    if (forbiddenIn(meant) || NO_CHARACTER.test(meant)) return [];
    const character = /\s/.test(meant) ? ' ' : meant;
    const range = { start: index, end: index + written.length };
    return [
      { kind: 'reference', ...range, character, by: 'memcon', certainty: 'high', evidence: 'character reference' },
    ];
  });
}

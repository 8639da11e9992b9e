import {
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import type { Decision, Revision, WitnessDescription } from '../editing/description.js';
import type { OwnAnchor } from '../editing/quoting.js';

const WIDTH = 120;

/**
 * `edition.yaml` with decisions more, each behind the last of those on its page or before it; comments, order and
 * spacing of what stands there stay to the letter.
 */
export function withDecisions(text: string, decisions: readonly Decision[]): string {
  return decisions.reduce(withDecision, text);
}

function withDecision(given: string, decision: Decision): string {
  const text = given === '' || given.endsWith('\n') ? given : `${given}\n`;
  const document = parseDocument(text);
  const list = document.get('decisions', true);
  if (!isSeq(list) || list.items.length === 0 || list.flow)
    return isSeq(list) ? withFirst(document, text, decision) : appended(text, `decisions:\n${written([decision], 2)}`);
  const items = list.items as Node[];
  const page = decision.page ?? Number.POSITIVE_INFINITY;
  const before = items.findLastIndex((item) => pageOf(item) <= page);
  const after = items[Math.max(0, before)]!;
  const indent = columnOf(text, after) - 2;
  const at = before < 0 ? lineStart(text, after.range![0]) : lineEnd(text, after.range![1]);
  return `${text.slice(0, at)}${written([decision], indent)}${text.slice(at)}`;
}

/** A list between brackets, or an empty one, is set anew; nothing else in the file is touched. */
function withFirst(document: Document.Parsed, text: string, decision: Decision): string {
  const list = document.get('decisions', true) as Node;
  const others = (document.toJS() as { decisions: Decision[] }).decisions;
  const [start, end] = list.range!;
  return `${text.slice(0, start).trimEnd()}\n${written([...others, decision], 2).trimEnd()}${text.slice(end)}`;
}

/** What is done to a decision by its place in the list: its anchor written anew, or the whole of it taken out. */
export type Change =
  | { at: number; anchor: OwnAnchor }
  | { at: number; removed: true }
  /** It stays to be read, as a comment under the reason. */
  | { at: number; shelved: string };

/** `edition.yaml` with some decisions changed; all else stays to the letter. */
export function withChanges(given: string, changes: readonly Change[]): string {
  const text = given === '' || given.endsWith('\n') ? given : `${given}\n`;
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'decisions')
    : undefined;
  const list = pair?.value;
  if (!isSeq(list)) return given;
  const edits = changes.map((change) => {
    const item = list.items[change.at] as Node;
    const start = lineStart(text, item.range![0]);
    const end = lineEnd(text, item.range![1]);
    if ('removed' in change) return { start, end, by: '' };
    const lines = text.slice(start, end);
    if ('shelved' in change) {
      const indent = /^ */.exec(lines)![0];
      return {
        start,
        end,
        by: `${indent}# ${change.shelved}\n${lines.replace(/^ *(?=.)/gm, (lead) => `${indent}# ${lead.slice(indent.length)}`)}`,
      };
    }
    const {
      page: _page,
      paragraph: _paragraph,
      line: _line,
      quote: _quote,
      ...rest
    } = (list.toJSON() as Decision[])[change.at]!;
    return { start, end, by: written([{ ...change.anchor, ...rest }], columnOf(text, item) - 2) };
  });
  // A key that has nothing would not be a list any more.
  if (changes.length === list.items.length && changes.every((change) => !('anchor' in change)) && !list.flow) {
    const colon = text.indexOf(':', (pair!.key as Scalar).range![1]) + 1;
    edits.push({ start: colon, end: colon, by: ' []' });
  }
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((now, { start, end, by }) => now.slice(0, start) + by + now.slice(end), text);
}

/** `edition.yaml` with a witness more, described in a few words. */
export function withWitness(text: string, siglum: string, witness: WitnessDescription): string {
  const document = parseDocument(text);
  const witnesses = document.get('witnesses', true);
  const entry = (indent: number) =>
    indented(new Document({ [siglum]: witness }).toString({ lineWidth: WIDTH }), indent);
  if (!isMap(witnesses) || witnesses.items.length === 0)
    return witnesses && isCollection(witnesses)
      ? `${text.slice(0, witnesses.range![0]).trimEnd()}\n${entry(2).trimEnd()}${text.slice(witnesses.range![1])}`
      : appended(text, `witnesses:\n${entry(2)}`);
  if (witnesses.has(siglum)) return text;
  const first = witnesses.items[0]!.key as Scalar;
  const at = lineEnd(text, witnesses.range![1]);
  return `${text.slice(0, at)}${entry(columnOf(text, first))}${text.slice(at)}`;
}

/** `edition.yaml` with one of its own keys more, behind the keys of one line at its head; a key that is there stays. */
export function withKey(text: string, key: 'drafter', value: string): string {
  const document = parseDocument(text);
  if (document.has(key)) return text;
  const line = new Document({ [key]: value }).toString();
  const items = isMap(document.contents) ? document.contents.items : [];
  const firstList = items.findIndex(({ value: given }) => isCollection(given));
  const last = items.slice(0, firstList < 0 ? items.length : firstList).at(-1)?.value;
  if (!isNode(last)) return appended(text, line);
  const at = lineEnd(text, last.range![1]);
  return `${text.slice(0, at)}${text[at - 1] === '\n' ? '' : '\n'}${line}${text.slice(at)}`;
}

/** The version that `edition.yaml` states. */
export function versionIn(text: string): string | undefined {
  const version: unknown = parseDocument(text).get('version');
  return version === undefined || version === null ? undefined : String(version);
}

/** The day of the edition that `edition.yaml` states, and where it stands there. */
export function dateIn(text: string): { date: string; start: number; end: number } | undefined {
  const stated = parseDocument(text).get('date', true);
  if (!isScalar(stated) || typeof stated.value !== 'string' || !stated.range) return undefined;
  return { date: stated.value, start: stated.range[0], end: stated.range[1] };
}

/** `edition.yaml` with a revision more, before the others, which have the latest first; all else stays to the letter. */
export function withRevision(given: string, revision: Revision): string {
  const text = given === '' || given.endsWith('\n') ? given : `${given}\n`;
  const document = parseDocument(text);
  const entry = (entries: readonly unknown[], indent: number) =>
    indented(new Document(entries).toString({ lineWidth: WIDTH }), indent);
  const { contents } = document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'revisions')
    : undefined;
  if (isMap(contents) && contents.flow) {
    document.set('revisions', [revision, ...listed(pair?.value)]);
    return document.toString({ lineWidth: WIDTH });
  }
  if (!pair) return appended(text, `revisions:\n${entry([revision], 2)}`);
  const list = pair.value;
  if (isSeq(list) && list.flow) {
    const [start, end] = list.range!;
    return `${text.slice(0, start).trimEnd()}\n${entry([revision, ...listed(list)], 2).trimEnd()}${text.slice(end)}`;
  }
  const at = lineEnd(text, (pair.key as Scalar).range![1]);
  const indent = isSeq(list) && list.items.length > 0 ? columnOf(text, list.items[0] as Node) - 2 : 2;
  return `${text.slice(0, at)}${entry([revision], indent)}${text.slice(at)}`;
}

const listed = (list: unknown): unknown[] => (isSeq(list) ? (list.toJSON() as unknown[]) : []);

/** `edition.yaml` with another version, or with one before its first key; all else stays to the letter. */
export function withVersion(text: string, version: string): string {
  const document = parseDocument(text);
  const stated = document.get('version', true);
  if (isNode(stated)) return `${text.slice(0, stated.range![0])}${version}${text.slice(stated.range![1])}`;
  const first = isMap(document.contents) ? document.contents.items[0]?.key : undefined;
  if (!isNode(first)) return appended(text, `version: ${version}\n`);
  const at = lineStart(text, first.range![0]);
  return `${text.slice(0, at)}version: ${version}\n${text.slice(at)}`;
}

/** Decisions as `edition.yaml` has them, ready to paste under `decisions:`. */
export function written(decisions: readonly Decision[], indent = 2): string {
  const document = new Document(decisions);
  visit(document, {
    Pair(_, pair) {
      const isQuote =
        isPair(pair) && isScalar(pair.key) && (pair.key.value === 'quote' || pair.key.value === 'through');
      if (isQuote && isScalar(pair.value)) pair.value.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return indented(document.toString({ lineWidth: WIDTH, doubleQuotedMinMultiLineLength: 1000 }), indent);
}

const indented = (yaml: string, indent: number): string => yaml.replace(/^(?=.)/gm, ' '.repeat(Math.max(0, indent)));

const pageOf = (item: Node): number => {
  const page = isMap(item) ? item.get('page') : undefined;
  return typeof page === 'number' ? page : Number.NEGATIVE_INFINITY;
};

const appended = (text: string, more: string): string => (text.trim() === '' ? more : `${text.trimEnd()}\n\n${more}`);

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const columnOf = (text: string, node: Node): number => node.range![0] - lineStart(text, node.range![0]);

/** Behind the line on which a value ends; a file's last line gets its end. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', Math.max(0, offset - 1));
  return at < 0 ? text.length : at + 1;
}

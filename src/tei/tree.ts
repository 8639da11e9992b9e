import { delimitersOf, type Mark, type MarkKind, ofKind } from '../text/marks.js';
import { lastThat } from '../text/sorted.js';
import type { Range } from '../text/transcription.js';

/** A mark with what stands in it. A mark that another one crosses is written in pieces. */
export interface Node {
  mark: Mark;
  children: (Node | string)[];
  /** Place among the pieces of the mark, from 0, and their number. */
  piece: { n: number; of: number };
}

/** Which mark holds which where two cover the same words: the lower number is outside. */
const RANK: { readonly [K in MarkKind]: number } = {
  page: 0,
  postscript: 0,
  title: 1,
  dateline: 1,
  address: 1,
  salute: 1,
  closer: 1,
  footnote: 1,
  list: 1,
  table: 1,
  paragraph: 1,
  heading: 1,
  separator: 1,
  furniture: 1,
  label: 2,
  delegation: 3,
  delegationName: 4,
  members: 4,
  row: 3,
  cell: 4,
  item: 5,
  annotation: 5.4,
  line: 5.5,
  turn: 6,
  number: 6.5,
  speakerLabel: 6.7,
  quotation: 7,
  role: 9,
  person: 8,
  office: 8,
  event: 8,
  organisation: 10,
  place: 10,
  date: 11,
  time: 11,
  footnoteSign: 12,
  emendation: 12,
  sic: 12,
  emphasis: 13,
  gap: 14,
  unclear: 15,
  hyphen: 16,
  reference: 17,
  markup: 18,
};

interface Open {
  node: Node;
  rank: number;
}

/**
 * Nests marks into a tree over the whole text. Marks may overlap: where an inner one reaches over the end of an outer
 * one, it is closed there and opened again behind it, in pieces.
 */
export function nest(text: string, marks: readonly Mark[]): (Node | string)[] {
  const delimiters = delimitersIn(marks);
  const root: (Node | string)[] = [];
  const stack: Open[] = [];
  const pieces = new Map<Mark, Node[]>();
  let at = 0;

  const children = () => stack.at(-1)?.node.children ?? root;
  const write = (until: number) => {
    if (until <= at) return;
    const words = withoutDelimiters(text, { start: at, end: until }, delimiters);
    if (words !== '') children().push(words);
    at = until;
  };
  const open = (mark: Mark) => {
    const node: Node = { mark, children: [], piece: { n: 0, of: 1 } };
    const before = pieces.get(mark);
    if (before) before.push(node);
    else pieces.set(mark, [node]);
    children().push(node);
    stack.push({ node, rank: RANK[mark.kind] });
  };
  /** Closes the open marks above `depth`, and gives those that go on beyond `offset`. */
  const unwind = (depth: number, offset: number): Mark[] => {
    const cut: Mark[] = [];
    while (stack.length > depth) {
      const { node } = stack.pop()!;
      if (node.mark.end > offset) cut.unshift(node.mark);
    }
    return cut;
  };
  /** Closes every mark that ends at or before `offset`; an empty mark at its end may still go inside. */
  const closeUntil = (offset: number, incoming: Mark | undefined) => {
    while (true) {
      const ending = stack.reduce((least, { node }) => Math.min(least, node.mark.end), Number.POSITIVE_INFINITY);
      if (ending > offset) return;
      const isEmpty = incoming !== undefined && incoming.start === incoming.end;
      const depth = stack.findIndex(
        ({ node, rank }) =>
          node.mark.end === ending &&
          !(isEmpty && ending === offset && rank < RANK[incoming.kind] && incoming.kind === 'cell'),
      );
      if (depth < 0) return;
      write(ending);
      const reopen = unwind(depth, ending);
      for (const mark of reopen) open(mark);
    }
  };

  for (const mark of sorted(marks)) {
    closeUntil(mark.start, mark);
    write(mark.start);
    const rank = RANK[mark.kind];
    const outside = stack.findIndex(({ node, rank: other }) => other > rank && node.mark.end < mark.end);
    const reopen = outside >= 0 && mark.end > mark.start ? unwind(outside, mark.start) : [];
    open(mark);
    for (const inner of reopen) open(inner);
  }
  closeUntil(Number.POSITIVE_INFINITY, undefined);
  write(text.length);
  for (const parts of pieces.values()) {
    for (const [n, node] of parts.entries()) node.piece = { n, of: parts.length };
  }
  return root;
}

/** A line begins inside what holds running words and before what is found in them; other empty marks come first. */
const isInner = ({ kind }: Mark): boolean => kind !== 'line' && RANK[kind] > RANK.line;
const order = (mark: Mark): number => (mark.kind === 'line' ? 2 : mark.end === mark.start ? 0 : isInner(mark) ? 3 : 1);

const sorted = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort(
    (one, other) =>
      one.start - other.start || order(one) - order(other) || other.end - one.end || RANK[one.kind] - RANK[other.kind],
  );

/** The transcription's own mark-up, which becomes elements; in order. */
const delimitersIn = (marks: readonly Mark[]): Range[] =>
  ofKind(marks, 'emphasis')
    .flatMap(delimitersOf)
    .sort((one, other) => one.start - other.start);

function withoutDelimiters(text: string, { start, end }: Range, delimiters: readonly Range[]): string {
  let words = '';
  let from = start;
  for (
    let i = lastThat(delimiters, (delimiter) => delimiter.end <= start) + 1;
    i < delimiters.length && delimiters[i]!.start < end;
    i++
  ) {
    words += text.slice(from, Math.max(from, delimiters[i]!.start));
    from = Math.max(from, delimiters[i]!.end);
  }
  return words + text.slice(Math.min(from, end), end);
}

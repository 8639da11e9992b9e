import type { Mark, MarkKind, MarkOf } from '../text/marks.js';
import type { Edition } from './edition.js';
import { type Attributes, block, type Content, type Element, inline } from './element.js';
import { type Node, nest } from './tree.js';

/** What the writers of single marks need to know of the edition. */
interface Writing {
  ids: ReadonlyMap<Mark, string>;
  known: ReadonlySet<string>;
  /** Hand of annotations that nobody has settled. */
  unsettledHand: string;
  /** Numbers the pieces of marks that others cut in two. */
  pieces: Map<Mark, number>;
}

type Writer<K extends MarkKind> = (mark: MarkOf<K>, node: Node, writing: Writing) => Content | Content[];

export const UNSETTLED_HAND = 'hand.unsettled';

/** The `text` of the edition: one division with everything in the order of the transcription. */
export function encodeText(edition: Edition): Element {
  const writing: Writing = {
    ids: edition.ids,
    known: new Set(edition.ids.values()),
    unsettledHand: UNSETTLED_HAND,
    pieces: new Map(),
  };
  const nodes = nest(edition.transcription.text, edition.marks);
  const division = block('div', { type: 'memorandum' }, divisionContent(nodes, writing));
  return block('text', {}, block('body', {}, division));
}

/**
 * Heads and openers stand at the top of a TEI division (Guidelines, 4.2); what comes later in the form is a block
 * of its own. Words that no stage has claimed are kept as a block.
 */
function divisionContent(nodes: readonly (Node | string)[], writing: Writing): Content[] {
  let top = true;
  return nodes.flatMap((node): Content[] => {
    if (typeof node === 'string') {
      if (/\S/.test(node)) top = false;
      return /\S/.test(node) ? [inline('ab', { type: 'other' }, tidy(node))] : [];
    }
    const { kind } = node.mark;
    if (kind === 'title' || kind === 'dateline') {
      if (!top) return [inline('ab', { type: kind }, inlineContent(node.children, writing))];
    } else if (kind !== 'page' && kind !== 'furniture' && kind !== 'annotation' && kind !== 'line') top = false;
    return writeNode(node, writing);
  });
}

const writeNode = (node: Node, writing: Writing): Content[] => {
  const written = (WRITERS[node.mark.kind] as Writer<MarkKind>)(node.mark as never, node, writing);
  return Array.isArray(written) ? written : [written];
};

const inlineContent = (children: readonly (Node | string)[], writing: Writing): Content[] =>
  children.flatMap((child) => (typeof child === 'string' ? [tidy(child)] : writeNode(child, writing)));

/** Children of an element that holds no text of its own; `wrap` says where stray words go. */
const elementContent = (
  children: readonly (Node | string)[],
  writing: Writing,
  wrap: (words: string) => Content,
): Content[] =>
  children.flatMap((child): Content[] => {
    if (typeof child !== 'string') return writeNode(child, writing);
    return /\S/.test(child) ? [wrap(tidy(child))] : [];
  });

/** Line ends as one, without the blanks before them; form feeds, which XML cannot hold, as line ends. */
const tidy = (words: string): string => words.replace(/[^\S\n]*[\r\n\f][\s]*/g, '\n');

const id = (mark: Mark, writing: Writing): Attributes => ({ 'xml:id': writing.ids.get(mark) });
const finding = ({ by, certainty }: Mark): Attributes => ({ resp: `#${by}`, cert: certainty });
const ref = (target: string): string => `#${target}`;

/** Pieces of one mark are chained, so that a reader of the file can put them together again. */
function chained(node: Node, writing: Writing, stem: string): Attributes {
  const { n, of } = node.piece;
  if (of === 1) return {};
  const known = writing.pieces.get(node.mark) ?? writing.pieces.size + 1;
  writing.pieces.set(node.mark, known);
  const piece = (at: number) => `${stem}.${known}.${at + 1}`;
  return {
    'xml:id': piece(n),
    next: n + 1 < of ? ref(piece(n + 1)) : undefined,
    prev: n > 0 ? ref(piece(n - 1)) : undefined,
  };
}

const mixed = (name: string, node: Node, writing: Writing, attributes: Attributes): Element =>
  inline(name, attributes, inlineContent(node.children, writing));

const name =
  (element: string): Writer<'organisation' | 'place' | 'event'> =>
  (mark, node, writing) => {
    const content = inlineContent(node.children, writing);
    const type = element === 'rs' ? { type: 'event' } : {};
    const attributes = { ...type, ref: ref(mark.ref), ...finding(mark), ...chained(node, writing, 'part') };
    if (mark.expansion === undefined || node.piece.of > 1) return inline(element, attributes, content);
    const choice = inline('choice', {}, inline('abbr', {}, content), inline('expan', {}, mark.expansion));
    return inline(element, attributes, choice);
  };

/** One writer for each kind of mark; a new kind does not compile until it has one. */
const WRITERS: { readonly [K in MarkKind]: Writer<K> } = {
  page: (mark, _, writing) => inline('pb', { n: String(mark.n), ...id(mark, writing) }),
  line: () => inline('lb', {}),
  furniture: (mark, node, writing) => {
    const content = inlineContent(node.children, writing);
    const attributes = { type: mark.type, place: mark.position, ...id(mark, writing) };
    return inline('fw', attributes, mark.type === 'stamp' ? inline('stamp', {}, content) : content);
  },
  annotation: (mark, node, writing) =>
    mixed('note', node, writing, {
      type: 'annotation',
      hand: ref(mark.hand ?? writing.unsettledHand),
      place: mark.position,
      ...finding(mark),
      ...id(mark, writing),
    }),
  title: (_, node, writing) => mixed('head', node, writing, {}),
  dateline: (_, node, writing) => block('opener', {}, mixed('dateline', node, writing, {})),
  list: (mark, node, writing) =>
    holds(node, ['item', 'delegation'])
      ? block(
          'list',
          { type: mark.type },
          elementContent(node.children, writing, (words) => inline('item', {}, words)),
        )
      : unlisted(node, writing),
  label: (_, node, writing) => mixed('head', node, writing, {}),
  item: (_, node, writing) => mixed('item', node, writing, {}),
  delegation: (_, node, writing) =>
    block(
      'item',
      {},
      elementContent(node.children, writing, (words) => words),
    ),
  delegationName: (_, node, writing) => mixed('label', node, writing, {}),
  members: (_, node, writing) =>
    block(
      'list',
      {},
      elementContent(node.children, writing, (words) => inline('item', {}, words)),
    ),
  table: (_, node, writing) =>
    holds(node, ['row'])
      ? block(
          'table',
          { type: 'distribution' },
          elementContent(node.children, writing, (words) => block('row', {}, inline('cell', {}, words))),
        )
      : unlisted(node, writing),
  row: (_, node, writing) =>
    block(
      'row',
      {},
      elementContent(node.children, writing, (words) => inline('cell', {}, words)),
    ),
  cell: (_, node, writing) => mixed('cell', node, writing, {}),
  paragraph: (mark, node, writing) => mixed('p', node, writing, id(mark, writing)),
  heading: (mark, node, writing) => mixed('ab', node, writing, { type: 'heading', ...id(mark, writing) }),
  turn: (mark, node, writing) =>
    mixed('said', node, writing, {
      who: mark.who.map(ref).join(' '),
      toWhom: mark.toWhom && ref(mark.toWhom),
      direct: String(mark.direct),
      ...finding(mark),
      ...turnChain(mark, writing),
    }),
  quotation: (_, node, writing) => mixed('q', node, writing, chained(node, writing, 'part')),
  person: (mark, node, writing) =>
    mixed('persName', node, writing, { ref: ref(mark.ref), ...finding(mark), ...chained(node, writing, 'part') }),
  office: (mark, node, writing) =>
    mixed('rs', node, writing, {
      type: 'person',
      ref: ref(mark.ref),
      ...finding(mark),
      ...chained(node, writing, 'part'),
    }),
  role: (_, node, writing) => mixed('roleName', node, writing, chained(node, writing, 'part')),
  organisation: name('orgName') as Writer<'organisation'>,
  place: name('placeName') as Writer<'place'>,
  event: name('rs') as Writer<'event'>,
  date: (mark, node, writing) =>
    mixed('date', node, writing, {
      when: mark.when,
      notBefore: mark.notBefore,
      notAfter: mark.notAfter,
      ...finding(mark),
      ...chained(node, writing, 'part'),
    }),
  time: (mark, node, writing) => mixed('time', node, writing, { when: mark.when }),
  emendation: (mark, node, writing) => {
    const content = inlineContent(node.children, writing);
    const editor = { resp: `#${mark.by}`, cert: mark.certainty };
    return mark.witness
      ? inline(
          'app',
          id(mark, writing),
          inline('lem', { wit: ref(mark.witness), ...editor }, mark.reading),
          inline('rdg', { wit: '#ocr', cause: 'misreading' }, content),
        )
      : inline('choice', id(mark, writing), inline('sic', {}, content), inline('corr', editor, mark.reading));
  },
  emphasis: (mark, node, writing) =>
    mark.rend === 'overstrike'
      ? mixed('del', node, writing, {
          rend: 'overstrike',
          hand: mark.hand && ref(mark.hand),
          ...chained(node, writing, 'part'),
        })
      : mixed('hi', node, writing, { rend: mark.rend, ...chained(node, writing, 'part') }),
};

/** A turn in several paragraphs is a chain: `turn.3`, `turn.3.2`, `turn.3.3`. */
function turnChain(mark: MarkOf<'turn'>, writing: Writing): Attributes {
  const own = writing.ids.get(mark) ?? '';
  const [prefix, number, part] = own.split('.');
  const at = Number(part ?? 1);
  const nth = (n: number) => (n === 1 ? `${prefix}.${number}` : `${prefix}.${number}.${n}`);
  return {
    'xml:id': own,
    next: writing.known.has(nth(at + 1)) ? ref(nth(at + 1)) : undefined,
    prev: at > 1 ? ref(nth(at - 1)) : undefined,
  };
}

/** A label without entries is no list: its words stand as a block. */
const unlisted = (node: Node, writing: Writing): Element =>
  inline(
    'ab',
    { type: 'other' },
    node.children.flatMap((child) =>
      inlineContent(typeof child !== 'string' && child.mark.kind === 'label' ? child.children : [child], writing),
    ),
  );

const holds = (node: Node, kinds: readonly MarkKind[]): boolean =>
  node.children.some((child) => typeof child !== 'string' && kinds.includes(child.mark.kind));

import { type Mark, type MarkKind, type MarkOf, ofKind } from '../text/marks.js';
import type { Edition } from './edition.js';
import { type Attributes, block, type Content, type Element, inline, isInstruction } from './element.js';
import { type Node, nest } from './tree.js';

/** What the writers of single marks need to know of the edition. */
interface Writing {
  ids: ReadonlyMap<Mark, string>;
  known: ReadonlySet<string>;
  /** Hand of annotations that nobody has settled. */
  unsettledHand: string;
  /** Numbers the pieces of marks that others cut in two. */
  pieces: Map<Mark, number>;
  /** In the order of the text. */
  footnotes: readonly MarkOf<'footnote'>[];
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
    footnotes: ofKind(edition.marks, 'footnote'),
  };
  const nodes = nest(edition.transcription.text, edition.marks);
  const division = block('div', { type: edition.genre }, divisionContent(nodes, writing));
  return block('text', {}, block('body', {}, division));
}

/** What may stand before, between and after the blocks of a division. */
const ANYWHERE: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'page',
  'furniture',
  'annotation',
  'line',
  'markup',
  'footnote',
]);
const AT_THE_TOP: ReadonlySet<MarkKind> = new Set<MarkKind>(['title', 'dateline', 'address', 'salute']);
const AT_THE_BOTTOM: ReadonlySet<MarkKind> = new Set<MarkKind>(['closer', 'postscript']);

/**
 * Heads and openers stand at the top of a TEI division, closers at its bottom (Guidelines, 4.2); elsewhere they are
 * blocks of their own. Words that no stage has claimed are kept as a block.
 */
function divisionContent(nodes: readonly (Node | string)[], writing: Writing): Content[] {
  const isBlock = (node: Node | string) =>
    typeof node === 'string'
      ? /\S/.test(node)
      : !ANYWHERE.has(node.mark.kind) && !AT_THE_TOP.has(node.mark.kind) && !AT_THE_BOTTOM.has(node.mark.kind);
  const first = nodes.findIndex(isBlock);
  const last = nodes.findLastIndex(isBlock);
  return nodes.flatMap((node, i): Content[] => {
    if (typeof node === 'string') return /\S/.test(node) ? [inline('ab', { type: 'other' }, tidy(node))] : [];
    const { kind } = node.mark;
    const isDisplaced =
      (AT_THE_TOP.has(kind) && first >= 0 && i > first) || (AT_THE_BOTTOM.has(kind) && (last < 0 || i < last));
    if (!isDisplaced) return writeNode(node, writing);
    return kind === 'postscript'
      ? elementContent(node.children, writing, (words) => inline('ab', { type: 'other' }, words))
      : [inline('ab', { type: kind === 'address' ? 'other' : kind }, inlineContent(node.children, writing))];
  });
}

const writeNode = (node: Node, writing: Writing): Content[] => {
  const written = (WRITERS[node.mark.kind] as Writer<MarkKind>)(node.mark as never, node, writing);
  return Array.isArray(written) ? written : [written];
};

const inlineContent = (children: readonly (Node | string)[], writing: Writing): Content[] =>
  children.flatMap((child, i) => {
    if (typeof child !== 'string') return writeNode(child, writing);
    return [goesOn(children[i + 1]) ? tidy(child).trimEnd() : tidy(child)];
  });

/** A word that is broken at the end of a line goes on without white space. */
const goesOn = (next: Node | string | undefined): boolean =>
  next !== undefined && typeof next !== 'string' && next.mark.kind === 'line' && next.mark.broken === true;

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

/** Whom else the words may mean (Guidelines, 22.2, certainty with assertedValue); said once, on the first piece. */
const alternatives = ({ others = [] }: { others?: readonly string[] }, match: string, { piece }: Node): Element[] =>
  piece.n > 0
    ? []
    : others.map((id) => inline('certainty', { locus: 'value', match, assertedValue: ref(id), cert: 'low' }));

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
  page: (mark, _, writing) =>
    inline('pb', {
      n: String(mark.n),
      ...id(mark, writing),
      facs: mark.surface === undefined ? undefined : ref(surfaceId(mark.surface)),
      break: mark.broken && 'no',
    }),
  line: ({ zone, broken }) =>
    inline('lb', { facs: zone && ref(zoneId(zone.surface, zone.n)), n: zone && String(zone.n), break: broken && 'no' }),
  markup: (_, node) => instruction('memcon-markup', node),
  reference: (mark, node) => [...instruction('memcon-reference', node), mark.character],
  hyphen: (mark, node, writing) =>
    mark.soft ? inline('pc', { force: 'weak' }, wordsOf(node)) : inlineContent(node.children, writing),
  unclear: (mark, node, writing) =>
    mixed('unclear', node, writing, {
      reason: mark.reason,
      ...finding(mark),
      ...chained(node, writing, 'part'),
    }),
  gap: ({ reason, unit, quantity }, node, writing) =>
    inline(
      'gap',
      { reason, unit, quantity: quantity === undefined ? undefined : String(quantity) },
      inline('desc', {}, limited(inlineContent(node.children, writing))),
    ),
  sic: (_, node, writing) => mixed('sic', node, writing, chained(node, writing, 'part')),
  number: ({ value }, node, writing) =>
    mixed('num', node, writing, { value: value === undefined ? undefined : String(value) }),
  footnote: (mark, node, writing) =>
    mixed('note', node, writing, { type: 'footnote', place: 'bottom', n: mark.sign, ...id(mark, writing) }),
  footnoteSign: (mark, node, writing) => {
    const note = writing.footnotes.find(({ sign, start }) => sign === mark.sign && start > mark.start);
    const target = note && writing.ids.get(note);
    const content = inlineContent(node.children, writing);
    return target === undefined ? content : inline('ref', { type: 'footnote', target: ref(target) }, content);
  },
  address: (_, node, writing) => mixed('opener', node, writing, {}),
  salute: (_, node, writing) => block('opener', {}, mixed('salute', node, writing, {})),
  closer: (_, node, writing) => mixed('closer', node, writing, {}),
  postscript: (_, node, writing) =>
    block(
      'postscript',
      {},
      elementContent(node.children, writing, (words) => inline('ab', { type: 'other' }, words)),
    ),
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
          { type: mark.type, rend: mark.columns && 'columns' },
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
  table: (mark, node, writing) =>
    holds(node, ['row'])
      ? block(
          'table',
          { type: mark.type === 'distribution' ? mark.type : undefined },
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
  paragraph: (mark, node, writing) => mixed('p', node, writing, { ...id(mark, writing), n: mark.n }),
  separator: (_, node, writing) => mixed('ab', node, writing, { type: 'other' }),
  heading: (mark, node, writing) => mixed('ab', node, writing, { type: 'heading', ...id(mark, writing) }),
  turn: (mark, node, writing) =>
    inline(
      'said',
      {
        who: mark.who.map(ref).join(' '),
        toWhom: mark.toWhom && ref(mark.toWhom),
        direct: String(mark.direct),
        ...finding(mark),
        ...turnChain(mark, writing),
      },
      alternatives(mark, '@who', node),
      inlineContent(node.children, writing),
    ),
  speakerLabel: (_, node, writing) =>
    mixed('label', node, writing, { type: 'speaker', ...chained(node, writing, 'part') }),
  quotation: (_, node, writing) => mixed('q', node, writing, chained(node, writing, 'part')),
  person: (mark, node, writing) =>
    inline(
      'persName',
      { ref: ref(mark.ref), ...finding(mark), ...chained(node, writing, 'part') },
      alternatives(mark, '@ref', node),
      inlineContent(node.children, writing),
    ),
  office: (mark, node, writing) =>
    inline(
      'rs',
      { type: 'person', ref: ref(mark.ref), ...finding(mark), ...chained(node, writing, 'part') },
      alternatives(mark, '@ref', node),
      inlineContent(node.children, writing),
    ),
  role: (_, node, writing) => mixed('roleName', node, writing, chained(node, writing, 'part')),
  organisation: name('orgName') as Writer<'organisation'>,
  place: name('placeName') as Writer<'place'>,
  event: name('rs') as Writer<'event'>,
  date: (mark, node, writing) =>
    mixed('date', node, writing, {
      when: mark.when,
      [mark.span ? 'from' : 'notBefore']: mark.notBefore,
      [mark.span ? 'to' : 'notAfter']: mark.notAfter,
      ...finding(mark),
      ...chained(node, writing, 'part'),
    }),
  time: ({ when, from, to }, node, writing) =>
    mixed('time', node, writing, from !== undefined && to !== undefined ? { from, to } : { when }),
  emendation: (mark, node, writing) => apparatus(mark, node, writing),
  emphasis: (mark, node, writing) =>
    mark.rend === 'overstrike'
      ? mixed('del', node, writing, {
          rend: 'overstrike',
          hand: mark.hand && ref(mark.hand),
          ...chained(node, writing, 'part'),
        })
      : mixed('hi', node, writing, { rend: mark.rend, ...chained(node, writing, 'part') }),
};

/**
 * An entry of the apparatus with all readings; a conjecture that no witness bears upon is a choice. Where other marks cut
 * it in pieces, the first has the readings and the others have the words of the transcription alone.
 */
function apparatus(mark: MarkOf<'emendation'>, node: Node, writing: Writing): Element {
  const { witnesses = [], variants = [] } = mark;
  const base = inlineContent(node.children, writing);
  const decided = { resp: `#${mark.by}`, cert: mark.certainty };
  const wit = (ids: readonly string[]) => (ids.length > 0 ? ids.map(ref).join(' ') : undefined);
  const own = (reading: string) => (node.piece.n === 0 ? reading : '');
  const attributes = pieceOf(node, writing.ids.get(mark));
  if (mark.reading !== undefined && witnesses.length + variants.length === 0)
    return inline('choice', attributes, inline('sic', {}, base), inline('corr', decided, own(mark.reading)));
  return inline(
    'app',
    attributes,
    mark.reading === undefined
      ? inline('lem', { wit: BASE, ...decided }, base)
      : inline('lem', { wit: wit(witnesses), ...decided }, own(mark.reading)),
    variants.map(({ reading, type, ...variant }) => inline('rdg', { wit: wit(variant.witnesses), type }, own(reading))),
    mark.reading !== undefined && inline('rdg', { wit: BASE, cause: 'misreading' }, base),
  );
}

/** The first piece has the id that is cited, and the others are numbered after it. */
function pieceOf({ piece: { n, of } }: Node, own = ''): Attributes {
  const nth = (at: number) => (at === 0 ? own : `${own}.${at + 1}`);
  return {
    'xml:id': nth(n),
    next: n + 1 < of ? ref(nth(n + 1)) : undefined,
    prev: n > 0 ? ref(nth(n - 1)) : undefined,
  };
}

/** The transcription as a witness. */
const BASE = '#ocr';

export const surfaceId = (n: number): string => `surface.${n}`;
export const zoneId = (surface: number, n: number): string => `zone.${surface}.${n}`;

/** What the format has written, as an instruction; white space alone needs none. */
function instruction(target: string, node: Node): Content[] {
  const data = tidy(wordsOf(node)).trim();
  return data === '' ? [] : [{ target, data }];
}

const wordsOf = ({ children }: Node): string =>
  children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');

/** What TEI's macro.limitedContent admits; other elements are left out and their words kept. */
const LIMITED: ReadonlySet<string> = new Set(['hi', 'date', 'time', 'persName', 'orgName', 'placeName', 'rs', 'q']);

const limited = (contents: readonly Content[]): Content[] =>
  contents.flatMap((content): Content[] => {
    if (typeof content === 'string' || isInstruction(content)) return [content];
    const children = limited(content.children);
    return LIMITED.has(content.name) ? [{ ...content, children }] : children;
  });

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

import { idOf, type TeiElement } from './tree.js';

/** Words that are read on end: those of the text, or those of one thing that stands beside it. */
export interface Stream {
  text: string;
  /** The last page that began before it; absent for the text, which has many, and before the first page. */
  page?: TeiElement;
}

/** Half-open, in UTF-16 code units of the stream's text, without white space at the ends. */
export interface Span {
  readonly stream: Stream;
  readonly start: number;
  readonly end: number;
}

/** The words of an edition as they are read, and where each element stands in them. */
export interface ReadingWords {
  readonly main: Stream;
  readonly spans: ReadonlyMap<TeiElement, Span>;
}

/** Readings that are not taken; `sic` where it has a correction. The same as in `xslt/lib/lookup.xsl`, mode `words`. */
const NOT_READ: ReadonlySet<string> = new Set(['rdg', 'orig', 'expan', 'certainty']);
/** What stands on the sheet beside the text is read by itself. */
const APART: ReadonlySet<string> = new Set(['fw', 'note']);
/** Their words never run on into those of their neighbours. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p ab head item cell row list table dateline opener closer salute signed postscript div fw note'.split(' '),
);

export const isLeftOut = ({ name, attributes, parent }: TeiElement): boolean =>
  NOT_READ.has(name) ||
  (name === 'sic' && parent?.name === 'choice') ||
  (name === 'pc' && attributes.get('force') === 'weak');

const isBlock = ({ name, parent }: TeiElement): boolean =>
  BLOCKS.has(name) || (name === 'label' && (parent?.name === 'item' || parent?.name === 'list'));

/** Reads `text` and the notes of `standOff`, which are told from each other by the streams of their spans. */
export function readingWords(parts: readonly TeiElement[]): ReadingWords {
  const main: Stream = { text: '' };
  const rough = new Map<TeiElement, Span>();
  let page: TeiElement | undefined;
  const read = (element: TeiElement, stream: Stream): void => {
    if (isLeftOut(element)) return;
    const own = APART.has(element.name) ? { text: '', ...(page && { page }) } : stream;
    if (element.name === 'pb') page = element;
    if (isBlock(element)) write(own, ' ');
    if ((element.name === 'lb' || element.name === 'pb') && element.attributes.get('break') === 'no') {
      own.text = `${own.text.trimEnd()}${JOIN}`;
    } else if (element.name === 'lb') write(own, ' ');
    const start = own.text.length;
    for (const child of element.children) {
      if (typeof child === 'string') write(own, child);
      else read(child, own);
    }
    rough.set(element, { stream: own, start, end: own.text.length });
    if (isBlock(element)) write(own, ' ');
  };
  for (const part of parts) read(part, part.name === 'note' ? { text: '' } : main);
  return { main, spans: withoutJoins(rough) };
}

/** Stands where a divided word goes on, until all is read. */
const JOIN = '\u0000';

function write(stream: Stream, text: string): void {
  const words = text.replace(/\s+/g, ' ');
  if (words === '') return;
  const after = stream.text.at(-1);
  const joins = after === undefined || after === ' ' || after === JOIN;
  stream.text += joins ? words.trimStart() : words;
}

/** Takes the signs of joins out of the streams, and carries the spans over, trimmed. */
function withoutJoins(rough: ReadonlyMap<TeiElement, Span>): Map<TeiElement, Span> {
  const before = new Map<Stream, number[]>();
  for (const { stream } of rough.values()) {
    if (before.has(stream)) continue;
    const joins = [...stream.text.matchAll(/\u0000/g)].map(({ index }) => index);
    before.set(stream, joins);
    stream.text = stream.text.replaceAll(JOIN, '');
  }
  const moved = (stream: Stream, offset: number) => offset - before.get(stream)!.filter((at) => at < offset).length;
  return new Map(
    [...rough].map(([element, { stream, start, end }]) => [
      element,
      trimmed({ stream, start: moved(stream, start), end: moved(stream, end) }),
    ]),
  );
}

export function trimmed({ stream, start, end }: Span): Span {
  const words = stream.text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { stream, start: from, end: Math.max(from, from + words.trim().length) };
}

export const wordsAt = ({ stream, start, end }: Span): string => stream.text.slice(start, end);

/** The parts of what is chained by `next`, from the first one. */
export function chainOf(first: TeiElement, byId: ReadonlyMap<string, TeiElement>): TeiElement[] {
  const chain = [first];
  for (let next = first.attributes.get('next'); next !== undefined; next = chain.at(-1)!.attributes.get('next')) {
    const part = byId.get(next.replace(/^#/, ''));
    if (!part || chain.includes(part)) break;
    chain.push(part);
  }
  return chain;
}

export const indexById = (elements: readonly TeiElement[]): Map<string, TeiElement> =>
  new Map(elements.flatMap((element) => (idOf(element) === undefined ? [] : [[idOf(element)!, element] as const])));

import { occurrences, type Passages, placeOf, streamsOf, type WordsPlace } from '../citation/places.js';
import type { Unit } from '../citation/unit.js';
import { normalized } from '../citation/wording.js';

/** What the page shows and the text has not; what cannot be selected is not among the words either. */
const APART = '.notes, .pb, .bracket';
const BLOCKS = 'p, h1, h2, h3, li, dd, td, .comment, .reason, .fw, .annotation';
/** Sheets have the words of the transcription. */
const TYPED = '.sheet';

/** Selected words, made whole, and where on the page they stand. */
interface Selected {
  readonly words: string;
  /** The passages in which the selection begins and ends. */
  readonly from: Unit | undefined;
  readonly to: Unit | undefined;
  /** The passage of the block in which it begins, and how many characters of the block stand before it. */
  readonly block: Unit | undefined;
  readonly before: number;
}

const elementOf = (node: Node): Element => (node instanceof Element ? node : node.parentElement!);

/** The passage around a place of the page. */
function unitAt(node: Node, byId: ReadonlyMap<string, Unit>): Unit | undefined {
  for (let one: Element | null = elementOf(node); one; one = one.parentElement) {
    const unit = byId.get(one.id.replace(/^(?:typed|note)\./, ''));
    if (unit) return unit;
  }
  return undefined;
}

/** The selected words without note numbers and signs; where the selection cuts a word, the whole of it. */
function selectedIn(range: Range, byId: ReadonlyMap<string, Unit>): Selected {
  const blockAt = (node: Node) => elementOf(node).closest(BLOCKS) ?? elementOf(node);
  const [first, last] = [blockAt(range.startContainer), blockAt(range.endContainer)];
  const around = document.createRange();
  around.setStartBefore(first);
  around.setEndAfter(last);
  const note = elementOf(range.commonAncestorContainer).closest('.notes');
  let text = '';
  let [start, end] = [-1, 0];
  const walk = (node: Node): void => {
    if (!around.intersectsNode(node)) return;
    if (node instanceof Text) {
      const { length } = text;
      text += node.data;
      if (!range.intersectsNode(node)) return;
      if (start < 0) start = length + (node === range.startContainer ? range.startOffset : 0);
      end = length + (node === range.endContainer ? range.endOffset : node.length);
    } else if (node instanceof Element) {
      if (node.matches(APART) && !(note && node.contains(note))) return;
      const style = getComputedStyle(node);
      if ((style.userSelect || style.webkitUserSelect) === 'none') return;
      // Where the sheet has what was mended, the edition's own words are cited.
      const unit = node.closest(TYPED) ? byId.get(node.id.replace(/^typed\./, '')) : undefined;
      if (unit?.transcribed !== undefined && unit.kind === 'reading') {
        const { length } = text;
        text += unit.words;
        if (!range.intersectsNode(node)) return;
        if (start < 0) start = length;
        end = text.length;
        return;
      }
      const parts = node.localName === 'br' || !style.display.startsWith('inline');
      if (parts) text += ' ';
      for (const child of node.childNodes) walk(child);
      if (parts) text += ' ';
    }
  };
  walk(around.commonAncestorContainer);
  start = Math.max(0, start);
  const isWord = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
  while (/\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (isWord(start) && isWord(start - 1)) start--;
  while (isWord(end) && isWord(end - 1)) end++;
  return {
    words: normalized(text.slice(start, end)),
    from: unitAt(range.startContainer, byId),
    to: unitAt(range.endContainer, byId),
    block: unitAt(first, byId),
    before: normalized(text.slice(0, start)).length,
  };
}

/** Where the selected words stand in the edition; without `words` where they do not stand so, but the passage around them is known. */
export function placeOfSelection(
  edition: Passages,
  range: Range,
  byId: ReadonlyMap<string, Unit>,
): { place: WordsPlace; quoted?: string } | undefined {
  const { words, from, to, block, before } = selectedIn(range, byId);
  if (words === '') return undefined;
  const [first, last] = [from?.spans[0], to?.spans.at(-1)];
  const isBounded = first !== undefined && last !== undefined && first.stream === last.stream;
  const streams = first ? [first.stream] : streamsOf(edition).slice(0, 1);
  const origin = block?.spans[0];
  const wanted = origin && origin.stream === streams[0] ? origin.start + before : 0;
  const [nearest] = streams
    .flatMap((stream) => occurrences(stream, words).map((range) => ({ stream, range })))
    .filter(({ range: { start, end } }) => !isBounded || (first.start <= start && end <= last.end))
    .sort((one, other) => Math.abs(one.range.start - wanted) - Math.abs(other.range.start - wanted));
  if (nearest) {
    const place = placeOf(edition, nearest.stream, nearest.range);
    const { start, end } = nearest.range;
    return place && { place, quoted: normalized(nearest.stream.text.slice(start, end)) };
  }
  if (!isBounded) return undefined;
  const place = placeOf(edition, first.stream, {
    start: first.start,
    end: Math.max(first.end, last.end),
  });
  return place && { place };
}

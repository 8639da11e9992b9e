import { type ReadingWords, readingWords, wordsAt } from '../citation/reading-text.js';
import { allAt, childrenOf, descendantsOf, type TeiElement, teiTree } from '../citation/tree.js';

/** Elements whose words stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p ab head item cell row list table dateline opener closer salute signed postscript div label'.split(' '),
);

/**
 * The reading text of an edition, its paragraphs apart by empty lines, footnotes at the end: what is read, without heads
 * and feet of pages, stamps and handwriting.
 * @throws MaterialError where the file is not well-formed
 */
export function plainText(file: string, tei: string): string {
  const root = teiTree(file, tei);
  const text = childrenOf(root, 'text');
  const words = readingWords([...text, ...allAt(root, 'standOff/note')]);
  const elements = text.flatMap((one) => [one, ...descendantsOf(one)]);
  const notes = elements.filter(({ name, attributes }) => name === 'note' && attributes.get('type') === 'footnote');
  const parts = [...paragraphsOf(words, elements), ...notes.map((note) => noteText(words, note))];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The text cut at the ends of its blocks; every word of it is in one of the pieces. */
function paragraphsOf({ main, spans }: ReadingWords, elements: readonly TeiElement[]): string[] {
  const cuts = new Set([0, main.text.length]);
  for (const element of elements) {
    const span = BLOCKS.has(element.name) ? spans.get(element) : undefined;
    if (span?.stream === main) cuts.add(span.start).add(span.end);
  }
  const ordered = [...cuts].sort((one, other) => one - other);
  return ordered.slice(1).map((end, n) => main.text.slice(ordered[n], end).trim());
}

function noteText({ spans }: ReadingWords, note: TeiElement): string {
  const span = spans.get(note);
  const number = note.attributes.get('n');
  return span ? [number && `[${number}]`, wordsAt(span)].filter(Boolean).join(' ') : '';
}

import { type Content, type Element, isInstruction } from './element.js';

/** How far a text is encoded, by “Best Practices for TEI in Libraries” 4.0.0, of the TEI special interest group. */
export type LibraryLevel = 0 | 1 | 2 | 3 | 4 | 5;

interface Demand {
  readonly level: LibraryLevel;
  /** What the level asks of a file, in words of our own. */
  readonly holds: string;
  /** Where it is asked. */
  readonly source: string;
  readonly isMet: (root: Element) => boolean;
}

const ofName = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** What tells what the words are, and not how they look: the elements that the fourth level adds to the third. */
const CONTENT = ofName(
  'persName orgName placeName geogName name rs date time said sp speaker stage q quote title foreign term abbr expan sic corr orig reg add del unclear gap opener closer dateline salute signed postscript',
);
const BLOCKS = ofName('p lg list table row item figure');
const DIVISIONS = ofName('div div1');
/** They hold no words of the text themselves, or words that stand beside it. */
const BESIDE = ofName('pb lb cb milestone note fw');

/**
 * What each level asks beyond those below it. The schemas of the levels are closed, and leave out what scholarly editions
 * have (apparatus, hands, furniture); what they ask for is asked here, and what is more does no harm: the fifth level is
 * what goes beyond the fourth, and has no schema.
 */
export const DEMANDS: readonly Demand[] = [
  {
    level: 1,
    holds: 'A header with title, publication and source, and the words of the document.',
    source: 'bptl-L1.odd, “Purpose”, and the header that all levels share',
    isMet: (root) =>
      ['title', 'publicationStmt', 'sourceDesc'].every((name) => allIn(partOf(root, 'teiHeader'), name).length > 0) &&
      ['text', 'sourceDoc'].some((name) => wordsOf(partOf(root, name)) !== ''),
  },
  {
    level: 2,
    holds: 'The body is parted into divisions.',
    source: 'bptl-L2.odd, element recommendations: body, div',
    isMet: (root) => childrenOf(bodyOf(root)).some(({ name }) => DIVISIONS.has(name)),
  },
  {
    level: 3,
    holds: 'Paragraphs, verses, lists and tables are told from each other; no division is one block of text.',
    source: 'bptl-L3.odd, element recommendations: p, and “except ab as defined for that level”',
    isMet: (root) =>
      allIn(bodyOf(root), 'div', 'div1').every((division) => {
        const blocks = childrenOf(division).filter(({ name }) => !BESIDE.has(name) && name !== 'head');
        return !(blocks.length === 1 && blocks[0]!.name === 'ab');
      }) && allIn(bodyOf(root), ...BLOCKS).length > 0,
  },
  {
    level: 3,
    holds: 'Neither the root nor the header says how anything looks.',
    source: 'bptl-L3.odd and bptl-L4.odd, constraint on TEI (rend, rendition, xml:space)',
    isMet: (root) =>
      [root, ...allIn(partOf(root, 'teiHeader'))].every(({ attributes }) =>
        ['rend', 'rendition', 'xml:space'].every((name) => attributes[name] === undefined),
      ),
  },
  {
    level: 4,
    holds: 'All words of the body stand in divisions, and each division says what it is.',
    source: 'bptl-L4.odd, remark on body, constraint on div (type)',
    isMet: (root) =>
      childrenOf(bodyOf(root)).every(({ name }) => DIVISIONS.has(name) || BESIDE.has(name)) &&
      allIn(bodyOf(root), 'div', 'div1').every(({ attributes }) => (attributes.type ?? '') !== ''),
  },
  {
    level: 4,
    holds: 'Names, dates, speech, quotations or the parts of a letter are told, not only how the text looks.',
    source: 'bptl-L4.odd, “Purpose” and element recommendations',
    isMet: (root) => allIn(bodyOf(root), ...CONTENT).length > 0,
  },
  {
    level: 4,
    holds:
      'The text stands alone without page images: divided words are accounted for, and no link to a place on an image is dead.',
    source: 'bptl-L4.odd, “Rationale”',
    isMet: (root) => {
      const text = allIn(partOf(root, 'text'));
      const ids = new Set(allIn(root).map(({ attributes }) => attributes['xml:id']));
      const places = text
        .flatMap(({ attributes }) => (attributes.facs ?? '').split(/\s+/))
        .filter((one) => one.startsWith('#'));
      const isDivided = text.some(({ attributes }) => attributes.break === 'no');
      return (
        places.every((one) => ids.has(one.slice(1))) &&
        (!isDivided || allIn(partOf(root, 'teiHeader'), 'hyphenation').length > 0)
      );
    },
  },
  {
    level: 5,
    holds: 'A person who knows the subject has worked on the encoding, and the list of revisions says so.',
    source: '“Best Practices for TEI in Libraries”, level 5; it has no schema',
    isMet: (root) => {
      const software = new Set(
        allIn(partOf(root, 'teiHeader'), 'respStmt')
          .filter((statement) => allIn(statement, 'name').some(({ attributes }) => attributes.type === 'software'))
          .map(({ attributes }) => `#${attributes['xml:id']}`),
      );
      const people = new Set(
        allIn(partOf(root, 'teiHeader'), 'respStmt', 'editor')
          .map(({ attributes }) => `#${attributes['xml:id']}`)
          .filter((one) => !software.has(one)),
      );
      return allIn(partOf(root, 'revisionDesc')).some(
        ({ name, attributes }) =>
          name === 'change' && (attributes.who ?? '').split(/\s+/).some((one) => people.has(one)),
      );
    },
  },
];

/** The level that a file has reached: the last one whose demands, and those of all below it, are met. */
export function libraryLevel(root: Element): LibraryLevel {
  const missed = DEMANDS.filter(({ isMet }) => !isMet(root)).map(({ level }) => level);
  return (missed.length === 0 ? 5 : Math.min(...missed) - 1) as LibraryLevel;
}

/** As `schemaRef/@url` says it (“Best Practices”, 4.0.0). */
export const levelAddress = (level: LibraryLevel): string => `bptl:L${level}-v4.0.0`;

const isElement = (content: Content): content is Element => typeof content !== 'string' && !isInstruction(content);

const childrenOf = (element: Element | undefined): Element[] => (element?.children ?? []).filter(isElement);

/** All elements below, in document order; of these names where some are given. */
function allIn(element: Element | undefined, ...names: string[]): Element[] {
  const found = childrenOf(element).flatMap((child): Element[] => [child, ...allIn(child)]);
  return names.length === 0 ? found : found.filter(({ name }) => names.includes(name));
}

/** The first element of this name below the root. */
const partOf = (root: Element, name: string): Element | undefined => allIn(root, name)[0];

const bodyOf = (root: Element): Element | undefined =>
  childrenOf(childrenOf(root).find(({ name }) => name === 'text')).find(({ name }) => name === 'body');

const wordsOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : isElement(child) ? wordsOf(child) : ''))
    .join('')
    .trim();

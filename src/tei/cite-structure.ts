import { block, type Element, inline } from './element.js';

interface Step {
  unit: string;
  match: string;
  use?: string;
  delim?: string;
  /** What a passage is called, without its number; the number follows the first point of its id. */
  called?: string;
  /** Who is responsible for the words, as an XPath. */
  creator?: string;
  steps?: readonly Step[];
}

/** `//text//p[@xml:id] | …`: every element of these names that has an id; a chain by its first part. */
const each = (names: readonly string[], tests = ''): string =>
  names.map((name) => `//text//${name}[@xml:id]${tests}`).join(' | ');

/** As in the talk: paragraphs with the turns in them, turns as a whole, and what the edition adds. */
const TALK: readonly Step[] = [
  {
    unit: 'paragraph',
    match: each(['p', 'ab']),
    steps: [{ unit: 'part', match: './/said[@xml:id]', delim: '/', called: 'turn', creator: '@who' }],
  },
  { unit: 'turn', match: each(['said'], '[not(@prev)]'), creator: '@who' },
  { unit: 'footnote', match: "//text//note[@xml:id][@type='footnote']" },
  { unit: 'reading', match: each(['app', 'choice'], '[not(@prev)]') },
  { unit: 'note', match: '//standOff/note[@xml:id]', creator: '@resp' },
];

/** As on paper: pages and their lines, what stands beside the text, and the form. */
const PAPER: readonly Step[] = [
  {
    unit: 'page',
    match: '//text//pb[@xml:id]',
    use: '@n',
    delim: 'p.',
    called: 'p.',
    steps: [
      {
        unit: 'line',
        match: 'let $page := . return following::lb[@n][preceding::pb[1] is $page]',
        use: '@n',
        delim: '/',
      },
    ],
  },
  { unit: 'furniture', match: each(['fw']) },
  { unit: 'annotation', match: "//text//note[@xml:id][@type='annotation']", creator: '@hand' },
  { unit: 'list', match: each(['list']) },
  { unit: 'table', match: each(['table']) },
  { unit: 'entry', match: each(['item', 'row', 'cell']) },
];

/**
 * The two ways to cite a passage, for programs that resolve references (TEI Guidelines, 16.2.5, `citeStructure`): what
 * counts as a passage, what names it, what it is called, and whose words it has.
 */
export const referenceDeclarations = (): Element[] => [
  block('refsDecl', { n: 'talk', default: 'true' }, TALK.map(stepOf)),
  block('refsDecl', { n: 'paper', default: 'false' }, PAPER.map(stepOf)),
];

const DCTERMS = 'http://purl.org/dc/terms/';

function stepOf({ unit, match, use = '@xml:id', delim, called = unit, creator, steps = [] }: Step): Element {
  const number = use === '@xml:id' ? "substring-after(@xml:id, '.')" : use;
  return block(
    'citeStructure',
    { unit, match, use, delim },
    inline('citeData', { property: `${DCTERMS}title`, use: `concat('${called} ', ${number})` }),
    creator !== undefined && inline('citeData', { property: `${DCTERMS}creator`, use: creator }),
    steps.map(stepOf),
  );
}

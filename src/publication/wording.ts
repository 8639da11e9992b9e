import { create } from 'xmlbuilder2';

/** Categories of numbers as CLDR names them; a language has those that it needs, and always `other`. */
export const CATEGORIES = ['one', 'few', 'many', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Words of one key: one wording, or one for each category of the number in it. */
export type Words = string | Partial<Record<Category, string>>;

/** What one language has in `xslt/languages.xml`. */
export interface Wording {
  /** The language in its own words. */
  readonly name: string;
  /** By category, a regular expression for the digits of the whole numbers that belong to it; all others are `other`. */
  readonly plurals: Partial<Record<Category, string>>;
  /** By key. `{slot}` stands for what is filled in, `<slot>words</slot>` for words of an element that is. */
  readonly words: Readonly<Record<string, Words>>;
}

/** What French sets off by a space is not parted from it by the end of a line. */
const SET_OFF = [/ (?=[;:?!»])/g, /(?<=«) /g];

/** The languages of `xslt/languages.xml`, by code. */
export function wordingsOf(xml: string): Record<string, Wording> {
  const root = create(xml).root().node as unknown as Node;
  const wordings: Record<string, { name: string; plurals: Wording['plurals']; words: Record<string, Words> }> = {};
  for (const child of elementsIn(root)) {
    if (child.localName === 'language') {
      wordings[child.getAttribute('code')!] = {
        name: child.getAttribute('name')!,
        plurals: categoriesOf(child),
        words: {},
      };
      continue;
    }
    for (const wording of elementsIn(child)) {
      const forms = categoriesOf(wording);
      wordings[wording.localName]!.words[child.getAttribute('key')!] =
        Object.keys(forms).length > 0 ? forms : evened(markupIn(wording));
    }
  }
  return wordings;
}

/** The part of a DOM that is needed; Node.js has no types for it. */
interface Node {
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Node>;
  getAttribute(name: string): string | null;
}

const elementsIn = (element: Node): Node[] => [...element.childNodes].filter(({ nodeType }) => nodeType === 1);

const categoriesOf = (element: Node): Partial<Record<Category, string>> =>
  Object.fromEntries(
    CATEGORIES.flatMap((category) => {
      const words = element.getAttribute(category);
      return words === null ? [] : [[category, evened(words)]];
    }),
  );

/** The words with the elements among them, which have no attributes. */
const markupIn = (element: Node): string =>
  [...element.childNodes]
    .map((node) => {
      if (node.nodeType === 1) return `<${node.localName}>${markupIn(node)}</${node.localName}>`;
      return node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    })
    .join('');

/** Lines of the file are not lines of the text; spaces that hold words together are kept. */
const evened = (words: string): string =>
  SET_OFF.reduce(
    (text, space) => text.replace(space, '\u00A0'),
    words.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, ''),
  );

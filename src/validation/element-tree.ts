import { readXml, type Tag } from '../xml/reading.js';

/** Text between two tags; `start` is the offset of its first character in the file. */
export interface Run {
  readonly text: string;
  readonly start: number;
}

/** An element with what stands in it. Made only of files in which something is wrong, to look about for a mend. */
export interface XmlElement {
  readonly tag: Tag;
  readonly content: (XmlElement | Run)[];
  readonly parent?: XmlElement;
}

export const isElement = (part: XmlElement | Run): part is XmlElement => 'tag' in part;

export const isBlank = ({ text }: Run): boolean => !/\S/.test(text);

/** Reads XML that is known to be well-formed. */
export function elementTree(xml: string): XmlElement {
  let root: XmlElement | undefined;
  let open: XmlElement | undefined;
  readXml(xml, {
    open(tag) {
      const element: XmlElement = { tag, content: [], ...(open && { parent: open }) };
      open?.content.push(element);
      root ??= element;
      open = element;
    },
    close() {
      open = open?.parent;
    },
    text(text, start) {
      open?.content.push({ text, start });
    },
  });
  return root!;
}

/** The names of the elements that follow one in the same parent. */
export function followingNames(element: XmlElement): string[] {
  const siblings = element.parent?.content.filter(isElement) ?? [];
  return siblings.slice(siblings.indexOf(element) + 1).map(({ tag }) => tag.name);
}

/** All words of an element, as one line. */
export function wordsIn(element: XmlElement): string {
  const words = (part: XmlElement | Run): string => (isElement(part) ? part.content.map(words).join('') : part.text);
  return words(element).replace(/\s+/g, ' ').trim();
}

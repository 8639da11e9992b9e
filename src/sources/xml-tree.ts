import { MaterialError, message } from '../messages/message.js';
import { readXml } from '../xml/reading.js';
import { checkWellFormed } from '../xml/well-formed.js';

/** An element of a file in XML or HTML. */
export interface Element {
  /** The local name. */
  readonly name: string;
  /** By local names. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  /** Offset of its `<` in UTF-16 code units, from 0. */
  readonly start: number;
}

/**
 * The root of a file that has to be XML.
 * @throws MaterialError for the first thing that stands in the way: ill-formed, too deep, too long, or with a DTD
 */
export function treeOf(file: string, xml: string): Element {
  const [found] = checkWellFormed(xml, file);
  if (found) throw new MaterialError(found);
  return elementsOf(xml);
}

/**
 * The root of well-formed XML.
 * @throws Error where it is not well-formed
 */
export function elementsOf(xml: string, opened: (depth: number) => void = () => {}): Element {
  const top: (Element | string)[] = [];
  const open = [top];
  readXml(xml, {
    open({ name, attributes, start }) {
      opened(open.length);
      const children: (Element | string)[] = [];
      const named = Object.values(attributes).map(({ local, value }) => [local, value] as const);
      open.at(-1)!.push({ name, attributes: new Map(named), children, start });
      open.push(children);
    },
    close: () => open.pop(),
    text: (text) => open.at(-1)!.push(text),
  });
  return childrenOf({ children: top })[0]!;
}

export const childrenOf = ({ children }: Pick<Element, 'children'>, name?: string): Element[] =>
  children.filter((child) => typeof child !== 'string').filter((child) => name === undefined || child.name === name);

/** All elements below this one of that name, in document order. */
export const descendantsOf = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** For a file whose format is none of those that can be read. */
export const unknownFormat = (file: string, reason: string): MaterialError =>
  new MaterialError(
    message('transcription-format-is-known', {
      file,
      reason,
      advice: 'Export the transcription as ALTO, PAGE XML, hOCR, Markdown or plain text, or name another file.',
    }),
  );

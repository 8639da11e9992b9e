import { MaterialError } from '../messages/message.js';
import { readXml } from '../xml/reading.js';
import { checkWellFormed } from '../xml/well-formed.js';

/** An element of a TEI file. */
export interface TeiElement {
  readonly name: string;
  /** By the names written in the tag, `xml:id` with its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (TeiElement | string)[];
  readonly parent?: TeiElement;
  /** Its place among all elements of the file, in document order, from 0. */
  readonly order: number;
}

/**
 * The root of a TEI file.
 * @throws MaterialError where the file is not well-formed, too deep, too long, or has a DTD
 */
export function teiTree(file: string, xml: string): TeiElement {
  const [found] = checkWellFormed(xml, file);
  if (found) throw new MaterialError(found);
  const top: (TeiElement | string)[] = [];
  const open: { element?: TeiElement; children: (TeiElement | string)[] }[] = [{ children: top }];
  let order = 0;
  readXml(xml, {
    open({ name, attributes }) {
      const children: (TeiElement | string)[] = [];
      const outer = open.at(-1)!;
      const element: TeiElement = {
        name,
        attributes: new Map(Object.entries(attributes).map(([key, { value }]) => [key, value])),
        children,
        order: order++,
        ...(outer.element && { parent: outer.element }),
      };
      outer.children.push(element);
      open.push({ element, children });
    },
    close: () => open.pop(),
    text: (text) => open.at(-1)!.children.push(text),
  });
  return childrenOf({ children: top })[0]!;
}

export const childrenOf = ({ children }: Pick<TeiElement, 'children'>, name?: string): TeiElement[] =>
  children.filter((child) => typeof child !== 'string').filter((child) => name === undefined || child.name === name);

/** All elements below this one, in document order. */
export function descendantsOf(element: TeiElement): TeiElement[] {
  const found: TeiElement[] = [];
  const walk = (within: TeiElement) => {
    for (const child of within.children) {
      if (typeof child === 'string') continue;
      found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

/** The first element that a path of names leads to, such as `fileDesc/titleStmt/title`. */
export function at(element: TeiElement | undefined, path: string): TeiElement | undefined {
  return allAt(element, path)[0];
}

export function allAt(element: TeiElement | undefined, path: string): TeiElement[] {
  let found = element ? [element] : [];
  for (const name of path.split('/')) found = found.flatMap((one) => childrenOf(one, name));
  return found;
}

export const textOf = (element: TeiElement | undefined): string =>
  (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

export const idOf = (element: TeiElement): string | undefined => element.attributes.get('xml:id');

/** The nearest element around this one of one of these names. */
export function ancestorOf(element: TeiElement, names: ReadonlySet<string>): TeiElement | undefined {
  let outer = element.parent;
  while (outer && !names.has(outer.name)) outer = outer.parent;
  return outer;
}

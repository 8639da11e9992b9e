import { type Content, type Element, isInstruction } from './element.js';

/** The same element with other ids: what is in `names` is renamed, and so is every pointer at it. */
export function renamed(element: Element, names: ReadonlyMap<string, string>): Element {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [name, value && valueAfter(name, value, names)]),
  );
  const children = element.children.map(
    (child): Content => (typeof child === 'string' || isInstruction(child) ? child : renamed(child, names)),
  );
  return { ...element, attributes, children };
}

const valueAfter = (name: string, value: string, names: ReadonlyMap<string, string>): string =>
  name === 'xml:id'
    ? (names.get(value) ?? value)
    : value.includes('#')
      ? value
          .split(' ')
          .map((token) => (token.startsWith('#') ? `#${names.get(token.slice(1)) ?? token.slice(1)}` : token))
          .join(' ')
      : value;

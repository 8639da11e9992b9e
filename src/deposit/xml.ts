import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

/** The namespaces of the formats of a deposit, by the prefixes under which they are written. */
export const NAMESPACES = {
  mets: 'http://www.loc.gov/METS/',
  mods: 'http://www.loc.gov/mods/v3',
  premis: 'http://www.loc.gov/premis/v3',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  datacite: 'http://datacite.org/schema/kernel-4',
  xlink: 'http://www.w3.org/1999/xlink',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** An element of data: it holds elements or words, never both. */
export interface Node {
  /** With its prefix, or none where it stands in no namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (Node | string)[];
}

type Child = Node | string | undefined | false;

/** An element with what of its content is there; one that has no content at all is written empty. */
export const node = (
  name: string,
  attributes: Node['attributes'] = {},
  ...children: (Child | readonly Child[])[]
): Node => ({
  name,
  attributes,
  children: children.flat().filter((child): child is Node | string => child !== undefined && child !== false),
});

/** An element with these words, or nothing where there are none. */
export const words = (
  name: string,
  value: string | undefined,
  attributes: Node['attributes'] = {},
): Node | undefined => (value === undefined || value === '' ? undefined : node(name, attributes, value));

/** An element with these children, or nothing where there are none: empty wrappers are faults in several formats. */
export function wrapper(name: string, attributes: Node['attributes'], ...children: (Child | readonly Child[])[]) {
  const made = node(name, attributes, ...children);
  return made.children.length > 0 ? made : undefined;
}

/** A namespace, and the place of its XML Schema. */
export interface SchemaPlace {
  readonly namespace: string;
  readonly location: string;
}

/** The document of `root`, indented. A validator that meets `xsi:type` needs the schema of the type to be named. */
export function xmlText(root: Node, ...schemas: readonly SchemaPlace[]): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const places = schemas.map(({ namespace, location }) => `${namespace} ${location}`).join(' ');
  const attributes = places === '' ? root.attributes : { 'xsi:schemaLocation': places, ...root.attributes };
  const whole = { ...root, attributes };
  append(document, whole, declarationsOf(whole));
  return `${document.end({ prettyPrint: true, wellFormed: true })}\n`;
}

type Prefix = keyof typeof NAMESPACES;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The prefixes that a document needs, to be declared at its root: the builder declares others at every use, even twice. */
function declarationsOf(root: Node): ReadonlySet<Prefix> {
  const prefixes = new Set<Prefix>();
  const visit = ({ name, attributes, children }: Node): void => {
    for (const written of [name, ...Object.keys(attributes).filter((key) => attributes[key] !== undefined)])
      if (written.includes(':')) prefixes.add(written.split(':')[0] as Prefix);
    for (const type of [attributes['xsi:type']]) if (type?.includes(':')) prefixes.add(type.split(':')[0] as Prefix);
    for (const child of children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  prefixes.delete('xml');
  prefixes.delete('datacite');
  return prefixes;
}

/** Elements of DataCite stand in the default namespace, as in all its examples. */
function append(parent: XMLBuilder, { name, attributes, children }: Node, declared: Iterable<Prefix> = []): void {
  const [prefix, local] = name.split(':') as [Prefix, string | undefined];
  const element =
    local === undefined ? parent.ele(name) : parent.ele(NAMESPACES[prefix], prefix === 'datacite' ? local : name);
  for (const one of declared) element.att(XMLNS, `xmlns:${one}`, NAMESPACES[one]);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const [before, rest] = key.split(':');
    if (rest === undefined) element.att(key, escaped(value));
    else element.att(NAMESPACES[before as Prefix], key, escaped(value));
  }
  for (const child of children) {
    if (typeof child === 'string') element.txt(escaped(child));
    else append(element, child);
  }
}

/** White space is single in data, and the builder would take `&amp;` in words for a reference. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('&', '&amp;');

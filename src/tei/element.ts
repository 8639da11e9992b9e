import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

export type Content = Element | Instruction | string;
export type Attributes = Record<string, string | undefined>;

/** An element to be written; `layout: 'block'` sets its children on lines of their own, `'inline'` adds no white space. */
export interface Element {
  name: string;
  attributes: Attributes;
  children: readonly Content[];
  layout: 'block' | 'inline';
}

/** A processing instruction: something that the transcription has and the text has not. */
export interface Instruction {
  target: string;
  data: string;
}

export const isInstruction = (content: Content): content is Instruction =>
  typeof content !== 'string' && 'target' in content;

export type Maybe = Content | undefined | false;
const present = (children: readonly (Maybe | readonly Maybe[])[]): Content[] =>
  children.flat().filter((child): child is Content => child !== undefined && child !== false);

/** An element whose content is text, or text and elements. */
export const inline = (name: string, attributes: Attributes, ...children: (Maybe | readonly Maybe[])[]): Element => ({
  name,
  attributes,
  children: present(children),
  layout: 'inline',
});

/** An element that holds elements only. */
export const block = (name: string, attributes: Attributes, ...children: (Maybe | readonly Maybe[])[]): Element => ({
  name,
  attributes,
  children: present(children),
  layout: 'block',
});

/** The document of `root`, with processing instructions before it; ends in a line end. */
export function serialize(root: Element, instructions: readonly Instruction[]): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  for (const { target, data } of instructions) document.ins(target, data);
  append(document, root, 0);
  return (
    withReferences(document.end({ prettyPrint: false, wellFormed: true }))
      // Only before the root: in the text white space would be a character more.
      .replace(/^(?:<\?(?:(?!\?>)[\s\S])*\?>)+/, (prolog) => `${prolog.replaceAll('?><', '?>\n<')}\n`)
      .concat('\n')
  );
}

function append(parent: XMLBuilder, element: Element, depth: number): void {
  const node = parent.ele(TEI_NAMESPACE, element.name);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value === undefined) continue;
    if (name.startsWith('xml:')) node.att(XML_NAMESPACE, name, attributeText(value));
    else node.att(name, attributeText(value));
  }
  const indent = `\n${'  '.repeat(depth + 1)}`;
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (child !== '') node.txt(characterData(child));
      continue;
    }
    if (element.layout === 'block') node.txt(indent);
    if (isInstruction(child)) node.ins(child.target, child.data);
    else append(node, child, depth + 1);
  }
  if (element.layout === 'block' && element.children.length > 0) node.txt(`\n${'  '.repeat(depth)}`);
}

/**
 * The builder takes `&amp;` for a reference and escapes every numeric one, so white space that has to be written as a
 * reference goes through it under a sign of its own; the sign itself, a private-use character, is doubled.
 */
const SIGN = '\uE000';
const REFERENCES = [
  { sign: `${SIGN}0`, character: SIGN, written: SIGN },
  { sign: `${SIGN}1`, character: '\r', written: '&#xD;' },
  { sign: `${SIGN}2`, character: '\n', written: '&#xA;' },
  { sign: `${SIGN}3`, character: '\t', written: '&#x9;' },
] as const;

const signed = (text: string, count: number): string =>
  REFERENCES.slice(0, count).reduce(
    (words, { sign, character }) => words.replaceAll(character, sign),
    text.replaceAll('&', '&amp;'),
  );
const characterData = (text: string): string => signed(text, 2);
const attributeText = (text: string): string => signed(text, REFERENCES.length);
const withReferences = (xml: string): string =>
  xml.replace(/\uE000([0-3])/g, (_, n: string) => REFERENCES[Number(n)]!.written);

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { MaterialError, message } from '../messages/message.js';
import { placesIn } from '../xml/reading.js';
import { DEEPEST, LONGEST } from '../xml/well-formed.js';
import { type Element, elementsOf } from './xml-tree.js';

/**
 * The root of a file in HTML, ill-formed or not. XHTML is read as XML, in which `<title/>` is an element without
 * content; in HTML it would have no end.
 * @throws MaterialError when it declares entities, is too long or nested too deep
 */
export function hocrTreeOf(file: string, html: string): Element {
  refuseDeclarations(file, html);
  if (html.length > LONGEST) {
    throw refused(file, `The file has ${html.length} characters, more than the ${LONGEST} that can be read.`);
  }
  return xhtmlTree(file, html) ?? htmlTree(file, html);
}

/** HTML and XHTML are named by a DOCTYPE (hOCR 1.2 is HTML); an internal subset can only declare what nobody needs. */
function refuseDeclarations(file: string, html: string): void {
  const doctype = html.search(/<!DOCTYPE/i);
  const subset =
    doctype < 0 ? undefined : /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*\[/i.exec(html.slice(doctype, doctype + 10_000));
  const at = subset ? doctype : html.search(/<!ENTITY/i);
  if (at < 0) return;
  throw new MaterialError(
    message('xml-has-no-dtd', {
      file,
      place: placesIn(file, html)(at, at + 1),
      reason: 'The document type declaration declares things of its own.',
      advice: 'Take out what stands in it between [ and ], and write characters in place of entities.',
    }),
  );
}

function xhtmlTree(file: string, html: string): Element | undefined {
  if (!/^\uFEFF?\s*<\?xml\s|xmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml["']/.test(html.slice(0, 2000)))
    return undefined;
  try {
    return elementsOf(html, (depth) => refuseDepth(file, depth));
  } catch (error) {
    if (error instanceof MaterialError) throw error;
    return undefined;
  }
}

function htmlTree(file: string, html: string): Element {
  let depth = 0;
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        refuseDepth(file, depth);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  return elementOf(document.childNodes.find((node) => 'tagName' in node)!);
}

function elementOf(node: DefaultTreeAdapterTypes.Element): Element {
  return {
    name: node.tagName,
    attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
    children: node.childNodes.flatMap((child): (Element | string)[] => {
      if ('tagName' in child) return [elementOf(child)];
      return 'value' in child ? [child.value] : [];
    }),
    start: node.sourceCodeLocation?.startOffset ?? 0,
  };
}

function refuseDepth(file: string, depth: number): void {
  if (depth > DEEPEST) throw refused(file, `Elements are nested more than ${DEEPEST} deep.`);
}

function refused(file: string, reason: string): MaterialError {
  return new MaterialError(
    message('xml-is-well-formed', {
      file,
      reason,
      advice: 'See whether this is the right file, and whether its tags are closed.',
    }),
  );
}

import { SaxesParser } from 'saxes';
import { type Message, message } from '../messages/message.js';
import type { IllFormed, OpenTag } from './given-up.js';
import { illFormed } from './ill-formed.js';
import { placesIn } from './reading.js';

/** Deeper nesting overflows the stack of XSLT processors; a memorandum has about fifteen levels. */
export const DEEPEST = 200;
/** In UTF-16 code units: 64 Mi. A memorandum of a hundred pages has about one. */
export const LONGEST = 64 * 1024 * 1024;
/** On one element, declarations of namespaces included; in the whole of TEI none may have as many as a hundred. */
export const MOST_ATTRIBUTES = 1000;

type Finding = IllFormed & { rule: 'xml-is-well-formed' | 'xml-has-no-dtd' };

/** The first thing found ends the reading: after it nothing that a parser says can be relied on. */
class Found extends Error {
  constructor(readonly finding: Finding) {
    super(finding.reason);
  }
}

/** That the file can be read by any XML parser, pulls in no other file, and keeps within limits. */
export function checkWellFormed(xml: string, file: string): Message[] {
  if (xml.length > LONGEST) {
    const reason = `The file has ${xml.length} characters, more than the ${LONGEST} that can be read.`;
    return [message('xml-is-well-formed', { reason, advice: 'Divide it into one file for each document.', file })];
  }
  const finding = firstFinding(xml, file);
  if (!finding) return [];
  const { rule, at, reason, advice, related } = finding;
  const places = placesIn(file, xml);
  const place = (offset: number) => places(offset, Math.min(offset + 1, xml.length));
  return [
    message(rule, {
      reason,
      advice,
      file,
      place: place(at),
      ...(related && { related: [{ file, reason: related.reason, place: place(related.at) }] }),
    }),
  ];
}

function firstFinding(xml: string, file: string): Finding | undefined {
  try {
    parse(xml);
  } catch (error) {
    if (error instanceof Found) return error.finding;
    throw new Error(`${file}: the XML parser failed`, { cause: error });
  }
  return undefined;
}

function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenTag[] = [];
  let inTag: OpenTag | undefined;
  let ended: OpenTag | undefined;
  let attributes = 0;
  parser.on('error', ({ message: said }) => {
    throw new Found({
      rule: 'xml-is-well-formed',
      ...illFormed({
        xml,
        said: said.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '').replace(/\.$/, ''),
        at: Math.max(0, Math.min(parser.position - 1, xml.length)),
        inTag,
        open,
        ended,
      }),
    });
  });
  parser.on('opentagstart', ({ name }) => {
    inTag = { name, start: xml.lastIndexOf('<', parser.position - 1) };
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes <= MOST_ATTRIBUTES) return;
    throw new Found({
      rule: 'xml-is-well-formed',
      at: inTag!.start,
      reason: `An element has more than ${MOST_ATTRIBUTES} attributes.`,
      advice: 'See whether this is the right file; no element of TEI has so many.',
    });
  });
  parser.on('doctype', () => {
    throw new Found({
      rule: 'xml-has-no-dtd',
      at: Math.max(0, xml.lastIndexOf('<!DOCTYPE', parser.position - 1)),
      reason: 'The file has a document type declaration.',
      advice: 'Take out <!DOCTYPE …> and write characters in place of entities.',
    });
  });
  parser.on('opentag', () => {
    open.push(inTag!);
    inTag = undefined;
    if (open.length <= DEEPEST) return;
    throw new Found({
      rule: 'xml-is-well-formed',
      at: xml.lastIndexOf('<', parser.position - 1),
      reason: `Elements are nested more than ${DEEPEST} deep.`,
      advice: 'Look for an element that was never meant to stand inside another.',
    });
  });
  parser.on('closetag', () => {
    ended = open.pop();
  });
  parser.write(xml).close();
}

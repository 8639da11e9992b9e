import { SaxesParser } from 'saxes';
import { type Message, message } from '../messages/message.js';
import { placesIn } from './reading.js';

/** Deeper nesting overflows the stack of XSLT processors; a memorandum has about fifteen levels. */
export const DEEPEST = 200;
/** In UTF-16 code units: 64 Mi. A memorandum of a hundred pages has about one. */
export const LONGEST = 64 * 1024 * 1024;

type Finding = Pick<Message, 'reason' | 'advice'> & { rule: 'xml-is-well-formed' | 'xml-has-no-dtd'; at: number };

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
  const { rule, at, reason, advice } = finding;
  return [message(rule, { reason, advice, file, place: placesIn(file, xml)(at, Math.min(at + 1, xml.length)) })];
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
  let depth = 0;
  parser.on('error', ({ message: said }) => {
    const at = Math.max(0, Math.min(parser.position - 1, xml.length));
    throw new Found({
      rule: 'xml-is-well-formed',
      at,
      reason: `The file is not well-formed XML: ${said.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '').replace(/\.$/, '')}.`,
      advice: 'Mend the tag or character at this place; all after it was left unread.',
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
    depth += 1;
    if (depth <= DEEPEST) return;
    throw new Found({
      rule: 'xml-is-well-formed',
      at: xml.lastIndexOf('<', parser.position - 1),
      reason: `Elements are nested more than ${DEEPEST} deep.`,
      advice: 'Look for an element that was never meant to stand inside another.',
    });
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(xml).close();
}

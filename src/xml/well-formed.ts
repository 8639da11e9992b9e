import { SaxesParser } from 'saxes';
import { type Message, message } from '../messages/message.js';
import { placesIn } from './reading.js';

/** Deeper nesting overflows the stack of XSLT processors; a memorandum has about fifteen levels. */
export const DEEPEST = 200;
/** In UTF-16 code units: 64 Mi. A memorandum of a hundred pages has about one. */
export const LONGEST = 64 * 1024 * 1024;
/** On one element, declarations of namespaces included; in the whole of TEI none may have as many as a hundred. */
export const MOST_ATTRIBUTES = 1000;

const NOT_WELL_FORMED = 'The file is not well-formed XML:';

interface Finding extends Pick<Message, 'reason' | 'advice'> {
  readonly rule: 'xml-is-well-formed' | 'xml-has-no-dtd';
  readonly at: number;
  /** The offset of the start tag that is meant. */
  readonly opened?: number;
}

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
  const { rule, at, reason, advice, opened } = finding;
  const place = placesIn(file, xml);
  const related =
    opened === undefined ? [] : [{ file, place: place(opened, opened + 1), reason: 'It is opened here.' }];
  return [
    message(rule, {
      reason,
      advice,
      file,
      place: place(at, Math.min(at + 1, xml.length)),
      ...(related.length > 0 && { related }),
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
  const opened: Opened[] = [];
  let closed: Opened | undefined;
  parser.on('error', ({ message: given }) => {
    const said = given.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
    const at = Math.max(0, Math.min(parser.position - 1, xml.length));
    const finding = said === 'undefined entity' ? undefinedEntity(xml, at) : tagFault(said, xml, at, closed, opened);
    throw new Found(
      finding ?? {
        rule: 'xml-is-well-formed',
        at,
        reason: `${NOT_WELL_FORMED} ${said}.`,
        advice: 'Mend the tag or character at this place; all after it was left unread.',
      },
    );
  });
  parser.on('doctype', () => {
    throw new Found({
      rule: 'xml-has-no-dtd',
      at: Math.max(0, xml.lastIndexOf('<!DOCTYPE', parser.position - 1)),
      reason: 'The file has a document type declaration.',
      advice: 'Take out <!DOCTYPE …> and write characters in place of entities.',
    });
  });
  // Between `<` and the end of a name no other `<` can stand.
  let start = 0;
  let attributes = 0;
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes <= MOST_ATTRIBUTES) return;
    throw new Found({
      rule: 'xml-is-well-formed',
      at: start,
      reason: `An element has more than ${MOST_ATTRIBUTES} attributes.`,
      advice: 'See whether this is the right file; no element of TEI has so many.',
    });
  });
  parser.on('opentag', ({ name }) => {
    opened.push({ name, at: start });
    if (opened.length <= DEEPEST) return;
    throw new Found({
      rule: 'xml-is-well-formed',
      at: start,
      reason: `Elements are nested more than ${DEEPEST} deep.`,
      advice: 'Look for an element that was never meant to stand inside another.',
    });
  });
  parser.on('closetag', () => {
    closed = opened.pop();
  });
  parser.write(xml).close();
}

/** XML 1.0 (section 4.6) has five entities of its own; others need a document type declaration. */
function undefinedEntity(xml: string, at: number): Finding {
  const start = xml.lastIndexOf('&', at);
  const words = xml.slice(start, at + 1);
  return {
    rule: 'xml-is-well-formed',
    at: start,
    reason: `${NOT_WELL_FORMED} “${words}” is no entity of XML, which has &lt; &gt; &amp; &quot; and &apos; only.`,
    advice: 'Write the character itself, or its number, such as &#233; for é.',
  };
}

interface Opened {
  readonly name: string;
  readonly at: number;
}

/** An end tag that closes another element than the last one open, or an element that nothing closes. */
function tagFault(
  said: string,
  xml: string,
  at: number,
  closed: Opened | undefined,
  opened: readonly Opened[],
): Finding | undefined {
  const rule = 'xml-is-well-formed';
  if (said === 'unexpected close tag' && closed) {
    const start = xml.lastIndexOf('</', at);
    const reason = `${NOT_WELL_FORMED} ${xml.slice(start, at + 1)} stands here, and <${closed.name}> is still open.`;
    const advice = 'Look which of the two tags is wrong or missing; all after this place was left unread.';
    return { rule, at: start, reason, advice, opened: closed.at };
  }
  const open = opened.at(-1);
  if (!said.startsWith('unclosed tag') || !open) return undefined;
  const reason = `${NOT_WELL_FORMED} it ends, and <${open.name}> is still open.`;
  return { rule, at, reason, advice: `Add </${open.name}> where it ends.`, opened: open.at };
}

import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Place } from '../messages/message.js';
import { placeOf, transcriptionOf } from '../text/transcription.js';

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';

/** A start tag with the offset of its `<` in the file, in UTF-16 code units. */
export interface Tag {
  /** The local name, without a prefix. */
  readonly name: string;
  readonly uri: string;
  /** By the names written in the tag, prefix included. */
  readonly attributes: SaxesTagNS['attributes'];
  /** The namespaces that this tag declares, by prefix. */
  readonly declared: Record<string, string>;
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
}

export interface XmlHandlers {
  open?(tag: Tag): void;
  /** `end` is the offset behind the end tag, or behind the start tag where that is both. */
  close?(tag: Tag, end: number): void;
  /** One run of text between two tags; comments and CDATA do not part it. `start` is where its first character stands. */
  text?(text: string, start: number): void;
  /** A processing instruction; for who asks for them, they part runs of text. */
  instruction?(target: string, data: string): void;
}

export const attributeOf = (tag: Tag, name: string): string | undefined => tag.attributes[name]?.value;

/** Reads XML that is known to be well-formed, once, from start to end. */
export function readXml(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  const opened: Tag[] = [];
  let run = '';
  let afterTag = 0;
  const endRun = () => {
    if (run !== '') handlers.text?.(run, afterTag);
    run = '';
    afterTag = parser.position;
  };
  let start = 0;
  // Between `<` and the end of a name no other `<` can stand, whatever character ends the name.
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ local, uri, attributes, ns }) => {
    endRun();
    const tag = { name: local, uri, attributes, declared: ns, start, end: parser.position };
    opened.push(tag);
    handlers.open?.(tag);
  });
  parser.on('closetag', () => {
    endRun();
    handlers.close?.(opened.pop()!, parser.position);
  });
  parser.on('text', (text) => {
    run += text;
  });
  parser.on('cdata', (text) => {
    run += text;
  });
  if (handlers.instruction) {
    parser.on('processinginstruction', ({ target, body }) => {
      endRun();
      handlers.instruction?.(target, body);
    });
  }
  parser.write(xml).close();
}

/** The lines of the text last asked for: a message of many about one file does not count them anew. */
let counted = transcriptionOf('', '');

/** Turns offsets of one file into places; counts the lines only when a first place is asked for. */
export function placesIn(file: string, xml: string): (start: number, end: number) => Place {
  return (start, end) => {
    if (counted.text !== xml) counted = transcriptionOf(file, xml);
    return placeOf(counted, { start, end });
  };
}

/** The start tag as it stands in the file, cut where it is long. */
export function wordsOfTag(xml: string, { start }: Tag): string {
  const head = xml.slice(start, start + 80);
  const end = head.indexOf('>');
  return end < 0 ? `${head.slice(0, 79)}…` : head.slice(0, end + 1);
}

/** From `<` to the end of the element's name. */
export function placeOfTag(place: (start: number, end: number) => Place, tag: Tag): Place {
  return place(tag.start, tag.start + 1 + tag.name.length);
}

import type { Message } from '../messages/message.js';
import { message } from '../messages/message.js';
import { attributeOf, placeOfTag, placesIn, readXml, type Tag } from '../xml/reading.js';
import { checkWellFormed } from '../xml/well-formed.js';

const RELAX_NG = 'http://relaxng.org/ns/structure/1.0';

/** Root elements of other languages in which a schema may be written. */
const OTHERS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/XMLSchema': 'W3C XML Schema',
  'http://purl.oclc.org/dsdl/schematron': 'Schematron',
  'http://www.tei-c.org/ns/1.0': 'TEI, perhaps an ODD, from which a schema is made',
};

/** Patterns that may stand at the root (RELAX NG specification, section 3), and what refers to other files (4.5, 4.6). */
const REFERRING: ReadonlySet<string> = new Set(['include', 'externalRef']);

/** What is wrong with a file that should be RELAX NG in the XML syntax, before it is compiled; nothing in most. */
export function checkSchemaText(xml: string, file: string): Message[] {
  const refuse = (reason: string, advice: string, place?: Message['place']) => [
    message('schema-is-relax-ng', { file, reason, advice, ...(place && { place }) }),
  ];
  if (!xml.trimStart().startsWith('<')) {
    return refuse(
      'The schema is not in XML; it may be RELAX NG in the compact syntax.',
      'Convert it with “trang schema.rnc schema.rng”, or take the .rng that lies beside it.',
    );
  }
  const unreadable = checkWellFormed(xml, file);
  if (unreadable.length > 0) return unreadable;
  const place = placesIn(file, xml);
  let root: Tag | undefined;
  const remote: { tag: Tag; href: string }[] = [];
  readXml(xml, {
    open(tag) {
      root ??= tag;
      const href = tag.uri === RELAX_NG && REFERRING.has(tag.name) ? attributeOf(tag, 'href') : undefined;
      if (href !== undefined && isRemote(href)) remote.push({ tag, href });
    },
  });
  if (root!.uri !== RELAX_NG) {
    const other = OTHERS[root!.uri];
    return refuse(
      `The schema is not RELAX NG: its root is <${root!.name}>${other ? ` of ${other}` : ''}.`,
      'Name a schema in RELAX NG, in the XML syntax (.rng); TEI’s tools make one from an ODD.',
      placeOfTag(place, root!),
    );
  }
  return remote
    .slice(0, 1)
    .flatMap(({ tag, href }) =>
      refuse(
        `The schema includes “${href}”, and memcon fetches nothing from the network.`,
        'Save that file beside the schema and write its name in @href.',
        placeOfTag(place, tag),
      ),
    );
}

/** Whether an address is of another kind than a file on this disk. */
export const isRemote = (href: string): boolean =>
  /^[a-z][a-z0-9+.-]+:/i.test(href.trim()) && !/^file:/i.test(href.trim());

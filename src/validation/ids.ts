import { inShort } from '../messages/in-short.js';
import { firstOf } from '../messages/limit.js';
import { type Message, message } from '../messages/message.js';
import { meantFor } from '../text/nearest.js';
import { attributeOf, placeOfTag, placesIn, readXml, type Tag, TEI_NAMESPACE, wordsOfTag } from '../xml/reading.js';

/**
 * The attributes of TEI P5 of type teidata.pointer (TEI Guidelines, appendix on datatypes) by which an element points
 * at another; those that on other elements hold words are left out, unless no such word begins with `#`.
 */
const POINTING: ReadonlySet<string> = new Set([
  ...['active', 'adj', 'adjFrom', 'adjTo', 'ana', 'calendar', 'change', 'children', 'class', 'copyOf', 'corresp'],
  ...['datingMethod', 'datingPoint', 'decls', 'domains', 'edRef', 'end', 'exclude', 'facs', 'feats', 'follow', 'from'],
  ...['given', 'hand', 'inst', 'lemmaRef', 'location', 'mergedIn', 'mutual', 'new', 'next', 'nymRef', 'origin'],
  ...['parent', 'parts', 'passive', 'perf', 'period', 'prev', 'ref', 'rendition', 'resp', 'sameAs', 'scheme'],
  ...['scribeRef', 'scriptRef', 'select', 'since', 'source', 'spanTo', 'start', 'synch', 'target', 'targetEnd', 'to'],
  ...['toWhom', 'unitRef', 'url', 'fVal', 'where', 'who', 'wit'],
]);

/** A bare name (XPointer framework, section 3.3); TEI's schemes, such as #xpath(…), are no ids. */
const BARE_NAME = /^#([^\s()#]+)$/;

/** In UTF-16 code units: as much of an id as a message shows. */
const SHOWN = 200;

const XINCLUDE = 'http://www.w3.org/2001/XInclude';

/**
 * What holds of ids in any TEI: an `xml:id` stands once, and what points at `#id` arrives. References are not looked
 * at where an `xml:base` is in force, by which they lead to another file, nor in a file that includes others.
 */
export function checkIds(xml: string, file: string): Message[] {
  const ids = new Map<string, Tag>();
  const repeated: { id: string; tag: Tag; first: Tag }[] = [];
  const pointers: { attribute: string; id: string; tag: Tag }[] = [];
  let includes = false;
  const based: boolean[] = [];
  readXml(xml, {
    open(tag) {
      includes ||= tag.uri === XINCLUDE && tag.name === 'include';
      const isBased = (based.at(-1) ?? false) || attributeOf(tag, 'xml:base') !== undefined;
      based.push(isBased);
      const id = attributeOf(tag, 'xml:id')?.trim();
      if (id !== undefined) {
        const first = ids.get(id);
        if (first) repeated.push({ id, tag, first });
        else ids.set(id, tag);
      }
      if (isBased || tag.uri !== TEI_NAMESPACE) return;
      for (const [attribute, { value }] of Object.entries(tag.attributes)) {
        if (!POINTING.has(attribute) || !value.includes('#')) continue;
        for (const word of new Set(value.split(/\s+/))) {
          const named = BARE_NAME.exec(word)?.[1];
          if (named !== undefined) pointers.push({ attribute, id: named, tag });
        }
      }
    },
    close() {
      based.pop();
    },
  });
  const place = placesIn(file, xml);
  const at = (tag: Tag) => ({ file, place: placeOfTag(place, tag) });
  const dangling = includes ? [] : pointers.filter(({ id }) => !ids.has(id));
  return [
    ...firstOf(repeated, 'id-is-unique', file, ({ id, tag, first }) =>
      message('id-is-unique', {
        reason: `xml:id="${id}" stands here on <${tag.name}>, and before on <${first.name}>.`,
        advice: 'Give one of the two another id, and let the references to it follow.',
        related: [{ ...at(first), reason: 'The id stands here first.' }],
        ...at(tag),
        words: `xml:id="${id}"`,
      }),
    ),
    ...firstOf(dangling, 'reference-resolves', file, ({ attribute, id, tag }) => {
      const meant = id.length <= SHOWN ? meantFor(id, ids.keys()) : undefined;
      return message('reference-resolves', {
        reason: `@${attribute} of <${tag.name}> points at “#${inShort(id, SHOWN)}”, and nothing in the file has this id.`,
        advice: meant
          ? `Write #${meant} if that is meant, or add what it points at.`
          : 'Add what it points at, or take the reference out.',
        ...at(tag),
        words: wordsOfTag(xml, tag),
      });
    }),
  ];
}

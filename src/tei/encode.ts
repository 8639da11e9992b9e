import type { Range } from '../text/transcription.js';
import { encodeText } from './body.js';
import type { Edition } from './edition.js';
import { block, type Element, serialize } from './element.js';
import { encodeFacsimile } from './facsimile.js';
import { encodeHeader, withLibraryLevel } from './header.js';
import { libraryLevel } from './library-level.js';
import { renamed } from './renaming.js';
import { encodeStandOff } from './stand-off.js';

export interface Encoded {
  xml: string;
  /** For each xml:id in the text, the range of the transcription that it stands for. */
  origins: ReadonlyMap<string, Range>;
}

/** Writes the edition as TEI P5; `names` has other ids for some of those of the edition. */
export function encode(edition: Edition, names: ReadonlyMap<string, string> = new Map()): Encoded {
  const header = encodeHeader(edition);
  const parts = [encodeFacsimile(edition), encodeStandOff(edition), encodeText(edition)];
  const rootWith = (head: Element) =>
    block('TEI', { 'xml:id': `memo.${edition.name}`, 'xml:lang': edition.language }, head, parts);
  const written = rootWith(withLibraryLevel(header, libraryLevel(rootWith(header))));
  const root = names.size > 0 ? renamed(written, names) : written;
  // W3C/ISO "Associating schemas with XML documents": editors' tools validate the file with no set-up.
  const models = [
    { file: 'memcon.rng', language: 'http://relaxng.org/ns/structure/1.0' },
    { file: 'memcon.sch', language: 'http://purl.oclc.org/dsdl/schematron' },
  ].map(({ file, language }) => ({
    target: 'xml-model',
    data: `href="${edition.schema}/${file}" type="application/xml" schematypens="${language}"`,
  }));
  const origins = new Map<string, Range>();
  for (const [mark, id] of edition.ids) origins.set(names.get(id) ?? id, mark);
  return { xml: serialize(root, models), origins };
}

import type { Range } from '../text/transcription.js';
import { encodeText } from './body.js';
import type { Edition } from './edition.js';
import { block, serialize } from './element.js';
import { encodeFacsimile } from './facsimile.js';
import { encodeHeader } from './header.js';
import { encodeStandOff } from './stand-off.js';

export interface Encoded {
  xml: string;
  /** For each xml:id in the text, the range of the transcription that it stands for. */
  origins: ReadonlyMap<string, Range>;
}

/** Writes the edition as TEI P5. */
export function encode(edition: Edition): Encoded {
  const root = block(
    'TEI',
    { 'xml:id': `memo.${edition.name}`, 'xml:lang': edition.language },
    encodeHeader(edition),
    encodeFacsimile(edition),
    encodeStandOff(edition),
    encodeText(edition),
  );
  const model = `href="${edition.schema}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"`;
  const origins = new Map<string, Range>();
  for (const [mark, id] of edition.ids) origins.set(id, mark);
  return { xml: serialize(root, [{ target: 'xml-model', data: model }]), origins };
}

import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { XdmNode } from 'saxon-js';
import type { Context } from '../context.js';
import { ebookStyle } from './assets.js';
import { transform } from './transform.js';

/** What a book needs to know that its TEI file does not say, or says too deep inside. */
export interface Book {
  readonly name: string;
  readonly tei: string;
  /** The code of the interface's language. */
  readonly language?: string | undefined;
  /** Where the editions are published, with or without a slash at the end. */
  readonly address?: string | undefined;
  /** The pages of the edition as parameters of its stylesheets, for links to them. */
  readonly hrefs: Readonly<Record<string, string>>;
}

/**
 * An edition as EPUB 3.3. The same edition gives the same bytes: the files of the archive have one fixed date, and the
 * book has the date of the edition.
 * @param source the TEI file, parsed
 */
export async function ebook(book: Book, source: XdmNode, context: Context): Promise<Uint8Array> {
  const documents = new Map<string, string>();
  const address = book.address?.replace(/\/*$/, '/') ?? '';
  const params = {
    ...book.hrefs,
    language: book.language ?? 'en',
    name: book.name,
    address,
    'book-identifier': address === '' ? identifierOf(book) : `${address}${encodeURIComponent(book.name)}/`,
    'book-modified': `${dayOf(book.tei, context)}T00:00:00Z`,
  };
  const results = (path: string, content: string) => documents.set(path, content);
  await transform({ sheet: 'ebook', source, params, file: `${book.name}/${book.name}.xml`, results }, context);
  return archive(documents, await ebookStyle());
}

/** A book has to say when it was changed last; one of which no day is known has the one that is plainly none. */
const NO_DAY = '1970-01-01';

/** The day of an edition or, where it has none, of its publication or of this run; ISO 8601. */
export const dayOf = (tei: string, context: Context): string =>
  /<(editionStmt|publicationStmt)>(?:(?!<\/\1>)[\s\S])*?<date when="(\d{4}-\d\d-\d\d)"/.exec(tei)?.[2] ??
  context.date ??
  NO_DAY;

/**
 * A book needs an identifier of its own, and an edition without address has none that we could take: not that of the
 * archive (which names the paper) nor that of the printed edition (which names another text). So it is a UUID of
 * version 8, made from what tells the edition from others (RFC 9562, section 5.8): no register gives such numbers out,
 * and whoever builds the same version again gets the same one.
 */
function identifierOf({ name, tei }: Book): string {
  const field = (pattern: RegExp) => pattern.exec(tei)?.[1] ?? '';
  const version = field(/<edition n="([^"]*)"/);
  const publisher = field(/<publisher>([^<]*)</);
  const title = field(/<title(?: [^>]*)?>([^<]*)</);
  const hash = createHash('sha256')
    .update(JSON.stringify(['memcon', name, version, publisher, title]))
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The container (EPUB 3.3, OCF, section 4.2): `mimetype` first and not compressed. */
function archive(documents: ReadonlyMap<string, string>, style: string): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/ebook.css': strToU8(style),
  };
  for (const path of [...documents.keys()].sort()) files[`EPUB/${path}`] = strToU8(documents.get(path)!);
  // The earliest date that the format can hold; by the parts of a local date, so that no time zone shows.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1, 12) });
}

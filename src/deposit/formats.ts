/** A format of a file: its media type, its name for people, and its number in PRONOM where we are sure of it. */
export interface Format {
  readonly mime: string;
  readonly name: string;
  readonly version?: string;
  /** Number in PRONOM, the register of formats of The National Archives (https://www.nationalarchives.gov.uk/PRONOM/). */
  readonly puid?: string;
}

/** Languages in XML are given the number of XML, and no version, which would be that of XML. */
const XML = { puid: 'fmt/101' };

/**
 * By the ending of the name. PRONOM tells versions of PNG, JPEG and GIF apart by what is in the file, which memcon does
 * not look at; of TEI, RIS, BibTeX, Schematron, YAML and fonts no number is given, since we are not sure of one.
 */
const FORMATS: readonly (readonly [ending: string, format: Format])[] = [
  ['.csl.json', { mime: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON', puid: 'fmt/817' }],
  ['.json', { mime: 'application/json', name: 'JSON', puid: 'fmt/817' }],
  ['.rng', { mime: 'application/xml', name: 'RELAX NG', ...XML }],
  ['.sch', { mime: 'application/xml', name: 'Schematron', ...XML }],
  ['.odd', { mime: 'application/tei+xml', name: 'TEI ODD', ...XML }],
  ['.xml', { mime: 'application/xml', name: 'XML', version: '1.0', ...XML }],
  ['.html', { mime: 'text/html', name: 'HTML', version: '5', puid: 'fmt/471' }],
  ['.css', { mime: 'text/css', name: 'CSS', puid: 'x-fmt/224' }],
  ['.js', { mime: 'text/javascript', name: 'JavaScript' }],
  ['.txt', { mime: 'text/plain', name: 'Plain text', puid: 'x-fmt/111' }],
  ['.md', { mime: 'text/markdown', name: 'Markdown', puid: 'fmt/1149' }],
  ['.tsv', { mime: 'text/tab-separated-values', name: 'Tab-separated values', puid: 'x-fmt/13' }],
  ['.yaml', { mime: 'application/yaml', name: 'YAML' }],
  ['.bib', { mime: 'application/x-bibtex', name: 'BibTeX' }],
  ['.ris', { mime: 'application/x-research-info-systems', name: 'RIS' }],
  ['.hocr', { mime: 'text/html', name: 'hOCR' }],
  ['.png', { mime: 'image/png', name: 'PNG' }],
  ['.jpg', { mime: 'image/jpeg', name: 'JPEG' }],
  ['.jpeg', { mime: 'image/jpeg', name: 'JPEG' }],
  ['.webp', { mime: 'image/webp', name: 'WebP' }],
  ['.gif', { mime: 'image/gif', name: 'GIF' }],
  ['.svg', { mime: 'image/svg+xml', name: 'SVG' }],
  ['.woff2', { mime: 'font/woff2', name: 'WOFF 2' }],
  ['.woff', { mime: 'font/woff', name: 'WOFF' }],
];

const UNKNOWN: Format = { mime: 'application/octet-stream', name: 'unknown' };

/** The format of a file by its name; TEI is known by its use. */
export function formatOf(path: string, use?: string): Format {
  if (use === 'TEI') return { mime: 'application/tei+xml', name: 'TEI P5', ...XML };
  const name = path.toLowerCase();
  return FORMATS.find(([ending]) => name.endsWith(ending))?.[1] ?? UNKNOWN;
}

/** What no packing makes smaller. */
export const isPacked = (path: string): boolean => /\.(?:png|jpe?g|webp|gif|woff2?|zip|epub|pdf)$/i.test(path);

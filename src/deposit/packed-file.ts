/** What a file of a deposit is there for; the `USE` of its group in METS. */
export type Use =
  | 'TEI'
  | 'source'
  | 'text'
  | 'page'
  | 'image'
  | 'citation'
  | 'metadata'
  | 'schema'
  | 'style'
  | 'authority';

/** A file as it lies in the bag. */
export interface PackedFile {
  /** Relative to the payload, with forward slashes. */
  readonly path: string;
  readonly use: Use;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sha512: string;
}

/** An address of one file in the payload from the folder of another, percent-encoded (RFC 3986). */
export function hrefFrom(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common).map(encodeURIComponent)].join('/');
}

export interface ByteRange {
  start: number;
  /** The first byte after it. */
  end: number;
}

/**
 * The one range of bytes that a header asks for (RFC 9110, section 14.1.2), or that there is none such in the file.
 * Several ranges, other units and what cannot be read are passed over, as the section allows: the whole is sent.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none such' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none such' : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'none such';
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}

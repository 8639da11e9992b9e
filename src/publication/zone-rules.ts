/** As many lines of a page as the style sheet can tie to their zones; `$last-zone` in the stylesheet says the same. */
export const LAST_ZONE = 120;

/**
 * Marks the n-th zone of a page image while its line has the pointer, the focus or the address, and the reverse. No
 * script is needed; CSS cannot compare two ids, so the pairs are written out.
 */
export function zoneRules(): string {
  const numbers = Array.from({ length: LAST_ZONE }, (_, index) => index + 1);
  const asked = ':is(:hover,:focus-within,:target)';
  const zones = numbers.map((n) => `.facsimile-row:has(.l${n}${asked}) .z${n} rect`);
  const lines = numbers.map((n) => `.facsimile-row:has(.z${n}:is(:hover,:focus,:target)) .l${n}`);
  return `${zones.join(',\n')}{fill-opacity:0.22;stroke-opacity:1}\n${lines.join(',\n')}{background:var(--target)}\n`;
}

/**
 * Words as they are told again in a message: on one line, and of many the first, with … for the rest; at most `most` UTF-16
 * code units, and no character halved.
 */
export function inShort(words: string, most = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/**
 * Words as they are told again in a message: on one line, and of many the first, with … for the rest; at most `most` UTF-16
 * code units. No character is halved, and no word of common length.
 */
export function inShort(words: string, most = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const whole = line[most - 1] === ' ' ? cut : cut.replace(/(?<=\S) \S{0,15}$/, '');
  return `${whole.trimEnd()}…`;
}

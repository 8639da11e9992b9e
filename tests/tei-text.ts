/** The paragraphs of an edition as they are read: furniture, notes, soft hyphens and line ends left out. */
export const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<p [^>]*>(.*?)<\/p>/gs)].map(([, content = '']) => readable(content));

/** Who speaks, and what, in the order of the text; a turn in several paragraphs is given by its parts. */
export const turnsOf = (xml: string): [who: string, words: string][] =>
  [...xml.matchAll(/<said who="([^"]*)"[^>]*>(.*?)<\/said>/gs)].map(([, who = '', content = '']) => [
    who,
    readable(content),
  ]);

const readable = (content: string): string =>
  content
    .replace(/<(fw|note)\b.*?<\/\1>/gs, ' ')
    .replace(/<pc [^>]*>-<\/pc>/g, '')
    .replace(/<\?.*?\?>|<expan>.*?<\/expan>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

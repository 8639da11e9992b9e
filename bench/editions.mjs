// Editions of given sizes, for measuring.

/**
 * The edition with its text so often that the file has at least so many bytes; each copy has ids of its own, and what
 * points at them follows. Pages are numbered once, and nothing is counted, so that it stays valid.
 */
export function lengthened(edition, bytes) {
  const xml = edition.replace(/\s*<listPerson type="talk"[\s\S]*?<\/listPerson>/, '');
  const from = xml.indexOf('>', xml.indexOf('<body')) + 1;
  const to = xml.indexOf('</body>');
  const body = xml.slice(from, to);
  const own = new Set([...body.matchAll(/\sxml:id="([^"]+)"/g)].map(([, id]) => id));
  const copy = (n) =>
    body
      .replace(/<pb\b[^>]*\/>/g, '')
      .replace(/(\sxml:id=")([^"]+)/g, `$1$2.copy-${n}`)
      .replace(/(\s[\w:]+=")([^"]*#[^"]*)/g, (_, attribute, words) => {
        const named = words.replace(/#([^\s"]+)/g, (word, id) => (own.has(id) ? `${word}.copy-${n}` : word));
        return attribute + named;
      });
  const copies = [];
  let length = Buffer.byteLength(xml);
  while (length < bytes) {
    copies.push(copy(copies.length + 1));
    length += Buffer.byteLength(copies.at(-1));
  }
  const before = xml
    .slice(0, from)
    .replace(/(\starget=")#([^\s"]+)"/g, (whole, attribute, id) =>
      own.has(id) ? `${attribute}#${[id, ...copies.map((_, n) => `${id}.copy-${n + 1}`)].join(' #')}"` : whole,
    );
  return before + body + copies.join('') + xml.slice(to);
}

/** A memorandum of a few lines; its edition has about 10 kB. */
export const SHORT_MEMORANDUM = `DEPARTMENT OF STATE

Memorandum of Conversation

DATE: March 4, 1963, 10:30 a.m.

SUBJECT: Test Ban

PARTICIPANTS:

U.S.
The Secretary

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador

The Secretary said that the number of inspections was not the heart of the question.

Dobrynin replied that for his government it was.
`;

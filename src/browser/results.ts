import { type Catalogue, KINDS } from '../search/catalogue.js';
import type { Hit } from '../search/find.js';
import { type Piece, passageOf } from '../search/passage.js';
import { textsOf } from './index-scripts.js';
import { listed, say } from './wording.js';

/** What each kind of passage is called, by its key among the words of the page. */
const CALLED = {
  turn: 'unnamed-turn',
  paragraph: 'narration',
  note: 'found-note',
  handwriting: 'found-handwriting',
  form: 'found-form',
};

/** One found passage as an entry of the list. */
export async function resultOf({ editions, people }: Catalogue, hit: Hit): Promise<HTMLLIElement> {
  const edition = editions[hit.edition]!;
  const [id, kind, from, to, , who] = hit.entry;
  const { pieces, other, fragment } = passageOf(hit, (await textsOf(hit.edition))[hit.unit]!);
  const speakers = listed(who.map((one) => people[one]![1]));
  const pages = [...new Set([edition.pages[Math.max(0, from - 1)], edition.pages[to - 1]])].filter(
    (page) => page !== undefined,
  );
  const item = document.createElement('li');
  const link = element('a', 'hit');
  // The anchor leads to the passage also where a browser does not know Text Fragments.
  link.setAttribute('href', `${encodeURIComponent(edition.name)}/index.html#${encodeURIComponent(id)}${fragment}`);
  const name = element('span', 'hit-name');
  name.append(speakers || say(CALLED[KINDS[kind]!]));
  if (pages.length > 0)
    name.append(`, ${say(pages.length > 1 ? 'pages-short' : 'page-short', { page: pages.join('–') })}`);
  const title = element('span', 'hit-title');
  title.append([edition.title, edition.day].filter(Boolean).join(', '));
  link.append(name, ' ', title);
  item.append(link, marked('snippet', pieces));
  if (other) {
    const line = marked('snippet other', other);
    line.prepend(`${say('another-reading')} `);
    item.append(line);
  }
  return item;
}

function marked(className: string, pieces: readonly Piece[]): HTMLElement {
  const line = element('p', className);
  for (const { text, marked: isMarked } of pieces) {
    if (!isMarked) line.append(text);
    else line.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return line;
}

function element(name: string, className: string): HTMLElement {
  return Object.assign(document.createElement(name), { className });
}

// An edition as a line of signs, with who says each of them and whom it names.
import { SaxesParser } from 'saxes';

/** Who speaks where nobody does. */
export const NARRATION = 'narration';
/** Elements of the body that are no words of the talk as typed. */
const NOT_TYPED = new Set(['fw', 'note', 'corr', 'expan', 'reg', 'desc', 'head', 'opener']);
const LABELS = new Set(['label', 'num']);

export const squeezed = (text) => text.replace(/\s+/g, '');
/** Several speakers in one order, whichever they are written in. */
export const together = (keys) => [...keys].sort().join(' & ');

/**
 * The typed words of the body without white space; for each sign its speech (undefined in labels), written as JSON, and
 * the person it is linked to; where blocks end, and where words open.
 */
export function spoken(xml, people) {
  const names = new Map();
  const open = [];
  const said = [];
  const speech = [];
  const links = [];
  const ends = [];
  const opens = new Set();
  let text = '';
  const parser = new SaxesParser();
  const inside = (tags) => open.some(({ name }) => tags.has(name));
  parser.on('opentag', (element) => {
    open.push(element);
    if (element.name === 'said') said.push(element.attributes);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'said') said.pop();
    if (name === 'p' || name === 'ab') ends.push(text.length);
  });
  parser.on('text', (words) => {
    const id = open.find(({ name }) => name === 'person')?.attributes['xml:id'];
    if (id && open.some(({ name }) => name === 'persName')) names.set(id, `${names.get(id) ?? ''} ${words}`);
    if (!open.some(({ name }) => name === 'body') || inside(NOT_TYPED)) return;
    const label = inside(LABELS);
    const person = open.findLast(({ attributes }) => attributes.ref?.startsWith('#person.'))?.attributes.ref;
    for (const word of words.split(/(?<=\s)|(?=\b)/u)) {
      if (/^\p{L}/u.test(word)) opens.add(text.length);
      for (const sign of squeezed(word)) {
        text += sign;
        speech.push(label ? undefined : (said.at(-1) ?? null));
        links.push(person);
      }
    }
  });
  parser.write(xml).close();
  const keys = new Map();
  const keyOfId = (id) => {
    if (!keys.has(id)) keys.set(id, keyOf(id.slice(1), names, people));
    return keys.get(id);
  };
  const keysOf = (ids) => together(ids.split(' ').map(keyOfId));
  const keyed = (attributes) => {
    if (attributes === null) return JSON.stringify({ who: NARRATION });
    const { who, toWhom, direct } = attributes;
    return JSON.stringify({ who: keysOf(who), toWhom: toWhom && keysOf(toWhom), isDirect: direct === 'true' });
  };
  return {
    text,
    ends,
    opens,
    speech: speech.map((one) => (one === undefined ? one : keyed(one))),
    linked: links.map((id) => id && keyOfId(id)),
  };
}

const partsOf = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bmadame\b/g, 'mrs')
    .split(/[^\p{L}\p{N}]+/u);

/** The person of `people.txt` whose key has the most parts in the names that the edition gives; else the edition’s own id. */
function keyOf(id, names, people) {
  const parts = new Set(partsOf(names.get(id) ?? id));
  const length = ({ key }) => key.split('-').length;
  const [found] = people
    .filter(({ key }) => key.split('-').every((part) => parts.has(part)))
    .sort((one, other) => length(other) - length(one));
  return found?.key ?? id.replace(/^person\./, '');
}

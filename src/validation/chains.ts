import { type Message, message } from '../messages/message.js';
import { attributeOf } from '../xml/reading.js';
import type { At, Declared, Pointer, Pointers } from './pointers.js';

const BACK: Readonly<Record<string, string>> = { next: 'prev', prev: 'next' };

/**
 * Where the parts of one thing do not point at each other. A part that points elsewhere is an error; one that is
 * silent a warning, since the chain can still be followed from the other side.
 */
export function findChainFaults({ ids, pointers }: Pointers, at: At): Message[] {
  return pointers.flatMap((pointer) => {
    const back = BACK[pointer.attribute];
    const target = ids.get(pointer.value.slice(1));
    return back && target ? chainFault(pointer, target, back, at) : [];
  });
}

function chainFault({ attribute, value, tag }: Pointer, target: Declared, back: string, at: At): Message[] {
  const id = attributeOf(tag, 'xml:id');
  const found = attributeOf(target.tag, back);
  if (id !== undefined && found === `#${id}`) return [];
  const { file, place } = at(target.tag);
  const related = [{ file: file!, reason: 'The other part.', ...(place && { place }) }];
  const said = { ...at(tag), words: `${attribute}="${value}"`, related };
  if (id === undefined) {
    const reason = `<${tag.name} ${attribute}="${value}"> has no xml:id, so the other part cannot point back at it.`;
    return [message('parts-are-chained', { ...said, reason, advice: 'Give it an xml:id.' })];
  }
  const reason = `<${tag.name} xml:id="${id}"> has ${attribute}="${value}", but the part there ${
    found === undefined ? `has no @${back}` : `has ${back}="${found}"`
  }.`;
  const advice = `Write ${back}="#${id}" on <${target.tag.name} xml:id="${target.id}">.`;
  const severity = found === undefined ? 'warning' : 'error';
  return [message('parts-are-chained', { ...said, reason, advice, severity })];
}

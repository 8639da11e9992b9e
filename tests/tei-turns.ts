import { SaxesParser } from 'saxes';

/** Who speaks, as a sorted set of pointers; the pairs are written `who > whom`. */
const setOf = (pointers: string): string => pointers.trim().split(/\s+/).sort().join(' ');

interface Turn {
  id: string;
  who: string;
  toWhom: Set<string>;
}

/** The turns of a TEI file in order, with the ids of those that follow another's, and of those that address somebody, by pair. */
export function turnsOf(xml: string): {
  turns: readonly Turn[];
  follows: Map<string, string[]>;
  addresses: Map<string, string[]>;
} {
  const turns = new Map<string, Turn>();
  const partOf = new Map<string, Turn>();
  const follows = new Map<string, string[]>();
  let said = 0;
  let inText = false;
  let last: string | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text') inText = true;
    if (!inText) return;
    if (name === 'div' || (name === 'ab' && attributes.type === 'heading')) last = undefined;
    if (name !== 'said' || said++ > 0) return;
    const id = attributes['xml:id']!;
    const who = setOf(attributes.who!);
    const before = partOf.get((attributes.prev ?? '').slice(1));
    const turn = before ?? { id, who, toWhom: new Set<string>() };
    partOf.set(id, turn);
    turns.set(turn.id, turn);
    for (const one of (attributes.toWhom ?? '').split(/\s+/).filter(Boolean)) turn.toWhom.add(one);
    const shares = last?.split(' ').some((one) => who.split(' ').includes(one));
    if (!before && last !== undefined && !shares) add(follows, `${who} > ${last}`, id);
    last = who;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'div') last = undefined;
    if (name === 'said' && inText) said--;
  });
  parser.write(xml).close();
  const addresses = new Map<string, string[]>();
  for (const { id, who, toWhom } of turns.values()) for (const one of toWhom) add(addresses, `${who} > ${one}`, id);
  return { turns: [...turns.values()], follows, addresses };
}

const add = (to: Map<string, string[]>, key: string, id: string) => to.set(key, [...(to.get(key) ?? []), id]);

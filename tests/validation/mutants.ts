import { readFileSync } from 'node:fs';
import { readXml } from '../../src/xml/reading.js';
import { SCHEMA } from './material.js';

interface Node {
  name: string;
  attributes: [string, string][];
  children: (Node | string)[];
}

/** A pseudo-random number generator (mulberry32): the same seed gives the same mutants on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const schema = readFileSync(SCHEMA, 'utf8');
const namesIn = (pattern: RegExp) => [...new Set([...schema.matchAll(pattern)].map((found) => found[1]!))];
const ELEMENTS = [...namesIn(/<element name="([^"]+)"/g), 'seg', 'quote', 'nothing'];
const ATTRIBUTES = [...namesIn(/<attribute name="([^"]+)"/g), 'ana', 'nothing'].filter((name) => name !== 'xml:id');
const VALUES = [
  ...namesIn(/<value>([^<]+)<\/value>/g),
  ...[
    '',
    ' ',
    '#a',
    '#a #b',
    'two words',
    '1963',
    '1963-02-29',
    '--12-25',
    '---31',
    '0000',
    '24:00:00',
    ' 1963-01-10 ',
  ],
  ...['-1', '12', '1.5', 'true', 'en', 'e n', 'https://example.org/', 'top  left', '1963-01-10Z', 'a:b'],
];

const NAMESPACES = ['', 'http://www.w3.org/1999/xhtml', 'http://www.tei-c.org/ns/1.1'];

/** A slip of the pen: one letter left out, doubled, or of the other case; a prefix stays. */
function misspelt(name: string, random: (below: number) => number): string {
  const from = name.indexOf(':') + 1;
  const at = from + random(name.length - from);
  const letter = name[at]!;
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const slips = [name.length - from > 1 ? '' : `${letter}${letter}`, `${letter}${letter}`, other];
  return name.slice(0, at) + slips[random(slips.length)] + name.slice(at + 1);
}

/** `count` variants of `xml`, each with one to three things changed, all well-formed. */
export function mutantsOf(xml: string, count: number, seed: number): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const root = treeOf(xml);
    for (let changes = 1 + random(3); changes > 0; changes--) change(root, random);
    return written(root);
  });
}

function treeOf(xml: string): Node {
  const root: Node = { name: '', attributes: [], children: [] };
  const opened = [root];
  readXml(xml, {
    open({ name, attributes }) {
      const node: Node = { name, attributes: Object.values(attributes).map((a) => [a.name, a.value]), children: [] };
      opened.at(-1)!.children.push(node);
      opened.push(node);
    },
    text: (text) => opened.at(-1)!.children.push(text),
    close: () => opened.pop(),
  });
  return root.children.find((child) => typeof child !== 'string')!;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function written(node: Node | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`;
}

function placesBelow(node: Node): { parent: Node; index: number; node: Node }[] {
  return node.children.flatMap((child, index) =>
    typeof child === 'string' ? [] : [{ parent: node, index, node: child }, ...placesBelow(child)],
  );
}

function change(root: Node, random: (below: number) => number): void {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const places = placesBelow(root);
  if (places.length === 0) return;
  const { parent, index, node } = pick(places);
  const ids = places.flatMap(({ node: other }) => other.attributes.filter(([name]) => name === 'xml:id'));
  const others = node.attributes.filter(([name]) => name !== 'xmlns');
  const put = (child: Node | string) => node.children.splice(random(node.children.length + 1), 0, child);
  const kinds: (() => void)[] = [
    () => parent.children.splice(index, 1),
    () => parent.children.splice(index, 1, ...node.children),
    () => parent.children.splice(index, 0, withoutIds(node)),
    () => put(withoutIds(pick(places).node)),
    () => parent.children.reverse(),
    () => put({ name: pick(ELEMENTS), attributes: [], children: [] }),
    () => put(' words '),
    () => {
      node.name = pick(ELEMENTS);
    },
    () => {
      const name = pick(ATTRIBUTES);
      if (!node.attributes.some(([given]) => given === name)) node.attributes.push([name, pick(VALUES)]);
    },
    () => {
      if (others.length > 0) pick(others)[1] = pick(VALUES);
    },
    () => {
      if (others.length > 0) node.attributes.splice(node.attributes.indexOf(pick(others)), 1);
    },
    () => {
      if (others.length > 0) {
        const slip = pick(others);
        slip[0] = misspelt(slip[0], random);
      }
    },
    () => {
      node.name = misspelt(node.name, random);
    },
    () => {
      const [name, value] = ids.length > 0 ? pick(ids) : ['xml:id', 'twice'];
      node.attributes = [...node.attributes.filter(([given]) => given !== name), [name, value]];
    },
    () => {
      node.attributes = [...node.attributes.filter(([given]) => given !== 'xmlns'), ['xmlns', pick(NAMESPACES)]];
    },
  ];
  pick(kinds)();
}

const withoutIds = ({ name, attributes, children }: Node): Node => ({
  name,
  attributes: attributes.filter(([given]) => given !== 'xml:id').map(([given, value]) => [given, value]),
  children: children.map((child) => (typeof child === 'string' ? child : withoutIds(child))),
});

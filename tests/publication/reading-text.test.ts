import { readdirSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readingWords } from '../../src/citation/reading-text.js';
import { childrenOf, descendantsOf, teiTree } from '../../src/citation/tree.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { inRepository, readText } from '../repository.js';

type Node = DefaultTreeAdapterMap['node'];

/** What a page says besides the text, by class: numbers and links, names of speakers, signs of doubt and of notes. */
const BESIDE = new Set('number speaker permalink cite vh notes sign page doubt mark tick'.split(' '));
/** The sign of a typed footnote stands on the paper. */
const TYPED = 'footnote-mark';
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'tr', 'td', 'br', 'h2', 'h3']);

const attribute = (node: Node, name: string): string =>
  'attrs' in node ? (node.attrs.find((one) => one.name === name)?.value ?? '') : '';

/** The words of a page as one reads them. */
function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (!('childNodes' in node)) return '';
  const classes = attribute(node, 'class').split(' ');
  if (!classes.includes(TYPED) && classes.some((name) => BESIDE.has(name))) return '';
  const words = node.childNodes.map(wordsOf).join('');
  return BLOCKS.has(node.nodeName) ? ` ${words} ` : words;
}

const find = (node: Node, is: (node: Node) => boolean): Node | undefined =>
  is(node) ? node : 'childNodes' in node ? node.childNodes.map((child) => find(child, is)).find(Boolean) : undefined;

/** The talk as the page has it. */
function shown(html: string): string {
  const talk = find(parse(html), (node) => attribute(node, 'class').split(' ')[0] === 'talk');
  return wordsOf(talk!).replace(/\s+/g, ' ').trim();
}

/** The talk as the TEI has it: from its first paragraph or heading, before which is the form. */
function encoded(tei: string): string {
  const root = teiTree('edition.xml', tei);
  const { main, spans } = readingWords(childrenOf(root, 'text'));
  const opening = descendantsOf(childrenOf(root, 'text')[0]!).find(
    ({ name, attributes }) =>
      name === 'p' || (name === 'ab' && !['dateline', 'title', 'salute'].includes(attributes.get('type') ?? '')),
  );
  return main.text.slice(spans.get(opening!)!.start).trim();
}

async function compare(tei: string): Promise<void> {
  const site = { title: 'Memoranda', layout: 'workspace' } as const;
  const files = await publish([{ name: 'memo', tei }], site, { ...context, report: () => {} });
  expect(shown(String(files.get('memo/index.html')))).toBe(encoded(tei));
}

const talks = readdirSync(inRepository('tests/fixtures/talks'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('the reading view has the reading text of the TEI, byte for byte', () => {
  it('of the flagship', async () => {
    const tei = readText('output/1963-01-10-rusk-kuznetsov/1963-01-10-rusk-kuznetsov.xml');
    await compare(tei);
    expect(encoded(tei)).toMatch(/^Kuznetsov thanked the Secretary/);
  });

  it('of an edition with every kind of mark', async () => {
    await compare(buildText(readText('tests/fixtures/pages/every-kind-of-mark.md')).tei!);
  });

  it.each(talks)('of the talk “%s”', async (name) => {
    const { tei } = buildText(readText(`tests/fixtures/talks/${name}/transcription.md`));
    await compare(tei!);
  });
});

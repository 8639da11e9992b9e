import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { inRepository, readText } from '../repository.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const NAME = '1963-01-10-rusk-kuznetsov';
const flagship = readText(`output/${NAME}/${NAME}.xml`);
const site = { title: 'Memoranda', layout: 'workspace', partial: true } as const;

async function pagesOf(tei: string) {
  const reported: Message[] = [];
  const files = await publish([{ name: 'memo', tei }], site, { ...context, report: (found) => reported.push(found) });
  const page = (name: string) => parse(String(files.get(`memo/${name}.html`)));
  return { files, reported, reading: page('index'), typed: page('diplomatic'), parallel: page('parallel') };
}

const childrenOf = (node: object): Node[] => ('childNodes' in node ? (node.childNodes as Node[]) : []);
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const classesOf = (node: Node) => ('attrs' in node ? (attribute(node, 'class') ?? '').split(' ') : []);
const elements = (node: object): Element[] =>
  childrenOf(node).flatMap((child) => ('attrs' in child ? [child, ...elements(child)] : []));
const having = (node: object, name: string) => elements(node).filter((element) => classesOf(element).includes(name));

/** The words without white space, and without what stands in elements of the classes left out. */
function words(nodes: readonly object[], leftOut: readonly string[] = []): string {
  const of = (node: Node): string =>
    'value' in node && node.nodeName === '#text'
      ? node.value
      : classesOf(node).some((one) => leftOut.includes(one))
        ? ''
        : childrenOf(node).map(of).join('');
  return nodes
    .map((node) => of(node as Node))
    .join('')
    .replace(/\s+/g, '');
}

/** Begins each of its pages in the middle of a turn, a paragraph and a mended place. */
function overPages(): string {
  const { tei } = buildText(
    [
      'Memorandum of Conversation\n\nPARTICIPANTS:\n\nDean Rusk\nAnatoliy F. Dobrynin\n\nRusk said that the talks were long',
      '---\n\n-2-\n\nand that they were useful. Dobrynin agreed at once.\n\nRusk asked for more time, and',
      '---\n\n-3-\n\nDobrynin promised it.\n',
    ].join('\n\n'),
  );
  return tei!;
}

/** With a page break in words that a turn, a name and a mended place hold. */
const BROKEN = flagship.replace('was very interested', 'was <pb n="x" xml:id="pg.x"/>very interested');

describe.each([
  ['the flagship', flagship],
  ['turns that run over pages', overPages()],
  ['the flagship with one page break more', BROKEN],
  [
    'a document with every mark',
    buildText(readFileSync(inRepository('tests/fixtures/pages/every-kind-of-mark.md'), 'utf8')).tei!,
  ],
])('both texts side by side, of %s', async (_, tei) => {
  const pages = await pagesOf(tei);
  const { parallel, reading, typed } = pages;

  it('leave no element without a form', () => {
    expect(pages.reported).toEqual([]);
  });

  it('have the reading text of the reading view', () => {
    // What the page has only because a row ends: its number there, and the name of who goes on.
    const talk = words(having(reading, 'talk').flatMap(childrenOf), ['pb', 'notes', 'vh']);
    const shown = having(parallel, 'talk').map((part) =>
      words(
        childrenOf(part).map((block) => withoutAgain(block)),
        ['notes', 'vh'],
      ),
    );
    expect(`Theconversation${shown.join('')}`.replace('Theconversation', '')).toBe(talk.replace('Theconversation', ''));
    expect(talk.length).toBeGreaterThan(50);
  });

  it('have the notes of the reading view, each once and in order', () => {
    const notes = (page: object) =>
      having(page, 'talk')
        .flatMap((part) => having(part, 'note'))
        .map((note) => words([note]));
    expect(notes(parallel)).toEqual(notes(reading));
    const form = (page: object, name: string) => having(page, name).map((part) => words([part]));
    for (const part of ['participants', 'particulars', 'head-notes'])
      expect(form(parallel, part)).toEqual(form(reading, part));
  });

  it('have the sheets of the diplomatic view', () => {
    expect(having(parallel, 'sheet').map((sheet) => words([sheet]))).toEqual(
      having(typed, 'sheet').map((sheet) => words([sheet])),
    );
  });

  it('have every id once, and those of the reading text as they are there', () => {
    const ids = elements(parallel).flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    const [talk] = having(reading, 'talk');
    const wanted = elements(talk!).flatMap((element) => attribute(element, 'id') ?? []);
    // A speaker is followed in the reading text alone.
    const own = /^(?:conversation$|next\.|speaker\.)/;
    expect(wanted.filter((id) => !own.test(id) && !ids.includes(id))).toEqual([]);
    for (const sheet of having(parallel, 'sheet'))
      for (const element of elements(sheet)) expect(attribute(element, 'id') ?? 'typed.').toMatch(/^typed\./);
    const links = elements(parallel).flatMap((element) => /^#(.+)/.exec(attribute(element, 'href') ?? '')?.[1] ?? []);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('say again who speaks where a turn goes on', () => {
    for (const turn of having(parallel, 'goes-on').filter((part) => classesOf(part).includes('turn')))
      expect(words(having(turn, 'speaker').slice(0, 1))).toMatch(/^\p{L}.*continued:$/u);
  });

  it('lead from every page to both other views', () => {
    for (const row of having(parallel, 'parallel-row')) {
      const hrefs = having(row, 'elsewhere')
        .flatMap(elements)
        .map((link) => attribute(link, 'href'));
      expect(hrefs.map((href) => href?.replace(/#.*/, ''))).toEqual(['diplomatic.html', 'index.html']);
    }
  });
});

/** The block without the name that a turn has again at the head of a page. */
function withoutAgain(block: Node): Node {
  const kept = (node: Node): Node =>
    'childNodes' in node
      ? ({
          ...node,
          childNodes: childrenOf(node)
            .filter((child) => !(classesOf(node).includes('goes-on') && classesOf(child).includes('speaker')))
            .map(kept),
        } as Node)
      : node;
  return kept(block);
}

import { describe, expect, it } from 'vitest';
import { descendantsOf, idOf, type TeiElement, teiTree } from '../../src/citation/tree.js';
import { PAGE_SIZE } from '../../src/interchange/dts/collection.js';
import { fragmentOf } from '../../src/interchange/dts/fragment.js';
import { FLAGSHIP } from '../workspace.js';
import { asking, flagship, flagshipTei, HOST, SITE, talkTei } from './opened.js';
import { DTS_SHAPES, type DtsSchema, dtsFaults, faultsBy, withoutDts } from './schemas.js';

const THREE = 'three-sides';
const ask = asking(
  new Map([
    [FLAGSHIP, flagshipTei],
    [THREE, talkTei(THREE)],
  ]),
);
const identifiers = (units: readonly { identifier: string }[] | undefined) =>
  units?.map(({ identifier }) => identifier);
const navigation = (query: Record<string, string>) => ask('navigation', { resource: FLAGSHIP, ...query });

describe('down, ref, start and end go together as the table of DTS 1.0 says', () => {
  const TOP = flagship.trees[0]!.passages.filter(({ level }) => level === 1).map(({ identifier }) => identifier);
  const ALL = flagship.trees[0]!.passages.map(({ identifier }) => identifier);
  const RANGE = 'par.1/turn.2 par.1/turn.3 turn.1 turn.2 turn.3 par.2 par.2/turn.3.2'.split(' ');
  const range = { start: 'par.1/turn.2', end: 'par.2' };
  it.each<[string, Record<string, string>, number, { ref?: string; range?: string[]; member?: string[] }]>([
    ['nothing', {}, 400, {}],
    ['ref', { ref: 'par.1' }, 200, { ref: 'par.1' }],
    ['a range', range, 200, { range: ['par.1/turn.2', 'par.2'] }],
    ['down=0', { down: '0' }, 400, {}],
    ['down=0, ref', { down: '0', ref: 'par.2' }, 200, { ref: 'par.2', member: TOP }],
    [
      'down=0, ref below',
      { down: '0', ref: 'par.1/turn.2' },
      200,
      { ref: 'par.1/turn.2', member: ['par.1/turn.1', 'par.1/turn.2', 'par.1/turn.3'] },
    ],
    ['down=0, a range', { down: '0', ...range }, 400, {}],
    ['down=1', { down: '1' }, 200, { member: TOP }],
    [
      'down=1, ref',
      { down: '1', ref: 'par.1' },
      200,
      { ref: 'par.1', member: ['par.1', 'par.1/turn.1', 'par.1/turn.2', 'par.1/turn.3'] },
    ],
    ['down=1, a range', { down: '1', ...range }, 200, { range: ['par.1/turn.2', 'par.2'], member: RANGE }],
    [
      'down=1, a range of paragraphs',
      { down: '1', start: 'par.7', end: 'par.8' },
      200,
      { range: ['par.7', 'par.8'], member: ['par.7', 'par.7/turn.5.2', 'rd.24', 'par.8', 'par.8/turn.6'] },
    ],
    ['down=-1', { down: '-1' }, 200, { member: ALL }],
    ['down=-1, ref', { down: '-1', ref: 'par.4' }, 200, { ref: 'par.4', member: ['par.4', 'par.4/turn.4'] }],
    ['down=-1, a range', { down: '-1', ...range }, 200, { range: ['par.1/turn.2', 'par.2'], member: RANGE }],
    ['down=7, ref without anything below', { down: '7', ref: 'turn.7' }, 200, { ref: 'turn.7', member: ['turn.7'] }],
    [
      'the other tree',
      { tree: 'paper', down: '0', ref: 'p.4' },
      200,
      { ref: 'p.4', member: flagship.trees[1]!.passages.map(({ identifier }) => identifier) },
    ],
  ])('%s', (_, query, status, { ref, range: ends, member }) => {
    const { data, ...answer } = navigation(query);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/ld+json');
    if (status !== 200) return expect(data).toMatchObject({ '@type': 'Status', statusCode: status });
    expect(data.ref?.identifier).toBe(ref);
    expect(ends ? [data.start.identifier, data.end.identifier] : data.start).toEqual(ends);
    expect('member' in data).toBe(member !== undefined);
    expect(identifiers(data.member)).toEqual(member);
  });

  it.each<[string, string, Record<string, string> | [string, string][], number]>([
    ['no resource', 'navigation', { down: '1' }, 400],
    ['a resource without a value', 'navigation', { resource: '', down: '1' }, 400],
    ['a resource that there is not', 'navigation', { resource: 'd278', down: '1' }, 404],
    ['ref and start', 'navigation', { resource: FLAGSHIP, ref: 'par.1', start: 'par.1', end: 'par.2' }, 400],
    ['start alone', 'navigation', { resource: FLAGSHIP, start: 'par.1', down: '1' }, 400],
    ['end alone', 'document', { resource: FLAGSHIP, end: 'par.1' }, 400],
    ['a range backwards', 'document', { resource: FLAGSHIP, start: 'par.2', end: 'par.1' }, 400],
    ['a passage that there is not', 'navigation', { resource: FLAGSHIP, ref: 'par.99' }, 404],
    ['a passage of the other tree', 'navigation', { resource: FLAGSHIP, ref: 'p.1' }, 404],
    ['a tree that there is not', 'navigation', { resource: FLAGSHIP, down: '1', tree: 'bekker' }, 404],
    ['the first tree by a name', 'navigation', { resource: FLAGSHIP, down: '1', tree: 'talk' }, 404],
    ['down in words', 'navigation', { resource: FLAGSHIP, down: 'all' }, 400],
    ['down below all', 'navigation', { resource: FLAGSHIP, down: '-2' }, 400],
    ['down in halves', 'navigation', { resource: FLAGSHIP, down: '1.5' }, 400],
    ['a second page', 'navigation', { resource: FLAGSHIP, down: '1', page: '2' }, 404],
    [
      'ref twice',
      'document',
      [
        ['resource', FLAGSHIP],
        ['ref', 'par.1'],
        ['ref', 'par.2'],
      ],
      400,
    ],
    ['a passage of no document', 'document', { ref: 'par.1' }, 400],
    ['a type that is not made', 'document', { resource: FLAGSHIP, mediaType: 'application/pdf' }, 404],
    ['a collection that there is not', 'collection', { id: 'general' }, 404],
    ['a page that there is not', 'collection', { page: '2' }, 404],
    ['a page of no number', 'collection', { page: '0' }, 400],
    ['a third way', 'collection', { nav: 'siblings' }, 400],
    ['no endpoint', 'search', {}, 404],
  ])('%s: %s %j is %i', (_, endpoint, query, status) => {
    const { data, status: got } = ask(endpoint, query);
    expect(got).toBe(status);
    expect(data).toMatchObject({ '@type': 'Status', statusCode: status });
    expect(data.description).toMatch(/\S\.$/);
  });
});

describe('answers have their shapes', () => {
  const ANSWERS: [string, DtsSchema, string, Record<string, string>][] = [
    ['the entry point', 'entry_response', '', {}],
    ['the collection', 'collection_response', 'collection', {}],
    ['the collection by its identifier', 'collection_response', 'collection', { id: `${SITE}/` }],
    ['nothing above the collection', 'collection_response', 'collection', { nav: 'parents' }],
    ['a resource', 'collection_response', 'collection', { id: FLAGSHIP }],
    ['what a resource is in', 'collection_response', 'collection', { id: THREE, nav: 'parents' }],
    ['passages', 'navigation_response', 'navigation', { resource: THREE, down: '-1' }],
    ['passages on paper', 'navigation_response', 'navigation', { resource: FLAGSHIP, down: '-1', tree: 'paper' }],
    ['one passage', 'navigation_response', 'navigation', { resource: FLAGSHIP, ref: 'turn.3' }],
    ['a range', 'navigation_response', 'navigation', { resource: FLAGSHIP, start: 'par.1', end: 'par.3', down: '1' }],
  ];
  it.each(ANSWERS)('%s, as we read DTS 1.0', (_, schema, endpoint, query) => {
    const { data } = ask(endpoint, query);
    expect(faultsBy(DTS_SHAPES[schema as keyof typeof DTS_SHAPES], data)).toEqual([]);
    expect(JSON.stringify(data).replaceAll('"parent":null', '')).not.toContain(':null');
  });
  it.skipIf(withoutDts).each(ANSWERS)('%s, as dts-validator has them', (_, schema, endpoint, query) => {
    expect(dtsFaults(schema, ask(endpoint, query).data)).toEqual([]);
  });
  it.skipIf(withoutDts)('and those schemas would see a fault', () => {
    expect(dtsFaults('navigation_response', { '@type': 'Navigation' })).not.toEqual([]);
    expect(dtsFaults('collection_response', { ...ask('collection').data, '@id': 'editions' })).not.toEqual([]);
  });

  it('a resource is found by its name and by its address, and says the second', () => {
    const { data } = ask('collection', { id: FLAGSHIP });
    expect(data['@id']).toBe(`${SITE}/${FLAGSHIP}/`);
    expect(ask('collection', { id: data['@id'] }).data).toEqual(data);
    expect(navigation({ ref: 'p.1', tree: 'paper' }).data.resource['@id']).toBe(data['@id']);
    expect(ask('navigation', { resource: data['@id'], ref: 'par.1' }).status).toBe(200);
  });

  it('lists of many come in pages, whose links lead on', () => {
    const many = asking(
      new Map(Array.from({ length: 2 * PAGE_SIZE + 5 }, (_, n) => [`d${String(n).padStart(3, '0')}`, flagshipTei])),
    );
    const [first, second, last] = ['1', '2', '3'].map((page) => many('collection', { page }).data);
    expect(many('collection').data.view).toEqual(first.view);
    expect([first, second, last].map(({ member }) => member.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 5]);
    expect(first.view.previous).toBeUndefined();
    expect(last.view.next).toBeUndefined();
    const following = new URL(first.view.next).searchParams;
    expect(many('collection', [...following]).data).toEqual(second);
    expect(many('collection', { page: '4' }).status).toBe(404);
  });
});

describe('a document', () => {
  const within = (xml: string): TeiElement =>
    descendantsOf(teiTree('fragment.xml', xml)).find(({ name }) => name === 'dts:wrapper' || name === 'wrapper')!;
  const words = (element: TeiElement): string => {
    const text = ({ children }: TeiElement): string =>
      children.map((child) => (typeof child === 'string' ? child : text(child))).join('');
    return text(element).replace(/\s+/g, ' ').trim();
  };

  it('is the file itself where no passage is asked for, in either tree', () => {
    expect(ask('document', { resource: FLAGSHIP }).body).toBe(flagshipTei);
    expect(ask('document', { resource: FLAGSHIP, tree: 'paper' }).body).toBe(flagshipTei);
  });

  it.each(flagship.trees.flatMap((tree) => tree.passages.map((ref) => [ref.identifier, tree, ref] as const)))(
    '%s is cut out well-formed, in what is around it',
    (_, tree, ref) => {
      const xml = fragmentOf(flagship, { tree, ref });
      const wrapper = within(xml);
      expect(xml).toMatch(
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<TEI xmlns="http:\/\/www\.tei-c\.org\/ns\/1\.0"/,
      );
      if (ref.element.name !== 'pb') {
        const whole = descendantsOf(wrapper).filter((one) => idOf(one) === idOf(ref.element));
        expect(whole).toHaveLength(1);
        expect(whole[0]!.name).toBe(ref.element.name);
      }
      const around: string[] = [];
      for (let outer = wrapper.parent; outer; outer = outer.parent) around.unshift(outer.name);
      expect(
        ['TEI/text/body/div', 'TEI/text', 'TEI/text/body', 'TEI/standOff'].some((path) =>
          around.join('/').startsWith(path),
        ),
      ).toBe(true);
    },
  );

  it('has all the words of a page and none of the next', () => {
    const pages = flagship.trees[1]!.passages.filter(({ citeType }) => citeType === 'page');
    const all = pages.map((ref) => words(within(fragmentOf(flagship, { tree: flagship.trees[1]!, ref }))));
    const text = descendantsOf(flagship.root).find(({ name }) => name === 'text')!;
    expect(all).toHaveLength(4);
    expect(all.join('').replace(/\s/g, '')).toBe(words(text).replace(/\s/g, ''));
  });

  it('has a turn with all its parts, each in its paragraph', () => {
    const xml = ask('document', { resource: FLAGSHIP, ref: 'turn.3' }).body;
    const parts = descendantsOf(within(xml)).filter(({ name }) => name === 'said');
    expect(parts.map(idOf)).toEqual(['turn.3', 'turn.3.2', 'turn.3.3']);
    expect(parts.map(({ parent }) => idOf(parent!))).toEqual(['par.1', 'par.2', 'par.3']);
  });

  it('has a range with both ends', () => {
    const xml = ask('document', { resource: FLAGSHIP, start: 'par.1/turn.2', end: 'par.3' }).body;
    const ids = descendantsOf(within(xml)).map(idOf);
    expect(ids).toEqual(expect.arrayContaining(['turn.2', 'turn.3', 'par.2', 'par.3', 'turn.3.3', 'rd.14']));
    expect(ids.filter((id) => id === 'turn.1' || id === 'par.4')).toEqual([]);
  });

  it('has any range well-formed, from its first passage to its last', () => {
    for (const tree of flagship.trees) {
      const { passages } = tree;
      const steps = [1, 3, 8, 21, 55];
      for (const [n, start] of passages.entries()) {
        for (const end of steps.flatMap((step) => passages[n + step] ?? [])) {
          const ids = descendantsOf(within(fragmentOf(flagship, { tree, start, end }))).map(idOf);
          expect([start, end].filter(({ element }) => !ids.includes(idOf(element)))).toEqual([]);
        }
      }
    }
  });

  it('comes as plain text and as a page, and links to its collection', () => {
    const query = { resource: FLAGSHIP, ref: 'turn.2' };
    const unit = flagship.citable.byReference.get('turn.2')!;
    expect(ask('document', { ...query, mediaType: 'text/plain' }).body).toBe(`${unit.words}\n`);
    const html = ask('document', { ...query, mediaType: 'text/html' });
    expect(html.type).toBe('text/html');
    expect(html.body).toContain(`<p>${unit.words}</p>`);
    expect(html.link).toBe(
      `<${HOST}/api/dts/collection/?id=${encodeURIComponent(`${SITE}/${FLAGSHIP}/`)}>; rel="collection"`,
    );
    // In a query that is not escaped a plus comes as a space.
    expect(ask('document', { ...query, mediaType: 'application/tei xml' }).type).toBe('application/tei+xml');
    const range = ask('document', { resource: FLAGSHIP, start: 'turn.1', end: 'turn.2', mediaType: 'text/plain' }).body;
    expect(range).toBe(`${flagship.citable.byReference.get('turn.1')!.words} ${unit.words}\n`);
    const beside = ask('document', { resource: FLAGSHIP, start: 'nt.1', end: 'nt.2', mediaType: 'text/plain' }).body;
    expect(beside).toBe(`${['nt.1', 'nt.2'].map((id) => flagship.citable.byReference.get(id)!.words).join('\n\n')}\n`);
  });
});

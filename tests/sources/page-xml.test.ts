import { describe, expect, it } from 'vitest';
import { readPageXml } from '../../src/sources/page-xml.js';
import { refusal, typedPage, wordsOfPage } from './material.js';

const read = (xml: string) => readPageXml('p.xml', xml);
const pageXml = (content: string, date = '2019-07-15') =>
  `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/${date}"><Metadata/><Page imageFilename="scan 1.png" imageWidth="2550" imageHeight="3300">${content}</Page></PcGts>`;
const equiv = (text: string, rest = '') => `<TextEquiv ${rest}><Unicode>${text}</Unicode></TextEquiv>`;
const coords = '<Coords points="10,50 110,52 110,20 12,22"/>';
const word = (text: string) => `<Word id="w">${coords}${text}</Word>`;
const line = (content: string, rest = '') => `<TextLine id="l" ${rest}>${content}</TextLine>`;
const region = (id: string, content = line(equiv(id))) => `<TextRegion id="${id}">${content}</TextRegion>`;
const textOf = (content: string) =>
  wordsOfPage(read(pageXml(content))[0]!).map((lines) => lines.map((words) => words.join(' ')).join(' / '));
const wordsIn = (content: string) => read(pageXml(region('r', line(content))))[0]!.regions[0]!.lines[0]!.words;

describe('a file in PAGE XML', () => {
  it.each(['2010-03-19', '2013-07-15', '2019-07-15'])('of %s is read', (date) => {
    expect(read(pageXml(region('Rusk'), date))).toMatchObject([
      {
        file: 'p.xml',
        width: 2550,
        height: 3300,
        image: 'scan 1.png',
        regions: [{ lines: [{ words: [{ text: 'Rusk' }] }] }],
      },
    ]);
  });

  it('keeps a page without words, and drops regions and lines without', () => {
    expect(textOf(region('r', '') + region('s', line(equiv(' '))))).toEqual([]);
    expect(textOf(region('t', line('') + line(equiv('a'))))).toEqual(['a']);
  });
});

describe('the order of regions', () => {
  const ref = (id: string, index?: number) =>
    index === undefined ? `<RegionRef regionRef="${id}"/>` : `<RegionRefIndexed regionRef="${id}" index="${index}"/>`;
  const order = (groups: string) => `<ReadingOrder>${groups}</ReadingOrder>`;
  const regions = ['a', 'b', 'c', 'd', 'e'].map((id) => region(id)).join('');

  it('is by index in ordered groups, as they stand in unordered ones; what is not named comes last', () => {
    const groups = `<OrderedGroup id="g">${ref('a', 10)}<UnorderedGroupIndexed id="h" index="2">${ref('d')}${ref('c')}</UnorderedGroupIndexed>${ref('e', 1)}</OrderedGroup>`;
    expect(textOf(order(groups) + regions)).toEqual(['e', 'd', 'c', 'a', 'b']);
  });

  it('takes a group’s own region before the regions in it, and each region once', () => {
    const groups = `<UnorderedGroup id="g" regionRef="c">${ref('b')}${ref('c')}${ref('nowhere')}</UnorderedGroup>`;
    expect(textOf(order(groups) + regions)).toEqual(['c', 'b', 'a', 'd', 'e']);
  });

  it('takes regions within a region along with it, unless they are named', () => {
    const nested = region('outer', line(equiv('outer')) + region('inner') + region('named'));
    expect(
      textOf(
        order(`<OrderedGroup id="g">${ref('outer', 0)}${ref('a', 1)}${ref('named', 2)}</OrderedGroup>`) +
          region('a') +
          nested,
      ),
    ).toEqual(['outer', 'inner', 'a', 'named']);
  });

  it('finds text in the cells of tables, of both kinds', () => {
    const cells = `<TableCell row="0" col="0" id="x">${line(equiv('cell'))}</TableCell>${region('y')}`;
    expect(
      textOf(`<TableRegion id="t">${cells}</TableRegion><ImageRegion id="i">${region('z')}</ImageRegion>`),
    ).toEqual(['cell', 'y', 'z']);
  });

  it('has lines by index, where all have one', () => {
    expect(textOf(region('r', line(equiv('b'), 'index="1"') + line(equiv('a'), 'index="0"')))).toEqual(['a / b']);
    expect(textOf(region('r', line(equiv('b'), 'index="1"') + line(equiv('a'))))).toEqual(['b / a']);
  });
});

describe('the words of a line', () => {
  it('have the rectangle about their points, and the confidence of their reading', () => {
    const content = word(equiv('Dean', 'conf="0.9"')) + word(equiv('Rusk')) + equiv('Dean  Rusk', 'conf="0.2"');
    const box = { left: 10, top: 20, right: 110, bottom: 52 };
    const xml = pageXml(region('r', line(content)));
    expect(wordsIn(content)).toEqual([
      { text: 'Dean', box, confidence: 0.9, at: xml.indexOf('<Word') },
      { text: 'Rusk', box, at: xml.lastIndexOf('<Word') },
    ]);
  });

  it('are cut from the line’s text where they are absent or say something else', () => {
    expect(wordsIn(equiv('Dean Rusk', 'conf="0.2"'))).toMatchObject([
      { text: 'Dean', confidence: 0.2 },
      { text: 'Rusk' },
    ]);
    const corrected = wordsIn(word(equiv('Oean')) + word(equiv('Rusk')) + equiv('Dean Rusk'));
    expect(corrected.map(({ text, box }) => [text, box])).toEqual([
      ['Dean', undefined],
      ['Rusk', undefined],
    ]);
  });

  it('are taken as they are where the line has no text of its own, or an empty one', () => {
    expect(wordsIn(word(equiv('Rusk')) + equiv(''))).toMatchObject([{ text: 'Rusk', box: { left: 10 } }]);
  });

  it('are those of the reading with the lowest index', () => {
    expect(
      wordsIn(equiv('third', 'index="2"') + equiv('first', 'index="0"') + equiv('second', 'index="1"')),
    ).toMatchObject([{ text: 'first' }]);
    expect(wordsIn(equiv('first') + equiv('second'))).toMatchObject([{ text: 'first' }]);
  });

  it('have no box where the points make none', () => {
    for (const points of ['', '1,2', '1,2 3', '5,5 5,9']) {
      expect(wordsIn(`<Word id="w"><Coords points="${points}"/>${equiv('a')}</Word>`)[0]).not.toHaveProperty('box');
    }
    const old = '<Coords><Point x="1" y="2"/><Point x="3" y="4"/></Coords>';
    expect(wordsIn(`<Word id="w">${old}${equiv('a')}</Word>`)[0]!.box).toEqual({
      left: 1,
      top: 2,
      right: 3,
      bottom: 4,
    });
  });

  it('come from the region where only that has text', () => {
    expect(textOf(region('r', equiv('Dean Rusk\nSecretary')))).toEqual(['Dean Rusk / Secretary']);
  });
});

describe('what is refused', () => {
  it.each([
    ['a file that breaks off', '<PcGts><Page>', 'xml-is-well-formed'],
    ['a DOCTYPE', '<!DOCTYPE PcGts><PcGts/>', 'xml-has-no-dtd'],
    ['another format', '<alto/>', 'transcription-format-is-known'],
  ])('%s', (_, xml, rule) => {
    expect(refusal(() => read(xml))).toMatchObject({ rule, file: 'p.xml' });
  });
});

it('a page that an engine has read', () => {
  const [typed] = read(typedPage('page-2.page.xml'));
  expect(wordsOfPage(typed!).flat(2).join(' ')).toBe(typedPage('page-2.txt').trim().split(/\s+/).join(' '));
});

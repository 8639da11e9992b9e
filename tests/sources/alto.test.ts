import { describe, expect, it } from 'vitest';
import { readAlto } from '../../src/sources/alto.js';
import { DEEPEST } from '../../src/xml/well-formed.js';
import { refusal, typedPage, wordsOfPage } from './material.js';

const BOX = 'HPOS="10" VPOS="20" WIDTH="100" HEIGHT="30"';
const read = (xml: string) => readAlto('a.xml', xml);

interface Parts {
  namespace?: string;
  description?: string;
  order?: string;
  pages?: string;
}
const alto = ({
  namespace = 'http://www.loc.gov/standards/alto/ns-v4#',
  description = '',
  order = '',
  pages = '',
}: Parts) =>
  `<alto${namespace && ` xmlns="${namespace}"`}><Description>${description}</Description>${order}<Layout>${pages}</Layout></alto>`;
const page = (spaces: string) => `<Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="2550" HEIGHT="3300">${spaces}</Page>`;
const space = (blocks: string, name = 'PrintSpace') => `<${name}>${blocks}</${name}>`;
const block = (content: string, id = 'b', rest = '') =>
  `<TextBlock ID="${id}" ${rest}><TextLine ID="l.${id}" ${BOX}>${content}</TextLine></TextBlock>`;
const string = (text: string, rest = BOX) => `<String CONTENT="${text}" ${rest}/>`;
const onPage = (content: string) => alto({ pages: page(space(block(content))) });
const wordsOf = (xml: string) =>
  read(xml).map((one) =>
    wordsOfPage(one)
      .flat()
      .map((line) => line.join(' ')),
  );

describe('an ALTO file', () => {
  it.each(['', ...[2, 3, 4].map((version) => `http://www.loc.gov/standards/alto/ns-v${version}#`)])(
    'is read in the namespace “%s”',
    (namespace) => {
      expect(wordsOf(alto({ namespace, pages: page(space(block(string('SECRET')))) }))).toEqual([['SECRET']]);
    },
  );

  it('is read with a prefix on every element', () => {
    const xml = onPage(string('SECRET'))
      .replace('xmlns=', 'xmlns:a=')
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1a:');
    expect(wordsOf(xml)).toEqual([['SECRET']]);
  });

  it('gives a page for each Page, empty ones too, and names the image', () => {
    const xml = alto({
      description: '<sourceImageInformation><fileName> scan.tif\n</fileName></sourceImageInformation>',
      pages: page(space(block(string('One')))) + page('') + page(space(block(''))) + page(space(block(string('Four')))),
    });
    expect(wordsOf(xml)).toEqual([['One'], [], [], ['Four']]);
    expect(read(xml)[1]).toEqual({ file: 'a.xml', width: 2550, height: 3300, image: 'scan.tif', regions: [] });
  });

  it('drops blocks and lines without words, and reads blocks in composed blocks', () => {
    const inner = `<ComposedBlock ID="c"><ComposedBlock ID="d">${block(string('in'), 'x')}</ComposedBlock>${block('', 'y')}</ComposedBlock>`;
    expect(wordsOf(alto({ pages: page(space(inner + block(string('out'), 'z'))) }))).toEqual([['in', 'out']]);
  });

  it('has the foot of the page last, though the schema has the margins first', () => {
    const spaces = ['TopMargin', 'BottomMargin', 'PrintSpace'].map((name) => space(block(string(name), name), name));
    expect(wordsOf(alto({ pages: page(spaces.join('')) }))).toEqual([['TopMargin', 'PrintSpace', 'BottomMargin']]);
  });
});

describe('the order of blocks', () => {
  const blocks = ['one', 'two', 'three', 'four'].map((id) => block(string(id), id)).join('');
  it('is that of ReadingOrder; what it does not name comes last', () => {
    const ref = (id: string) => `<ElementRef ID="r.${id}" REF="${id}"/>`;
    const order = `<ReadingOrder><OrderedGroup ID="g">${ref('three')}<UnorderedGroup ID="h" REF="two">${ref('l.one')}</UnorderedGroup>${ref('three')}</OrderedGroup></ReadingOrder>`;
    expect(wordsOf(alto({ order, pages: page(space(blocks)) }))).toEqual([['three', 'two', 'one', 'four']]);
  });

  it('is that of IDNEXT where there is no ReadingOrder, and a circle does no harm', () => {
    const chained = blocks
      .replace('ID="one"', 'ID="one" IDNEXT="four"')
      .replace('ID="four"', 'ID="four" IDNEXT="three"');
    expect(wordsOf(alto({ pages: page(space(chained)) }))).toEqual([['one', 'four', 'three', 'two']]);
    const circle = chained.replace('ID="three"', 'ID="three" IDNEXT="one"');
    expect(wordsOf(alto({ pages: page(space(circle)) }))[0]!.toSorted()).toEqual(['four', 'one', 'three', 'two']);
  });
});

describe('a String', () => {
  const words = (content: string) => read(onPage(content))[0]!.regions[0]!.lines[0]!.words;

  it('is a word with its place in the file, its box and its confidence', () => {
    const xml = onPage(`<!-- \u{1F4DC}\r\n --><SP/>${string('Rusk', `WC="0.87" ${BOX}`)}`);
    const [word] = read(xml)[0]!.regions[0]!.lines[0]!.words;
    expect(word).toEqual({
      text: 'Rusk',
      at: xml.indexOf('<String'),
      box: { left: 10, top: 20, right: 110, bottom: 50 },
      confidence: 0.87,
    });
  });

  it('is several words where white space stands in it, each with its part of the box', () => {
    expect(words(string(' Mr.&#9;Rusk&#xA0;', BOX)).map(({ text, box }) => [text, box?.left, box?.right])).toEqual([
      ['Mr.', 10, 48],
      ['Rusk', 60, 110],
    ]);
  });

  it('says what stands on the paper, whatever was substituted for it', () => {
    const halves = `${string('nego', `SUBS_TYPE="HypPart1" SUBS_CONTENT="negotiations" ${BOX}`)}<HYP CONTENT="-" HPOS="110" VPOS="20" WIDTH="10" HEIGHT="30"/>`;
    expect(words(halves)).toMatchObject([{ text: 'nego-', box: { left: 10, right: 120 } }]);
  });

  it('keeps a hyphen that has no word before it, and none that has no text', () => {
    expect(words(`<HYP CONTENT="-"/>`)).toMatchObject([{ text: '-' }]);
    expect(words(`${string('a')}<HYP/>`)).toMatchObject([{ text: 'a' }]);
  });

  it.each([
    ['WC="0.5" CC="000"', 0.5],
    ['CC="0 9 9 0"', 0.5],
    ['CC="09"', 0.5],
    ['CC="?"', undefined],
    ['WC="1.2"', 1],
    ['WC="high"', undefined],
    ['', undefined],
  ])('with %s has a confidence of %s', (rest, confidence) => {
    expect(words(string('a', rest))[0]!.confidence).toBe(confidence);
  });

  it.each([
    ['tesseract 5.3.0', '0.7', 0.07],
    ['tesseract v4.1.1', '0.100', 1],
    ['tesseract 5.5.3', '0.7', 0.7],
    ['ABBYY FineReader', '0.7', 0.7],
  ])('that %s has written with WC="%s" has a confidence of %s', (engine, written, confidence) => {
    const xml = alto({
      description: `<OCRProcessing ID="o"><ocrProcessingStep><processingSoftware><softwareName>${engine}</softwareName></processingSoftware></ocrProcessingStep></OCRProcessing>`,
      pages: page(space(block(string('a', `WC="${written}"`)))),
    });
    expect(read(xml)[0]!.regions[0]!.lines[0]!.words[0]!.confidence).toBe(confidence);
  });

  it('keeps characters that nobody sees', () => {
    expect(words(string('\uFEFFa\u200B\u00AD'))[0]!.text).toBe('\uFEFFa\u200B\u00AD');
  });
});

describe('boxes are in the unit of the page', () => {
  const measured = (unit: string, size: string) =>
    read(
      onPage(string('a'))
        .replace('<Description>', `<Description><MeasurementUnit>${unit}</MeasurementUnit>`)
        .replace('WIDTH="2550" HEIGHT="3300"', size),
    )[0]!;

  it.each(['pixel', 'mm10', 'inch1200'])('in %s as well', (unit) => {
    expect(measured(unit, 'WIDTH="2550" HEIGHT="3300"')).toMatchObject({ width: 2550, height: 3300 });
  });

  it('and where they are not, the page’s size is left out', () => {
    expect(measured('mm10', 'WIDTH="50" HEIGHT="40"')).not.toHaveProperty('width');
  });
});

describe('what is refused', () => {
  it.each([
    ['a file that breaks off', '<alto><Layout>', 'xml-is-well-formed'],
    ['a DOCTYPE', '<!DOCTYPE alto><alto/>', 'xml-has-no-dtd'],
    ['elements without bottom', `<alto>${'<a>'.repeat(DEEPEST)}${'</a>'.repeat(DEEPEST)}</alto>`, 'xml-is-well-formed'],
    ['a character that XML cannot hold', onPage(string('a&#1;')), 'xml-is-well-formed'],
    ['another format', '<TEI/>', 'transcription-format-is-known'],
  ])('%s', (_, xml, rule) => {
    expect(refusal(() => read(xml))).toMatchObject({ rule, file: 'a.xml', severity: 'error' });
  });
});

it('a page that an engine has read', () => {
  const xml = typedPage('page-1.xml');
  const [typed] = read(xml);
  expect(typed).toMatchObject({ width: 2550, height: 3300, image: 'page-1.png' });
  const words = typed!.regions.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  expect(words.map(({ text }) => text).join(' ')).toBe(typedPage('page-1.txt').trim().split(/\s+/).join(' '));
  expect(
    words.every(({ at, text }) => new RegExp(`^<String [^>]*CONTENT="${text.slice(0, 3)}`).test(xml.slice(at))),
  ).toBe(true);
});

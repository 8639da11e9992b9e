import { describe, expect, it } from 'vitest';
import { type TeiElement, teiTree } from '../../src/citation/tree.js';
import type { Element } from '../../src/tei/element.js';
import { DEMANDS, libraryLevel } from '../../src/tei/library-level.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';
import { FLAGSHIP } from '../workspace.js';

const flagship = readText(`output/${FLAGSHIP}/${FLAGSHIP}.xml`);
const written = ({ name, attributes, children }: TeiElement): Element => ({
  name,
  attributes: Object.fromEntries(attributes),
  children: children.map((child) => (typeof child === 'string' ? child : written(child))),
  layout: 'inline',
});
const levelOf = (xml: string) => libraryLevel(written(teiTree('edition.xml', xml)));
const unnamed = (xml: string) =>
  xml.replace(/<text>[\s\S]*<\/text>/, (text) =>
    text.replace(
      /<\/?(?:persName|orgName|placeName|roleName|rs|date|time|said|q|dateline|opener|closer|salute|signed|abbr|expan|choice|sic|corr|del|add|unclear|gap|quote|title|term)\b[^>]*>/g,
      '',
    ),
  );

describe('the level of encoding is what the file holds', () => {
  it('the fifth, where a person has changed it; the fourth without', () => {
    expect(levelOf(flagship)).toBe(5);
    expect(levelOf(flagship.replace(/ *<revisionDesc>[\s\S]*<\/revisionDesc>\n/, ''))).toBe(4);
    expect(levelOf(flagship.replaceAll('who="#editor"', 'who="#memcon"'))).toBe(4);
    expect(levelOf(flagship.replaceAll('who="#editor"', 'who="#nobody"'))).toBe(4);
  });

  it.each<[number, string, (xml: string) => string]>([
    [3, 'nothing is named', unnamed],
    [3, 'a division does not say what it is', (xml) => xml.replace(/<div type="[^"]*"/, '<div')],
    [3, 'a paragraph stands outside divisions', (xml) => xml.replace('<body>', '<body><p>Secret.</p>')],
    [3, 'a link to an image is dead', (xml) => xml.replace('<pb n="2"', '<pb facs="#surface.2" n="2"')],
    [
      3,
      'divided words are not accounted for',
      (xml) => xml.replace(/<hyphenation[\s\S]*<\/hyphenation>/, '').replace('<pb n="2"', '<pb break="no" n="2"'),
    ],
    [
      2,
      'the header says how something looks',
      (xml) => xml.replace('<title type="main">', '<title type="main" rend="bold">'),
    ],
    [2, 'a division is one block', (xml) => xml.replace(/(<div type="[^"]*">)[\s\S]*(<\/div>)/, '$1<ab>SECRET</ab>$2')],
    [
      1,
      'the body has no division',
      (xml) => xml.replace(/<body>[\s\S]*<\/body>/, '<body><p>Mr. Rusk agreed.</p></body>'),
    ],
    [
      0,
      'there are no words',
      (xml) => xml.replace(/<text>[\s\S]*<\/text>/, '<text><body><div type="memorandum"><p/></div></body></text>'),
    ],
    [0, 'there is no source', (xml) => xml.replace(/<sourceDesc>[\s\S]*<\/sourceDesc>/, '')],
  ])('%i, where %s', (level, _, changed) => {
    const xml = changed(flagship);
    expect(xml).not.toBe(flagship);
    expect(levelOf(xml)).toBe(level);
  });

  it('every demand is one that a file can miss', () => {
    const root = written(teiTree('edition.xml', flagship));
    expect(DEMANDS.filter(({ isMet }) => !isMet(root))).toEqual([]);
    expect(new Set(DEMANDS.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('stands in the header, and is the fourth where nobody has looked at the file', () => {
    const { tei } = buildText('MEMORANDUM OF CONVERSATION\n\nMr. Rusk said that he agreed.\n');
    expect(tei).toContain('<schemaRef url="bptl:L4-v4.0.0"/>');
    expect(levelOf(tei!)).toBe(4);
  });
});

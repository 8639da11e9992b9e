import { boxOf } from './geometry.js';
import { byIndex, idsInOrder, inOrder } from './reading-order.js';
import type { Box, ScannedLine, ScannedPage, ScannedRegion, ScannedWord } from './scan.js';
import { confidenceOf, numberOf, scannedLine, scannedRegion, scannedWords, wordsIn } from './scanned-words.js';
import { childrenOf, type Element, treeOf, unknownFormat } from './xml-tree.js';

/** An element that holds lines, with its own id and those of the regions about it, nearest first. */
interface Block {
  readonly element: Element;
  readonly ids: readonly string[];
}

/** What a TextEquiv says, and where it stands. */
interface Reading {
  readonly text: string;
  readonly confidence: number | undefined;
  readonly at: number;
}

/**
 * The page of a file in PAGE XML, 2013-07-15, 2019-07-15 or another, whose namespaces differ in the date alone.
 * @throws MaterialError when it is not well-formed, has a DTD, or is not PAGE XML
 */
export function readPageXml(file: string, xml: string): ScannedPage[] {
  const root = treeOf(file, xml);
  if (root.name !== 'PcGts') throw unknownFormat(file, `The root element is <${root.name}>, not <PcGts>.`);
  return childrenOf(root, 'Page').map((page) => {
    const image = page.attributes.get('imageFilename')?.trim();
    const named = childrenOf(page, 'ReadingOrder').flatMap((order) => idsInOrder(order, 'regionRef'));
    return {
      file,
      ...sizeOf(page),
      ...(image && { image }),
      regions: inOrder(blocksIn(page, []), named, ({ ids }) => ids)
        .map(({ element }) => regionOf(element))
        .filter((region) => region !== undefined),
    };
  });
}

function sizeOf({ attributes }: Element): Pick<ScannedPage, 'width' | 'height'> {
  const width = numberOf(attributes.get('imageWidth'));
  const height = numberOf(attributes.get('imageHeight'));
  return width && height && width > 0 && height > 0 ? { width, height } : {};
}

/** Regions may stand in each other (RegionType), lines in text regions and in the cells of tables. */
function blocksIn(parent: Element, above: readonly string[]): Block[] {
  return childrenOf(parent)
    .filter(({ name }) => name.endsWith('Region') || name === 'TableCell')
    .flatMap((element) => {
      const ids = [element.attributes.get('id') ?? '', ...above];
      const inner = blocksIn(element, ids);
      return holdsText(element) ? [{ element, ids }, ...inner] : inner;
    });
}

const holdsText = (element: Element): boolean =>
  childrenOf(element).some(({ name }) => name === 'TextLine' || name === 'TextEquiv');

/** Text that is given for a region as a whole is taken where the region has no lines. */
function regionOf(element: Element): ScannedRegion | undefined {
  const lines = byIndex(childrenOf(element, 'TextLine')).map(lineOf);
  const box = boxOfElement(element);
  const reading = readingOf(element);
  if (lines.some((line) => line !== undefined) || !reading) return scannedRegion(lines, box);
  return scannedRegion(
    reading.text.split(/\r\n|\n|\r/).map((text) => scannedLine(scannedWords(text, reading))),
    box,
  );
}

/** The text of a line is the truth; its words have boxes where they say the same. */
function lineOf(line: Element): ScannedLine | undefined {
  const words = childrenOf(line, 'Word').flatMap(wordsOf);
  const reading = readingOf(line);
  const agreed = !reading || wordsIn(reading.text).join(' ') === words.map(({ text }) => text).join(' ');
  return scannedLine(agreed ? words : scannedWords(reading.text, reading), boxOfElement(line));
}

function wordsOf(word: Element): ScannedWord[] {
  const reading = readingOf(word);
  if (!reading) return [];
  return scannedWords(reading.text, { at: word.start, box: boxOfElement(word), confidence: reading.confidence });
}

/** Of several readings the one with the lowest index (TextEquivType); of equals the first. An empty one says nothing. */
function readingOf(element: Element): Reading | undefined {
  const readings = childrenOf(element, 'TextEquiv').map((equiv) => ({
    text: (childrenOf(equiv, 'Unicode')[0] ?? childrenOf(equiv, 'PlainText')[0])?.children.join('') ?? '',
    confidence: confidenceOf(equiv.attributes.get('conf')),
    index: numberOf(equiv.attributes.get('index')) ?? 0,
    at: equiv.start,
  }));
  return readings.sort((one, other) => one.index - other.index).find(({ text }) => wordsIn(text).length > 0);
}

/** The rectangle about a polygon: `points` (CoordsType), or Point elements, as before 2013. */
function boxOfElement(element: Element): Box | undefined {
  const [coords] = childrenOf(element, 'Coords');
  if (!coords) return undefined;
  const written = coords.attributes.get('points')?.trim().split(/\s+/) ?? [];
  const points =
    written.length > 0
      ? written.map((point) => point.split(','))
      : childrenOf(coords, 'Point').map(({ attributes }) => [attributes.get('x'), attributes.get('y')]);
  const across = points.map(([x]) => numberOf(x)).sort(ascending);
  const down = points.map(([, y]) => numberOf(y)).sort(ascending);
  if (across.includes(undefined) || down.includes(undefined)) return undefined;
  return boxOf(across[0], down[0], across.at(-1), down.at(-1));
}

const ascending = (one = 0, other = 0): number => one - other;

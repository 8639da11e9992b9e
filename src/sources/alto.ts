import { type ConfidenceOf, confidenceIn } from './alto-confidence.js';
import { boxOf, unionOf } from './geometry.js';
import { idsInOrder, inOrder } from './reading-order.js';
import type { Box, ScannedLine, ScannedPage, ScannedRegion, ScannedWord } from './scan.js';
import { numberOf, scannedLine, scannedRegion, scannedWords, wordsIn } from './scanned-words.js';
import { childrenOf, descendantsOf, type Element, textOf, treeOf, unknownFormat } from './xml-tree.js';

/** A TextBlock with the ids that a reading order may name it by: its own, its blocks', its lines'. */
interface Block {
  readonly element: Element;
  readonly ids: readonly string[];
}

/** The schema puts the margins before the print space (PageType); readers come to the foot of a page last. */
const SPACES = ['TopMargin', 'PrintSpace', 'LeftMargin', 'RightMargin', 'BottomMargin'];

/**
 * The pages of an ALTO file, version 1 to 4, in whatever namespace.
 * @throws MaterialError when it is not well-formed, has a DTD, or is not ALTO
 */
export function readAlto(file: string, xml: string): ScannedPage[] {
  const root = treeOf(file, xml);
  if (root.name !== 'alto') throw unknownFormat(file, `The root element is <${root.name}>, not <alto>.`);
  const [description] = childrenOf(root, 'Description');
  const image = description && descendantsOf(description, 'fileName').map(textOf)[0]?.trim();
  const named = childrenOf(root, 'ReadingOrder').flatMap((order) => idsInOrder(order, 'REF'));
  const confidence = confidenceIn(root);
  return descendantsOf(root, 'Page').map((page) => ({
    file,
    ...sizeOf(page),
    ...(image && { image }),
    regions: inReadingOrder(blocksOfPage(page), named)
      .map(({ element }) => regionOf(element, named, confidence))
      .filter((region) => region !== undefined),
  }));
}

/**
 * Width and height of the page. MeasurementUnit (pixel, mm10, inch1200) holds for them as for every box of the page;
 * resolution is nowhere given, so that no unit can be turned into another. Where boxes lie far outside the page, it was
 * measured in another unit than they were, and says nothing.
 */
function sizeOf(page: Element): Pick<ScannedPage, 'width' | 'height'> {
  const width = numberOf(page.attributes.get('WIDTH'));
  const height = numberOf(page.attributes.get('HEIGHT'));
  if (!width || !height || width < 0 || height < 0) return {};
  const drawn = unionOf(descendantsOf(page, 'TextLine').map(boxOfElement));
  return drawn && (drawn.right > width * 1.05 || drawn.bottom > height * 1.05) ? {} : { width, height };
}

function blocksOfPage(page: Element): Block[] {
  const spaces = childrenOf(page).filter(({ name }) => SPACES.includes(name));
  const ordered = spaces.sort((one, other) => SPACES.indexOf(one.name) - SPACES.indexOf(other.name));
  return ordered.flatMap((space) => blocksIn(space, []));
}

function blocksIn(parent: Element, above: readonly string[]): Block[] {
  return childrenOf(parent).flatMap((element) => {
    const ids = [idOf(element), ...above];
    if (element.name === 'ComposedBlock') return blocksIn(element, ids);
    return element.name === 'TextBlock'
      ? [{ element, ids: [...ids, ...childrenOf(element, 'TextLine').map(idOf)] }]
      : [];
  });
}

const idOf = (element: Element): string => element.attributes.get('ID') ?? '';

/** By ReadingOrder (ALTO 4.3), else by the chains of IDNEXT (BlockType), else as the blocks stand. */
function inReadingOrder(blocks: readonly Block[], named: readonly string[]): Block[] {
  if (named.length > 0) return inOrder(blocks, named, ({ ids }) => ids);
  const next = new Map<string, string>();
  for (const { element } of blocks) next.set(idOf(element), element.attributes.get('IDNEXT') ?? '');
  const targets = new Set(next.values());
  const chain = blocks.map(({ element }) => idOf(element)).filter((id) => !targets.has(id));
  const order = new Set<string>();
  for (const first of chain) for (let id = first; id !== '' && !order.has(id); id = next.get(id) ?? '') order.add(id);
  return inOrder(blocks, [...order], ({ element }) => [idOf(element)]);
}

function regionOf(block: Element, named: readonly string[], confidence: ConfidenceOf): ScannedRegion | undefined {
  const lines = childrenOf(block, 'TextLine');
  const known = new Set(named);
  const ordered = lines.every((line) => known.has(idOf(line))) ? inOrder(lines, named, (line) => [idOf(line)]) : lines;
  return scannedRegion(
    ordered.map((line) => lineOf(line, confidence)),
    boxOfElement(block),
  );
}

function lineOf(line: Element, confidence: ConfidenceOf): ScannedLine | undefined {
  const words: ScannedWord[] = [];
  for (const element of childrenOf(line)) {
    if (element.name === 'String') for (const word of wordsOfString(element, confidence)) words.push(word);
    if (element.name === 'HYP') hyphenate(words, element);
  }
  return scannedLine(words, boxOfElement(line));
}

/** What stands on the paper is CONTENT; SUBS_CONTENT is what somebody made of it. */
function wordsOfString(string: Element, confidence: ConfidenceOf): ScannedWord[] {
  const about = { at: string.start, box: boxOfElement(string), confidence: confidence(string) };
  return scannedWords(string.attributes.get('CONTENT') ?? '', about);
}

/** The hyphen that divides the line's last word (TextLine, HYP) is a part of it. */
function hyphenate(words: ScannedWord[], hyphen: Element): void {
  const text = wordsIn(hyphen.attributes.get('CONTENT') ?? '').join('');
  if (text === '') return;
  const drawn = boxOfElement(hyphen);
  const last = words.pop();
  const box = last && !last.box ? undefined : unionOf([last?.box, drawn]);
  words.push({ at: hyphen.start, ...last, text: `${last?.text ?? ''}${text}`, ...(box && { box }) });
}

function boxOfElement({ attributes }: Element): Box | undefined {
  const [left, top, width, height] = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name) => numberOf(attributes.get(name)));
  if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined;
  return boxOf(left, top, left + width, top + height);
}

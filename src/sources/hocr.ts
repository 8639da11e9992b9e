import { MaterialError, message } from '../messages/message.js';
import { placesIn } from '../xml/reading.js';
import { FORBIDDEN_ADVICE, forbiddenIn } from './decode.js';
import { boxOf } from './geometry.js';
import { hocrTreeOf } from './hocr-tree.js';
import type { Box, ScannedPage, ScannedRegion, ScannedWord } from './scan.js';
import { confidenceOf, numberOf, scannedLine, scannedRegion, scannedWords } from './scanned-words.js';
import { childrenOf, type Element } from './xml-tree.js';

/**
 * Classes that make a line or, where they hold lines, a block (hOCR 1.2, “Typesetting Related Elements”, “Classes for
 * floats” and “OCR Engine-Specific Markup”).
 */
const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_pageno', 'ocr_textfloat', 'ocr_caption'];
const BLOCKS = ['ocr_carea', 'ocrx_block', 'ocr_par'];

/** What is read comes first; polygons and the confidence of each character, which may follow, can be long. */
const LONGEST_TITLE = 10_000;

/** A word with the elements that it was found in; one that stands in no line or no block has the next one about it. */
interface Found {
  readonly word: ScannedWord;
  readonly line: Element;
  readonly block: Element;
}

/**
 * The pages of a file in hOCR 1.2; the HTML may be ill-formed.
 * @throws MaterialError when it declares entities, is too long or too deep, or has characters that XML cannot hold
 */
export function readHocr(file: string, html: string): ScannedPage[] {
  const root = hocrTreeOf(file, html);
  const pages = withClass(root, 'ocr_page');
  return (pages.length > 0 ? pages : [root]).map((page) => {
    const found = foundIn(page, page, page);
    refuseForbidden(file, html, found);
    const properties = propertiesOf(page);
    const image = properties.get('image');
    const box = boxOfProperties(properties);
    return {
      file,
      ...(box && { width: box.right, height: box.bottom }),
      ...(image && { image }),
      regions: runsOf(found, ({ block }) => block)
        .map((run) => regionOf(run, page))
        .filter((region) => region !== undefined),
    };
  });
}

/** Text outside word elements is text as well: all that a line has in some files, somebody's correction in others. */
function foundIn(element: Element, block: Element, line: Element): Found[] {
  const about = { at: element.start, confidence: confidenceOfWord(propertiesOf(element)) };
  return element.children.flatMap((child): Found[] => {
    if (typeof child === 'string') return scannedWords(child, about).map((word) => ({ word, line, block }));
    const classes = classesOf(child);
    if (isSilent(child, classes)) return [];
    if (classes.includes('ocrx_word')) return wordsOf(child).map((word) => ({ word, line, block }));
    if (isBlock(child, classes)) return foundIn(child, child, child);
    return foundIn(child, block, isLine(classes) ? child : line);
  });
}

/** Scripts, and the readings that an engine has discarded (hOCR 1.2, “Alternative Segmentations / Readings”). */
const isSilent = ({ name }: Element, classes: readonly string[]): boolean =>
  ['script', 'style', 'head'].includes(name) || (name === 'del' && classes.includes('alt'));

const isLine = (classes: readonly string[]): boolean => classes.some((name) => LINES.includes(name));
const isBlock = (element: Element, classes: readonly string[]): boolean =>
  classes.some((name) => BLOCKS.includes(name)) || (isLine(classes) && holdsLine(element));
const holdsLine = (element: Element): boolean =>
  childrenOf(element).some((child) => isLine(classesOf(child)) || holdsLine(child));

function regionOf(found: readonly Found[], page: Element): ScannedRegion | undefined {
  const { block } = found[0]!;
  const lines = runsOf(found, ({ line }) => line).map((run) => {
    const { line } = run[0]!;
    const own = line === block ? undefined : boxOfProperties(propertiesOf(line));
    return scannedLine(
      run.map(({ word }) => word),
      own,
    );
  });
  return scannedRegion(lines, block === page ? undefined : boxOfProperties(propertiesOf(block)));
}

function wordsOf(element: Element): ScannedWord[] {
  const properties = propertiesOf(element);
  const characters = withClass(element, 'ocrx_cinfo');
  const text = characters.length > 0 ? characters.map((one) => textIn(one).trim()).join('') : textIn(element);
  const confidence = confidenceOfWord(properties);
  return scannedWords(text, { at: element.start, box: boxOfProperties(properties), confidence });
}

const textIn = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : isSilent(child, classesOf(child)) ? '' : textIn(child)))
    .join('');

/** Neighbours that were found in the same element. */
function runsOf(found: readonly Found[], of: (one: Found) => Element): Found[][] {
  const runs: Found[][] = [];
  for (const one of found) {
    const last = runs.at(-1);
    if (last && of(last[0]!) === of(one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

const classesOf = ({ attributes }: Element): string[] => attributes.get('class')?.split(/\s+/) ?? [];

/** The outermost elements of that class below this one, in document order. */
const withClass = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) => (classesOf(child).includes(name) ? [child] : withClass(child, name)));

/** The properties in @title (hOCR 1.2, “Terminology and Representation”): parted by semicolons, a name and its value, quoted or not. */
function propertiesOf({ attributes }: Element): Map<string, string> {
  const properties = new Map<string, string>();
  const title = attributes.get('title')?.slice(0, LONGEST_TITLE) ?? '';
  for (const [written] of title.matchAll(/(?:"[^"]*"|'[^']*'|[^;"'])+/g)) {
    const [name = '', ...values] = written.trim().split(/\s/);
    const value = values.join(' ').trim();
    if (!properties.has(name)) properties.set(name, value.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return properties;
}

function boxOfProperties(properties: ReadonlyMap<string, string>): Box | undefined {
  const [left, top, right, bottom] = properties.get('bbox')?.split(/\s+/).map(numberOf) ?? [];
  return boxOf(left, top, right, bottom);
}

const confidenceOfWord = (properties: ReadonlyMap<string, string>): number | undefined =>
  confidenceOf(properties.get('x_wconf'), 100);

/** HTML can hold characters that an edition cannot. */
function refuseForbidden(file: string, html: string, found: readonly Found[]): void {
  const bad = found.find(({ word }) => forbiddenIn(word.text))?.word;
  if (!bad) return;
  throw new MaterialError(
    message('characters-are-allowed', {
      file,
      place: placesIn(file, html)(bad.at, bad.at + 1),
      reason: `A word has the character ${forbiddenIn(bad.text)!.name}, which is not allowed in XML.`,
      advice: FORBIDDEN_ADVICE,
    }),
  );
}

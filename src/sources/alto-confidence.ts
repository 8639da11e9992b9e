import { confidenceOf } from './scanned-words.js';
import { descendantsOf, type Element, textOf } from './xml-tree.js';

/** What a String says of its own reading, from 0 to 1: WC, else CC (StringType). */
export type ConfidenceOf = (string: Element) => number | undefined;

/** How the engine that has written the file means it. */
export function confidenceIn(root: Element): ConfidenceOf {
  const wordConfidence = descendantsOf(root, 'softwareName').map(textOf).some(writesPercent) ? percentOf : confidenceOf;
  return ({ attributes }) => wordConfidence(attributes.get('WC')) ?? confidenceOfCharacters(attributes.get('CC'));
}

/** Up to 5.5.2, tesseract writes per cent after “0.”, without a nought before one figure (tesseract-ocr/tesseract#4615). */
function writesPercent(software: string): boolean {
  const [major, minor, patch] = /^\s*tesseract v?(\d+)\.(\d+)\.(\d+)/.exec(software)?.slice(1).map(Number) ?? [];
  if (major === undefined) return false;
  return [major, minor!, patch!].reduce((sum, part) => sum * 1000 + part, 0) <= 5_005_002;
}

function percentOf(written: string | undefined): number | undefined {
  const percent = /^0\.(\d{1,3})$/.exec(written ?? '')?.[1];
  return percent === undefined ? confidenceOf(written) : confidenceOf(percent, 100);
}

/** CC has a figure for each character, from 0, sure, to 9, unsure. */
function confidenceOfCharacters(written: string | undefined): number | undefined {
  const figures = written?.replace(/\s+/g, '') ?? '';
  if (!/^[0-9]+$/.test(figures)) return undefined;
  const doubt = [...figures].reduce((sum, figure) => sum + Number(figure), 0) / figures.length;
  return 1 - doubt / 9;
}

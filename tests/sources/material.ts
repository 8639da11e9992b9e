import { expect } from 'vitest';
import { MaterialError, type Message } from '../../src/messages/message.js';
import type { ScannedPage } from '../../src/sources/scan.js';
import { readText } from '../repository.js';

/** A file of the memorandum that scripts/typed-page.mjs has set, pictured and read. */
export const typedPage = (name: string): string => readText(`tests/fixtures/sources/typed-page/${name}`);

/** What a page says, a list of words for each line, a list of lines for each region. */
export const wordsOfPage = (page: ScannedPage): string[][][] =>
  page.regions.map(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text)));

/** A page without what differs from format to format: file, image, offsets. */
export const drawnOnPage = ({ width, height, regions }: ScannedPage) => ({
  width,
  height,
  regions: regions.map(({ box, lines }) => ({
    box,
    lines: lines.map((line) => ({
      box: line.box,
      words: line.words.map(({ text, box: drawn, confidence }) => ({ text, drawn, confidence })),
    })),
  })),
});

/** The message that stops the reading. */
export function refusal(read: () => unknown): Message {
  try {
    read();
  } catch (error) {
    if (error instanceof MaterialError) return error.found;
    throw error;
  }
  return expect.fail('nothing was refused');
}

import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/messages/message.js';
import { reportText } from '../../src/messages/report.js';
import { buildText } from '../building.js';
import { anyText, memo, noFurniture, notation, onlyFurniture, SEED, solid } from './generators.js';

/** What holds of every edition, whatever the transcription. */
function holds(text: string, format: 'markdown' | 'text' = 'markdown'): void {
  const built = buildText(text, { format });
  const errors = built.messages.filter(isError);
  expect(reportText(errors)).toBe('');
  expect(built.tei).toBeDefined();
  expect(built.conserved).toBe(solid(text).length);
  expect(XMLValidator.validate(built.tei!)).toBe(true);
  const again = buildText(text, { format });
  expect(again.tei).toBe(built.tei);
  expect(again.register).toEqual(built.register);
}

describe('the build of any text', () => {
  it.each([
    ['random characters', anyText, 200],
    ['a memorandum of odd parts', memo, 250],
    ['nothing but furniture', onlyFurniture, 40],
    ['nothing but running text', noFurniture, 40],
    ['Markdown and HTML, well formed or not', notation, 200],
  ] as const)('conserves it, without errors and twice the same: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => holds(text)),
      { seed: SEED, numRuns },
    );
  });

  it.each([
    ['random characters', anyText, 60],
    ['a memorandum of odd parts', memo, 60],
    ['Markdown and HTML', notation, 60],
  ] as const)('conserves plain text, without errors and twice the same: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => holds(text, 'text')),
      { seed: SEED, numRuns },
    );
  });

  it('conserves very many pages', () => {
    const pages = Array.from(
      { length: 1000 },
      (_, i) =>
        `Kuznetsov said that this was page ${i + 1} and\n\nSECRET\n\nthe\n\n~~SECRET~~\n\n-${i + 2}-\n\nthe rest.`,
    );
    holds(pages.join('\n\n'));
  });

  it('keeps ids when it is built again with its own register', () => {
    fc.assert(
      fc.property(memo, (text) => {
        const { tei, register } = buildText(text);
        const again = buildText(text, { published: register });
        expect(again.tei).toBe(tei);
        expect(again.register).toEqual(register);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});

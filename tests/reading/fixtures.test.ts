import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportText, sortMessages } from '../../src/messages/report.js';
import { transcriptionOf } from '../../src/text/transcription.js';
import { buildText } from '../building.js';
import { inRepository, updating } from '../repository.js';

/**
 * A fixture is a folder whose name says what it shows: `input.md`, or `input.txt` for plain text, and what the build
 * makes of it, `expected.xml` (the `text` element) and `expected.txt` (the messages). `npm run test:update` rewrites the expected files.
 */
const folder = inRepository('tests/fixtures/reading');
const fixtures = readdirSync(folder).sort();

describe('reading', () => {
  it.each(fixtures)('%s', (name) => {
    const path = (file: string) => join(folder, name, file);
    const built = existsSync(path('input.txt')) ? plainText(path('input.txt')) : markdown(path('input.md'));
    expect(built.tei, reportText(built.messages)).toBeDefined();
    const text = /<text>.*<\/text>/s.exec(built.tei!)![0] + '\n';
    const messages = reportText(sortMessages(built.messages));
    compare(path('expected.xml'), text);
    compare(path('expected.txt'), messages === '' ? '' : `${messages}\n`);
  });
});

const markdown = (file: string) => buildText(readFileSync(file, 'utf8'));
const plainText = (file: string) => {
  const text = readFileSync(file, 'utf8');
  return buildText(text, { format: 'text', transcription: transcriptionOf('memo.txt', text) });
};

function compare(file: string, found: string): void {
  if (updating) writeFileSync(file, found);
  expect(existsSync(file), `${file} is missing; npm run test:update writes it`).toBe(true);
  expect(found).toBe(readFileSync(file, 'utf8'));
}

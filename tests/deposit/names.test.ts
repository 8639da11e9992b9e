import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBag } from '../../src/deposit/bag/check.js';
import { decodePath, encodePath, twinsIn, unsafe } from '../../src/deposit/bag/paths.js';
import { bagOf, bagWith, DECLARATION, sha256 } from './material.js';

describe('names of files in a bag', () => {
  it.each([
    'data/100%.txt',
    'data/%0A.txt',
    'data/two\nlines.txt',
    'data/Icon\r',
    'data/ leading and trailing ',
    'data/ümlaut.txt',
    'data/*star.txt',
  ])('%j is listed and found', async (path) => {
    const { messages } = await checkBag(bagWith({ [path]: 'words' }));
    expect(messages).toEqual([]);
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '%', '\r', '\n', '0', 'A', 'D', '2', '5', 'é') }), (path) => {
        expect(encodePath(path)).not.toMatch(/[\r\n]/);
        expect(decodePath(encodePath(path), '1.0')).toBe(path);
      }),
    );
  });

  it('stay inside the bag', () => {
    for (const path of ['data/a', 'data/..a', 'data/a..', 'data/a~', 'data/...']) expect(unsafe(path)).toBeUndefined();
    for (const path of ['..', '../a', 'data/../a', 'data/..', '/a', '\\a', 'c:a', '~a', '~/a', 'data//a', 'a\\..\\b'])
      expect(unsafe(path), path).toBeDefined();
  });

  it('that differ only in case or in the form of Unicode are named', async () => {
    const twins = {
      'data/Note.txt': 'one',
      'data/note.txt': 'two',
      'data/caf\u00e9': 'three',
      'data/cafe\u0301': 'four',
    };
    const { messages } = await checkBag(bagWith(twins));
    expect(messages.map(({ severity, words }) => [severity, words])).toEqual([
      ['warning', 'data/Note.txt'],
      ['warning', 'data/caf\u00e9'],
    ]);
    expect(twinsIn(['data/a', 'data/b', 'data/B', 'data/c/D', 'data/C/d'])).toHaveLength(2);
  });

  it('are found in another form of Unicode', async () => {
    const manifest = `${sha256('coffee')}  data/caf\u00e9\n`;
    const files = { 'bagit.txt': DECLARATION, 'manifest-sha256.txt': manifest, 'data/cafe\u0301': 'coffee' };
    expect((await checkBag(bagOf(files))).messages).toEqual([]);
  });

  it('are not guessed by their case', async () => {
    const manifest = `${sha256('words')}  data/Note.txt\n`;
    const files = { 'bagit.txt': DECLARATION, 'manifest-sha256.txt': manifest, 'data/note.txt': 'words' };
    const { messages } = await checkBag(bagOf(files));
    expect(messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['bag-is-complete', '“data/Note.txt” is missing; “data/note.txt”, which is not listed, has its bytes.'],
    ]);
  });
});

it('what is no bag is said to be none', async () => {
  const { messages } = await checkBag(bagOf({ 'letter.txt': 'words' }));
  expect(messages.map(({ rule }) => rule)).toEqual(['bag-keeps-to-bagit']);
  expect(messages[0]!.reason).toContain('is no bag');
});

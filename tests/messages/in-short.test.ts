import { describe, expect, it } from 'vitest';
import { inShort } from '../../src/messages/in-short.js';

describe('words told again in short', () => {
  it('are as they are where they are few, on one line', () => {
    expect(inShort(' The Secretary\n  replied. ')).toBe('The Secretary replied.');
    expect(inShort('a'.repeat(60))).toBe('a'.repeat(60));
  });

  it('end in … where they are many, which counts', () => {
    expect(inShort('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
    expect(inShort('one two three', 9)).toBe('one two…');
  });

  it('have no half of a word, but of one that is longer than words are', () => {
    expect(inShort('The Secretary interjected', 20)).toBe('The Secretary…');
    expect(inShort('The Secretary interjected', 14)).toBe('The Secretary…');
    expect(inShort(`at ${'a'.repeat(60)}`, 40)).toBe(`at ${'a'.repeat(36)}…`);
  });

  it('have no half of a character, which no XML file could hold', () => {
    expect(inShort(`${'a'.repeat(58)}😀 and more`)).toBe(`${'a'.repeat(58)}…`);
  });
});

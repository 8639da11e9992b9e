import { beforeAll, describe, expect, it } from 'vitest';
import { transcriptionOf } from '../../src/text/transcription.js';
import { baseText } from '../../src/validation/conservation.js';
import type { Grammar } from '../../src/validation/grammar.js';
import { validate } from '../../src/validation/validate.js';
import { constraintsOfTheProject, EVERY_ELEMENT, grammarOfTheProject, SAMPLE } from './material.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await grammarOfTheProject();
});

describe('validation', () => {
  it('finds nothing in the sample, and says how much was conserved', () => {
    const transcription = transcriptionOf('t.md', baseText(SAMPLE));
    const { messages, conserved } = validate(SAMPLE, { file: 'a.xml', grammar, transcription });
    expect(messages).toEqual([]);
    expect(conserved).toBeGreaterThan(400);
  });

  it('claims no conservation without a transcription', () => {
    expect(validate(SAMPLE, { file: 'a.xml', grammar })).toEqual({ messages: [] });
  });

  it('finds nothing in a file with every element, with all that it checks', () => {
    const constraints = constraintsOfTheProject();
    for (const xml of [SAMPLE, EVERY_ELEMENT])
      expect(validate(xml, { file: 'a.xml', grammar, constraints })).toEqual({ messages: [] });
  });

  it('stops at a file that is not well-formed', () => {
    const { messages, conserved } = validate(SAMPLE.slice(0, 900), { file: 'a.xml', grammar });
    expect(messages.map(({ rule }) => rule)).toEqual(['xml-is-well-formed']);
    expect(conserved).toBeUndefined();
  });

  it('gives the findings of all checks together', () => {
    const faulty = SAMPLE.replace('<cell/>', '<cel/>').replace('toWhom="#person.rusk"', 'toWhom="#no-one"');
    const transcription = transcriptionOf('t.md', `${baseText(SAMPLE)}!`);
    const { messages } = validate(faulty, { file: 'a.xml', grammar, transcription });
    expect(messages.map(({ rule }) => rule)).toEqual(['grammar-holds', 'reference-resolves', 'text-is-conserved']);
  });
});

import { readFileSync } from 'node:fs';
import { compileGrammar } from '../../src/validation/compile-grammar.js';
import type { Constraints } from '../../src/validation/constraints.js';
import { type Grammar, loadGrammar } from '../../src/validation/grammar.js';

export const SCHEMA = new URL('../../schema/memcon.rng', import.meta.url);

const fixture = (name: string) => readFileSync(new URL(`../fixtures/validation/${name}`, import.meta.url), 'utf8');

/** A whole edition in small, as the encoder writes it. */
export const SAMPLE = fixture('sample.xml');

/** The same with every element that the schema has. */
export const EVERY_ELEMENT = fixture('every-element.xml');

let compiled: Promise<string> | undefined;

export async function grammarOfTheProject(): Promise<Grammar> {
  compiled ??= compileGrammar(SCHEMA);
  return loadGrammar(await compiled);
}

/** Compiled by `npm run compile`. */
export const constraintsOfTheProject = (): Constraints =>
  JSON.parse(readFileSync(new URL('../../dist/xslt/constraints.sef.json', import.meta.url), 'utf8')) as Constraints;

/** The sample with one thing changed; the thing must stand there once, or the test says nothing. */
export function sampleWith(before: string, after: string): string {
  const parts = SAMPLE.split(before);
  if (parts.length !== 2) throw new Error(`“${before}” stands ${parts.length - 1} times in the sample`);
  return parts.join(after);
}

/** A TEI text with nothing around it that matters to the reading of it. */
export const textOf = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Not text</title></teiHeader><text><body><div>${body}</div></body></text></TEI>`;

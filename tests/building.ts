import { readFileSync } from 'node:fs';
import { indexAuthorities } from '../src/authorities/authorities.js';
import type { Context } from '../src/context.js';
import { GENERAL_AUTHORITIES } from '../src/corpus/package-files.js';
import { type BuildInput, type Built, build } from '../src/pipeline.js';
import type { Received } from '../src/sources/read.js';
import { transcriptionOf } from '../src/text/transcription.js';
import { type Grammar, loadGrammar } from '../src/validation/grammar.js';
import { inRepository, readText } from './repository.js';

export const context: Context = { report: () => {}, software: { name: 'memcon', version: '0.0.0' } };

let grammar: Grammar | undefined;
export const projectGrammar = (): Grammar => {
  grammar ??= loadGrammar(readFileSync(inRepository('dist/schema/memcon.json'), 'utf8'));
  return grammar;
};

export const generalAuthorities = GENERAL_AUTHORITIES.map((file) => ({ file, xml: readText(file) }));
const authorities = indexAuthorities([], generalAuthorities);

/** Builds a bare transcription with the general authority, as the command line does. */
export const buildText = (text: string, more: Partial<BuildInput> = {}): Built => build(inputOf(text, more), context);

/** What the build of a bare transcription is given. */
export function inputOf(text: string, more: Partial<BuildInput> = {}): BuildInput {
  return {
    name: 'memo',
    transcription: transcriptionOf('memo.md', text),
    format: 'markdown',
    description: {},
    decisions: [],
    descriptionFile: 'edition.yaml',
    authorities,
    published: [],
    stood: [],
    licence: { name: 'CC0 1.0 Universal', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    grammar: projectGrammar(),
    teiFile: 'memo/memo.xml',
    schema: '../schema',
    ...more,
  };
}

/** Builds what was received, whatever its format. */
export const buildReceived = (received: Received): Built => buildText('', { ...received });

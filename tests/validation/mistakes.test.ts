import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { messageText } from '../../src/messages/report.js';
import type { Grammar } from '../../src/validation/grammar.js';
import { validate } from '../../src/validation/validate.js';
import { type Change, type Mistake, mistakes } from '../mistakes.js';
import { inRepository, readText, updating } from '../repository.js';
import { constraintsOfTheProject, grammarOfTheProject, SAMPLE } from './material.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await grammarOfTheProject();
});

const constraints = constraintsOfTheProject();
const check = (xml: string) => validate(xml, { file: 'memo.xml', grammar, constraints }).messages;

/** The sample as an encoder wrote it, or mended; each thing changed must stand there once. */
function sampleAs(which: 'written' | 'mended', { also = [], ...first }: Mistake): string {
  return [first, ...also].reduce((xml: string, change: Change) => {
    const parts = xml.split(change.in);
    if (parts.length !== 2) throw new Error(`“${change.in}” stands ${parts.length - 1} times in the sample`);
    return parts.join(change[which]);
  }, SAMPLE);
}

/** Line and column of a mistake, found without the program. */
function placeOf({ in: before, at }: Mistake, xml: string): { line: number; column: number } {
  const near = xml.indexOf(at, SAMPLE.indexOf(before));
  const found = near === -1 ? xml.indexOf(at) : near;
  const lines = xml.slice(0, found).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

const named = mistakes.map((mistake) => [mistake.path.slice('tests/fixtures/mistakes/'.length), mistake] as const);

it('there are more than forty', () => {
  expect(mistakes.length).toBeGreaterThan(40);
});

describe('a mistake gives one message, where it stands, that names the mend', () => {
  it.each(named)('%s', (_, mistake) => {
    const xml = sampleAs('written', mistake);
    const [found, ...more] = check(xml);
    expect(more.map(({ reason }) => reason)).toEqual([]);
    expect(found!.advice).toContain(mistake.names);
    expect(found!.place!.start).toMatchObject(placeOf(mistake, xml));
    const says = messageText(found!);
    if (updating) {
      const file = readText(mistake.path).replace(/^says: \|\n[\s\S]*/m, '');
      writeFileSync(inRepository(mistake.path), `${file}says: |\n${says.replace(/^/gm, '  ')}\n`);
    } else expect(`${says}\n`).toBe(mistake.says);
  });
});

/** An attribute or a start tag to write, as advice names it. */
const ATTRIBUTES = /^Write ([\w:]+="[^"]*"(?: [\w:]+="[^"]*")*)\.$/;
const START_TAG = /^Write (<\w+[^>]*>)\.$/;

describe('what the message says to write, put in place of the words that it quotes, is the mend', () => {
  const written = (mistake: Mistake) => {
    const xml = sampleAs('written', mistake);
    const [found] = check(xml);
    return { found: found!, start: found!.place!.start.offset, xml };
  };

  it.each(named.filter(([, { names }]) => ATTRIBUTES.test(names)))('%s', (_, mistake) => {
    const { found, start, xml } = written(mistake);
    const [, attributes] = ATTRIBUTES.exec(found.advice)!;
    const at = xml.indexOf(found.words!, start);
    expect(xml.slice(0, at) + attributes + xml.slice(at + found.words!.length)).toBe(sampleAs('mended', mistake));
  });

  it.each(named.filter(([, { names }]) => START_TAG.test(names)))('%s', (_, mistake) => {
    const { found, start } = written(mistake);
    const [, tag] = START_TAG.exec(found.advice)!;
    expect(sampleAs('mended', mistake).slice(start, start + tag!.length)).toBe(tag);
  });
});

describe('what the message says to write is accepted', () => {
  it.each(named)('%s', (_, mistake) => {
    expect(check(sampleAs('mended', mistake))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type Message, message } from '../../src/messages/message.js';
import { RULES } from '../../src/messages/rules.js';
import { sarifLog } from '../../src/messages/sarif.js';
import { placeOf, transcriptionOf } from '../../src/text/transcription.js';
import { inRepository } from '../repository.js';

// The JSON schema of the standard, as Microsoft publishes it.
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(inRepository(SCHEMA), 'utf8')) as Record<string, unknown>;
const isSarif = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
  schema,
);

const facts = { software: { name: 'memcon', version: '1.2.3' }, uriOf: (file: string) => encodeURI(file) };
const logOf = (messages: readonly Message[]) => sarifLog(messages, facts).runs[0]!;

const TEXT = 'first line\n😀 second <x/> line\n';
const found = (more: Partial<Message> = {}, text = TEXT): Message => {
  const start = text.indexOf('<x/>');
  return message('grammar-holds', {
    file: 'a file.xml',
    place: placeOf(transcriptionOf('a file.xml', text), { start, end: start + 4 }),
    words: '<x/>',
    reason: '<x> may not stand here.',
    advice: 'Move <x>.',
    ...more,
  });
};

describe('a log of SARIF 2.1.0', () => {
  const others = [
    found({ related: [{ file: 'b.md', reason: 'It comes from here.' }] }),
    message('entry-is-mentioned', { file: 'b.xml', reason: 'Nobody.', advice: 'Take it out.' }),
    message('findings-are-all-listed', { reason: '2 more.', advice: 'Mend.' }),
    message('program-is-sound', { reason: 'It failed.', advice: 'Report it.' }),
  ];

  it.each([
    ['no message', []],
    ['messages of every gravity, with and without a file', others],
  ])('of %s is valid against the schema of the standard', (_name, messages) => {
    const log: unknown = JSON.parse(JSON.stringify(sarifLog(messages, facts)));
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  });

  it('is held against a schema that refuses something', () => {
    const log = sarifLog([found()], facts);
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    expect(isSarif(JSON.parse(JSON.stringify(log).replace('"startLine":2', '"startLine":0')))).toBe(false);
  });

  it('has the catalogue as its rules, and each result points at its own (3.27.5, 3.27.6)', () => {
    const { tool, results } = logOf(others);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(RULES));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    const rule = tool.driver.rules.find(({ id }) => id === 'entry-is-mentioned')!;
    expect(rule.defaultConfiguration.level).toBe('warning');
    expect(rule.shortDescription.text).toBe(RULES['entry-is-mentioned'].holds);
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'error']);
  });

  it('counts columns in UTF-16 code units, and ends behind the last (3.14.17, 3.30.8)', () => {
    const { columnKind, results } = logOf([found()]);
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results[0]!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20file.xml' },
          region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 15 },
        },
      },
    ]);
  });

  it('numbers related places (3.28.2)', () => {
    const related = [
      { file: 'b.md', reason: 'One.' },
      { file: 'c.md', reason: 'Two.' },
    ];
    expect(logOf([found({ related })]).results[0]!.relatedLocations).toMatchObject([
      { id: 0, message: { text: 'One.' }, physicalLocation: { artifactLocation: { uri: 'b.md' } } },
      { id: 1, message: { text: 'Two.' } },
    ]);
  });

  it('says whether the program itself failed (3.20.14)', () => {
    expect(logOf([found()]).invocations[0]!.executionSuccessful).toBe(true);
    expect(logOf(others).invocations[0]!.executionSuccessful).toBe(false);
  });
});

describe('the fingerprint of a result (3.27.17)', () => {
  const printsOf = (messages: readonly Message[]) =>
    logOf(messages).results.map(({ partialFingerprints }) => partialFingerprints['memconFinding/v1']);

  it('stays when lines are put before it', () => {
    expect(printsOf([found({}, `one\ntwo\n${TEXT}`)])).toEqual(printsOf([found()]));
    const said = (line: number) => found({ reason: `The character at line ${line}, column 3 is not allowed.` });
    expect(printsOf([said(7)])).toEqual(printsOf([said(8)]));
  });

  it('differs by rule, file, words, what is said, and number', () => {
    const prints = printsOf([
      found(),
      found(),
      found({ rule: 'id-is-unique' }),
      found({ file: 'b.xml' }),
      found({ words: '<y/>' }),
      found({ reason: '<x> may not stand there.' }),
    ]);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

import { describe, expect, it } from 'vitest';
import type { PublishedId } from '../../src/citation/published-id.js';
import { sha256Of } from '../../src/citation/units.js';
import { registerOf, registerText } from '../../src/corpus/ids-file.js';
import { MaterialError } from '../../src/messages/message.js';

const entry = (id: string, words: string): PublishedId => ({ id, kind: 'paragraph', words, sha256: sha256Of(words) });
const ENTRIES = [
  entry('par.1', 'He thanked him.'),
  entry('par.2', 'Nothing was said.'),
  entry('par.10', 'He “agreed”.'),
];
const DECISIONS = [{ target: 'par.2', decided: 'person: person.malik', since: '1.1.0', date: '1970-01-01' }];
const TEXT = registerText({ ids: ENTRIES, decisions: DECISIONS, version: '1.2.0' });
const refused = (text: string) => {
  try {
    registerOf('ids.json', text);
  } catch (error) {
    if (error instanceof MaterialError) return error.found;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('the register of ids', () => {
  it('has one entry a line, and is read as it was written', () => {
    expect(TEXT.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(3);
    expect(registerOf('ids.json', TEXT)).toEqual({ version: '1.2.0', ids: ENTRIES, decisions: DECISIONS });
  });

  it('of memcon 0.1.0 is read as it is', () => {
    const old = [
      { id: 'par.1', words: 'He', sha256: 'of the transcription' },
      { id: 'par.2', words: '', sha256: '', gone: true },
    ];
    expect(registerOf('ids.json', JSON.stringify({ ids: old })).ids).toEqual(old);
  });

  it.each([
    [
      'an id that stands twice',
      TEXT.replace('"par.10"', '"par.2"'),
      'par.2 stands twice: for “Nothing was said.” and for “He “agreed”.”.',
      7,
    ],
    ['words that were changed by hand', TEXT.replace('Nothing', 'Much'), 'The words of par.2, “Much was said.”,', 6],
    [
      'an id that is none',
      TEXT.replace('"par.10"', '"the last"'),
      'Entry 3 of the register of published ids is none',
      7,
    ],
    [
      'a conflict of two branches',
      TEXT.replace('  {"id":"par.2"', '<<<<<<< ours\n  {"id":"par.2"'),
      'has a conflict',
      6,
    ],
    ['a comma too many', TEXT.replace('\n ]', ',\n ]'), 'cannot be read from here on', undefined],
    ['half of it', TEXT.slice(0, 300), 'cannot be read from here on', undefined],
    ['no list', '{"ids": 5}', 'has no list of ids', undefined],
  ])('with %s is refused, with the line', (_, text, words, line) => {
    const found = refused(text);
    expect(found).toMatchObject({ rule: 'ids-are-on-record', file: 'ids.json' });
    expect(found.reason).toContain(words);
    if (line !== undefined) expect(found.place?.start.line).toBe(line);
  });
});

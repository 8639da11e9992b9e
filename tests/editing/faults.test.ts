import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/corpus/yaml.js';
import type { Decision, PlacedDecision } from '../../src/editing/description.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';

const schema = JSON.parse(readText('schema/edition.schema.json')) as object;
const read = (yaml: string) => readYaml<{ decisions: Decision[] }>('edition.yaml', yaml, schema);
const decision = (...lines: string[]) => `decisions:\n  - ${lines.join('\n    ')}\n`;
const mended = ['reading: unite', 'reason: So.'];

/** What is wrong, the file, where it is said to be, and what is to be done. */
const FAULTS: [what: string, yaml: string, at: string, says: RegExp, mend: RegExp][] = [
  ['broken YAML', 'title: "Test\n', '2:1', /cannot be read/, /Mend this line/],
  ['a tab', 'source:\n\tform: x\n', '2:1', /cannot be read/, /indentation/],
  ['a key with a slip', decision('page: 1', 'qoute: a', ...mended), '3:5', /“qoute” is no key/, /“quote”/],
  ['a key of nobody’s', 'colour: red\n', '1:1', /“colour” is no key/, /schema/],
  ['a page that is no number', decision('page: one', 'quote: a', ...mended), '2:11', /type integer/, /example/],
  ['a page 0', decision('page: 0', 'quote: a', ...mended), '2:11', /must be >= 1/, /schema/],
  [
    'a certainty of its own',
    decision('page: 1', 'quote: a', ...mended, 'certainty: sure'),
    '6:16',
    /of its own/,
    /high, medium/,
  ],
  [
    'a reading without a reason',
    decision('page: 1', 'quote: a', 'reading: b'),
    '2:5',
    /does not say one thing/,
    /reading with reason/,
  ],
  [
    'two things in one',
    decision('page: 1', 'quote: a', ...mended, 'note: c'),
    '2:5',
    /does not say one thing/,
    /exactly one/,
  ],
  ['a decision of nothing', decision('page: 1', 'quote: a'), '2:5', /does not say one thing/, /exactly one/],
  ['a decision without a place', decision('quote: a', ...mended), '2:5', /where its words stand/, /page and quote/],
  [
    'a decision in two places',
    decision('page: 1', 'line: 4', 'quote: a', ...mended),
    '2:5',
    /two places/,
    /one of page/,
  ],
  ['a page break on a page', decision('page: 1', 'quote: a', 'break: page'), '2:5', /two places/, /none but line/],
  [
    'a witness of no reading',
    decision('page: 1', 'quote: a', 'note: b', 'witness: frus'),
    '2:5',
    /“witness” stands without “reading”/,
    /Add reading/,
  ],
  [
    'a place on the sheet of nothing',
    decision('page: 1', 'quote: a', 'note: b', 'where: top'),
    '2:5',
    /“where” stands without/,
    /Add hand/,
  ],
  [
    'an end of no turn',
    decision('page: 1', 'quote: a', 'note: b', 'through: c'),
    '2:5',
    /“through” stands without “speaker”/,
    /Add speaker/,
  ],
  [
    'a speaker that is no id',
    decision('page: 1', 'quote: a', 'speaker: Mr. Rusk'),
    '4:14',
    /an id, or a list/,
    /one id/,
  ],
];

describe('edition.yaml with', () => {
  it.each(FAULTS)('%s gives one message with its place and the mend', (_, yaml, at, says, mend) => {
    const { messages } = read(yaml);
    expect(messages).toHaveLength(1);
    const { file, place, reason, advice, severity } = messages[0]!;
    expect({ file, severity }).toEqual({ file: 'edition.yaml', severity: 'error' });
    expect(`${place?.start.line}:${place?.start.column}`).toBe(at);
    expect(reason).toMatch(says);
    expect(advice).toMatch(mend);
  });
});

const TEXT = 'The Secretary said that he would wait for the answer of the Soviet Government.\n';
function built(...decisions: Decision[]) {
  const placed = decisions.map((one, i): PlacedDecision => {
    const start = { line: 10 * (i + 1), column: 5, offset: 0 };
    return { ...one, stands: { start, end: start } };
  });
  return buildText(TEXT, { decisions: placed }).messages.filter(({ file }) => file === 'edition.yaml');
}
const on = (quote: string, more: Partial<Decision>): Decision => ({ page: 1, quote, ...more });
const mendedOtherwise = { reading: 'x', reason: 'So.' };

describe('two decisions', () => {
  it.each<[string, Decision, Decision, RegExp]>([
    [
      'on one place',
      on('[wait] for', mendedOtherwise),
      on('would [wait]', mendedOtherwise),
      /give a reading for the same words/,
    ],
    [
      'of which one is inside the other',
      on('[would wait for]', mendedOtherwise),
      on('[wait] for', mendedOtherwise),
      /one stands inside the other/,
    ],
    ['that overlap', on('[would wait]', mendedOtherwise), on('[wait for]', mendedOtherwise), /overlap/],
    [
      'to mend words and to leave them',
      on('[wait] for', mendedOtherwise),
      on('would [wait]', { keep: true, reason: 'So.' }),
      /give a reading for the same words/,
    ],
    [
      'on who speaks',
      on('said', { speaker: 'person.rusk' }),
      on('[said] that', { speaker: 'nobody' }),
      /say who speaks for the same words/,
    ],
    [
      'on who is named',
      on('The Secretary', { person: 'person.rusk' }),
      on('Secretary', { person: 'nobody' }),
      /say who or what is named/,
    ],
  ])('%s give one message at the second, which names the first', (_, one, other, says) => {
    const found = built(one, other).filter(({ rule }) => rule === 'decisions-do-not-overlap');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error', related: [{ file: 'edition.yaml' }] });
    expect(found[0]!.reason).toMatch(says);
    expect([found[0]!.place!.start.line, found[0]!.related![0]!.place!.start.line].sort()).toEqual([10, 20]);
  });

  it('of different concerns may mean the same words', () => {
    expect(built(on('[wait] for', mendedOtherwise), on('[wait] for', { note: 'A word.' }))).toEqual([]);
  });
});

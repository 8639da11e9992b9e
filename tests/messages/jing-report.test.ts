import { expect, it } from 'vitest';
import { jingReport } from '../../src/messages/jing-report.js';
import { message } from '../../src/messages/message.js';
import { placeOf, transcriptionOf } from '../../src/text/transcription.js';

const place = placeOf(transcriptionOf('a b.xml', 'one\ntwo three'), { start: 8, end: 13 });
const said = { reason: 'It is wrong:\n  see.', advice: 'Mend it.' };

it.each([
  ['grammar-holds', 'a b.xml:2:5: error: It is wrong: see. Mend it. [grammar-holds]'],
  ['entry-is-mentioned', 'a b.xml:2:5: warning: It is wrong: see. Mend it. [entry-is-mentioned]'],
  ['edition-is-as-built', 'a b.xml:2:5: warning: It is wrong: see. Mend it. [edition-is-as-built]'],
  ['xml-is-well-formed', 'a b.xml:2:5: fatal: It is wrong: see. Mend it. [xml-is-well-formed]'],
] as const)('a message of %s is one line in the form of jing', (rule, line) => {
  expect(jingReport([message(rule, { file: 'a b.xml', place, ...said })])).toBe(line);
});

it('a message without a place, or without a file, has what there is', () => {
  expect(
    jingReport([message('file-is-found', { file: 'a.xml', ...said }), message('run-date-is-readable', said)]),
  ).toBe(
    'a.xml: error: It is wrong: see. Mend it. [file-is-found]\nerror: It is wrong: see. Mend it. [run-date-is-readable]',
  );
});

import { expect, it } from 'vitest';
import type { AnchoredDecision } from '../../src/editing/anchors.js';
import { type Message, message } from '../../src/messages/message.js';
import { placeInTranscription } from '../../src/messages-of-edition.js';
import { placeOf, transcriptionOf } from '../../src/text/transcription.js';

const transcription = transcriptionOf('memo.md', 'The Secretary said no.\n\nKuznetsov said yes.\n');
const xml = '<p xml:id="par.1">The Secretary said no.</p><p xml:id="par.2">Kuznetsov said <x/>yes.</p>';
const origins = new Map([
  ['par.1', { start: 0, end: 22 }],
  ['par.2', { start: 24, end: 43 }],
]);
const file = transcriptionOf('memo.xml', xml);
const decisions = transcriptionOf('edition.yaml', 'decisions:\n  - quote: "[Kuznetsov] said"\n');
const quote = { start: decisions.text.indexOf('"'), end: decisions.text.length - 1 };
const anchored = [
  { decision: { person: 'person.kuznetsov', stands: placeOf(decisions, quote) }, meant: { start: 24, end: 33 } },
] as unknown as AnchoredDecision[];

const at = (words: string): Message => {
  const start = xml.indexOf(words);
  const place = placeOf(file, { start, end: start + words.length });
  return message('grammar-holds', { reason: 'Wrong.', advice: 'Mend it.', file: 'memo.xml', place });
};
const placed = (found: Message) =>
  placeInTranscription([found], xml, { transcription, origins, anchored, descriptionFile: 'edition.yaml' })[0]!;

it('a finding on the TEI file leads to the words that it comes from, and to what was decided on them', () => {
  expect(placed(at('<x/>')).related).toMatchObject([
    { file: 'memo.md', place: { start: { line: 3, column: 1 } }, reason: 'It comes from here.' },
    { file: 'edition.yaml', place: { start: { line: 2, column: 12 } }, reason: 'This was decided on it.' },
  ]);
});

it('and to no decision on other words', () => {
  expect(placed(at('Secretary')).related?.map(({ file: where }) => where)).toEqual(['memo.md']);
});

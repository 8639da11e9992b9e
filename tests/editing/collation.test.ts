import { describe, expect, it } from 'vitest';
import { collate } from '../../src/editing/collation/collation.js';
import { proposalsOf } from '../../src/editing/collation/proposals.js';
import { wordsOfText } from '../../src/editing/collation/words.js';
import type { Decision } from '../../src/editing/description.js';
import { ofKind } from '../../src/text/marks.js';
import { transcriptionOf } from '../../src/text/transcription.js';
import { buildText } from '../building.js';
import { wordsOfWitness } from '../witness-words.js';

const HEAD = `DEPARTMENT OF STATE

Memorandum of Conversation

DATE: March 4, 1963

SUBJECT: Test Ban

PARTICIPANTS:

U.S.
The Secretary

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador

`;
const PARAGRAPHS = [
  'The Secretary said that the number of inspections was not the heart of the question, and that he would wait.',
  'Dobrynin replied that for his government it was.',
  'The Secretary observed that both sides had come a long way in New York since the autumn.',
  'Dobrynin agreed and promised to report the conversation to Moscow that evening.',
];
const TEXT = `${HEAD}${PARAGRAPHS.join('\n\n')}\n\nSECRET\n`;
const transcription = transcriptionOf('memo.md', TEXT);
const bare = buildText(TEXT);
const words = wordsOfText(transcription, bare.marks);

function proposed(witnesses: Record<string, readonly string[]>) {
  const sources = Object.entries(witnesses).map(([siglum, blocks]) => ({ siglum, blocks }));
  return proposalsOf(collate(words, sources).variations, {
    transcription,
    pages: ofKind(bare.marks, 'page'),
    findings: bare.messages,
    anchored: [],
    titles: new Map(sources.map(({ siglum }) => [siglum, siglum])),
  });
}

const NOWHERE = { line: 1, column: 1, offset: 0 };
function accepted(decisions: readonly Decision[], sigla: readonly string[]) {
  return buildText(TEXT, {
    description: { witnesses: Object.fromEntries(sigla.map((siglum) => [siglum, { title: siglum }])) },
    decisions: decisions.map((decision) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } })),
  });
}

const form = HEAD.split(/\n\n?/).filter((line) => line !== '' && line !== 'DEPARTMENT OF STATE');
/** The text with one paragraph otherwise. */
const withParagraph = (n: number, paragraph: string): string[] => [
  ...form,
  ...PARAGRAPHS.map((own, i) => (i === n ? paragraph : own)),
];
const readingsOf = (witnesses: Record<string, readonly string[]>) =>
  proposed(witnesses)
    .filter(({ kind }) => kind === 'reading')
    .map(({ variation, decision }) => [variation.words, decision.reading]);

describe('a witness', () => {
  it('that reads as the transcription gives nothing to decide', () => {
    expect(proposed({ a: [...form, ...PARAGRAPHS] })).toEqual([]);
  });

  it('gives the reading of another word, without the points that both have', () => {
    expect(readingsOf({ a: withParagraph(0, PARAGRAPHS[0]!.replace('wait.', 'unite.')) })).toEqual([['wait', 'unite']]);
  });

  it('gives one word for two into which the machine has broken it', () => {
    expect(readingsOf({ a: withParagraph(1, 'Dobrynin replied that forhis government it was.') })).toEqual([]);
    expect(readingsOf({ a: withParagraph(1, 'Dobrynin replied that thermonuclear government it was.') })).toEqual([
      ['for his', 'thermonuclear'],
    ]);
  });

  it('gives words that the machine has dropped, behind the word before them', () => {
    expect(readingsOf({ a: withParagraph(1, 'Dobrynin replied at once that for his government it was.') })).toEqual([
      ['replied', 'replied at once'],
    ]);
  });

  it.each([
    ['another word', 'Dobrynin replied that for his government it paid.', 'high'],
    ['another form of a word', 'Dobrynin replied that for his government it is.', 'medium'],
    ['a word that is not there', 'Dobrynin replied that for his it was.', 'low'],
  ])('is %s with a certainty of its own', (_, paragraph, certainty) => {
    const [one] = proposed({ a: withParagraph(1, paragraph) });
    expect(one!.decision).toMatchObject({ witness: 'a', certainty });
  });

  it.each([
    ['points', 'Dobrynin replied, that for his government it was.', 'punctuation'],
    ['capitals and hyphens', 'Dobrynin replied that for his Govern-ment it was.', 'typography'],
    ['spelling', 'Dobrynin replyed that for his government it was.', 'orthographic'],
  ])('is recorded and not proposed where it differs in %s', (_, paragraph, type) => {
    const all = proposed({ a: withParagraph(1, paragraph) });
    expect(all.map(({ kind }) => kind)).toEqual(['variants']);
    expect(all[0]!.decision.variants).toMatchObject([{ witness: 'a', type }]);
  });

  it('is not proposed against as many that bear the transcription out', () => {
    const other = withParagraph(0, PARAGRAPHS[0]!.replace('wait.', 'unite.'));
    expect(readingsOf({ a: other, b: [...form, ...PARAGRAPHS] })).toEqual([]);
    expect(readingsOf({ a: other, b: other, c: [...form, ...PARAGRAPHS] })).toEqual([['wait', 'unite']]);
  });

  it('that has the form in other words says nothing of it', () => {
    const printed = ['123. Memorandum of Conversation', 'Washington, March 4, 1963.', ...PARAGRAPHS];
    expect(readingsOf({ a: printed })).toEqual([]);
  });
});

it('a text of another document is told apart', () => {
  const other = ['Fishing rights off Kamchatka: a trawler, seized last week, will sail home once its fine is paid.'];
  expect(collate(words, [{ siglum: 'a', blocks: other }])).toMatchObject({ variations: [], unlike: ['a'] });
});

describe('three witnesses', () => {
  const witnesses = {
    // A word otherwise, a line dropped, points.
    a: [
      ...form,
      'The Secretary said that the number of inspections was the heart of the matter, and that he would unite.',
      'Dobrynin replied: that for his government it was.',
      'The Secretary observed that both sides had come a long way in New York since the autumn.',
    ],
    // Two paragraphs in the other order, spelling, the form in other words.
    b: [
      'Memorandum of a Conversation',
      'March 4, 1963',
      'Dobrynin replied that for his government it was.',
      'The Secretary said that the number of inspections was not the heart of the question, and that he would unite.',
      'The Secretary observed that both sides had travelled a long way in New York since the fall.',
      'Dobrynin agreed and promised to report the conversation to Moscow that evening.',
    ],
    // A gap in the middle, and something more at the end.
    c: [
      ...form,
      'The Secretary said that the number of inspections was not the heart of the question, and that he would wait.',
      'The Secretary observed since the autumn.',
      'Dobrynin agreed and promised to report the whole conversation to Moscow that very evening.',
      'They parted at noon.',
    ],
  };
  const all = proposed(witnesses);
  const sigla = Object.keys(witnesses);

  it('stand in one entry with all their readings', () => {
    const { tei } = accepted(
      all.map(({ decision }) => decision),
      sigla,
    );
    expect(tei).toMatch(
      /<app [^>]*><lem wit="#a #b" resp="#editor" cert="high">unite<\/lem><rdg wit="#ocr" cause="misreading">wait<\/rdg><\/app>/,
    );
    expect(tei).toMatch(
      /<lem wit="#ocr" resp="#editor" cert="high">autumn<\/lem><rdg wit="#b" type="substantive">fall</,
    );
  });

  it.each(sigla)('give the text of %s back, word for word', (siglum) => {
    const { tei, messages } = accepted(
      all.map(({ decision }) => decision),
      sigla,
    );
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = witnesses[siglum as keyof typeof witnesses].join(' ');
    expect(wordsOfWitness(tei!, siglum)).toEqual(text.split(/\s+/));
  });
});

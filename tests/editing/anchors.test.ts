import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/editing/description.js';
import { ofKind } from '../../src/text/marks.js';
import { buildText } from '../building.js';

const TEXT = `Memorandum of Conversation

DATE: March 4, 1963

PARTICIPANTS:

U.S.
The Secretary

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador

The Secretary said that the number of inspections was not the heart of the question before the conference.

SECRET

<!-- page 2 -->

Dobrynin replied that for his government it was, and that he would say so in New York.

The Secretary said that he would wait.
`;
const NOWHERE = { line: 1, column: 1, offset: 0 };
const build = (decision: Decision, text = TEXT) =>
  buildText(text, { decisions: [{ ...decision, stands: { start: NOWHERE, end: NOWHERE } }] });
const noted = (decision: Decision, text = TEXT) => {
  const { review, messages } = build({ note: 'x', ...decision }, text);
  const [one] = review.anchored;
  return {
    words: one && text.slice(one.meant.start, one.meant.end),
    rules: messages.filter(({ file }) => file === 'edition.yaml').map(({ rule }) => rule),
    messages,
  };
};

describe('words are found', () => {
  it.each<[string, Decision, string]>([
    ['on a page', { page: 2, quote: 'he [would] wait' }, 'would'],
    ['in a paragraph by its id', { paragraph: 'par.2', quote: 'New York' }, 'New York'],
    ['as a whole paragraph', { paragraph: 'par.3' }, 'The Secretary said that he would wait.'],
    ['on a line of the transcription', { line: 13, quote: 'heart' }, 'heart'],
    ['as a whole line', { line: 3 }, 'DATE: March 4, 1963'],
  ])('%s', (_, decision, words) => {
    expect(noted(decision)).toMatchObject({ words, rules: [] });
  });
});

describe('words that are no longer there to the letter', () => {
  it.each<[string, Decision, string]>([
    ['words around them have changed', { page: 1, quote: 'the nuber of [inspections] was not' }, 'inspections'],
    [
      'a letter of them has changed',
      { page: 1, quote: 'the number of [inspectlons] was not the heart' },
      'inspections',
    ],
    ['they stand on another page', { page: 1, quote: 'for his [government] it was' }, 'government'],
  ])('are found where %s, and reported as moved', (_, decision, words) => {
    expect(noted(decision)).toMatchObject({ words, rules: ['decision-quotes-to-the-letter'] });
  });

  it.each<[string, Decision]>([
    ['are other words now', { page: 1, quote: 'the number of [stations] was not the heart' }],
    ['are like nothing', { page: 1, quote: 'the quota of fishing vessels in the Pacific' }],
    ['are a single word', { page: 1, quote: 'inspectlons' }],
  ])('are lost where they %s', (_, decision) => {
    expect(noted(decision)).toMatchObject({ words: undefined, rules: ['decision-finds-its-words'] });
  });

  it('are not taken for one of two passages that are equally like', () => {
    const twice = TEXT.replace('he would wait.', 'he would wait. The Secretary sald that he would wait.');
    const { words, rules } = noted({ page: 2, quote: 'The Secretary saıd that he [would] wait' }, twice);
    expect({ words, rules }).toEqual({ words: undefined, rules: ['decision-finds-its-words'] });
  });
});

describe('a page break that the editor settles', () => {
  const breaks = (decision: Decision, text = TEXT) => ofKind(build(decision, text).marks, 'page');

  it('is one more', () => {
    const pages = breaks({ quote: '[The Secretary said that he] would', break: 'page', reason: 'So on the paper.' });
    expect(pages.map(({ n, by, evidence }) => [n, by, evidence])).toEqual([
      [1, 'memcon', 'the document begins'],
      [2, 'memcon', expect.any(String)],
      [3, 'editor', 'So on the paper.'],
    ]);
    expect(TEXT.slice(pages[2]!.start)).toMatch(/^The Secretary said that he would/);
  });

  it('may stand within a paragraph', () => {
    const { tei } = build({ quote: 'and that [he] would say', break: 'page' });
    expect(tei).toMatch(/and that <pb n="3"[^>]*\/>he would say/);
  });

  it('is one less', () => {
    expect(breaks({ line: 17, break: 'none' })).toHaveLength(1);
    expect(build({ line: 3, break: 'none' }).messages.map(({ rule }) => rule)).toContain('decision-fits-its-place');
  });
});

describe('who was present', () => {
  it('may be somebody whom the list does not name', () => {
    const { tei } = buildText(TEXT, { description: { present: [{ person: 'person.kohler', delegation: 'U.S.' }] } });
    expect(tei).toMatch(
      /<listPerson type="delegation" xml:id="delegation\.1">[\s\S]*?#person\.kohler[\s\S]*?<\/listPerson>/,
    );
  });
});

describe('a decision on what is named or said', () => {
  const tei = (decision: Decision) => build(decision).tei!;

  it('gives a turn to another speaker', () => {
    expect(tei({ page: 2, quote: 'he [would] say so', speaker: 'person.kohler' })).toMatch(
      /<said who="#person\.kohler" direct="false" resp="#editor" cert="high" xml:id="turn\.\d+"><persName[^>]*>Dobrynin/,
    );
  });

  it('gives a stretch to another speaker, and leaves the rest', () => {
    const found = tei({
      page: 2,
      quote: '[and] that he would say',
      through: 'say so',
      speaker: 'person.kohler',
      to: 'person.rusk',
    });
    expect(found).toMatch(
      /it was, ?<\/said> ?<said who="#person\.kohler" toWhom="#person\.rusk"[^>]*>and that he would say so<\/said>/,
    );
    expect(found).toMatch(/<said who="#person\.dobrynin"[^>]*> ?in /);
  });

  it('takes a turn away', () => {
    expect(tei({ page: 2, quote: 'he [would] say so', speaker: 'nobody' })).toMatch(/<p [^>]*><persName[^>]*>Dobrynin/);
  });

  it('names nobody', () => {
    expect(tei({ page: 2, quote: '[Dobrynin] replied', person: 'nobody' })).toMatch(/<said [^>]*>Dobrynin replied/);
  });

  it('takes a line for furniture', () => {
    expect(tei({ page: 1, quote: 'SECRET', furniture: 'stamp', where: 'margin' })).toMatch(
      /<fw type="stamp" place="margin"[^>]*><stamp>SECRET<\/stamp><\/fw>/,
    );
  });

  it('tells what a commentary is about', () => {
    expect(tei({ page: 2, quote: 'New York', note: 'A city.', about: 'text' })).toMatch(
      /<note type="commentary" subtype="textual"[^>]*>A city\.<\/note>/,
    );
  });

  it('stands in the history of the edition', () => {
    expect(tei({ page: 2, quote: '[Dobrynin] replied', person: 'nobody', date: '2026-11-24', since: '1.1.0' })).toMatch(
      /<change when="2026-11-24" who="#editor" n="1\.1\.0" target="#(?:par|turn)\.\d+">Page 2: “Dobrynin” names nobody\.<\/change>/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { PlacedDecision } from '../../src/editing/description.js';
import type { BuildInput } from '../../src/pipeline.js';
import { buildText } from '../building.js';
import { wordsOfBody } from '../tei-words.js';

const FORM = `Memorandum of Conversation

DATE: March 4, 1963, 10:30 a.m.

SUBJECT: Test Ban

PARTICIPANTS:

U.S.
Dean Rusk, Secretary of State
Llewellyn E. Thompson, Ambassador at Large

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador
Viktor Karpov, Interpreter

`;

/** The rows of the table as "who: turns, words", then narration and all; the sum is held on the way. */
function table(text: string, more: Partial<BuildInput> = {}): Record<string, string | number> {
  const { tei, conversation } = buildText(FORM + text, more);
  const { words, narration, people, together } = conversation!;
  const rows = [...people, ...together];
  expect(narration + rows.reduce((sum, row) => sum + row.words, 0)).toBe(words);
  expect(wordsOfBody(tei!).all).toBe(words);
  const entries = rows.map((row) => [
    row.who.map(({ id }) => id.replace('person.', '')).join(' + '),
    `${row.turns}, ${row.words}`,
  ]);
  return Object.fromEntries([...entries, ['narration', narration]]);
}

const SILENT = { rusk: '0, 0', thompson: '0, 0', dobrynin: '0, 0', karpov: '0, 0' };

const decide = (quote: string, more: Partial<PlacedDecision>): Partial<BuildInput> => {
  const point = { line: 1, column: 1, offset: 0 };
  return { decisions: [{ page: 1, quote, stands: { start: point, end: point }, ...more }] };
};

describe('words and turns', () => {
  it('stand for every participant, for the silent and the interpreter with nothing', () => {
    expect(table('The Secretary said that it was late.')).toEqual({ ...SILENT, rusk: '1, 7', narration: 0 });
  });

  it('of a turn over several paragraphs are one turn', () => {
    expect(table('Dobrynin said that he had two points.\n\nThe first was the number.\n\nThe second was time.')).toEqual(
      {
        ...SILENT,
        dobrynin: '1, 16',
        narration: 0,
      },
    );
  });

  it('count a word once that is divided over a line or a page', () => {
    const divided = 'The Secretary said that it was a ques-\n\nSECRET\n\nSECRET\n\n-2-\n\ntion of inspec-\ntion alone.';
    expect(table(divided)).toEqual({ ...SILENT, rusk: '1, 11', narration: 0 });
  });

  it('leave furniture, gaps and notes by hand out, and marks without a letter or digit', () => {
    const text = 'Dobrynin said [2 words illegible] – and – no [handwritten: not so] more.';
    expect(table(text)).toEqual({ ...SILENT, dobrynin: '1, 5', narration: 0 });
  });

  it('are those of the readings that the edition takes', () => {
    const text = 'The Secretary said that thenuclear powers agreed.';
    const decision = decide('thenuclear', { reading: 'the nuclear', reason: 'Two words.' });
    expect(table(text)).toMatchObject({ rusk: '1, 7' });
    expect(table(text, decision)).toMatchObject({ rusk: '1, 8' });
  });

  it('follow the person that the editor has settled', () => {
    const decision = decide('[Thompson] said', { person: 'person.rusk' });
    expect(table('Thompson said that it was late.', decision)).toMatchObject({ rusk: '1, 6' });
  });

  it('of two who speak as one have a row of their own', () => {
    expect(table('Both Thompson and Dobrynin agreed that it was late. Dobrynin said that he would go.')).toEqual({
      ...SILENT,
      dobrynin: '1, 6',
      'dobrynin + thompson': '1, 9',
      narration: 0,
    });
  });

  it('of somebody who is not listed have a row after the participants', () => {
    const text = 'Khrushchev said that it was late. The Secretary agreed.';
    expect(Object.keys(table(text))).toEqual([...Object.keys(SILENT), 'khrushchev', 'narration']);
  });

  it('in no turn are narration: what happened, tables, the number before a paragraph', () => {
    const text =
      'The conversation took place at lunch.\n\n1. The Secretary handed over the figures.\n\nYear\tStations\n1961\t20\n\nDobrynin said that two were enough.';
    expect(table(text)).toEqual({ ...SILENT, dobrynin: '1, 6', narration: 17 });
  });

  it('leave the labels of a dialogue to narration', () => {
    const text = 'The Secretary: It is late.\n\nMr. Dobrynin [smiling]: Not for me.\n\nIt is early.';
    expect(table(text)).toEqual({ ...SILENT, rusk: '1, 3', dobrynin: '1, 6', narration: 5 });
  });
});

describe('the table', () => {
  it('says whom one addresses, as far as the text does', () => {
    const { conversation } = buildText(
      `${FORM}The Secretary told Dobrynin that it was late. Dobrynin said no. The Secretary asked Dobrynin why.`,
    );
    const addresses = conversation!.people.map(({ who, addresses }) => [
      who[0]!.id,
      addresses.map(({ person, turns }) => `${person.id}: ${turns}`),
    ]);
    expect(Object.fromEntries(addresses)).toMatchObject({
      'person.rusk': ['person.dobrynin: 2'],
      'person.dobrynin': [],
    });
  });

  it('tells side, interpreter and drafter, whether listed or not', () => {
    const said = 'I said that it was late. Dobrynin said that it was not.';
    const rows = (drafter: string) =>
      buildText(FORM + said, { description: { drafter } }).conversation!.people.map(
        ({ who, delegation = '–', role = '–', turns }) => [who[0]!.id, delegation, role, turns].join(' '),
      );
    expect(rows('person.thompson')).toEqual([
      'person.rusk U.S. – 0',
      'person.thompson U.S. drafter 1',
      'person.dobrynin U.S.S.R. – 1',
      'person.karpov U.S.S.R. interpreter 0',
    ]);
    expect(rows('person.kohler').at(-1)).toBe('person.kohler – drafter 1');
  });

  it('is not made where nobody has a turn', () => {
    const { conversation, tei } = buildText(
      'Dear Mr. Chairman:\n\nI thank you for your letter.\n\nSincerely,\nDean Rusk\n',
    );
    expect(conversation).toBeUndefined();
    expect(tei).not.toContain('type="talk"');
  });

  it('stands in the header also where nobody is listed', () => {
    const { tei } = buildText('Memorandum of Conversation\n\nDATE: March 4, 1963\n\nDobrynin said that it was late.\n');
    expect(tei).toMatch(/<particDesc>\s*<listPerson type="talk" resp="#memcon">/);
  });
});

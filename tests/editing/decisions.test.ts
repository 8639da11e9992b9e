import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/editing/description.js';
import { isError } from '../../src/messages/message.js';
import { buildText } from '../building.js';

const TEXT = `DEPARTMENT OF STATE

Memorandum of Conversation

The Secretary said that the number was **not** the heart of the question.

~~SECRET~~

OR-1148

SECRET

<!-- page 2 -->

-2-

Dobrynin replied that it was.
`;
const NOWHERE = { line: 1, column: 1, offset: 0 };
const build = (...decisions: Decision[]) =>
  buildText(TEXT, {
    description: { hands: { 'hand.clerk': { description: 'A clerk’s.' } } },
    decisions: decisions.map((decision) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } })),
  });

describe('a hand that the editor names', () => {
  it('takes what was read as furniture, where it stands', () => {
    const { tei } = build({ page: 1, quote: 'OR-1148', hand: 'hand.clerk', where: 'margin' });
    expect(tei).toMatch(
      /<note type="annotation" hand="#hand\.clerk" place="margin" resp="#editor" cert="high"[^>]*>OR-1148<\/note>/,
    );
    expect(tei).not.toMatch(/<fw [^>]*>OR-1148/);
  });

  it('keeps the place of the furniture where the editor names none', () => {
    const { tei } = build({ page: 1, quote: 'OR-1148', hand: 'hand.clerk' });
    expect(tei).toMatch(/<note type="annotation" hand="#hand\.clerk" place="bottom"/);
  });

  it('strikes out, and does not take the words that it strikes out', () => {
    const { tei } = build({ page: 1, quote: '~~[SECRET]~~', hand: 'hand.clerk' });
    expect(tei).toMatch(
      /<fw type="classification"[^>]*><del rend="overstrike" hand="#hand\.clerk">SECRET<\/del><\/fw>/,
    );
  });

  it('has written no running text', () => {
    const { messages, tei } = build({ page: 1, quote: 'the heart', hand: 'hand.clerk' });
    expect(tei).toBeUndefined();
    expect(messages.map(({ rule }) => rule)).toContain('decision-fits-its-place');
  });
});

describe('a reading', () => {
  it('cannot stand where the format of the transcription has written', () => {
    const { messages, tei } = build({ page: 2, quote: '<!-- [page] 2', reading: 'sheet', reason: 'So on the paper.' });
    expect(tei).toBeUndefined();
    const found = messages.find(({ rule }) => rule === 'decision-fits-its-place');
    expect(found?.reason).toContain('what the format of the transcription has written');
  });

  it('mends a word between the marks of emphasis', () => {
    const { tei } = build({ page: 1, quote: '**[not]**', reading: 'now', reason: 'So on the paper.' });
    expect(tei).toMatch(/<hi rend="bold"><choice [^>]*><sic>not<\/sic><corr [^>]*>now<\/corr><\/choice><\/hi>/);
  });

  it('may hold the end of one turn and the beginning of the next', () => {
    const FORM = 'Memorandum of Conversation\n\nPARTICIPANTS:\n\nDean Rusk\nAnatoliy F. Dobrynin\n\n';
    const { tei, messages } = buildText(`${FORM}Rusk said that he held to seven Dobrynin said that it was late.\n`, {
      decisions: [
        {
          page: 1,
          quote: '[seven Dobrynin] said',
          reading: 'seven. Dobrynin',
          reason: 'A point is lost.',
          stands: { start: NOWHERE, end: NOWHERE },
        },
      ],
    });
    expect(messages.filter(isError)).toEqual([]);
    expect(tei?.match(/<said /g)).toHaveLength(2);
    expect(tei).toMatch(/held to <\/said><said [^>]*>.*<choice xml:id="rd\.1">/);
  });
});

import { describe, expect, it } from 'vitest';
import type { FormFacts } from '../../src/reading/form/form-facts.js';
import { readTitle } from '../../src/reading/form/form-title.js';
import { titleOf } from '../../src/reading/form/genre.js';
import type { Range } from '../../src/text/transcription.js';

function read(title: string) {
  const range = { start: 0, end: title.length };
  const facts: FormFacts = { genre: titleOf(title) ?? 'typescript', title: range, subjects: [], people: [], sides: [] };
  readTitle(({ start, end }) => title.slice(start, end), facts);
  const words = (found: Range | undefined) => found && title.slice(found.start, found.end);
  const { date, time, place, writer, titlePeople = [], people } = facts;
  return {
    day: [date, time].filter(Boolean).join(' '),
    place: words(place),
    writer: words(writer),
    people: titlePeople.map(words),
    listed: people.length,
  };
}

describe('titles', () => {
  it.each([
    ['MEMORANDUM OF CONVERSATION', 'conversation'],
    ['Memorandum of Telephone Conversations', 'conversation'],
    ['NOTES OF AN INTERVIEW', 'conversation'],
    ['INTERVIEW WITH PRESIDENT NASSER', 'conversation'],
    ['Transcript of an interview', 'conversation'],
    ['Minutes of Conversation', 'conversation'],
    ['Record of Telephone Conversation', 'conversation'],
    ['Memorandum for the Files', 'conversation'],
    ['NOTE FOR THE RECORD', 'conversation'],
    ['Verbatim record', 'conversation'],
    ['Aide-mémoire', 'memorandum'],
    ['Memorandum by the Secretary of State', 'memorandum'],
    ['The record of the conversation between Mr. Eden and Mr. Molotov was sent to Paris.', undefined],
    ['Record of the Meeting was kept by Mr. Eden', undefined],
  ])('%s: %s', (title, genre) => {
    expect(titleOf(title)).toBe(genre);
  });

  it('give day, hour and place, and the people by name or office', () => {
    expect(
      read(
        'Record of a conversation between the Prime Minister and President Kennedy at 10 Downing Street on 4 April 1962 at 10.30 a.m.',
      ),
    ).toEqual({
      day: '1962-04-04 10:30:00',
      place: '10 Downing Street',
      writer: undefined,
      people: ['the Prime Minister', 'President Kennedy'],
      listed: 0,
    });
  });

  it('make a list of those whom they name on both sides', () => {
    expect(
      read('NOTE OF A MEETING BETWEEN the Foreign Secretary (Mr. Eden) and the Soviet Ambassador (M. Malik)'),
    ).toMatchObject({
      people: ['the Foreign Secretary (Mr. Eden)', 'the Soviet Ambassador (M. Malik)'],
      listed: 2,
    });
    expect(read('Memorandum of Conversation With Ambassador Dobrynin')).toMatchObject({
      people: ['Ambassador Dobrynin'],
      listed: 0,
    });
  });

  it.each([
    ['Memorandum by the Ambassador in the Soviet Union (Bohlen)', 'Bohlen'],
    ["Memorandum From the President's Special Assistant (Bundy) to President Kennedy", 'Bundy'],
    ['Memorandum by Mr. Charles E. Bohlen, Special Assistant', 'Mr. Charles E. Bohlen'],
    ['Memorandum for the Record by the Deputy Director (Helms)', 'Helms'],
    ['Memorandum by the Secretary of State', undefined],
  ])('%s: written by %s', (title, writer) => {
    expect(read(title).writer).toBe(writer);
  });
});

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compared, peopleOf, placesOf, turnsOf } from '../../bench/talks.mjs';
import { buildText } from '../building.js';
import { inRepository, updating } from '../repository.js';

/** Talks of our own making, with the speaker of each sentence; the folder's README has the form of the expectations. */
const folder = inRepository('tests/fixtures/talks');
const talks = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe.each(talks)('%s', (name) => {
  const path = (file: string) => join(folder, name, file);
  const read = (file: string) => readFileSync(path(file), 'utf8');
  const transcription = read('transcription.md');
  const turns = turnsOf(read('turns.txt'));
  const people = peopleOf(read('people.txt'));

  it('has every sentence that is expected, in order', () => {
    const places = placesOf(turns, transcription.replace(/\s+/g, ''));
    expect(turns.filter((_, i) => places[i]! < 0).map(({ line }) => line)).toEqual([]);
  });

  it('has every form of every name', () => {
    const typed = transcription.replace(/\s+/g, ' ');
    for (const { words, around } of people.flatMap(({ forms }) => forms)) {
      expect(around).toContain(words);
      expect(typed).toContain(around);
    }
  });

  it('names every speaker among its people', () => {
    const known = new Set([...people.map(({ key }) => key), 'narration', 'drafter']);
    const speakers = turns.flatMap(({ answers, to }) => [...answers, ...(to ? [to] : [])]);
    expect(speakers.flatMap((who) => who.split(' & ')).filter((who) => !known.has(who))).toEqual([]);
  });

  it('is read as before, with its known errors', () => {
    const { errors } = compared(buildText(transcription).tei!, turns, people);
    const found = errors.map((error) => `${error}\n`).join('');
    const file = path('known-errors.txt');
    if (updating) {
      if (found === '') rmSync(file, { force: true });
      else writeFileSync(file, found);
    }
    expect(found).toBe(existsSync(file) ? read('known-errors.txt') : '');
  });
});

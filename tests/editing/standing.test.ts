import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/editing/description.js';
import { type Change, decidedIn, firstStood, type StandingDecision } from '../../src/editing/standing.js';
import type { Built } from '../../src/pipeline.js';
import { buildText } from '../building.js';

const NOWHERE = { line: 1, column: 1, offset: 0 };
const placed = (decisions: readonly Decision[]) =>
  decisions.map((decision) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } }));

const change = (target: string, decided: string) => ({ target, decided });
const stood = (...all: [target: string, decided: string, since: string, date?: string][]): StandingDecision[] =>
  all.map(([target, decided, since, date]) => ({ target, decided, since, ...(date !== undefined && { date }) }));

describe('a decision first stood', () => {
  const RECORD = stood(['rd.1', 'reading: number', '1.0.0', '2026-01-01'], ['rd.2', 'reading: heart', '1.2.0']);
  const since = (changes: Parameters<typeof firstStood>[0], version?: string, names?: Map<string, string>) =>
    firstStood(changes, RECORD, { ...(version !== undefined && { version }), date: '2026-03-03' }, names).changes.map(
      (one) => `${one.version} ${one.date}`,
    );

  it('in the version on record', () => {
    expect(since([change('rd.1', 'reading: number')], '1.3.0')).toEqual(['1.0.0 2026-01-01']);
  });

  it('in this version where it decides something else, or on something else', () => {
    expect(since([change('rd.1', 'reading: figure'), change('rd.2', 'reading: number')], '1.3.0')).toEqual([
      '1.3.0 2026-03-03',
      '1.3.0 2026-03-03',
    ]);
  });

  it('on the day that the version has now, while the version is the same', () => {
    expect(since([change('rd.1', 'reading: number')], '1.0.0')).toEqual(['1.0.0 2026-03-03']);
  });

  it('in no version after that of the edition, which was taken back', () => {
    expect(since([change('rd.2', 'reading: heart')], '1.1.0')).toEqual(['1.1.0 2026-03-03']);
  });

  it('in the version that it names itself, and is not put on record then', () => {
    const own = { ...change('rd.1', 'reading: number'), version: '0.9.0' };
    expect(firstStood([own], RECORD, { version: '1.3.0' })).toEqual({ changes: [own], standing: [] });
  });

  it('in none as yet, where this version was released without it', () => {
    const now = { version: '1.2.0', date: '2026-03-03', isReleased: true };
    const { changes, standing } = firstStood(
      [change('rd.2', 'reading: heart'), change('rd.3', 'reading: new')],
      RECORD,
      now,
    );
    expect(changes.map((one: Change) => one.version)).toEqual(['1.2.0', undefined]);
    expect(standing).toEqual([RECORD[1]]);
  });

  it('on no day that is known, where it names an earlier version and no day', () => {
    const own = { ...change('rd.9', 'reading: number'), version: '0.9.0' };
    expect(firstStood([own], RECORD, { version: '1.3.0', date: '2026-03-03' }).changes).toEqual([own]);
  });

  it('is known by the id that its target keeps', () => {
    expect(since([change('rd.7', 'reading: number')], '1.3.0', new Map([['rd.7', 'rd.1']]))).toEqual([
      '1.0.0 2026-01-01',
    ]);
  });

  it('in no version while the edition has none', () => {
    expect(firstStood([change('rd.1', 'reading: number')], RECORD, {})).toEqual({
      changes: [change('rd.1', 'reading: number')],
      standing: [],
    });
  });
});

describe('what was decided', () => {
  it('is not the place, the reason, the certainty or the witness', () => {
    const decision: Decision = { page: 1, quote: 'hart', reading: 'heart', reason: 'So.' };
    const again: Decision = {
      paragraph: 'par.2',
      quote: 'the [hart]',
      reading: 'heart',
      certainty: 'low',
      witness: 'frus',
    };
    expect(decidedIn(again)).toBe(decidedIn(decision));
    expect(decidedIn({ ...decision, reading: 'hearth' })).not.toBe(decidedIn(decision));
  });

  it('differs with the words of a commentary', () => {
    expect(decidedIn({ page: 1, note: 'A city.' })).not.toBe(decidedIn({ page: 1, note: 'A town.' }));
  });
});

describe('an edition', () => {
  const TEXT = 'Memorandum of Conversation\n\nThe nomber was given.\n\nThe hart of the mattr was named.\n';
  const decision = (quote: string, reading: string): Decision => ({ page: 1, quote, reading, reason: 'So.' });
  const readings = (tei: string) =>
    Object.fromEntries(
      [...tei.matchAll(/<change([^>]*)>[^<]*“(\w+)” read as/g)].map(([, attributes, words]) => [
        words!,
        /\bn="([^"]*)"/.exec(attributes!)?.[1],
      ]),
    );

  const VERSIONS = { '1.0.0': '2026-01-01', '1.1.0': '2026-02-02', '2.0.0': '2026-03-03' };
  /** The edition in a version; `before` is the state whose register it goes on with. */
  const state = (
    version: keyof typeof VERSIONS,
    text: string,
    decisions: readonly Decision[],
    before?: Built,
    isReleased = false,
  ) =>
    buildText(text, {
      description: { version, date: VERSIONS[version] },
      decisions: placed(decisions),
      ...(before && { published: before.register, stood: before.standing }),
      isReleased,
    });

  it('tells of each reading the version in which it came, through two later versions and changes of the text', () => {
    const first = state('1.0.0', TEXT, [decision('nomber', 'number'), decision('hart', 'heart')]);
    expect(readings(first.tei!)).toEqual({ nomber: '1.0.0', hart: '1.0.0' });
    // Another reading at one place, a new one at another, and a paragraph before them all.
    const changed = TEXT.replace('\n\nThe nomber', '\n\nIt was noon, and all of them were there.\n\nThe nomber');
    const all = [decision('nomber', 'number'), decision('hart', 'hearth'), decision('mattr', 'matter')];
    const second = state('1.1.0', changed, all, first);
    expect(readings(second.tei!)).toEqual({ nomber: '1.0.0', hart: '1.1.0', mattr: '1.1.0' });
    expect(second.tei).toMatch(/<change when="2026-01-01"[^>]*n="1\.0\.0"[^>]*>[^<]*nomber/);
    const third = state('2.0.0', changed, all, second);
    expect(readings(third.tei!)).toEqual({ nomber: '1.0.0', hart: '1.1.0', mattr: '1.1.0' });
    expect(third.standing).toEqual(second.standing);
  });

  it('counts what is new after a release to the next version, decisions and ids alike', () => {
    const first = state('1.0.0', TEXT, [decision('nomber', 'number')]);
    const changed = TEXT.replace('The hart', 'He was told so.\n\nThe hart');
    const both = [decision('nomber', 'number'), decision('hart', 'heart')];
    const drafted = state('1.0.0', changed, both, first, true);
    expect(readings(drafted.tei!)).toEqual({ nomber: '1.0.0', hart: undefined });
    const added = drafted.register.find(({ words }) => words === 'He was told so.')!;
    expect(added).not.toHaveProperty('since');
    const second = state('1.1.0', changed, both, drafted);
    expect(readings(second.tei!)).toEqual({ nomber: '1.0.0', hart: '1.1.0' });
    expect(second.register.find(({ id }) => id === added.id)).toMatchObject({ since: '1.1.0' });
  });
});

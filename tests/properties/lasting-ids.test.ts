import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PublishedId } from '../../src/citation/published-id.js';
import { citableEdition } from '../../src/citation/units.js';
import { registerOf, registerText } from '../../src/corpus/ids-file.js';
import type { PlacedDecision } from '../../src/editing/description.js';
import { isError } from '../../src/messages/message.js';
import { type Built, encodeUnchecked } from '../../src/pipeline.js';
import { transcriptionOf } from '../../src/text/transcription.js';
import { proveConservation } from '../../src/validation/conservation.js';
import { attributeOf, readXml } from '../../src/xml/reading.js';
import { context, inputOf } from '../building.js';
import { readText } from '../repository.js';
import { type Blocks, blocksOf, type Edit, edited, editSequence, textOf } from './edits.js';
import { SEED } from './generators.js';

const FLAGSHIP = 'editions/1963-01-10-rusk-kuznetsov';
const FIRST = blocksOf(readText(`${FLAGSHIP}/transcription.md`));
const DESCRIPTION = parse(readText(`${FLAGSHIP}/edition.yaml`)) as {
  decisions: PlacedDecision[];
  hands: object;
  witnesses: object;
};
/** Each decision has a line of its own, by which a message names it. */
const DECISIONS = DESCRIPTION.decisions.map((decision, i): PlacedDecision => {
  const stands = { line: i + 1, column: 1, offset: 0 };
  return { ...decision, stands: { start: stands, end: stands } };
});

/** The edition of a source without the stages that give no ids; decisions that no longer find their words are dropped. */
function builtFrom(
  blocks: Blocks,
  published: readonly PublishedId[],
  decisions: readonly PlacedDecision[],
): Built & { decisions: readonly PlacedDecision[] } {
  const text = textOf(blocks);
  const { hands, witnesses } = DESCRIPTION;
  const { built } = encodeUnchecked(
    inputOf(text, { published, decisions, description: { hands, witnesses, version: '1.0.0' } as never }),
    context,
  );
  if (built.tei !== undefined) {
    const proof = proveConservation(built.tei, transcriptionOf('memo.md', text), 'memo.xml');
    expect(proof.messages).toEqual([]);
    return { ...built, decisions };
  }
  const lost = new Set(built.messages.filter(isError).map(({ place }) => place?.start.line));
  const left = decisions.filter(({ stands }) => !lost.has(stands.start.line));
  if (left.length === decisions.length) throw new Error(JSON.stringify(built.messages.filter(isError)));
  return builtFrom(blocks, published, left);
}

/** The ids of the text and of the notes on it. */
function idsIn(xml: string): string[] {
  const ids: string[] = [];
  let isInside = false;
  readXml(xml, {
    open(tag) {
      isInside ||= tag.name === 'text';
      const id = attributeOf(tag, 'xml:id');
      if (id !== undefined && (isInside || tag.name === 'note')) ids.push(id);
    },
  });
  return ids;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words in common in the same order, of all that either has: the measure of the documentation, reckoned anew. */
function likeness(one: string, other: string): number {
  const parts = diffArrays(wordsOf(one), wordsOf(other));
  const count = (wanted: (part: (typeof parts)[number]) => boolean) =>
    parts.filter(wanted).reduce((sum, { value }) => sum + value.length, 0);
  const all = count(() => true);
  return all === 0 ? 1 : count(({ added, removed }) => !added && !removed) / all;
}

const prefixOf = (id: string) => id.split('.')[0];
const isLong = ({ words }: PublishedId) => wordsOf(words).length >= 4;
const living = (register: readonly PublishedId[]) => register.filter(({ gone }) => !gone);
const byId = (register: readonly PublishedId[]) => new Map(register.map((entry) => [entry.id, entry]));

/** Every id stands once, in the file or as a tombstone. */
function registered(before: readonly PublishedId[], { register, tei }: Built): void {
  const ids = register.map(({ id }) => id);
  expect(new Set(ids).size, 'an id stands twice in the register').toBe(ids.length);
  const written = idsIn(tei!);
  expect(new Set(written).size, 'an id stands twice in the file').toBe(written.length);
  expect(
    living(register)
      .map(({ id }) => id)
      .sort(),
    'the register has what the file has',
  ).toEqual(written.sort());
  const now = new Set(ids);
  expect(
    before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    'ids have fallen out of the register',
  ).toEqual([]);
}

/** What an id stands for is what it stood for, by the measure, and for what it was first published. */
function sameThings(
  before: readonly PublishedId[],
  { register }: Built,
  first: ReadonlyMap<string, PublishedId>,
): void {
  const was = byId(before);
  for (const now of living(register)) {
    const old = was.get(now.id);
    if (!old || old.sha256 === now.sha256) continue;
    const transcribed = (entry: PublishedId) => entry.transcribed ?? entry.sha256;
    if (transcribed(old) === transcribed(now)) continue;
    const told = `${now.id} stood for “${old.words}” and stands for “${now.words}”`;
    expect(likeness(old.words, now.words), told).toBeGreaterThanOrEqual(0.5);
    expect(
      likeness(first.get(now.id)!.words, now.words),
      `${told}; at first “${first.get(now.id)!.words}”`,
    ).toBeGreaterThanOrEqual(0.5);
  }
}

/** Words that stand once before and after have the same id, also where they had gone in between. */
function found(before: readonly PublishedId[], { register }: Built): void {
  const now = living(register);
  const key = ({ id, sha256 }: PublishedId) => `${prefixOf(id)} ${id.split('.').length} ${sha256}`;
  const count = (all: readonly PublishedId[]) => {
    const counts = new Map<string, PublishedId[]>();
    for (const entry of all) counts.set(key(entry), [...(counts.get(key(entry)) ?? []), entry]);
    return counts;
  };
  const [old, fresh] = [count(before), count(now)];
  for (const [of, [entry, ...more]] of old) {
    const those = fresh.get(of) ?? [];
    // A later part of a turn is named after its turn.
    if (more.length > 0 || those.length !== 1 || !isLong(entry!) || entry!.id.split('.').length > 2) continue;
    expect(those[0]!.id, `“${entry!.words}” had ${entry!.id}`).toBe(entry!.id);
  }
}

/** A tombstone leads to what is there and has the words; where it leads nowhere, the words stand nowhere. */
function tombstones({ register, tei }: Built): void {
  const now = byId(living(register));
  const gone = register.filter((entry) => entry.gone);
  if (gone.length === 0) return;
  const { text } = citableEdition('memo.xml', tei!);
  const all = ` ${wordsOf(text).join(' ')} `;
  for (const { id, words, gone: where } of gone) {
    const own = wordsOf(words);
    const targets = where!.to.map((to) => now.get(to));
    expect(
      targets.every((target) => target),
      `${id} leads to ${where!.to}`,
    ).toBe(true);
    if (own.length < 4) continue;
    const runs = own.slice(3).map((_, at) => ` ${own.slice(at, at + 4).join(' ')} `);
    for (const target of targets) {
      const its = ` ${wordsOf(target!.words).join(' ')} `;
      expect(
        runs.some((run) => its.includes(run)),
        `${id}, “${words}”, leads to ${target!.id}, “${target!.words}”`,
      ).toBe(true);
    }
    if (prefixOf(id) === 'par' && all.includes(` ${own.join(' ')} `))
      expect(targets.length, `“${words}” stands in the text, and ${id} leads nowhere`).toBeGreaterThan(0);
  }
}

/** Builds after each edit, and says in words what was done where something does not hold. */
function live(edits: readonly Edit[], original: ReturnType<typeof builtFrom>): number {
  const states: Blocks[] = [FIRST];
  let built = original;
  const first = new Map(built.register.map((entry) => [entry.id, entry]));
  const told: string[] = [];
  for (const edit of edits) {
    const { blocks, did } = edited(states.at(-1)!, edit, states);
    told.push(did);
    if (did === 'nothing') continue;
    const before = built.register;
    built = builtFrom(blocks, before, built.decisions);
    for (const entry of living(built.register)) if (!first.has(entry.id)) first.set(entry.id, entry);
    try {
      registered(before, built);
      sameThings(before, built, first);
      found(before, built);
      tombstones(built);
    } catch (error) {
      throw new Error(`After these edits:\n  ${told.join('\n  ')}\n${(error as Error).message}`);
    }
    states.push(blocks);
  }
  const again = builtFrom(states.at(-1)!, built.register, built.decisions);
  expect(again.tei, 'the same build gives another file').toBe(built.tei);
  expect(again.register, 'the same build gives another register').toEqual(built.register);
  const text = registerText({ ids: built.register, decisions: built.standing, version: '1.0.0' });
  expect(registerOf('ids.json', text)).toEqual({
    version: '1.0.0',
    ids: built.register,
    decisions: built.standing,
  });
  return states.length;
}

describe('the ids of the flagship, through random edits of its transcription', () => {
  it.each([
    ['without decisions', [], 140],
    ['with the decisions that still find their words', DECISIONS, 60],
  ] as const)(
    'resolve to their words or to a tombstone: %s',
    (_, decisions, numRuns) => {
      const original = builtFrom(FIRST, [], decisions);
      fc.assert(
        fc.property(editSequence, (edits) => {
          live(edits, original);
        }),
        { seed: SEED, numRuns },
      );
    },
    600_000,
  );
});

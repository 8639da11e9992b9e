import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/citation/allocation.js';
import type { PublishedId } from '../../src/citation/published-id.js';
import type { Thing } from '../../src/citation/things.js';
import { sha256Of } from '../../src/citation/units.js';
import { attributeOf, readXml } from '../../src/xml/reading.js';
import { buildText } from '../building.js';
import { SEED } from './generators.js';

const SENTENCES = [
  'Kuznetsov said that he wished to go on.',
  'The Secretary replied that this was so.',
  'He added that the talks had been long.',
  'Dobrynin asked whether Berlin would be raised.',
  'Nothing was decided on that day.',
  'The Secretary remarked on the weather.',
  'An exchange followed about Laos.',
];
const FORM = 'Memorandum of Conversation\n\nPARTICIPANTS:\n\nThe Secretary\nVasily Kuznetsov\nAnatoliy Dobrynin\n\n';

/** A memorandum as a list of paragraphs of sentences; paragraphs may be parted by a page. */
interface Memo {
  paragraphs: { sentences: number[]; page: boolean }[];
}
const paragraph = fc.record({
  sentences: fc.array(fc.nat(SENTENCES.length - 1), { minLength: 1, maxLength: 3 }),
  page: fc.boolean(),
});
const memo: fc.Arbitrary<Memo> = fc.record({ paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }) });

type Edit = {
  kind: 'drop' | 'add' | 'move' | 'change' | 'repage';
  at: number;
  to: number;
  with: Memo['paragraphs'][0];
};
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('drop', 'add', 'move', 'change', 'repage'),
  at: fc.nat(),
  to: fc.nat(),
  with: paragraph,
});

function edited({ paragraphs }: Memo, edits: readonly Edit[]): Memo {
  const after = [...paragraphs];
  for (const { kind, at, to, with: other } of edits) {
    const n = at % Math.max(1, after.length);
    if (kind === 'add') after.splice(n, 0, other);
    else if (after.length === 0) continue;
    else if (kind === 'drop') after.splice(n, 1);
    else if (kind === 'change') after[n] = other;
    else if (kind === 'repage') after[n] = { ...after[n]!, page: !after[n]!.page };
    else after.splice(to % after.length, 0, ...after.splice(n, 1));
  }
  return { paragraphs: after };
}

const textOf = ({ paragraphs }: Memo): string => {
  let n = 1;
  return (
    FORM +
    paragraphs
      .map(({ sentences, page }) => {
        const words = sentences.map((i) => SENTENCES[i]).join(' ');
        return page ? `${words}\n\nSECRET\n\n-${++n}-` : words;
      })
      .join('\n\n')
  );
};

const idsIn = (xml: string): string[] => {
  const ids: string[] = [];
  readXml(xml, {
    open(tag) {
      const id = attributeOf(tag, 'xml:id');
      if (id !== undefined) ids.push(id);
    },
  });
  return ids;
};

const states = fc.tuple(memo, fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }));
const always = (check: (before: PublishedId[], after: PublishedId[], xml: string) => void) =>
  fc.assert(
    fc.property(states, ([first, rounds]) => {
      let current = first;
      let published = buildText(textOf(current)).register;
      for (const edits of rounds) {
        current = edited(current, edits);
        const built = buildText(textOf(current), { published });
        expect(built.tei, JSON.stringify(built.messages)).toBeDefined();
        check([...published], [...built.register], built.tei!);
        published = built.register;
      }
    }),
    { seed: SEED, numRuns: 25 },
  );

describe('ids through the life of an edition', () => {
  it('are given once', () => {
    always((_, after, xml) => {
      const register = after.map(({ id }) => id);
      expect(new Set(register).size).toBe(register.length);
      const written = idsIn(xml);
      expect(new Set(written).size).toBe(written.length);
    });
  });

  it('keep words that stand once before and after', () => {
    always((before, after) => {
      for (const { id, sha256, gone } of before) {
        const kind = id.split('.')[0];
        if (gone || id.split('.').length > 2) continue;
        const same = (entry: PublishedId) => entry.id.split('.')[0] === kind && entry.sha256 === sha256;
        const now = after.filter((entry) => same(entry) && !entry.gone);
        if (before.filter(same).length !== 1 || now.length !== 1 || now[0]!.id.split('.').length > 2) continue;
        // Few words are known by their neighbours.
        if ((now[0]!.words.match(/\w+/g) ?? []).length < 4) continue;
        expect(now[0]!.id).toBe(id);
      }
    });
  });

  it('stay on record when they are gone', () => {
    always((before, after, xml) => {
      const written = new Set(idsIn(xml));
      for (const { id } of before) {
        const entry = after.find((candidate) => candidate.id === id);
        expect(entry, id).toBeDefined();
        expect(entry!.gone !== undefined, id).toBe(!written.has(id));
      }
    });
  });
});

describe('ids of random things', () => {
  const words = fc.constantFrom(
    'SECRET',
    'one',
    'one two',
    'one two three four five',
    'six one two three four five',
    '',
  );
  const things = fc.array(fc.tuple(fc.constantFrom('par', 'turn', 'fw', 'rd'), words, fc.boolean()), { maxLength: 12 });
  const published = fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('par', 'turn', 'fw', 'rd', 'pg'),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(3),
        words,
        fc.boolean(),
      )
      .map(([prefix, n, part, own, gone]): PublishedId => {
        const id = part > 1 ? `${prefix}.${n}.${part}` : `${prefix}.${n}`;
        return { id, kind: prefix, words: own, sha256: sha256Of(own), ...(gone && { gone: { to: [] } }) };
      }),
    { selector: ({ id }) => id, maxLength: 10 },
  );

  it('are all different, whatever was published, and none is forgotten', () => {
    fc.assert(
      fc.property(things, published, (drawn, before) => {
        let head: string | undefined;
        const found = drawn.map(([prefix, own, continues], n): Thing => {
          const id = continues && head !== undefined ? `${head}.${n + 2}` : `${prefix}.${n + 1}`;
          const thing = { id, kind: prefix, words: own, sha256: sha256Of(own) };
          if (continues && head !== undefined) return { ...thing, head };
          if (prefix === 'turn') head = id;
          return thing;
        });
        const { names, register } = allocate(found, before);
        expect(new Set(names.values()).size).toBe(found.length);
        expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
        for (const { id } of before) expect(register.some((entry) => entry.id === id)).toBe(true);
        for (const { words: own, id } of found)
          expect(register.find((entry) => entry.id === names.get(id))).toMatchObject({ words: own });
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { yamlOf } from '../../src/corpus/review.js';
import { readYaml } from '../../src/corpus/yaml.js';
import type { Description } from '../../src/editing/description.js';
import type { Option } from '../../src/editing/review-entry.js';
import { isError } from '../../src/messages/message.js';
import { acceptanceOf, countOf, reviewOf, type Waiting } from '../../src/review.js';
import { buildText } from '../building.js';
import { inRepository, readText } from '../repository.js';

const schema = JSON.parse(readText('schema/edition.schema.json')) as object;

/** Builds a transcription with an `edition.yaml`, and looks through it. */
function review(text: string, yaml = '') {
  const { value, messages } = readYaml<Description>('edition.yaml', yaml, schema);
  expect(messages, yaml).toEqual([]);
  const nowhere = { line: 1, column: 1, offset: 0 };
  const decisions = (value?.decisions ?? []).map((decision) => ({
    ...decision,
    stands: { start: nowhere, end: nowhere },
  }));
  const built = buildText(text, { description: value ?? {}, decisions });
  return { ...reviewOf(built, built.messages), errors: built.messages.filter(isError), marks: built.marks };
}

/** An option as somebody would paste it. */
const pasted = (option: Option): string => {
  const yaml = yamlOf(option);
  return option.decisions.length === 0 ? yaml : yaml.replace(/^(?= {2}- )/m, 'decisions:\n');
};
const whichIs = ({ what, stands, page, place }: Waiting): string =>
  `${what} “${stands}” on page ${page}, ${place?.start.line}:${place?.start.column}`;

const MEMO = readText('editions/1963-01-10-rusk-kuznetsov/transcription.md');
const folders = ['tests/fixtures/talks', 'tests/fixtures/reading'].flatMap((folder) =>
  readdirSync(inRepository(folder)).map((name) => `${folder}/${name}`),
);
const texts = folders.flatMap((folder) =>
  ['transcription.md', 'input.md']
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(inRepository(path)))
    .map((path) => ({ name: folder.split('/').at(-1)!, text: readFileSync(inRepository(path), 'utf8') })),
);

describe('what can be pasted settles its entry, and nothing goes wrong', () => {
  it.each([{ name: 'the model edition without its decisions', text: MEMO }, ...texts])('$name', ({ text }) => {
    const { waiting } = review(text);
    for (const entry of waiting) {
      for (const option of entry.options.filter(({ does }) => does !== 'change')) {
        const after = review(text, pasted(option));
        expect(after.errors, pasted(option)).toEqual([]);
        expect(after.waiting.map(whichIs), pasted(option)).not.toContain(whichIs(entry));
        // Pages that are counted otherwise bring findings of their own.
        if (option.does === 'accept' || entry.what === 'pages-are-found') continue;
        const known = waiting.map(whichIs);
        expect(after.waiting.map(whichIs).filter((which) => !known.includes(which))).toEqual([]);
      }
    }
  });
});

describe('the model edition without its decisions', () => {
  const { waiting } = review(MEMO);

  it('says at its head how many of what wait', () => {
    expect(countOf(waiting)).toBe('17 wait: 7 speakers, 2 names, 2 words, 5 pages and numbers, 1 hand or furniture.');
    expect(countOf([])).toBe('Nothing waits.');
  });

  it('has whoever is made to speak first, and the hands last', () => {
    expect([...new Set(waiting.map(({ consequence }) => consequence))]).toEqual([
      'speaker',
      'name',
      'word',
      'number',
      'sheet',
    ]);
    expect(waiting[0]).toMatchObject({
      what: 'speaker-is-present',
      page: 2,
      stands: 'Khrushchev',
      proposed: ['“Kuznetsov”'],
    });
    expect(waiting[0]!.place!.start.line).toBe(80);
  });

  it('shows the words meant among those around them', () => {
    expect(waiting[1]!.passages[0]).toMatchObject({
      words: 'Khrushchev',
      behind: expect.stringMatching(/^ said, that the relations/),
    });
  });

  it('reads a catchword as the name ought to be read that it announces', () => {
    const catchword = waiting.find(({ stands, what }) => stands === 'Kennedy' && what === 'catchword-matches');
    expect(acceptanceOf(catchword!)!.decisions[0]!.decision.reading).toBe('Kuznetsov');
  });

  it('has one entry for all annotations on a page, with nobody’s hand proposed', () => {
    const [hands] = waiting.filter(({ consequence }) => consequence === 'sheet');
    expect(hands!.passages.length).toBe(7);
    expect(acceptanceOf(hands!)).toBeUndefined();
  });

  it('says in what it proposes that it was proposed, and why', () => {
    expect(acceptanceOf(waiting[0]!)!.decisions[0]!.decision.reason).toMatch(
      /^Proposed by memcon: Vasiliy .* fits: he speaks elsewhere/,
    );
  });

  it('offers no other speaker where somebody’s views are told in another’s turn', () => {
    const views = waiting.find(({ evidence }) => evidence.includes('his views are answered'));
    expect(views!.options.flatMap(({ decisions }) => decisions).filter(({ decision }) => decision.speaker)).toEqual([]);
  });
});

it('the model edition with its decisions leaves little open', () => {
  const { waiting } = review(
    MEMO,
    readText('editions/1963-01-10-rusk-kuznetsov/edition.yaml').replace(/^drafter.*\n|^place.*\n/gm, ''),
  );
  expect(waiting.map(whichIs)).toEqual([]);
});

describe('a doubt of several places', () => {
  const talk = readText('tests/fixtures/talks/women-and-couples/transcription.md');
  const { waiting } = review(talk);

  it('is one entry, in which each place may be confirmed for its own person', () => {
    expect(waiting.map(({ what }) => what)).toEqual(['name-is-unambiguous']);
    expect(waiting[0]!.passages.length).toBe(5);
    expect(new Set(acceptanceOf(waiting[0]!)!.decisions.map(({ decision }) => decision.person))).toEqual(
      new Set(['person.nehru-bk', 'person.bowles']),
    );
  });

  it('has one way for each who may be meant', () => {
    const ways = waiting[0]!.options.filter(({ does }) => does === 'change');
    expect(ways.map(({ says }) => says)).toEqual(['B. K. Nehru', 'Chester Bowles']);
  });
});

describe('where a decision stands already', () => {
  const yaml = `decisions:
  - page: 2
    quote: "[Khrushchev] said that he wished"
    reading: Kennedy
    reason: So.
`;
  it('no second one is offered, and the entry points at the first', () => {
    const entry = review(MEMO, yaml).waiting.find(({ place }) => place?.start.line === 80 && place.start.column === 1);
    expect(entry!.decided).toBeDefined();
    expect(
      entry!.options.flatMap(({ decisions }) => decisions).filter(({ decision }) => decision.reading || decision.keep),
    ).toEqual([]);
  });
});

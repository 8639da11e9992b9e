import { describe, expect, it } from 'vitest';
import { FAMILIES, perturbed, rewritten, type Source } from '../../bench/perturbations.mjs';

const MARSHALL = 'The Secretary said that he had come to explain the proposals which the Government was considering.';
const MOLOTOV_BEGINS =
  'Molotov replied that his Government had examined the memorandum with attention, and that the difference';
const MOLOTOV_GOES_ON =
  'between the two sides was not fundamental. He mentioned the conversations at Potsdam & Moscow.';
const CLOSE =
  '1. Bohlen interpreted throughout, and the representatives separated without a communication to the press.';
const BODY = [MARSHALL, MOLOTOV_BEGINS, MOLOTOV_GOES_ON, CLOSE];

const MEMORANDUM = `DEPARTMENT OF STATE

Memorandum of Conversation

DATE: April 15, 1947, 10:00 p.m.  
Moscow

SUBJECT: Germany

PARTICIPANTS:

U.S.  
The Secretary  
Charles E. Bohlen, Special Assistant  
U.S.S.R.  
Vyacheslav M. Molotov, Foreign Minister

${MARSHALL}

${MOLOTOV_BEGINS}

SECRET

BEST COPY AVAILABLE

NND-1148

SECRET

-2-

${MOLOTOV_GOES_ON}

${CLOSE}

SECRET

BEST COPY AVAILABLE

NND-1149
`;

const molotov = `${MOLOTOV_BEGINS} ${MOLOTOV_GOES_ON}`;
const source: Source = {
  name: 'marshall-molotov',
  transcription: MEMORANDUM,
  gold: {
    participants: [
      { name: 'George C. Marshall', role: 'Secretary of State', named_in_list_as: 'The Secretary' },
      { name: 'Charles E. Bohlen', role: 'Special Assistant' },
      { name: 'Vyacheslav M. Molotov', role: 'Soviet Foreign Minister' },
    ],
    paragraphs: [MARSHALL, molotov, CLOSE].map((text) => ({
      text,
      mentions: ['Molotov', 'Bohlen'].flatMap((surface) => {
        const start = text.indexOf(surface);
        return start < 0 ? [] : [{ start, end: start + surface.length, surface, id: surface }];
      }),
      pb: text === molotov ? [MOLOTOV_BEGINS.length + 1] : [],
      turns: [{ from: text.split(' ').slice(0, 6).join(' '), who: 'narration' }],
    })),
  },
};

/** Text as its words run: divided words joined, escapes undone, white space single. */
const running = (text: string): string =>
  text
    .replace(/(\p{Ll})-\n\s*(?=\p{Ll})/gu, '$1')
    .replaceAll('&amp;', '&')
    .replace(/\\(?=[.-])/g, '')
    .replace(/\s+/g, ' ');

const SEEDS = [1, 2, 3];

it('A memorandum taken apart and put together is the same', () => {
  expect(rewritten(MEMORANDUM)).toBe(MEMORANDUM);
});

describe.each(FAMILIES.map((family) => [family.name, family] as const))('The family %s', (_, family) => {
  it('gives the same bytes for the same seed', () => {
    for (const seed of SEEDS) expect(perturbed(family, source, seed)).toEqual(perturbed(family, source, seed));
  });

  it('changes the memorandum', () => {
    for (const seed of SEEDS) expect(perturbed(family, source, seed).text).not.toBe(MEMORANDUM);
  });

  it('leaves the words of the body as they are and in order', () => {
    for (const seed of SEEDS) {
      const text = running(perturbed(family, source, seed).text ?? '');
      let at = 0;
      for (const words of BODY) {
        const found = text.indexOf(words, at);
        expect(found, `“${words}” in ${text}`).toBeGreaterThanOrEqual(at);
        at = found + words.length;
      }
    }
  });

  it('keeps every page break in some line of furniture', () => {
    for (const seed of SEEDS) {
      const text = running(perturbed(family, source, seed).text ?? '');
      const between = text.slice(text.indexOf(MOLOTOV_BEGINS) + MOLOTOV_BEGINS.length, text.indexOf(MOLOTOV_GOES_ON));
      expect(between.trim()).not.toBe('');
    }
  });
});

describe('A gold with divided words', () => {
  const plain = FAMILIES.find(({ name }) => name === 'plain-text')!;
  const draws = SEEDS.map((seed) => perturbed(plain, source, seed));

  it('has the hyphens of the transcription', () => {
    expect(draws.some(({ text }) => /\p{Ll}-\n/u.test(text!))).toBe(true);
    for (const { text, gold } of draws) {
      const letters = (words: string) => words.replace(/\s+/g, '');
      const [first, , third] = gold.paragraphs.map((paragraph) => letters(paragraph.text));
      expect(letters(text!)).toContain(first);
      expect(letters(text!)).toContain(third);
      const at = gold.paragraphs[1]!.pb[0]!;
      expect(letters(text!)).toContain(letters(gold.paragraphs[1]!.text.slice(0, at)));
      expect(letters(text!)).toContain(letters(gold.paragraphs[1]!.text.slice(at)));
    }
  });

  it('has its mentions and turns where they stand in its text', () => {
    for (const { gold } of draws) {
      for (const { text, mentions, turns } of gold.paragraphs) {
        for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
        for (const { from } of turns) expect(text).toContain(from);
      }
    }
  });
});

import fc from 'fast-check';

/** A transcription as an editor of its text sees it: blocks between empty lines. */
export type Blocks = readonly string[];

export const blocksOf = (text: string): Blocks => text.trim().split(/\n{2,}/);
export const textOf = (blocks: Blocks): string => `${blocks.join('\n\n')}\n`;

/** What is done to the source of an edition, at a place that is counted from the start and around. */
export interface Edit {
  kind: (typeof KINDS)[number];
  at: number;
  to: number;
}

const KINDS = [
  'insert',
  'delete',
  'double',
  'join',
  'split',
  'mend',
  'swap',
  'give to another speaker',
  'strike furniture',
  'rejoin pages',
  'part pages',
  'take back',
] as const;

const NEW = [
  'The Secretary remarked that the weather in Geneva had been better than that of New York.',
  'Dobrynin asked whether anything would be told to the press about the talk, and when this would be done.',
  'An exchange followed on the date of the next meeting. No day was set.',
  'Kuznetsov said that he would report to his government. The Secretary replied that he was content with this.',
];
const MENDED = ['indeed', 'sizeable', 'earnestly', 'matter', 'Berlin'];

const isParagraph = (block: string): boolean => block.length > 60 && /[.?!]$/.test(block);

/** Places of the paragraphs of the talk. */
const paragraphsIn = (blocks: Blocks): number[] => blocks.flatMap((block, i) => (isParagraph(block) ? [i] : []));

const pick = <T>(all: readonly T[], n: number): T | undefined => (all.length === 0 ? undefined : all[n % all.length]);

/** The source after an edit, and what was done in words; `before` are the earlier states, to which it can be taken back. */
export function edited(
  blocks: Blocks,
  { kind, at, to }: Edit,
  before: readonly Blocks[],
): { blocks: Blocks; did: string } {
  const paragraphs = paragraphsIn(blocks);
  const here = pick(paragraphs, at);
  const n = paragraphs.indexOf(here ?? -1) + 1;
  const first = paragraphs[0] ?? blocks.length;
  const after = [...blocks];
  const done = (did: string) => ({ blocks: after, did });
  const next = here === undefined ? undefined : paragraphs[n];
  switch (kind) {
    case 'insert': {
      const place = first + (at % (blocks.length - first + 1));
      after.splice(place, 0, NEW[to % NEW.length]!);
      return done(`insert “${NEW[to % NEW.length]}” as block ${place + 1}`);
    }
    case 'take back': {
      const earlier = pick(before, at);
      return earlier ? { blocks: earlier, did: `take back to state ${(at % before.length) + 1}` } : done('nothing');
    }
    case 'strike furniture': {
      const others = blocks.flatMap((block, i) => (i > first && !isParagraph(block) ? [i] : []));
      const place = pick(others, at);
      if (place === undefined) return done('nothing');
      after.splice(place, 1);
      return done(`strike out “${blocks[place]}”, block ${place + 1}`);
    }
    case 'part pages': {
      const place = first + (at % (blocks.length - first + 1));
      after.splice(place, 0, 'SECRET', `-${(to % 7) + 2}-`);
      return done(`begin a page at block ${place + 1}`);
    }
    default:
  }
  if (here === undefined) return done('nothing');
  const words = blocks[here]!;
  switch (kind) {
    case 'delete':
      after.splice(here, 1);
      return done(`delete paragraph ${n}`);
    case 'double':
      after.splice(here + (to % 2), 0, words);
      return done(`have paragraph ${n} twice`);
    case 'join':
      if (next === undefined) return done('nothing');
      after[here] = `${words} ${blocks[next]}`;
      after.splice(next, 1);
      return done(`join paragraphs ${n} and ${n + 1}`);
    case 'rejoin pages':
      if (next === undefined) return done('nothing');
      after.splice(here + 1, next - here - 1);
      return done(`strike out all between paragraphs ${n} and ${n + 1}`);
    case 'split': {
      const ends = [...words.matchAll(/[.?!] (?=\p{Lu})/gu)].map(({ index }) => index + 1);
      const end = pick(ends, to);
      if (end === undefined) return done('nothing');
      after.splice(here, 1, words.slice(0, end), words.slice(end + 1));
      return done(`split paragraph ${n} after “…${words.slice(Math.max(0, end - 20), end)}”`);
    }
    case 'mend': {
      const runs = words.split(' ');
      const place = to % runs.length;
      const now = MENDED[at % MENDED.length]!;
      after[here] = [...runs.slice(0, place), now, ...runs.slice(place + 1 + (at % 2))].join(' ');
      return done(`mend “${runs.slice(place, place + 1 + (at % 2)).join(' ')}” to “${now}” in paragraph ${n}`);
    }
    case 'swap': {
      const there = pick(paragraphs, to)!;
      after[here] = blocks[there]!;
      after[there] = words;
      return done(`swap paragraphs ${n} and ${paragraphs.indexOf(there) + 1}`);
    }
    default: {
      const now = /^(?:Kuznetsov|Khrushchev|Kennedy|Kusnetsov)\b/.test(words)
        ? words.replace(/^\S+/, 'The Secretary')
        : words.replace(/^The Secretary\b/, 'Kuznetsov');
      after[here] = now;
      return done(now === words ? 'nothing' : `give paragraph ${n} to “${now.split(' ').slice(0, 2).join(' ')}”`);
    }
  }
}

/** Two to five edits. */
export const editSequence: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(40), to: fc.nat(400) }),
  { minLength: 2, maxLength: 5 },
);

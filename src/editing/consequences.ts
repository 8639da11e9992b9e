import type { RULES, RuleId } from '../messages/rules.js';
import type { MarkKind } from '../text/marks.js';

/** What is at stake where something waits to be decided, gravest first, as it is counted. */
export const CONSEQUENCES = {
  error: { one: 'error', many: 'errors' },
  speaker: { one: 'speaker', many: 'speakers' },
  name: { one: 'name', many: 'names' },
  word: { one: 'word', many: 'words' },
  number: { one: 'page or number', many: 'pages and numbers' },
  sheet: { one: 'hand or furniture', many: 'hands and furniture' },
} as const;
export type Consequence = keyof typeof CONSEQUENCES;

/** How it may be settled: a key of a decision, or a key of `edition.yaml` itself. */
export type Means = 'reading' | 'speaker' | 'person' | 'hand' | 'furniture' | 'break' | 'keep' | 'drafter';

export interface Stake {
  consequence: Consequence;
  /** Nothing, where only the paper or an authority file can tell. */
  means: readonly Means[];
}

type ReadingRule = { [R in RuleId]: (typeof RULES)[R]['stage'] extends 'reading' ? R : never }[RuleId];

/** What each finding of the reading is about, and what an editor can decide. */
export const OF_FINDING: Readonly<Record<ReadingRule, Stake>> = {
  'speaker-is-present': { consequence: 'speaker', means: ['reading', 'speaker', 'keep'] },
  'interpreter-does-not-speak': { consequence: 'speaker', means: ['speaker', 'keep'] },
  'drafter-is-known': { consequence: 'speaker', means: ['drafter'] },
  'name-is-unambiguous': { consequence: 'name', means: ['person', 'keep'] },
  'spelling-agrees': { consequence: 'name', means: ['reading', 'person', 'keep'] },
  'office-held-that-day': { consequence: 'name', means: ['reading', 'person', 'keep'] },
  'participants-are-read': { consequence: 'name', means: ['reading', 'keep'] },
  'name-resolves': { consequence: 'name', means: [] },
  'weekday-fits': { consequence: 'word', means: ['reading', 'keep'] },
  'dates-agree': { consequence: 'word', means: ['reading', 'keep'] },
  'catchword-matches': { consequence: 'word', means: ['reading', 'keep'] },
  'form-is-complete': { consequence: 'word', means: [] },
  'pages-are-found': { consequence: 'number', means: ['break'] },
  'page-numbers-run': { consequence: 'number', means: ['reading', 'keep'] },
  'document-numbers-run': { consequence: 'number', means: ['reading', 'keep'] },
  'markings-agree': { consequence: 'number', means: ['reading', 'keep'] },
};

export type DoubtfulKind = Extract<MarkKind, 'turn' | 'person' | 'office' | 'annotation' | 'furniture'>;

/** What the software has marked and is not sure of, and how many of them are one thing to decide. */
export const OF_MARK: Readonly<Record<DoubtfulKind, Stake & { together: 'in the document' | 'on a page' }>> = {
  turn: { consequence: 'speaker', means: ['speaker', 'keep'], together: 'in the document' },
  person: { consequence: 'name', means: ['person', 'keep'], together: 'in the document' },
  office: { consequence: 'name', means: ['person', 'keep'], together: 'in the document' },
  annotation: { consequence: 'sheet', means: ['hand', 'keep'], together: 'on a page' },
  furniture: { consequence: 'sheet', means: ['furniture', 'keep'], together: 'on a page' },
};

/** "12 wait: 3 speakers, 4 names, 5 words." */
export function countOf(waiting: readonly { consequence: Consequence }[]): string {
  if (waiting.length === 0) return 'Nothing waits.';
  const parts = Object.entries(CONSEQUENCES)
    .map(([consequence, { one, many }]) => ({
      one,
      many,
      n: waiting.filter((w) => w.consequence === consequence).length,
    }))
    .filter(({ n }) => n > 0)
    .map(({ one, many, n }) => `${n} ${n === 1 ? one : many}`);
  return `${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'}: ${parts.join(', ')}.`;
}

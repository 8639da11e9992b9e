import type { Mark, MarkKind } from '../text/marks.js';
import { type Transcription, wordsOf } from '../text/transcription.js';

/** What is citable, and the beginning of its ids. */
const PREFIX: { readonly [K in MarkKind]?: string } = {
  page: 'pg',
  paragraph: 'par',
  heading: 'par',
  turn: 'turn',
  annotation: 'an',
  furniture: 'fw',
  emendation: 'rd',
  footnote: 'fn',
};

/**
 * Ids for all citable marks, numbered in the order of the text: `par.1`, `par.2`; a later part of a turn has the number
 * of the turn and its own, `turn.3.2`. What was published before has other ids that last (`src/citation/allocation.ts`).
 */
export function idsInOrder(marks: readonly Mark[]): Map<Mark, string> {
  const ids = new Map<Mark, string>();
  const highest = new Map<string, number>();
  let turn = { id: '', parts: 0 };
  for (const mark of [...marks].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const prefix = PREFIX[mark.kind];
    if (!prefix) continue;
    if (mark.kind === 'turn' && mark.continues && turn.id !== '') {
      turn.parts++;
      ids.set(mark, `${turn.id}.${turn.parts}`);
      continue;
    }
    const n = (highest.get(prefix) ?? 0) + 1;
    highest.set(prefix, n);
    ids.set(mark, `${prefix}.${n}`);
    if (mark.kind === 'turn') turn = { id: `${prefix}.${n}`, parts: 1 };
  }
  return ids;
}

/** For each id the words of the transcription: of a page none, of a turn those of all its parts. */
export function transcribedWords(transcription: Transcription, ids: ReadonlyMap<Mark, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [mark, id] of ids) {
    if (mark.kind === 'page') continue;
    const words = wordsOf(transcription, mark);
    found.set(id, words);
    const [prefix, number, part] = id.split('.');
    const whole = `${prefix}.${number}`;
    if (part !== undefined) found.set(whole, `${found.get(whole)} ${words}`);
  }
  return found;
}

/** The words of the transcription for which memcon 0.1.0 has registered an id. */
export const firstRegistered = (transcription: Transcription, mark: Mark): string =>
  mark.kind === 'page' ? `page ${mark.n}` : wordsOf(transcription, mark);

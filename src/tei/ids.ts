import { createHash } from 'node:crypto';
import type { Mark, MarkKind } from '../text/marks.js';
import type { Transcription } from '../text/transcription.js';

/** An id that an edition has published, with the words it stands for; `gone` when they no longer stand in the text. */
export interface PublishedId {
  id: string;
  /** Beginning of the words, for a person to recognise. */
  words: string;
  /** SHA-256 of the words, white space single, in hexadecimal. */
  sha256: string;
  gone?: true;
}

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

const WORDS_KEPT = 80;

/** What the register says of an id that stands for a mark. */
export function publishedAs(text: string, mark: Mark, id: string): PublishedId {
  const words = mark.kind === 'page' ? `page ${mark.n}` : text.slice(mark.start, mark.end).replace(/\s+/g, ' ').trim();
  return { id, words: words.slice(0, WORDS_KEPT), sha256: createHash('sha256').update(words).digest('hex') };
}

/**
 * Ids for all citable marks. What stands in `published` with the same words keeps its id; what is new gets the next
 * number of its kind; what is gone stays on record. A page is named by its place, and a part of a turn by the turn.
 */
export function allocateIds(
  { text }: Transcription,
  marks: readonly Mark[],
  published: readonly PublishedId[],
): { ids: ReadonlyMap<Mark, string>; register: PublishedId[] } {
  const ids = new Map<Mark, string>();
  const register: PublishedId[] = [];
  const free = new Map<string, PublishedId[]>();
  const highest = new Map<string, number>();
  for (const entry of published) {
    const prefix = entry.id.split('.')[0]!;
    const n = Number(entry.id.split('.')[1]);
    highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number.isNaN(n) ? 0 : n));
    const key = `${prefix} ${entry.sha256}`;
    free.set(key, [...(free.get(key) ?? []), entry]);
  }
  const claimed = new Set<string>();
  const entryOf = (mark: Mark, id: string) => publishedAs(text, mark, id);
  let turn = { id: '', parts: 0 };
  for (const mark of [...marks].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const prefix = PREFIX[mark.kind];
    if (!prefix) continue;
    if (mark.kind === 'page') {
      ids.set(mark, `pg.${mark.n}`);
    } else if (mark.kind === 'turn' && mark.continues && turn.id !== '') {
      turn.parts++;
      ids.set(mark, `${turn.id}.${turn.parts}`);
    } else {
      const key = `${prefix} ${entryOf(mark, '').sha256}`;
      const known = free.get(key)?.find(({ id }) => id.split('.').length === 2 && !claimed.has(id));
      const n = known ? 0 : (highest.get(prefix) ?? 0) + 1;
      if (!known) highest.set(prefix, n);
      ids.set(mark, known?.id ?? `${prefix}.${n}`);
      if (mark.kind === 'turn') turn = { id: ids.get(mark)!, parts: 1 };
    }
    claimed.add(ids.get(mark)!);
    register.push(entryOf(mark, ids.get(mark)!));
  }
  const gone = published.filter(({ id }) => !claimed.has(id)).map((entry) => ({ ...entry, gone: true as const }));
  return { ids, register: [...register, ...gone] };
}

import { type Mark, type MarkKind, ofKind, type TurnMark } from '../text/marks.js';
import { readerOf } from '../text/reading-text.js';
import { lastThat } from '../text/sorted.js';
import { contains, type Range } from '../text/transcription.js';
import type { Conversation, Edition, EditionPerson, Part } from './edition.js';

/** The talk in numbers; nothing where nobody has a turn. */
export function conversationOf(edition: Edition): Conversation | undefined {
  const { transcription, marks, people, delegations, drafter } = edition;
  const parts = ofKind(marks, 'turn').sort(byStart);
  if (parts.length === 0) return undefined;
  const known = new Map(people.map((person) => [person.id, person]));
  const person = (id: string): EditionPerson => known.get(id) ?? { id, name: id };
  const rows = new Map<string, Row>();
  const rowOf = (ids: readonly string[]): Row => {
    const who = [...new Set(ids)].sort();
    const key = who.join(' ');
    const { delegation, role = key === drafter?.person.id ? 'drafter' : undefined } = known.get(key)?.participant ?? {};
    const row = rows.get(key) ?? {
      who: who.map(person),
      ...(delegation !== undefined && { delegation: delegations[delegation]! }),
      ...(role && { role }),
      turns: 0,
      words: 0,
      addressed: new Map(),
    };
    rows.set(key, row);
    return row;
  };
  for (const { id } of present(people)) rowOf([id]);
  const turns = turnsOf(parts);
  for (const turn of turns) {
    const row = rowOf(turn[0]!.who);
    row.turns++;
    for (const id of new Set(turn.flatMap(({ toWhom }) => toWhom ?? [])))
      row.addressed.set(id, (row.addressed.get(id) ?? 0) + 1);
  }
  const { words, narration, spoken } = countWords(transcription, marks, parts);
  for (const [part, count] of spoken) rowOf(part.who).words += count;
  const all = [...rows.values()].map(
    ({ addressed, ...row }): Part => ({
      ...row,
      addresses: [...addressed].map(([id, times]) => ({ person: person(id), turns: times })),
    }),
  );
  return {
    words,
    narration,
    turns: turns.length,
    people: all.filter(({ who }) => who.length === 1),
    together: all.filter(({ who }) => who.length > 1),
  };
}

interface Row extends Pick<Part, 'who' | 'delegation' | 'role'> {
  turns: number;
  words: number;
  addressed: Map<string, number>;
}

const byStart = (one: Range, other: Range): number => one.start - other.start;

/** Those in the room, side by side. */
const present = (people: readonly EditionPerson[]): EditionPerson[] => {
  const side = ({ participant }: EditionPerson) => participant?.delegation ?? Number.POSITIVE_INFINITY;
  const isBefore = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
  return people.filter(({ participant }) => participant).sort((one, other) => isBefore(side(one), side(other)));
};

/** The parts of each turn. */
const turnsOf = (parts: readonly TurnMark[]): TurnMark[][] =>
  parts.reduce<TurnMark[][]>((turns, part) => {
    if (part.continues && turns.length > 0) turns.at(-1)!.push(part);
    else turns.push([part]);
    return turns;
  }, []);

/** Words of others, or of nobody, among those of the body. */
const NOT_READ: ReadonlySet<MarkKind> = new Set<MarkKind>(['gap', 'annotation', 'furniture', 'footnote']);

/** A run without white space that has one of these is a word, and stands where the first of them stands. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function countWords(transcription: Edition['transcription'], marks: readonly Mark[], turns: readonly TurnMark[]) {
  const read = readerOf(
    transcription,
    marks.map((mark): Mark => (NOT_READ.has(mark.kind) ? { ...mark, kind: 'markup' } : mark)),
  );
  const labels = ofKind(marks, 'speakerLabel').sort(byStart);
  const spoken = new Map<TurnMark, number>();
  let words = 0;
  let narration = 0;
  for (const stretch of bodyOf(marks)) {
    const reading = read(stretch);
    for (const { 0: run, index } of reading.text.matchAll(/\S+/g)) {
      const first = run.search(LETTER_OR_DIGIT);
      if (first < 0) continue;
      const place = reading.source({ start: index + first, end: index + first + 1 });
      const turn = holding(labels, place) ? undefined : holding(turns, place);
      words++;
      if (turn) spoken.set(turn, (spoken.get(turn) ?? 0) + 1);
      else narration++;
    }
  }
  return { words, narration, spoken };
}

/** The stretches of the talk, each by its parts. */
function bodyOf(marks: readonly Mark[]): (readonly Range[])[] {
  const tables = ofKind(marks, 'table').filter(({ type }) => type === 'text');
  const cells = ofKind(marks, 'cell').filter((cell) => tables.some((table) => contains(table, cell)));
  return [...ofKind(marks, 'paragraph').map(({ parts }) => parts), ...cells.map((cell) => [cell])];
}

/** The one of these, in order, in which a place stands. */
function holding<T extends Range>(sorted: readonly T[], place: Range): T | undefined {
  const last = sorted[lastThat(sorted, ({ start }) => start <= place.start)];
  return last && place.start < last.end ? last : undefined;
}

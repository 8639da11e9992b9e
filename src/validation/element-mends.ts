import { distance } from 'fastest-levenshtein';
import type { GrammarState } from './grammar-state.js';
import { ELEMENT_HABITS, type ElementHabit } from './habits.js';
import { completion, enterFilled, passOver, skeleton } from './skeleton.js';

/** What is to be done about an element that may not stand where it stands. Each was tried on the grammar. */
export type ElementMend =
  | { readonly kind: 'take'; readonly name: string; readonly habit?: ElementHabit }
  | WrapMend
  | { readonly kind: 'behind'; readonly sibling: string }
  | { readonly kind: 'before'; readonly sibling: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'insert'; readonly name: string; readonly written: string }
  | { readonly kind: 'join' }
  | { readonly kind: 'untag' };

/** Elements around it, from outside; `first` is what must stand in the innermost before it, `rest` what after it. */
export interface WrapMend {
  readonly kind: 'wrap';
  readonly around: readonly string[];
  readonly first?: { readonly name: string; readonly written: string };
  readonly rest: string;
}

export interface Misplaced {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element around it, by the name that the grammar knows it under. */
  readonly parent?: string;
  /** Just before it. */
  readonly state: GrammarState;
  /** Before each of the children that came earlier. */
  readonly earlier: readonly { readonly state: GrammarState; readonly name: string }[];
  /** The names of those that come later in the same parent. */
  readonly later: readonly string[];
}

/** Elements that may be put around others without saying more than is there, the narrowest first. */
const WRAPPERS = [
  ...['item', 'cell', 'row', 'list', 'p', 'div', 'opener', 'closer', 'body', 'text', 'choice', 'app', 'lem', 'rdg'],
  ...['persName', 'person', 'listPerson', 'org', 'listOrg', 'place', 'listPlace', 'event', 'listEvent', 'witness'],
  ...[
    'handNotes',
    'listWit',
    'notesStmt',
    'langUsage',
    'setting',
    'settingDesc',
    'particDesc',
    'textClass',
    'keywords',
  ],
  ...[
    'publicationStmt',
    'titleStmt',
    'editionStmt',
    'availability',
    'respStmt',
    'msIdentifier',
    'msItem',
    'msContents',
  ],
  ...['fileDesc', 'teiHeader', 'encodingDesc', 'profileDesc', 'revisionDesc', 'classDecl', 'taxonomy', 'editorialDecl'],
];

export function elementMend(misplaced: Misplaced): ElementMend | undefined {
  const { state, name } = misplaced;
  const known = state.knows(name);
  return (
    habitual(misplaced) ??
    slip(misplaced, known) ??
    (known ? movement(misplaced) : undefined) ??
    (known ? inserted(misplaced) : undefined) ??
    wrapped(state, (inside) => inside.enter(name), name) ??
    (!known && state.takesText() ? { kind: 'untag' } : undefined)
  );
}

const takes = (state: GrammarState, name: string): boolean => state.copy().enter(name);

function habitual({ name, attributes, parent, state }: Misplaced): ElementMend | undefined {
  const habit = ELEMENT_HABITS.find(
    (row) =>
      row.names.includes(name.toLowerCase()) &&
      row.write !== name &&
      (!row.in || (parent !== undefined && row.in.includes(parent))) &&
      (!row.where || row.where.values.includes(attributes[row.where.attribute] ?? '')) &&
      takes(state, row.write),
  );
  return habit && { kind: 'take', name: habit.write, habit };
}

/** Another case, or a slip of the pen: a letter in a short name, two in a long one. */
function slip({ name, state }: Misplaced, known: boolean): ElementMend | undefined {
  const small = name.toLowerCase();
  const allowed = state.elements();
  const cased = allowed.find((other) => other.toLowerCase() === small && other !== name);
  if (cased !== undefined) return { kind: 'take', name: cased };
  if (known || name.length < 3) return undefined;
  const [nearest] = allowed
    .map((other) => ({ other, far: distance(small, other.toLowerCase()) }))
    .filter(({ other, far }) => far <= (Math.min(name.length, other.length) > 5 ? 2 : 1))
    .sort((one, other) => one.far - other.far || Number(one.other[0] !== name[0]) - Number(other.other[0] !== name[0]));
  return nearest && { kind: 'take', name: nearest.other };
}

/** It may stand behind a later sibling, before an earlier one, or after the end of the element around it. */
function movement({ name, parent, state, earlier, later }: Misplaced): ElementMend | undefined {
  const behind = lastBehind(name, state.copy(), later);
  if (behind !== undefined) return { kind: 'behind', sibling: behind };
  const before = earlier.findLast((child) => {
    const there = child.state.copy();
    return passOver(there, name) && there.enter(child.name);
  });
  if (before) return { kind: 'before', sibling: before.name };
  if (parent === undefined) return undefined;
  const outside = state.copy();
  if (outside.close(parent) && outside.enter(name)) return { kind: 'close' };
  return earlier.some((child) => child.name === name) ? { kind: 'join' } : undefined;
}

/** The last of the siblings that follow, read on as they stand, behind which it may stand. */
function lastBehind(name: string, state: GrammarState, later: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const sibling of later) {
    if (sibling === name || !takes(state, sibling) || !passOver(state, sibling)) break;
    if (takes(state, name)) found = sibling;
  }
  return found;
}

/** The one thing that must stand before it. */
function inserted({ name, state }: Misplaced): ElementMend | undefined {
  const needed = neededBefore(state, (after) => after.enter(name));
  return needed && { kind: 'insert', ...needed };
}

function neededBefore(state: GrammarState, accepts: (state: GrammarState) => boolean) {
  const found = state.elements().filter((other) => {
    const after = state.copy();
    return passOver(after, other) && accepts(after);
  });
  const [name] = found;
  const written = found.length === 1 ? skeleton(state.copy(), name!) : undefined;
  return written === undefined ? undefined : { name: name!, written };
}

/** Elements to put around what `accepts` stands for: one, or two within each other. */
export function wrapped(
  state: GrammarState,
  accepts: (inside: GrammarState) => boolean,
  name?: string,
): WrapMend | undefined {
  const within = (outer: readonly string[], inside: GrammarState): WrapMend | undefined => {
    const tried = inside.copy();
    if (accepts(tried)) return { kind: 'wrap', around: outer, rest: restOf(tried, name, outer) };
    const needed = neededBefore(inside, accepts);
    if (!needed) return undefined;
    const after = inside.copy();
    passOver(after, needed.name);
    accepts(after);
    return { kind: 'wrap', around: outer, first: needed, rest: restOf(after, name, outer) };
  };
  const reach = (outer: readonly string[], from: GrammarState, deeper: number): WrapMend | undefined => {
    const open = new Set(from.elements());
    const steps = WRAPPERS.filter((wrapper) => open.has(wrapper) && wrapper !== name).flatMap((wrapper) => {
      const inside = from.copy();
      return enterFilled(inside, wrapper) === undefined ? [] : [{ wrapper, inside }];
    });
    for (const { wrapper, inside } of steps) {
      const found = within([...outer, wrapper], inside);
      if (found) return found;
    }
    if (deeper === 0) return undefined;
    for (const { wrapper, inside } of steps) {
      const found = reach([...outer, wrapper], inside, deeper - 1);
      if (found) return found;
    }
    return undefined;
  };
  return reach([], state, 1);
}

/** What the wrapper still needs after the element, as it would be written. */
function restOf(state: GrammarState, name: string | undefined, around: readonly string[]): string {
  if (name !== undefined) {
    state.leave();
    state.close(name);
  }
  return completion(state, around.at(-1)!) ?? '';
}

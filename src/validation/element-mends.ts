import { slipOf } from '../text/nearest.js';
import type { GrammarState } from './grammar-state.js';
import { ELEMENT_HABITS, type ElementHabit } from './habits.js';
import { passOver } from './skeleton.js';
import { neededBefore, type WrapMend, wrapped } from './wrapping.js';

/** What is to be done about an element that may not stand where it stands. Each was tried on the grammar. */
export type ElementMend =
  | { readonly kind: 'take'; readonly name: string; readonly habit?: ElementHabit }
  | WrapMend
  | { readonly kind: 'behind'; readonly sibling: string }
  | { readonly kind: 'before'; readonly sibling: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'insert'; readonly name: string; readonly written: string }
  | { readonly kind: 'join' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'untag' };

export interface Misplaced {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly empty: boolean;
  /** The element around it, by the name that the grammar knows it under. */
  readonly parent?: string;
  /** Just before it. */
  readonly state: GrammarState;
  /** Before each of the children that came earlier. */
  readonly earlier: readonly { readonly state: GrammarState; readonly name: string }[];
  /** The names of those that come later in the same parent. */
  readonly later: readonly string[];
}

export function elementMend(misplaced: Misplaced): ElementMend | undefined {
  const { state, name } = misplaced;
  const known = state.knows(name);
  return (
    habitual(misplaced) ??
    slip(misplaced, known) ??
    (known ? movement(misplaced) : undefined) ??
    (known ? inserted(misplaced) : undefined) ??
    wrapped(state, (inside) => inside.enter(name), name) ??
    (known ? outside(misplaced) : undefined) ??
    (!known && !misplaced.empty && state.takesText() ? { kind: 'untag' } : undefined)
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
  const nearest = slipOf(name, allowed);
  return nearest === undefined ? undefined : { kind: 'take', name: nearest };
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

/** It may stand behind the element around it, once that is whole. */
function outside({ name, parent, state }: Misplaced): ElementMend | undefined {
  const after = state.copy();
  if (parent !== undefined) after.close(parent);
  return parent !== undefined && after.enter(name) ? { kind: 'outside' } : undefined;
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

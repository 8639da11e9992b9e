import { slipOf } from '../text/nearest.js';
import type { GrammarState } from './grammar-state.js';
import { ATTRIBUTE_HABITS } from './habits.js';
import type { KnownFile } from './known-file.js';
import { POINTING } from './pointers.js';
import { meantReferences } from './reference-mends.js';
import { type ValueMend, valueMends } from './value-mends.js';

export interface Written {
  readonly name: string;
  readonly value: string;
}

/** The attribute that was meant by one which the element does not have; with its value mended too, if that is needed. */
export function attributeMend(
  state: GrammarState,
  { name, value }: Written,
  element: string,
  present: readonly string[],
  file: KnownFile,
): Written | undefined {
  const open = state.attributes().filter((other) => !present.includes(other));
  for (const other of meantNames(name, element, open)) {
    const given = POINTING.includes(other) ? (meantReferences({ value }, file)[0] ?? value) : value;
    const mended = state.takesAttribute(other, given)
      ? given
      : valueMendsOf(state, { name: other, value }, element, file)[0]?.value;
    if (mended !== undefined) return { name: other, value: mended };
  }
  return undefined;
}

/** The names by which it may be called here, the likeliest first: other case, habit, a slip of the pen. */
function meantNames(name: string, element: string, open: readonly string[]): string[] {
  const small = name.toLowerCase();
  const local = small.replace(/^.*:/, '');
  const habits = ATTRIBUTE_HABITS.filter(({ names, on }) => names.includes(local) && (on?.includes(element) ?? true));
  const slip =
    name.length > 2
      ? slipOf(
          name,
          open.filter((other) => other.length > 2),
        )
      : undefined;
  return [
    ...open.filter((other) => other.toLowerCase() === small || other.toLowerCase() === local),
    ...habits.map(({ write }) => write).filter((other) => open.includes(other)),
    ...(slip === undefined ? [] : [slip]),
  ];
}

/** What may stand in place of a value that an attribute refuses. `state` stands in the start tag, before the attribute. */
export const valueMendsOf = (
  state: GrammarState,
  { name, value }: Written,
  element: string,
  file: KnownFile,
): ValueMend[] =>
  valueMends(
    {
      attribute: name,
      value,
      element,
      allowed: state.valuesOf(name),
      has: (other) => state.attributes().includes(other),
      accepts: (candidate) => state.takesAttribute(name, candidate),
    },
    file,
  );

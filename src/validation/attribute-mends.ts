import { distance } from 'fastest-levenshtein';
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
  const slips = open
    .map((other) => ({ other, far: distance(small, other.toLowerCase()) }))
    .filter(
      ({ other, far }) => far <= Math.min(2, Math.floor(other.length / 3) + 1) && other.length > 2 && name.length > 2,
    )
    .sort((one, other) => one.far - other.far);
  return [
    ...open.filter((other) => other.toLowerCase() === small || other.toLowerCase() === local),
    ...habits.map(({ write }) => write).filter((other) => open.includes(other)),
    ...slips.map(({ other }) => other),
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
      accepts: (candidate) => state.takesAttribute(name, candidate),
    },
    file,
  );

import type { XmlElement } from './element-tree.js';
import type { GrammarState } from './grammar-state.js';

/** Positions among the children that are kept to say where something could have stood. */
const REMEMBERED = 40;

/** An element that is open in the grammar's eyes. */
export interface Frame {
  readonly element: XmlElement;
  /** As the grammar knows it, be it written otherwise. */
  readonly name: string;
  readonly outer: Frame | undefined;
  readonly earlier: { readonly state: GrammarState; readonly name: string }[];
  /** Elements that were read as if they stood around what follows. */
  around: readonly string[];
  /** A child was refused, which explains what is missing at the end. */
  faulty: boolean;
  /** Text in it was refused, of which more may follow. */
  loose: boolean;
  /** Read as if it had ended before its end tag; what follows belongs to the outer one. */
  ended: boolean;
}

export const openFrame = (element: XmlElement, name: string, outer: Frame | undefined): Frame => ({
  ...{ element, name, outer, earlier: [], around: [] },
  ...{ faulty: false, loose: false, ended: false },
});

/** Keeps where a child began. */
export function remember({ earlier }: Frame, state: GrammarState, name: string): void {
  if (earlier.length < REMEMBERED) earlier.push({ state, name });
}

/** The innermost of the elements around that was not read as ended. */
export const stillOpen = (frame: Frame): Frame => (frame.ended && frame.outer ? stillOpen(frame.outer) : frame);

import type { CitationTree, Step } from '../citation/declaration.js';
import type { TeiElement } from '../citation/tree.js';
import type { Unit } from '../citation/unit.js';
import { namedBy } from '../citation/xpath.js';

/** A passage at its place in a tree of the header. */
export interface Passage {
  /** The reference under which the resolver finds it. */
  readonly identifier: string;
  /** How deep it stands in the tree; 1 at the top. */
  readonly level: number;
  readonly parent?: string;
  /** The `unit` of its `citeStructure`. */
  readonly citeType: string;
  readonly element: TeiElement;
  readonly unit: Unit;
}

/** One of the ways to cite an edition, with all its passages. */
export interface PassageTree {
  readonly name: string;
  readonly steps: readonly Step[];
  /** A passage before those within it, and passages of one parent as they stand in the document. */
  readonly passages: readonly Passage[];
  /** The place of each in `passages`, by its identifier. */
  readonly places: ReadonlyMap<string, number>;
}

/** The passages of a tree that the edition can cite; of two with one reference, the first. */
export function passageTree(
  { name, steps }: CitationTree,
  root: TeiElement,
  byReference: ReadonlyMap<string, Unit>,
): PassageTree {
  const passages: Passage[] = [];
  const places = new Map<string, number>();
  const walk = (among: readonly Step[], from: TeiElement, parent?: Passage) => {
    const found = among.flatMap((step) => step.select(from).map((element) => ({ step, element })));
    found.sort((one, other) => one.element.order - other.element.order);
    for (const { step, element } of found) {
      const named = namedBy(step.use, element);
      if (named === undefined) continue;
      const identifier = `${parent?.identifier ?? ''}${step.delim}${named}`;
      const unit = byReference.get(identifier);
      if (!unit || places.has(identifier)) continue;
      const passage: Passage = {
        identifier,
        level: (parent?.level ?? 0) + 1,
        ...(parent && { parent: parent.identifier }),
        citeType: step.unit,
        element,
        unit,
      };
      places.set(identifier, passages.length);
      passages.push(passage);
      walk(step.steps, element, passage);
    }
  };
  walk(steps, root);
  return { name, steps, passages, places };
}

/** The number of levels that the header declares. */
export const depthOf = (steps: readonly Step[]): number =>
  steps.length === 0 ? 0 : 1 + Math.max(...steps.map((step) => depthOf(step.steps)));

/** The place behind the last passage within the one at this place. */
export function endOfSubtree({ passages }: PassageTree, place: number): number {
  const { level } = passages[place]!;
  let end = place + 1;
  while (end < passages.length && passages[end]!.level > level) end++;
  return end;
}

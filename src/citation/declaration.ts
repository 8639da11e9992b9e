import { childrenOf, descendantsOf, type TeiElement } from './tree.js';
import { namedBy, type Selection, selectionOf } from './xpath.js';

/** One step of a citation, as the header declares it (TEI Guidelines, 16.2.5, `citeStructure`). */
export interface Step {
  readonly unit: string;
  readonly match: string;
  readonly use: string;
  /** What stands before the name in a reference. */
  readonly delim: string;
  readonly select: Selection;
  readonly steps: readonly Step[];
}

/** A way to cite the document: as on paper, as in the talk. */
export interface CitationTree {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** A passage with the reference under which a tree gives it. */
export interface Declared {
  readonly tree: string;
  readonly unit: string;
  readonly element: TeiElement;
  readonly reference: string;
}

/** The trees that the header of an edition declares; steps written in more of XPath than is read are left out. */
export function citationTrees(root: TeiElement): CitationTree[] {
  return descendantsOf(root)
    .filter(({ name }) => name === 'refsDecl')
    .map((declaration, n) => ({
      name: declaration.attributes.get('n') ?? String(n + 1),
      steps: childrenOf(declaration, 'citeStructure').flatMap(stepOf),
    }))
    .filter(({ steps }) => steps.length > 0);
}

function stepOf(structure: TeiElement): Step[] {
  const { attributes } = structure;
  const match = attributes.get('match') ?? '';
  const select = selectionOf(match);
  if (!select) return [];
  return [
    {
      unit: attributes.get('unit') ?? 'passage',
      match,
      use: attributes.get('use') ?? '',
      delim: attributes.get('delim') ?? '',
      select,
      steps: childrenOf(structure, 'citeStructure').flatMap(stepOf),
    },
  ];
}

/** Every passage of every tree, in the order of the trees and, in each step, of the document. */
export function declaredIn(root: TeiElement, trees: readonly CitationTree[]): Declared[] {
  const found: Declared[] = [];
  const walk = (tree: string, steps: readonly Step[], from: TeiElement, before: string) => {
    for (const { unit, use, delim, select, steps: inner } of steps) {
      for (const element of select(from)) {
        const name = namedBy(use, element);
        if (name === undefined) continue;
        const reference = before + delim + name;
        found.push({ tree, unit, element, reference });
        walk(tree, inner, element, reference);
      }
    }
  };
  for (const { name, steps } of trees) walk(name, steps, root, '');
  return found;
}

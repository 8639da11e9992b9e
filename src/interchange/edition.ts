import { citationTrees } from '../citation/declaration.js';
import { descendantsOf, type TeiElement, teiTree } from '../citation/tree.js';
import type { CitableEdition } from '../citation/unit.js';
import { citableTree } from '../citation/units.js';
import { type Extent, extentsOf } from './extents.js';
import { type PassageTree, passageTree } from './passages.js';

/** An edition read so far that any passage of it can be told, and cut out of its file. */
export interface OpenEdition {
  readonly name: string;
  /** Its TEI file. */
  readonly tei: string;
  readonly citable: CitableEdition;
  readonly root: TeiElement;
  /** All elements in document order, the root first: the element with the `order` n stands at n. */
  readonly elements: readonly TeiElement[];
  readonly extents: readonly Extent[];
  /** As the header declares them; the first is the one meant where none is named. */
  readonly trees: readonly PassageTree[];
}

/**
 * Reads an edition from its TEI file alone; `address` is that of its first page, where the file tells none.
 * @throws MaterialError where the file is not well-formed
 */
export function openEdition(
  name: string,
  tei: string,
  layout: CitableEdition['record']['layout'] = 'workspace',
  address?: string,
): OpenEdition {
  const file = `${name}/${name}.xml`;
  const root = teiTree(file, tei);
  const read = citableTree(root, file, layout);
  const citable =
    address === undefined || read.record.address !== undefined
      ? read
      : { ...read, record: { ...read.record, address } };
  return {
    name,
    tei,
    citable,
    root,
    elements: [root, ...descendantsOf(root)],
    extents: extentsOf(tei),
    trees: citationTrees(root).map((tree) => passageTree(tree, root, citable.byReference)),
  };
}

import type { OpenEdition } from '../edition.js';
import type { Passage, PassageTree } from '../passages.js';
import { shortened } from '../shortened.js';
import { DtsFault } from './fault.js';

/** What a request says of the passages that it means. */
export interface PlaceQuery {
  readonly ref?: string;
  readonly start?: string;
  readonly end?: string;
  readonly tree?: string;
}

/** The passages of a tree from one place to another, both inclusive; `ref` where one was asked for. */
export type Place =
  | { readonly tree: PassageTree; readonly ref: Passage }
  | { readonly tree: PassageTree; readonly start: Passage; readonly end: Passage };

/**
 * Finds the passages that are asked for; none where the whole is.
 * @throws DtsFault where parameters exclude each other (400), or nothing is called so (404)
 */
export function placeOf(
  edition: OpenEdition,
  { ref, start, end, tree }: PlaceQuery,
): { tree?: PassageTree; place?: Place } {
  if (ref !== undefined && (start !== undefined || end !== undefined))
    throw new DtsFault(400, 'Either “ref” or “start” and “end” can be asked for, not both.');
  if ((start === undefined) !== (end === undefined))
    throw new DtsFault(
      400,
      `“${start === undefined ? 'end' : 'start'}” needs “${start === undefined ? 'start' : 'end'}” beside it.`,
    );
  const found = treeOf(edition, tree);
  if (ref !== undefined) return { tree: treeWith(found), place: { tree: treeWith(found), ref: passageOf(found, ref) } };
  if (start !== undefined && end !== undefined) {
    const place = { tree: treeWith(found), start: passageOf(found, start), end: passageOf(found, end) };
    if (place.tree.places.get(start)! > place.tree.places.get(end)!)
      throw new DtsFault(400, `“${start}” stands behind “${end}”.`);
    return { tree: place.tree, place };
  }
  return { ...(found && { tree: found }) };
}

/** The tree of that name; the first is meant where none is named, and has no name of its own. */
function treeOf({ name, trees }: OpenEdition, wanted: string | undefined): PassageTree | undefined {
  if (wanted === undefined) return trees[0];
  const found = trees.slice(1).find((tree) => tree.name === wanted);
  if (found) return found;
  const named = trees.slice(1).map((tree) => `“${tree.name}”`);
  const others =
    named.length > 0 ? `besides the first, which has no name, there is ${named.join(', ')}` : 'there is one only';
  throw new DtsFault(404, `“${name}” has no citation tree “${shortened(wanted)}”: ${others}.`);
}

function treeWith(tree: PassageTree | undefined): PassageTree {
  if (tree) return tree;
  throw new DtsFault(404, 'This resource has no citation tree.');
}

function passageOf(tree: PassageTree | undefined, reference: string): Passage {
  const place = treeWith(tree).places.get(reference);
  if (place !== undefined) return tree!.passages[place]!;
  throw new DtsFault(404, `There is no passage “${shortened(reference)}” in this citation tree.`);
}

import type { GrammarState } from './grammar-state.js';
import { completion, enterFilled, passOver, skeleton } from './skeleton.js';

/** Elements around it, from outside; `first` is what must stand in the innermost before it, `rest` what after it. */
export interface WrapMend {
  readonly kind: 'wrap';
  readonly around: readonly string[];
  readonly first?: { readonly name: string; readonly written: string };
  readonly rest: string;
}

/** Elements that may be put around others without saying more than is there, the narrowest first. */
const WRAPPERS = [
  ...['item', 'cell', 'row', 'list', 'p', 'div', 'opener', 'closer', 'body', 'text', 'choice', 'app', 'lem'],
  ...['rdg', 'persName', 'person', 'listPerson', 'org', 'listOrg', 'place', 'listPlace', 'event', 'listEvent'],
  ...['witness', 'handNotes', 'listWit', 'notesStmt', 'langUsage', 'setting', 'settingDesc', 'particDesc'],
  ...['textClass', 'keywords', 'publicationStmt', 'titleStmt', 'editionStmt', 'availability', 'respStmt'],
  ...['msIdentifier', 'msItem', 'msContents', 'eventName', 'orgName', 'placeName', 'handNote', 'language'],
  ...['term', 'change', 'fileDesc', 'teiHeader', 'encodingDesc', 'profileDesc', 'revisionDesc', 'classDecl'],
  ...['taxonomy', 'editorialDecl'],
];

/** Around words alone. */
const AROUND_WORDS = ['corr', 'reg', 'expan', 'sic', 'desc'];

/** The one thing that, if it stood here, would let another follow; with its smallest form. */
export function neededBefore(state: GrammarState, accepts: (state: GrammarState) => boolean) {
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
    // What holds text needs nothing before another thing.
    const needed = outer.length === 1 && !inside.takesText() ? neededBefore(inside, accepts) : undefined;
    if (!needed) return undefined;
    const after = inside.copy();
    passOver(after, needed.name);
    accepts(after);
    return { kind: 'wrap', around: outer, first: needed, rest: restOf(after, name, outer) };
  };
  const reach = (outer: readonly string[], from: GrammarState, deeper: number): WrapMend | undefined => {
    const open = new Set(from.elements());
    const steps = (name === undefined ? [...WRAPPERS, ...AROUND_WORDS] : WRAPPERS)
      .filter((wrapper) => open.has(wrapper) && wrapper !== name)
      .flatMap((wrapper) => {
        const inside = from.copy();
        return enterFilled(inside, wrapper) === undefined ? [] : [{ wrapper, inside }];
      });
    for (const { wrapper, inside } of steps) {
      const found = within([...outer, wrapper], inside);
      if (found) return found;
    }
    if (deeper === 0) return undefined;
    for (const { wrapper, inside } of steps.filter((step) => !step.inside.takesText())) {
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

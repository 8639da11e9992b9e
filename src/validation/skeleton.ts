import type { GrammarState } from './grammar-state.js';

/** Of several things that would complete an element, the one most likely meant; what is not named comes after them. */
const FIRST_CHOICE = [
  ...['rdg', 'corr', 'reg', 'expan', 'sic', 'orig', 'abbr', 'item', 'cell', 'row', 'p', 'title', 'publisher', 'person'],
  ...['persName', 'orgName', 'placeName', 'eventName', 'titleStmt', 'publicationStmt', 'sourceDesc', 'fileDesc'],
  ...['teiHeader', 'body', 'text', 'div', 'name', 'resp', 'change', 'language', 'witness', 'handNote'],
];

/** Deeper than this nothing is left to complete in our grammar. */
const DEEPEST = 6;

export const byChoice = (names: readonly string[]): string[] => {
  const rank = (name: string) => (FIRST_CHOICE.indexOf(name) + FIRST_CHOICE.length + 1) % (FIRST_CHOICE.length + 1);
  return [...names].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
};

/** Enters an element with the attributes that it needs; gives those as they would be written, or nothing if refused. */
export function enterFilled(state: GrammarState, name: string): string | undefined {
  if (!state.enter(name)) return undefined;
  let written = '';
  for (const attribute of state.copy().leave()) {
    const value = state.fill(attribute);
    if (value === undefined) return undefined;
    written += ` ${attribute}="${value}"`;
  }
  return state.leave().length === 0 ? written : undefined;
}

/** The smallest whole element of a name, `…` where words are wanted, as it would be written here. */
export function skeleton(state: GrammarState, name: string, depth = 0): string | undefined {
  const attributes = enterFilled(state, name);
  if (attributes === undefined || depth > DEEPEST) return undefined;
  const inner = completion(state, name, depth);
  if (inner === undefined) return undefined;
  const content = inner === '' && state.takesText() ? '…' : inner;
  state.close(name);
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

/** What an open element still needs before it can end; empty where nothing is missing. */
export function completion(state: GrammarState, name: string, depth = 0): string | undefined {
  let written = '';
  for (let i = 0; i < DEEPEST; i++) {
    if (state.copy().close(name)) return written;
    const next = byChoice(state.elements()).find((other) => skeleton(state.copy(), other, depth + 1) !== undefined);
    if (next === undefined) return undefined;
    written += skeleton(state, next, depth + 1);
  }
  return undefined;
}

/** As if a whole element of this name stood here, whatever it holds. */
export function passOver(state: GrammarState, name: string): boolean {
  if (enterFilled(state, name) === undefined) return false;
  state.close(name);
  return true;
}

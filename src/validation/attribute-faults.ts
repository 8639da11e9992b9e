import type { Tag } from '../xml/reading.js';
import { attributeMend, valueMendsOf, type Written } from './attribute-mends.js';
import type { ElementMend } from './element-mends.js';
import type { XmlElement } from './element-tree.js';
import { ofAttribute, ofMissingAttribute, ofValue, type Said } from './grammar-message.js';
import type { GrammarState } from './grammar-state.js';
import type { KnownFile } from './known-file.js';
import { enterFilled } from './skeleton.js';

export type { Written } from './attribute-mends.js';

export type Say = (tag: Tag, said: Said, text?: { readonly words: string; readonly at: number }) => unknown;

/**
 * Reads the attributes of a start tag and its end, and says what is wrong with them. Gives the state after it, as if
 * each mend had been made; none where nothing inside the element can be judged.
 */
export function readAttributes(
  entered: GrammarState,
  element: string,
  attributes: readonly Written[],
  known: KnownFile,
  say: (said: Said) => void,
): GrammarState | undefined {
  let state = entered;
  let sound = true;
  for (const attribute of attributes) {
    const before = state.copy();
    const taken = state.attribute(attribute.name, attribute.value);
    if (taken === 'taken') continue;
    state = before;
    if (taken === 'name') {
      const present = attributes.map(({ name }) => name);
      const meant = attributeMend(state, attribute, element, present, known);
      say(ofAttribute(element, attribute, state.attributes(), meant));
      if (meant) state.attribute(meant.name, meant.value);
      else sound = false;
    } else {
      const mends = valueMendsOf(state, attribute, element, known);
      say(ofValue(element, attribute, state.valuesOf(attribute.name), mends));
      if (mends[0]) state.attribute(attribute.name, mends[0].value);
      else state.fill(attribute.name);
    }
  }
  return endOfTag(state, element, sound ? say : () => undefined);
}

/** Ends the start tag. An attribute with a slip in its name is one fault, not a strange one and a missing one. */
function endOfTag(state: GrammarState, element: string, say: (said: Said) => void): GrammarState | undefined {
  const before = state.copy();
  const missing = state.leave();
  if (missing.length === 0) return state;
  say(ofMissingAttribute(element, missing, missing.length === 1 ? before.valuesOf(missing[0]!) : []));
  for (const attribute of missing) before.fill(attribute);
  return before.leave().length === 0 ? before : undefined;
}

/**
 * The attributes of an element as they would be mended, without a word said, and the names of those that have to go.
 * `state` stands before the element.
 */
export function mendedAttributes(
  state: GrammarState,
  element: string,
  attributes: readonly Written[],
  known: KnownFile,
): { mended: Written[]; lost: string[] } {
  const tried = state.copy();
  tried.enter(element);
  const mended: Written[] = [];
  const lost: string[] = [];
  for (const attribute of attributes) {
    const mend = mendedAttribute(tried, element, attribute, [...mended, ...attributes], known);
    if (mend === undefined) {
      lost.push(attribute.name);
      continue;
    }
    tried.attribute(mend.name, mend.value);
    mended.push(mend);
  }
  return { mended, lost };
}

function mendedAttribute(
  state: GrammarState,
  element: string,
  attribute: Written,
  others: readonly Written[],
  known: KnownFile,
): Written | undefined {
  const { name, value } = attribute;
  if (state.takesAttribute(name, value)) return attribute;
  if (!state.attributes().includes(name)) {
    return attributeMend(
      state,
      attribute,
      element,
      others.map((other) => other.name),
      known,
    );
  }
  const [mend] = valueMendsOf(state, attribute, element, known);
  return mend && { name, value: mend.value };
}

export const startTag = (name: string, attributes: readonly Written[]): string =>
  `<${[name, ...attributes.map((attribute) => `${attribute.name}="${attribute.value}"`)].join(' ')}>`;

/** The attributes of an element, without its declarations of namespaces. */
export const writtenIn = ({ tag }: XmlElement): Written[] =>
  Object.values(tag.attributes)
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ name, value }) => ({ name, value }));

/** A start tag as it would be written; one that holds nothing is closed at once. `lost`: attributes that it cannot have. */
export function tagIn(
  before: GrammarState,
  name: string,
  attributes: readonly Written[],
  lost: readonly string[],
): string {
  const inside = before.copy();
  const empty = enterFilled(inside, name) !== undefined && inside.holdsNothing();
  const tag = startTag(name, attributes);
  const without = lost.map((attribute) => `@${attribute}`).join(' and ');
  return `${empty ? tag.replace(/>$/, '/>') : tag}${without === '' ? '' : `, without ${without}`}`;
}

/** The attributes of an element under its other name. */
export function takenAs(mend: Extract<ElementMend, { kind: 'take' }>, attributes: readonly Written[]): Written[] {
  const { attributes: supplied = {}, without = [] } = mend.habit ?? {};
  const own = attributes.filter(({ name }) => !without.includes(name) && !(name in supplied));
  return [...Object.entries(supplied).map(([name, value]) => ({ name, value })), ...own];
}

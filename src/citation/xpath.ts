import { descendantsOf, type TeiElement } from './tree.js';

/**
 * The part of XPath in which `citeStructure` of our headers is written: `//a//b[@c][not(@d)][@e='f']`, `.//a[@b]`,
 * several of them joined by `|`, and the milestones of a kind up to the next one around them:
 * `let $page := . return following::lb[@n][preceding::pb[1] is $page]`.
 */
export type Selection = (from: TeiElement) => TeiElement[];

const STEP = /^(\/\/|\/)([\w*]+)((?:\[[^\]]*\])*)/;
const BETWEEN = /^let \$(\w+) := \. return following::(\w+)((?:\[[^\]]*\])*)\[preceding::(\w+)\[1\] is \$\1\]$/;

/** What a @match selects, or nothing where it is written in more of XPath than is read here. */
export function selectionOf(match: string): Selection | undefined {
  const between = BETWEEN.exec(match.trim());
  if (between) {
    const [, , name = '', tests = '', bound = ''] = between;
    const holds = testsOf(tests);
    return holds && ((from) => upToNext(from, bound).filter((one) => one.name === name && holds(one)));
  }
  const paths = match.split('|').map((path) => pathOf(path.trim()));
  if (paths.some((path) => path === undefined)) return undefined;
  return (from) => {
    const found = new Set(paths.flatMap((path) => path!(from)));
    return [...found].sort((one, other) => one.order - other.order);
  };
}

function pathOf(path: string): Selection | undefined {
  const steps: Selection[] = [];
  const isAbsolute = path.startsWith('/');
  if (!isAbsolute && !path.startsWith('.')) return undefined;
  let rest = isAbsolute ? path : path.slice(1);
  while (rest !== '') {
    const found = STEP.exec(rest);
    if (!found) return undefined;
    const [whole, axis, name, tests = ''] = found;
    const holds = testsOf(tests);
    if (!holds) return undefined;
    const candidates = axis === '//' ? descendantsOf : ({ children }: TeiElement) => children.filter(isElement);
    steps.push((from) => candidates(from).filter((one) => (name === '*' || one.name === name) && holds(one)));
    rest = rest.slice(whole.length);
  }
  return (from) => {
    let found = [isAbsolute ? documentOf(from) : from];
    for (const step of steps) found = [...new Set(found.flatMap(step))];
    return found;
  };
}

const isElement = (child: TeiElement | string): child is TeiElement => typeof child !== 'string';

/** The document node: it holds the root alone. */
function documentOf(element: TeiElement): TeiElement {
  const root = rootOf(element);
  return { name: '', attributes: new Map(), children: [root], order: -1 };
}

function rootOf(element: TeiElement): TeiElement {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}

function testsOf(tests: string): ((element: TeiElement) => boolean) | undefined {
  const all: ((element: TeiElement) => boolean)[] = [];
  for (const [, test = ''] of tests.matchAll(/\[([^\]]*)\]/g)) {
    const found = /^(?:@([\w:]+)(?:='([^']*)')?|not\(@([\w:]+)\))$/.exec(test);
    if (!found) return undefined;
    const [, has, value, hasNot] = found;
    all.push(({ attributes }) =>
      hasNot !== undefined
        ? !attributes.has(hasNot)
        : value === undefined
          ? attributes.has(has!)
          : attributes.get(has!) === value,
    );
  }
  return (element) => all.every((holds) => holds(element));
}

/** The elements behind a milestone, up to the next of its kind. */
function upToNext(milestone: TeiElement, bound: string): TeiElement[] {
  const behind = descendantsOf(rootOf(milestone)).filter(({ order }) => order > milestone.order);
  const end = behind.findIndex(({ name }) => name === bound);
  return end < 0 ? behind : behind.slice(0, end);
}

/** What a @use gives: of an attribute, its value. Anything else is not read here. */
export function namedBy(use: string, element: TeiElement): string | undefined {
  const found = /^@([\w:]+)$/.exec(use.trim());
  return found ? element.attributes.get(found[1]!) : undefined;
}

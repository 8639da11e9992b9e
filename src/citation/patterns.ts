/** Characters for private use stand for what differs from passage to passage; no style has anything to do with them. */
export const SIGNS = {
  told: '\u{E000}',
  address: '\u{E001}',
  name: '\u{E002}',
  note: '\u{E003}',
  /** The address where BibTeX writes it as words. */
  escaped: '\u{E004}',
} as const;
type Sign = keyof typeof SIGNS;

/** The citation of a document in a style or format, in which the passage is still to be put in. */
export interface Pattern {
  /** Without a page. */
  readonly none: string;
  /** With one: what stands before all that depends on the page, that by locator, and what stands behind. */
  readonly head: string;
  readonly locators: Readonly<Record<string, string>>;
  readonly tail: string;
}

/** All that the processors of citations are needed for; the rest is put in by `filled`. */
export interface Patterns {
  /** The note, and the same where nothing is told of the passage. */
  readonly chicago: Pattern;
  readonly chicagoBare: Pattern;
  readonly mla: string;
  readonly mlaInText: Pattern;
  readonly mlaInTextBare: Pattern;
  readonly bibtex: Pattern;
  readonly ris: Pattern;
  /** What BibTeX writes for signs that are not ASCII, each with its accents apart. */
  readonly latex: Readonly<Record<string, string>>;
}

/** The pattern of what `make` writes; a processor is asked once for each locator. */
export function patternOf(locators: readonly string[], make: (locator?: string) => string): Pattern {
  const made = locators.map(make);
  const [first = ''] = made;
  let head = 0;
  while (head < first.length && made.every((one) => one[head] === first[head])) head++;
  const shortest = Math.min(...made.map(({ length }) => length), first.length);
  let tail = 0;
  while (tail < shortest - head && made.every((one) => one.at(-1 - tail) === first.at(-1 - tail))) tail++;
  return {
    none: make(),
    head: first.slice(0, head),
    locators: Object.fromEntries(locators.map((locator, n) => [locator, made[n]!.slice(head, made[n]!.length - tail)])),
    tail: first.slice(first.length - tail),
  };
}

/** The citation of a passage: `words` stand where their signs stood. */
export function filled(pattern: Pattern | string, locator: string | undefined, words: Partial<Record<Sign, string>>) {
  const text = typeof pattern === 'string' ? pattern : withLocator(pattern, locator);
  return text.replace(/[\u{E000}-\u{E004}]/gu, (found) => {
    const sign = (Object.keys(SIGNS) as Sign[]).find((one) => SIGNS[one] === found)!;
    return words[sign] ?? '';
  });
}

const withLocator = ({ none, head, locators, tail }: Pattern, locator: string | undefined): string =>
  locator === undefined ? none : head + (locators[locator] ?? '') + tail;

/** A sign and its accents. */
const CLUSTER = /[\s\S][\u0300-\u036f]*/gu;
const PLAIN = /^[a-zA-Z0-9\s!"'()*+,\-./:;=?@[\]]$/;

/** The signs of a text that BibTeX writes otherwise, each once. */
export const clustersIn = (text: string): string[] => [
  ...new Set((text.normalize('NFKD').match(CLUSTER) ?? []).filter((cluster) => !PLAIN.test(cluster))),
];

/** Words as BibTeX writes them. */
export const inLatex = (words: string, latex: Patterns['latex']): string =>
  words.normalize('NFKD').replace(CLUSTER, (cluster) => (PLAIN.test(cluster) ? cluster : (latex[cluster] ?? '')));

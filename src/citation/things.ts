import { chainOf, indexById, isLeftOut, readingWords, wordsAt } from './reading-text.js';
import { allAt, childrenOf, descendantsOf, idOf, type TeiElement, teiTree } from './tree.js';
import type { Unit } from './unit.js';
import { citableTree, sha256Of } from './units.js';
import { firstWords, lastWords, normalized } from './wording.js';

/** What has an id in the text or the notes of an edition, and the words for which the id stands. */
export interface Thing {
  readonly id: string;
  readonly kind: string;
  /** The id of the first part, of what is a later part of a chain: of a turn over several paragraphs. */
  readonly head?: string;
  readonly words: string;
  readonly sha256: string;
  /** The same of the words of the transcription, where they are known. */
  readonly transcribed?: string;
  /** The hash by which memcon 0.1.0 registered it. */
  readonly registered?: string;
  readonly before?: string;
  readonly after?: string;
}

/** The later parts of these are numbered after the first one. */
const CHAINED: ReadonlySet<string> = new Set(['said', 'app', 'choice']);

/**
 * All that has an id in the text and the notes of a TEI file, in its order, with the very words that a citation proves.
 * @throws MaterialError where the file is not well-formed
 */
export function thingsIn(file: string, tei: string): Thing[] {
  const root = teiTree(file, tei);
  const text = childrenOf(root, 'text');
  const notes = allAt(root, 'standOff/note');
  const elements = [...text.flatMap(descendantsOf), ...notes].filter((element) => idOf(element) !== undefined);
  const byId = indexById(elements);
  const units = new Map<string, Unit>();
  for (const unit of citableTree(root, file).units) {
    // The first part of a turn has the id of the whole.
    if (unit.id !== undefined && (!units.has(unit.id) || unit.kind === 'turn')) units.set(unit.id, unit);
  }
  const heads = headsOf(elements, byId);
  const sheet = sheetOf(text);
  const spans = elements.every((element) => units.has(idOf(element)!))
    ? undefined
    : readingWords([...text, ...notes]).spans;
  const found = new Map<string, Thing>();
  for (const element of [...elements.filter(({ parent }) => parent?.name !== 'standOff'), ...notes]) {
    const id = idOf(element);
    if (id === undefined) continue;
    const unit = units.get(id);
    const head = heads.get(id);
    const span = unit ? undefined : spans?.get(element);
    const words = unit?.words ?? (span ? normalized(wordsAt(span)) : '');
    const about = found.get((element.attributes.get('target') ?? '').replace(/^#/, ''));
    found.set(id, {
      id,
      kind: unit?.kind ?? 'piece',
      ...(head !== undefined && { head }),
      words,
      sha256: unit?.sha256 ?? sha256Of(words),
      ...contextOf(element, unit, sheet, about),
    });
  }
  return [...found.values()];
}

/** For each later part of a chain the id of the first. */
function headsOf(elements: readonly TeiElement[], byId: ReadonlyMap<string, TeiElement>): Map<string, string> {
  const heads = new Map<string, string>();
  for (const element of elements) {
    if (!CHAINED.has(element.name) || element.attributes.has('prev') || !element.attributes.has('next')) continue;
    for (const part of chainOf(element, byId).slice(1)) heads.set(idOf(part)!, idOf(element)!);
  }
  return heads;
}

interface Sheet {
  readonly text: string;
  /** Half-open, in UTF-16 code units of `text`. */
  readonly places: ReadonlyMap<TeiElement, readonly [start: number, end: number]>;
}

/** All words in the order of the sheets, what stands beside the text among them. */
function sheetOf(parts: readonly TeiElement[]): Sheet {
  const places = new Map<TeiElement, readonly [number, number]>();
  let text = '';
  const read = (element: TeiElement): void => {
    if (isLeftOut(element)) return;
    const start = text.length;
    for (const child of element.children) {
      if (typeof child === 'string') text += child;
      else read(child);
    }
    places.set(element, [start, text.length]);
    if (element.name !== 'pc' && element.name !== 'hi') text += ' ';
  };
  for (const part of parts) read(part);
  return { text, places };
}

/** What stands beside the text is known by its neighbours on the sheet, a note by the words that it is on. */
function contextOf(
  element: TeiElement,
  unit: Unit | undefined,
  { text, places }: Sheet,
  about: Thing | undefined,
): Pick<Thing, 'before' | 'after'> {
  const place = places.get(element);
  let around: { before: string; after: string } | undefined = unit;
  if (about)
    around = { before: about.before ?? '', after: firstWords(normalized(`${about.words} ${about.after ?? ''}`)) };
  else if (place && (!unit || isBeside(element) || (unit.before === '' && unit.after === ''))) {
    around = {
      before: lastWords(normalized(text.slice(Math.max(0, place[0] - 400), place[0]))),
      after: firstWords(normalized(text.slice(place[1], place[1] + 400))),
    };
  }
  return {
    ...(around && around.before !== '' && { before: around.before }),
    ...(around && around.after !== '' && { after: around.after }),
  };
}

const isBeside = ({ name }: TeiElement): boolean => name === 'fw' || name === 'note';

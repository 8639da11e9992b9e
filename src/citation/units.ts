import { createHash } from 'node:crypto';
import { asCalledInText, bibliographyOf, peopleOf } from './bibliography.js';
import { citationTrees, type Declared, declaredIn } from './declaration.js';
import { chainOf, indexById, type ReadingWords, readingWords, type Span, trimmed, wordsAt } from './reading-text.js';
import { allAt, ancestorOf, childrenOf, descendantsOf, idOf, type TeiElement, teiTree } from './tree.js';
import type { CitableEdition, Speaker, Unit } from './unit.js';
import { firstWords, lastWords, normalized, pageWords } from './wording.js';

/** What kinds are called before their number; others are called as the header calls them. */
const CALLED: Readonly<Record<string, string>> = { page: 'p.', part: 'turn' };
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'ab']);
const SAID: ReadonlySet<string> = new Set(['said']);
const BESIDE: ReadonlySet<string> = new Set(['fw', 'note']);

export const sha256Of = (words: string): string => createHash('sha256').update(normalized(words)).digest('hex');

/**
 * All that can be cited in an edition, read from its TEI file alone; what counts as a unit, its header says.
 * `root` is the tree of the file where it has been read before.
 * @throws MaterialError where the file is not well-formed
 */
export function citableEdition(
  file: string,
  tei: string,
  layout: CitableEdition['record']['layout'] = 'workspace',
): CitableEdition {
  return citableTree(teiTree(file, tei), file, layout);
}

/** The same from the root of its tree. */
export function citableTree(
  root: TeiElement,
  file: string,
  layout: CitableEdition['record']['layout'] = 'workspace',
): CitableEdition {
  const elements = descendantsOf(root);
  const text = childrenOf(root, 'text');
  const words = readingWords([...text, ...allAt(root, 'standOff/note')]);
  const people = asCalledInText(peopleOf(root), root);
  const reading = new Reading(words, elements, people);
  const record = bibliographyOf(root, file, people, layout);
  const whole = reading.document(record.name, idOf(root));
  const declared = new Map<string, Declared[]>();
  for (const one of declaredIn(root, citationTrees(root))) {
    const key = `${one.element.order} ${one.unit}`;
    declared.set(key, [...(declared.get(key) ?? []), one]);
  }
  const units = [whole];
  const byReference = new Map([[record.name, whole]]);
  for (const found of declared.values()) {
    const unit = reading.unit(found);
    if (!unit) continue;
    units.push(unit);
    for (const { reference } of found) if (!byReference.has(reference)) byReference.set(reference, unit);
  }
  // The later parts of a turn have anchors of their own.
  for (const unit of units) if (unit.id !== undefined && !byReference.has(unit.id)) byReference.set(unit.id, unit);
  return { file, record, units, byReference, text: words.main.text };
}

/**
 * What the header of a TEI file says of the document and its edition.
 * @throws MaterialError where the file is not well-formed
 */
export function bibliographyIn(file: string, tei: string): CitableEdition['record'] {
  const root = teiTree(file, tei);
  return bibliographyOf(root, file, peopleOf(root), 'workspace');
}

/** The number of a passage among its kind: what follows the first point of its id. */
const numberOf = (element: TeiElement): string =>
  element.name === 'pb' || element.name === 'lb'
    ? (element.attributes.get('n') ?? '')
    : (idOf(element) ?? '').replace(/^[^.]*\./, '');

class Reading {
  private readonly byId: ReadonlyMap<string, TeiElement>;
  private readonly pages: readonly { element: TeiElement; at: number }[];

  constructor(
    private readonly words: ReadingWords,
    private readonly elements: readonly TeiElement[],
    private readonly people: ReadonlyMap<string, Speaker>,
  ) {
    this.byId = indexById(elements);
    this.pages = elements
      .filter(({ name }) => name === 'pb')
      .flatMap((element) => {
        const span = words.spans.get(element);
        return span ? [{ element, at: span.start }] : [];
      });
  }

  document(name: string, id: string | undefined): Unit {
    const { main } = this.words;
    const span = trimmed({ stream: main, start: 0, end: main.text.length });
    return {
      kind: 'document',
      label: '',
      ...(id !== undefined && { id }),
      references: [name],
      ...this.wording([span]),
      pages: this.pages.map(({ element }) => numberOf(element)),
      paragraphs: [],
      speakers: [],
      before: '',
      after: '',
      inReading: true,
      spans: [span],
    };
  }

  unit(declared: readonly Declared[]): Unit | undefined {
    const { element, unit: kind } = declared[0]!;
    const spans = this.spansOf(element, kind);
    if (!spans) return undefined;
    const label = `${CALLED[kind] ?? kind} ${numberOf(element)}`;
    const pages = this.pagesOf(element, spans);
    const id = kind === 'line' ? undefined : idOf(element);
    // What stands beside the text is in nobody's turn, wherever the page breaks.
    const isBeside = BESIDE.has(element.name) || ancestorOf(element, BESIDE) !== undefined;
    const whole = isBeside ? undefined : PARAGRAPHS.has(element.name) ? element : ancestorOf(element, PARAGRAPHS);
    const paragraphs =
      kind === 'turn' ? chainOf(element, this.byId).map((part) => ancestorOf(part, PARAGRAPHS)) : [whole];
    const numbers = paragraphs.flatMap((one) => (one && idOf(one) !== undefined ? [numberOf(one)] : []));
    const [first] = spans;
    const last = spans.at(-1)!;
    return {
      kind,
      label,
      ...(id !== undefined && { id }),
      ...(kind === 'line' && this.pageIdAt(spans[0]!)),
      references: [
        ...declared.map(({ reference }) => reference),
        ...(kind === 'page' || pages.length === 0 || kind === 'part' ? [] : [`${pageWords(pages)}, ${label}`]),
        ...(kind === 'page' ? [label] : []),
      ],
      ...this.wording(spans),
      pages,
      paragraphs: element.name === 'pb' ? [] : [...new Set(numbers)],
      speakers: element.name === 'pb' || isBeside ? [] : this.speakersOf(element),
      before: lastWords(first!.stream.text.slice(0, first!.start)),
      after: firstWords(last.stream.text.slice(last.end)),
      ...this.transcribedOf(element),
      inReading: kind !== 'furniture' && kind !== 'line',
      spans,
    };
  }

  private wording(spans: readonly Span[]): Pick<Unit, 'words' | 'sha256'> {
    const words = normalized(spans.map(wordsAt).join(' '));
    return { words, sha256: sha256Of(words) };
  }

  /** A page and a line reach to the next one, a turn over all its parts. */
  private spansOf(element: TeiElement, kind: string): Span[] | undefined {
    const own = this.words.spans.get(element);
    if (!own) return undefined;
    if (element.name === 'pb') {
      const n = this.pages.findIndex((page) => page.element === element);
      const end = this.pages[n + 1]?.at ?? own.stream.text.length;
      return [trimmed({ ...own, end })];
    }
    if (element.name === 'lb') return [trimmed({ ...own, end: this.endOfLine(element, own) })];
    if (kind === 'part' || !element.attributes.has('next')) return [own];
    return chainOf(element, this.byId).flatMap((part) => this.words.spans.get(part) ?? []);
  }

  private pageIdAt({ start }: Span): Pick<Unit, 'anchor'> {
    const page = this.pages.findLast(({ at }) => at <= start);
    const anchor = page && idOf(page.element);
    return anchor === undefined ? {} : { anchor };
  }

  private endOfLine(line: TeiElement, { stream }: Span): number {
    // The elements stand in their order, the first below the root at 0.
    for (let n = line.order; n < this.elements.length; n++) {
      const { name } = this.elements[n]!;
      const span = name === 'lb' || name === 'pb' ? this.words.spans.get(this.elements[n]!) : undefined;
      if (span?.stream === stream) return span.start;
    }
    return stream.text.length;
  }

  private pagesOf(element: TeiElement, spans: readonly Span[]): string[] {
    if (element.name === 'pb') return [numberOf(element)];
    const { main } = this.words;
    const [first] = spans;
    if (first!.stream !== main) {
      const target = element.attributes.get('target')?.split(/\s+/)[0]?.replace(/^#/, '');
      const about = target === undefined ? undefined : this.byId.get(target);
      if (about && about !== element) {
        const there = this.spansOf(about, '');
        if (there) return this.pagesOf(about, there);
      }
      return first!.stream.page ? [numberOf(first!.stream.page)] : [];
    }
    const pages = spans.flatMap(({ start, end }) => {
      const begins = this.pages.filter(({ at }) => at <= start).length - 1;
      const ends = this.pages.filter(({ at }) => at < Math.max(end, start + 1)).length - 1;
      return this.pages.slice(Math.max(0, begins), ends + 1).map(({ element: page }) => numberOf(page));
    });
    return [...new Set(pages)];
  }

  private speakersOf(element: TeiElement): Speaker[] {
    const turn = element.name === 'said' ? element : ancestorOf(element, SAID);
    const within = turn
      ? [turn]
      : PARAGRAPHS.has(element.name)
        ? descendantsOf(element).filter(({ name }) => name === 'said')
        : [];
    const ids = within.flatMap(({ attributes }) => attributes.get('who')?.split(/\s+/) ?? []);
    return [...new Set(ids)].map((pointer) => {
      const id = pointer.replace(/^#/, '');
      return this.people.get(id) ?? { id, name: id, surname: id, forms: [] };
    });
  }

  /** Of an entry of the apparatus, what the transcription has. */
  private transcribedOf({ name, children }: TeiElement): Pick<Unit, 'transcribed'> {
    if (name !== 'app' && name !== 'choice') return {};
    const readings = childrenOf({ children });
    const isBase = ({ attributes }: TeiElement) => (attributes.get('wit') ?? '').split(/\s+/).includes('#ocr');
    const base = readings.find(isBase) ?? readings.find((one) => ['sic', 'orig', 'abbr'].includes(one.name));
    return base ? { transcribed: normalized(readingWords([{ ...base, name: 'seg' }]).main.text) } : {};
  }
}

import type { Break } from '../../sources/source.js';
import type { Certainty, FurnitureMark, FurnitureType, PageMark } from '../../text/marks.js';
import { found } from '../found.js';
import type { WordedBlock } from '../worded-block.js';
import type { Candidates } from './furniture-items.js';
import { furnitureMark } from './furniture-mark.js';
import { partRuns, type Run } from './page-runs.js';

export interface Pages {
  pages: PageMark[];
  furniture: FurnitureMark[];
  /** The blocks that are neither: running text, headings, tables. */
  text: WordedBlock[];
}

interface Paged extends Candidates {
  /** Whether the block can only stand after the text: a drafter's line, a list of copies. */
  isAfterTheText: (worded: WordedBlock) => boolean;
  /** Where the first page begins, which may be before the blocks. */
  start: number;
  /** No page is inferred before this offset: what stands there is the head of the form. */
  head: number;
  /** The breaks are all that there are, even if there is none. */
  isComplete: boolean;
  /** A page image shows each page of the source. */
  surfaces: boolean;
}

/**
 * Pages, as the source has them or told from the feet and heads that interrupt the text, and the furniture on them.
 */
export function readPages(candidates: Paged): Pages {
  const { start, breaks } = candidates;
  const isKnown = candidates.isComplete || breaks.some(({ certainty }) => certainty === 'sure');
  const known = isKnown ? breaks.filter(({ certainty }) => certainty === 'sure') : breaks;
  const { text, runs } = partRuns(candidates, known);
  const lastText = text.findLastIndex((worded) => !candidates.isAfterTheText(worded)) + 1;
  const feet = { ...feetOf(runs, text.length), lastText };
  const pages: PageMark[] = [pageAt(start, 1, 'high', 'the document begins', candidates.surfaces)];
  const furniture: FurnitureMark[] = [];
  for (const run of runs) {
    const broken = isKnown
      ? run.breaks.map(({ at, after }) => ({ ...at, after }))
      : inferred(run, text, feet, candidates.head);
    for (const { at, certainty, evidence, said } of broken) {
      const page = pageAt(at, pages.length + 1, certainty === 'sure' ? 'high' : 'low', evidence, candidates.surfaces);
      pages.push({ ...page, ...said });
    }
    const head = broken.at(-1)?.after ?? (run.inForm ? 0 : run.items.length);
    run.items.forEach(({ block, type, evidence, certainty }, i) => {
      furniture.push(furnitureMark(block, type, i < head ? 'bottom' : 'top', certainty, evidence));
    });
  }
  return { pages, furniture, text };
}

const pageAt = (at: number, n: number, certainty: Certainty, evidence: string, hasSurface: boolean): PageMark => ({
  kind: 'page',
  ...found(at, at, certainty, evidence),
  n,
  ...(hasSurface && { surface: n }),
});

/** What stands at the head or foot of a sheet even when it stands alone. */
const TELLS_OF_A_PAGE: ReadonlySet<FurnitureType> = new Set<FurnitureType>([
  'classification',
  'pageNum',
  'stamp',
  'control',
  'header',
  'form',
]);
/** Rules of declassification stand on the first sheet, wherever there is room. */
const OF_DECLASSIFICATION = /^(?:authority for|rule of)/;

const isDressed = (run: Run): boolean => run.items.some(({ type }) => type === 'pageNum');

/** The break that a run of furniture between two texts tells, and how many of its items stand before it. */
function inferred(
  run: Run,
  text: readonly WordedBlock[],
  feet: Feet,
  head: number,
): { at: number; certainty: 'sure' | 'possible'; evidence: string; after: number; said?: Break['said'] }[] {
  const { items, breaks, beforeText } = run;
  if (beforeText === 0 || beforeText >= text.length || text[beforeText - 1]!.block.end <= head) return [];
  // Between two fields a marking, a number of registration, a stamp are the sheet's own, under its title.
  const markings = items.filter(({ type }) => type === 'classification').length;
  if (run.inForm && markings < 2 && !isDressed(run) && breaks.length === 0) return [];
  const rule = breaks.at(-1);
  // A drafter's line or a list of copies behind the last marking stands on the same sheet, unless a number begins another.
  if (beforeText >= feet.lastText && !isDressed(run) && !rule) return [];
  if (items.length === 0) {
    return rule && feet.ruled ? [{ ...rule.at, certainty: 'possible', after: 0 }] : [];
  }
  if (!rule && items.length === 1 && !TELLS_OF_A_PAGE.has(items[0]!.type)) return [];
  if (!rule && items.every(({ evidence }) => OF_DECLASSIFICATION.test(evidence))) return [];
  const certainty = items.length > 1 || isDressed(run) || rule ? 'sure' : 'possible';
  if (rule) return [{ at: rule.at.at, certainty, evidence: 'rule between foot and head', after: rule.after }];
  const after = headOf(run, feet);
  const at = items[after]?.block.start ?? items.at(-1)!.block.end;
  return [{ at, certainty, evidence: 'foot and head between two texts', after }];
}

/** What is known of all feet of a document. */
interface Feet {
  /** Page numbers stand at the foot. */
  numbered: boolean;
  /** Rules part pages: at least one stands with furniture. */
  ruled: boolean;
  /** Index of the first text after the last paragraph. */
  lastText: number;
}

/** A number that is that of the page which ends, oftener than that of the page which begins, stands at the foot. */
function feetOf(runs: readonly Run[], texts: number): Omit<Feet, 'lastText'> {
  let ending = 0;
  let beginning = 0;
  const between = runs.filter((run) => run.beforeText > 0 && run.beforeText < texts && (!run.inForm || isDressed(run)));
  between.forEach(({ items }, i) => {
    for (const { type, number } of items) {
      if (type !== 'pageNum' || number === undefined) continue;
      if (number === i + 1) ending++;
      if (number === i + 2) beginning++;
    }
  });
  return {
    numbered: ending > beginning,
    ruled: runs.some(({ items, breaks }) => items.length > 0 && breaks.length > 0),
  };
}

/**
 * Index of the first item that stands at the head of the new page. A head begins with the classification marking
 * over the page number, or with the last of several markings or a page number before it, or with the number alone.
 */
function headOf({ items }: Run, { numbered }: Feet): number {
  const marking = items.findLastIndex(({ type }) => type === 'classification');
  const number = items.findLastIndex(({ type }) => type === 'pageNum');
  const markings = items.filter(({ type }) => type === 'classification').length;
  if (numbered && number >= 0) return markings > 1 && marking > number ? marking : number + 1;
  if (marking >= 0 && number >= 0 && markings > 1) return Math.min(marking, number);
  if (marking >= 0 && (number === marking + 1 || markings > 1)) return marking;
  return number >= 0 ? number : items.length;
}

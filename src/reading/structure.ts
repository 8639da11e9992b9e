import type { Source } from '../sources/source.js';
import { delimitersOf, type Mark, type MarkKind, ofKind, type PageMark } from '../text/marks.js';
import { readerOf } from '../text/reading-text.js';
import { contains, type Range, type Transcription } from '../text/transcription.js';
import { readFootnotes } from './body/footnotes.js';
import { readHyphens, wordsOf } from './body/hyphenation.js';
import { leavesOf, withinLeaves } from './body/leaves.js';
import { numberOf } from './body/numbering.js';
import { readParagraphs } from './body/paragraphs.js';
import { readsAsProse } from './body/prose.js';
import { scannedLines } from './body/scanned-lines.js';
import { addedByHand, bracketMarks, readTranscriber, stampedLead } from './body/transcriber.js';
import { isAfterTheText, readEndMatter } from './form/endmatter.js';
import { readForm } from './form/form.js';
import type { FormFacts, Plain } from './form/form-facts.js';
import { withCells } from './form/form-lists.js';
import { readLateFields } from './form/late-fields.js';
import { found, lineMarks } from './found.js';
import { partedFurniture } from './pages/furniture-in-blocks.js';
import { readPages } from './pages/pages.js';
import type { WordedBlock } from './worded-block.js';

/** The document's build: pages, furniture, the form and its fields, paragraphs. Every word belongs to one of them. */
export interface Structure {
  marks: Mark[];
  pages: PageMark[];
  facts: FormFacts;
}

/**
 * The document's build: every word belongs to a page, a field of the form, a paragraph, furniture. `breaks` take the
 * place of those that the source has, where somebody knows better.
 */
export function readStructure(source: Source, breaks: Source['breaks'] = source.breaks): Structure {
  const { transcription, labelled, scan } = source;
  const { text } = transcription;
  const plain = plainOf(transcription, source.marks);
  const worded = partedFurniture(wordedBlocks(source), plain);
  const { blocks, marks: noted } = partTranscriber(worded);
  const form = readForm(text, plain, blocks, { isDoubted: doubtedIn(text, source.marks), labelled });
  const {
    pages,
    furniture,
    text: after,
  } = readPages({
    blocks: blocks.filter(
      ({ block }) => block.start >= (blocks[form.opening]?.block.start ?? Number.POSITIVE_INFINITY),
    ),
    isClaimed: ({ block }) => form.claimed.has(block.start),
    isAfterTheText: (each) => isAfterTheText(plain, each),
    start: scan ? 0 : (worded[0]?.block.start ?? 0),
    head: form.facts.title?.start ?? 0,
    breaks,
    isComplete: breaks !== source.breaks,
    labelled,
    surfaces: scan !== undefined,
  });
  const pageStarts = pages.map(({ start }) => start);
  const isBody = bodyOf(form.body, form.claimed);
  const body = after.flatMap(isBody);
  const fields = readLateFields(text, plain, body, form.facts);
  const footnotes = readFootnotes(text, fields.text, pageStarts);
  const end = readEndMatter(text, plain, footnotes.text, form.facts);
  const paragraphs = readParagraphs(
    end.text.map((worded) => inCells(text, worded)),
    pageStarts,
  );
  const built: Mark[] = [
    ...noted,
    ...form.marks,
    ...furniture,
    ...fields.marks,
    ...footnotes.marks,
    ...end.marks,
    ...paragraphs,
    ...brokenLines(text, [...paragraphs, ...footnotes.marks]),
    ...ofKind([...noted, ...form.marks, ...furniture], 'furniture').flatMap((mark) => lineMarks(linesIn(text, mark))),
  ];
  const divided = dividedWords(text, built);
  const leaves = leavesOf(built);
  const found = [...withinLeaves(source.marks, leaves), ...divided.marks, ...transcriberMarks(text, built)];
  const paged = pages.map((page) => (divided.isBroken(page) ? { ...page, broken: true as const } : page));
  const marks = withoutDoubledLines([...paged, ...built, ...found]);
  return {
    marks: scan ? scannedLines(marks, leaves, scan) : marks,
    pages: paged,
    facts: form.facts,
  };
}

/** Whether the recognition is unsure of at least half the words of a range. */
function doubtedIn(text: string, marks: Source['marks']): (range: Range) => boolean {
  const unclear = marks.filter(({ kind }) => kind === 'unclear');
  return (range) => {
    const doubted = unclear.filter((mark) => contains(range, mark)).length;
    return doubted > 0 && doubted * 2 >= (text.slice(range.start, range.end).match(/\S+/g)?.length ?? 0);
  };
}

/** The blocks with the words that a reader sees in them. */
function wordedBlocks({ transcription, blocks, marks }: Source): WordedBlock[] {
  const read = readerOf(transcription, marks);
  return blocks.map((block) => ({ block, words: block.lines.map((line) => read([line]).text.trim()).join('\n') }));
}

/** What the format has written, blanked out in place: offsets stay, and words are looked for at them. */
function plainOf({ text }: Transcription, marks: Source['marks']): Plain {
  const blanks = marks
    .flatMap((mark): Range[] => {
      if (mark.kind === 'markup') return [mark];
      return mark.kind === 'emphasis' ? delimitersOf(mark) : [];
    })
    .sort((one, other) => one.start - other.start);
  let plain = '';
  let at = 0;
  for (const { start, end } of blanks) {
    if (end <= at) continue;
    plain += text.slice(at, Math.max(at, start)) + ' '.repeat(end - Math.max(at, start));
    at = end;
  }
  plain += text.slice(at);
  return ({ start, end }) => plain.slice(start, end);
}

/** A block of running text with the cells of its lines, unless the lines are numbered. */
function inCells(text: string, worded: WordedBlock): WordedBlock {
  const { block, words } = worded;
  return numberOf(words) ? worded : { block: { ...block, lines: withCells(text, block.lines) }, words };
}

/** Blocks that are nothing but a transcriber's words for handwriting or a stamp are set apart from the text. */
function partTranscriber(worded: readonly WordedBlock[]): { blocks: WordedBlock[]; marks: Mark[] } {
  const marks: Mark[] = [];
  const last = worded.findLastIndex(({ words }) => readsAsProse(words) && !addedByHand(words));
  const blocks = worded.filter(({ block, words }, i) => {
    const hand = addedByHand(words);
    const lead = hand?.lead ?? stampedLead(words);
    if (lead === undefined) return true;
    const range = found(block.start, block.end, 'high', 'words of the transcriber');
    const position = last >= 0 && i > last ? 'bottom' : 'top';
    marks.push(
      hand
        ? { kind: 'annotation', position: hand.position === 'top' ? position : hand.position, ...range }
        : { kind: 'furniture', type: 'stamp', position, ...range },
      ...bracketMarks(block, lead),
    );
    return false;
  });
  return { blocks, marks };
}

/** Of the blocks after the furniture is taken out, those that the form has left. */
function bodyOf(body: readonly WordedBlock[], claimed: ReadonlySet<number>): (worded: WordedBlock) => WordedBlock[] {
  const starts = new Set(body.map(({ block }) => block.start));
  const rests = new Map(body.map((worded) => [worded.block.end, worded]));
  return (worded) => {
    if (starts.has(worded.block.start)) return [worded];
    const rest = rests.get(worded.block.end);
    return claimed.has(worded.block.start) && rest && rest.block.start > worded.block.start ? [rest] : [];
  };
}

/** Lines that the format ends for good: two blanks, a backslash, a tag. */
function brokenLines(text: string, marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark): Mark[] => {
    const parts = mark.kind === 'paragraph' ? mark.parts : mark.kind === 'footnote' ? [mark] : [];
    return parts.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/(?:(?: {2}|\\)\r?\n|<br\s*\/?>)\s*(?=\S)/gi)].map((match): Mark => {
        const at = start + match.index + match[0].length;
        return { kind: 'line', ...found(at, at, 'high', 'hard line break') };
      }),
    );
  });
}

/** The lines of a stretch, without white space at their beginning. */
const linesIn = (text: string, { start, end }: Range): Range[] => {
  const starts = [...text.slice(start, end).matchAll(/\r?\n\s*(?=\S)/g)].map(
    ({ index, 0: gap }) => start + index + gap.length,
  );
  return [start, ...starts].map((at) => ({ start: at, end }));
};

const HOLDS_WORDS: ReadonlySet<MarkKind> = new Set<MarkKind>(['paragraph', 'heading', 'item', 'footnote', 'closer']);

function dividedWords(text: string, built: readonly Mark[]) {
  const words = wordsOf(text);
  const marks: Mark[] = [];
  const gaps: Range[] = [];
  for (const mark of built) {
    if (!HOLDS_WORDS.has(mark.kind)) continue;
    const hyphens = readHyphens(text, mark.kind === 'paragraph' ? mark.parts : [mark], words);
    marks.push(...hyphens.marks);
    gaps.push(...hyphens.broken);
  }
  const isBroken = ({ start }: PageMark) => gaps.some((gap) => gap.start <= start && start <= gap.end);
  return { marks, isBroken };
}

function transcriberMarks(text: string, built: readonly Mark[]): Mark[] {
  return built.flatMap((mark) => {
    if (!HOLDS_WORDS.has(mark.kind)) return [];
    const parts = mark.kind === 'paragraph' ? mark.parts : [mark];
    return parts.flatMap((part) => readTranscriber(text, part));
  });
}

/** Two stages may tell of one line; the one that says more of it stays. */
function withoutDoubledLines(marks: readonly Mark[]): Mark[] {
  const broken = new Set(marks.flatMap((mark) => (mark.kind === 'line' && mark.broken ? [mark.start] : [])));
  const seen = new Set<number>();
  return marks.filter((mark) => {
    if (mark.kind !== 'line') return true;
    if ((broken.has(mark.start) && !mark.broken) || seen.has(mark.start)) return false;
    seen.add(mark.start);
    return true;
  });
}

import type { Source } from '../sources/read.js';
import type { FurnitureMark, Mark, MarkKind, PageMark } from '../text/marks.js';
import { ofKind } from '../text/marks.js';
import { readingText } from '../text/reading-text.js';
import { contains } from '../text/transcription.js';
import { type FormFacts, readForm } from './form.js';
import { readPages, type WordedBlock } from './pages.js';
import { readParagraphs } from './paragraphs.js';

/** The document's build: pages, furniture, the form and its fields, paragraphs. Every word belongs to one of them. */
export interface Structure {
  marks: Mark[];
  pages: PageMark[];
  facts: FormFacts;
}

export function readStructure({ transcription, blocks, emphasis }: Source): Structure {
  const worded: WordedBlock[] = blocks.map((block) => {
    const { start, end } = block;
    const held = emphasis.filter((mark) => mark.start >= start && mark.end <= end);
    const lines = block.lines.map(
      (line) => readingText(transcription, [line], { emendations: [], emphasis: held }).text,
    );
    return { block, words: lines.join('\n') };
  });
  const form = readForm(transcription, worded);
  const { pages, furniture, text } = readPages(worded.slice(form.bodyFrom), blocks[0]?.start ?? 0);
  const paragraphs = readParagraphs(
    text,
    pages.map(({ start }) => start),
  );
  const leaves = [...form.marks, ...furniture, ...paragraphs].filter(({ kind }) => LEAVES.has(kind));
  return {
    marks: [
      ...pages,
      ...form.marks,
      ...furniture,
      ...paragraphs,
      ...emphasis.filter((mark) => leaves.some((leaf) => contains(leaf, mark))),
      ...paragraphLines(transcription.text, paragraphs),
      ...furnitureLines(transcription.text, furniture),
    ],
    pages,
    facts: form.facts,
  };
}

/**
 * What holds running words. Emphasis that reaches over several of them, such as bold over a label and its list, is not
 * the typist's: its delimiters stay in the text.
 */
const LEAVES: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'title',
  'dateline',
  'label',
  'item',
  'delegationName',
  'cell',
  'paragraph',
  'heading',
  'furniture',
  'annotation',
]);

/** Lines set as columns or lists keep their ends; lines of running text do not. */
function paragraphLines(text: string, paragraphs: readonly Mark[]): Mark[] {
  return ofKind(paragraphs, 'paragraph').flatMap(({ parts }) =>
    parts.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/(?: {2}|\\)\r?\n\s*/g)].map((found): Mark => {
        const at = start + found.index + found[0].length;
        return { kind: 'line', start: at, end: at, by: 'memcon', certainty: 'high', evidence: 'hard line break' };
      }),
    ),
  );
}

/** The lines of a stamp. */
const furnitureLines = (text: string, furniture: readonly FurnitureMark[]): Mark[] =>
  furniture.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\r?\n\s*/g)].map((found): Mark => {
      const at = start + found.index + found[0].length;
      return {
        kind: 'line',
        start: at,
        end: at,
        by: 'memcon',
        certainty: 'high',
        evidence: 'line end of the transcription',
      };
    }),
  );

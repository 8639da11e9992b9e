import { MaterialError, message } from '../messages/message.js';
import { nearestFirst } from '../text/nearest.js';
import { readerOf } from '../text/reading-text.js';
import { attributeOf, readXml, type Tag } from '../xml/reading.js';
import { checkWellFormed } from '../xml/well-formed.js';
import { decodeUtf8 } from './decode.js';
import { readSource } from './read.js';
import { type ReceivedFile, receive } from './receive.js';

/** Another text of the document, as its words are read: without notes, running heads and mark-up. */
export interface WitnessText {
  /** What the file says that it is. */
  title?: string;
  /** Paragraphs, headings and lines of lists, in order, white space single. */
  blocks: string[];
}

/**
 * Reads a witness: TEI, or whatever a transcription may be. `document` is the id of the element that holds the
 * document, where the file holds several.
 * @throws MaterialError when the file cannot be read, or holds several documents and none is named
 */
export function readWitness({ file, bytes }: ReceivedFile, document?: string): WitnessText {
  const text = decodeUtf8(file, bytes);
  if (ROOT_OF_TEI.test(text)) return readTei(file, text, document);
  const source = readSource(receive([{ file, bytes }], file));
  const read = readerOf(source.transcription, source.marks);
  return { blocks: source.blocks.map(({ lines }) => read(lines).text.trim()).filter((block) => block !== '') };
}

/** A root element in the namespace of TEI, or in none with one of its names. */
const ROOT_OF_TEI = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<(?:[\w.-]+:)?(?:TEI|teiCorpus|text|body|div)[\s>]/;

/** Where a line of the text ends. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p head item label dateline opener closer salute signed byline row cell l lg ab list table div postscript'.split(' '),
);
/** What is none of the witness's own words, or is the reading that it does not take. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'teiHeader',
  'standOff',
  'facsimile',
  'note',
  'fw',
  'rdg',
  'sic',
  'orig',
  'expan',
  'desc',
  'figure',
]);
/** Of these a reading is left out only beside another: by itself it is all there is. */
const IN_CHOICE: ReadonlySet<string> = new Set(['sic', 'orig', 'expan']);

const idOf = (tag: Tag): string | undefined => attributeOf(tag, 'xml:id');

function readTei(file: string, xml: string, document: string | undefined): WitnessText {
  const [broken] = checkWellFormed(xml, file);
  if (broken) throw new MaterialError(broken);
  const wanted = documentIn(file, xml, document);
  const blocks: string[] = [];
  let title: string | undefined;
  let words = '';
  let inside = wanted === undefined ? 1 : 0;
  let skipped = 0;
  let inTitle = false;
  const open: string[] = [];
  const end = () => {
    const block = words.replace(/\s+/g, ' ').trim();
    if (block !== '') blocks.push(block);
    words = '';
  };
  readXml(xml, {
    open(tag) {
      const isLeftOut = LEFT_OUT.has(tag.name) && (!IN_CHOICE.has(tag.name) || open.at(-1) === 'choice');
      open.push(tag.name);
      if (tag.name === 'title' && open.includes('titleStmt') && title === undefined) inTitle = true;
      if (skipped > 0 || isLeftOut) skipped++;
      if (inside > 0) inside++;
      else if (wanted !== undefined && idOf(tag) === wanted) inside = 1;
      if (skipped > 0 || inside === 0) return;
      if (BLOCKS.has(tag.name)) end();
      else if ((tag.name === 'lb' || tag.name === 'pb') && attributeOf(tag, 'break') !== 'no') words += ' ';
    },
    text(text) {
      if (inTitle) title = (title ?? '') + text;
      if (skipped === 0 && inside > 0) words += text;
    },
    close({ name }) {
      open.pop();
      if (name === 'title') inTitle = false;
      if (skipped === 0 && inside > 0 && BLOCKS.has(name)) end();
      if (skipped > 0) skipped--;
      if (inside > 0 && (wanted !== undefined || inside > 1)) inside--;
    },
  });
  end();
  const named = title?.replace(/\s+/g, ' ').trim();
  return { ...(named ? { title: named } : {}), blocks };
}

/** The id of the element to read; absent where the file is one document. */
function documentIn(file: string, xml: string, wanted: string | undefined): string | undefined {
  const documents: string[] = [];
  const ids = new Set<string>();
  readXml(xml, {
    open(tag) {
      const id = idOf(tag);
      if (id === undefined) return;
      ids.add(id);
      if (tag.name === 'div' && attributeOf(tag, 'type') === 'document') documents.push(id);
    },
  });
  if (wanted === undefined ? documents.length < 2 : ids.has(wanted)) return wanted;
  const nearest = nearestFirst(wanted ?? '', documents).slice(0, 5);
  throw new MaterialError(
    message('witness-is-one-document', {
      file,
      words: wanted ?? file,
      reason:
        wanted === undefined
          ? `The file holds ${documents.length} documents.`
          : `The file has nothing with the id “${wanted}”.`,
      advice:
        nearest.length > 0
          ? `Name one of them behind the file: ${file}#${nearest[0]}. It has ${nearest.join(', ')}${documents.length > 5 ? ' and others' : ''}.`
          : 'Name the file alone; no document in it has an id.',
    }),
  );
}

import { attributeOf, readXml, type Tag, TEI_NAMESPACE } from '../xml/reading.js';

/** Marks of the transcription's own Markdown that became elements, and stand around the words they concern. */
const DELIMITERS: readonly { readonly element: string; readonly rend: string; readonly delimiter: string }[] = [
  { element: 'hi', rend: 'bold', delimiter: '**' },
  { element: 'del', rend: 'overstrike', delimiter: '~~' },
];

/** Of two readings in a `choice`, the one that stands in the transcription. */
const BASE_READINGS: ReadonlySet<string> = new Set(['sic', 'orig', 'abbr']);

/** The witness that is the transcription. */
const BASE_WITNESS = '#ocr';

/**
 * Instructions that hold what the transcription's format has and the paper has not. The data of the first stand in the
 * transcription as they are; those of the second stand there for the one character that follows the instruction.
 */
const MARKUP = 'memcon-markup';
const REFERENCE = 'memcon-reference';

/** One open element with the text read in it so far. */
interface Frame {
  readonly tag: Tag;
  text: string;
  /** For `app` alone: what its witnesses read. */
  readonly readings: { readonly ofBase: boolean; readonly text: string }[];
}

/**
 * The words of `text` with the base readings taken, white space as it stands in the XML. It knows nothing of how
 * the file was made: that is what makes it a proof.
 */
export function baseText(xml: string): string {
  const frames: Frame[] = [];
  let found = '';
  let replacesNext = false;
  readXml(xml, {
    open(tag) {
      if (frames.length > 0 || isTei(tag, 'text')) frames.push({ tag, text: '', readings: [] });
    },
    text(text) {
      const frame = frames.at(-1);
      if (!frame) return;
      frame.text += replacesNext ? text.slice(String.fromCodePoint(text.codePointAt(0) ?? 0).length) : text;
      replacesNext = false;
    },
    instruction(target, data) {
      const frame = frames.at(-1);
      if (!frame || (target !== MARKUP && target !== REFERENCE)) return;
      frame.text += data;
      replacesNext = target === REFERENCE;
    },
    close() {
      const frame = frames.pop();
      if (!frame) return;
      const outer = frames.at(-1);
      if (outer) hand(frame, outer);
      else found += frame.text;
    },
  });
  return found;
}

const isTei = ({ uri, name }: Tag, wanted: string): boolean => uri === TEI_NAMESPACE && name === wanted;

/** Hands the text of an element that ends to the one around it, as far as it belongs to the base. */
function hand(frame: Frame, outer: Frame): void {
  const { tag } = frame;
  const text = frame.readings.length > 0 ? frame.text + baseReading(frame) : frame.text;
  if (outer.tag.name === 'app' && (tag.name === 'lem' || tag.name === 'rdg')) {
    const ofBase = (attributeOf(tag, 'wit') ?? '').split(/\s+/).includes(BASE_WITNESS);
    outer.readings.push({ ofBase, text });
    return;
  }
  if (outer.tag.name === 'choice' && !BASE_READINGS.has(tag.name)) return;
  if (tag.name === 'supplied') return;
  if (tag.name === 'note' && attributeOf(tag, 'type') === 'commentary') return;
  outer.text += delimited(tag, text);
}

/**
 * What the base witness reads, be it the lemma or not. A second reading of it is kept as well: the comparison will then
 * show that one is too many.
 */
const baseReading = ({ readings }: Frame): string =>
  readings
    .filter(({ ofBase }) => ofBase)
    .map(({ text }) => text)
    .join('');

/** Puts the transcription's marks back; an element in several parts has one before its first and one after its last. */
function delimited(tag: Tag, text: string): string {
  const rend = attributeOf(tag, 'rend');
  const row = DELIMITERS.find(({ element, rend: wanted }) => element === tag.name && wanted === rend);
  if (!row) return text;
  const before = attributeOf(tag, 'prev') === undefined ? row.delimiter : '';
  const after = attributeOf(tag, 'next') === undefined ? row.delimiter : '';
  return before + text + after;
}

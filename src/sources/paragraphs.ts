import { quantileOf, unionOf } from './geometry.js';
import type { Box, ScannedLine, ScannedPage, ScannedRegion } from './scan.js';

/** An indent that begins a paragraph, in characters; typists use five or more. */
const INDENT = 2;
/** A distance between lines that parts paragraphs, in lines. */
const GAP = 1.7;
const SENTENCE_END = /[.?!:]["'”’)\]]*$/;

/** What lines are measured by. */
interface Measure {
  /** Width of a typed character. */
  readonly character: number;
  /** From one line to the next. */
  readonly pitch: number;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/**
 * The lines of a page that hold words, by paragraphs. A region's end is a paragraph's, unless the text goes on in the
 * next line as if nothing had been: engines part paragraphs at their first lines and where a stain is.
 */
export function paragraphsOf(page: ScannedPage): ScannedLine[][] {
  const regions = page.regions.map(withWords).filter(({ lines }) => lines.length > 0);
  const character =
    quantileOf(regions.flatMap(({ lines }) => lines.flatMap(characterWidths))) ?? Number.POSITIVE_INFINITY;
  // A typewriter has ten or twelve characters to the inch, and six lines.
  const measure = { character, pitch: quantileOf(regions.flatMap(pitches)) ?? 2 * character };
  const paragraphs: ScannedLine[][] = [];
  regions.forEach((region, i) => {
    const inside = paragraphsIn(region, measure);
    if (i > 0 && runsOn(regions[i - 1]!, region, measure))
      for (const line of inside.shift()!) paragraphs.at(-1)!.push(line);
    for (const paragraph of inside) paragraphs.push(paragraph);
  });
  return paragraphs;
}

export const boxOfLine = ({ box, words }: ScannedLine): Box | undefined =>
  box ?? unionOf(words.map((word) => word.box));

const withWords = ({ lines, ...region }: ScannedRegion): ScannedRegion => ({
  ...region,
  lines: lines.filter(({ words }) => words.length > 0),
});

/** Of words long enough that it does not matter which letters they have. */
const characterWidths = ({ words }: ScannedLine): number[] =>
  words.flatMap(({ text, box }) => (box && text.length >= 3 ? [(box.right - box.left) / text.length] : []));

/** From the middle of each line down to that of the next. */
function pitches({ lines }: ScannedRegion): number[] {
  return lines.slice(1).flatMap((line, i) => {
    const down = distance(lines[i]!, line);
    return down !== undefined && down > 0 ? [down] : [];
  });
}

function distance(above: ScannedLine, below: ScannedLine): number | undefined {
  const [one, other] = [middleOf(above), middleOf(below)];
  return one !== undefined && other !== undefined ? other - one : undefined;
}

/** That of most of its words: a mark that was taken for one makes the whole line higher. */
function middleOf(line: ScannedLine): number | undefined {
  const middles = line.words.flatMap(({ box }) => (box ? [(box.top + box.bottom) / 2] : []));
  return quantileOf(middles) ?? (line.box && (line.box.top + line.box.bottom) / 2);
}

/** A stray mark beside the text is no edge: a quarter of the lines may stand further left. */
function edgesOf(lines: readonly ScannedLine[]): Edges {
  const boxes = lines.map(boxOfLine).filter((box) => box !== undefined);
  const left = boxes.map((box) => box.left);
  return { left: quantileOf(left, 1 / 4) ?? 0, right: unionOf(boxes)?.right ?? 0 };
}

function paragraphsIn(region: ScannedRegion, page: Measure): ScannedLine[][] {
  const own = pitches(region);
  // The closest lines are typed on the machine's grid; wider ones have an empty line between them.
  const measure = { ...page, pitch: own.length > 1 ? quantileOf(own, 1 / 4)! : page.pitch };
  const edges = edgesOf(region.lines);
  const paragraphs: ScannedLine[][] = [];
  let hangs = false;
  region.lines.forEach((line, i) => {
    const above = region.lines[i - 1];
    hangs = above !== undefined && (isTabbed(above, line, measure) || (hangs && isAligned(above, line, measure)));
    if (above && !isParted(above, line, measure) && (hangs || !isIndented(above, line, edges, measure))) {
      paragraphs.at(-1)!.push(line);
    } else paragraphs.push([line]);
  });
  return paragraphs;
}

const isParted = (above: ScannedLine, line: ScannedLine, { pitch }: Measure): boolean =>
  (distance(above, line) ?? 0) > GAP * pitch;

/** Whether the line begins a paragraph by its indent, after one that is short or ends a sentence. */
function isIndented(above: ScannedLine, line: ScannedLine, edges: Edges, measure: Measure): boolean {
  const [one, other] = [boxOfLine(above), boxOfLine(line)];
  if (!one || !other) return false;
  const indent = (box: Box) => (box.left - edges.left) / measure.character;
  if (indent(other) < INDENT) return false;
  const middles = Math.abs(one.left + one.right - other.left - other.right) / 2;
  const isCentred = indent(one) >= INDENT && middles < measure.character;
  if (isCentred) return false;
  // In a passage that is indented as a whole, sentences end in the middle of it.
  return isShort(above, line, edges.right, measure) || (!isAligned(above, line, measure) && endsSentence(above));
}

const endsSentence = ({ words }: ScannedLine): boolean => SENTENCE_END.test(words.at(-1)!.text);

/** Whether the first word of the next line could have been typed on this one. */
function isShort(line: ScannedLine, next: ScannedLine, edge: number, { character }: Measure): boolean {
  const box = boxOfLine(line);
  return box !== undefined && edge - box.right > (next.words[0]!.text.length + 2) * character;
}

function isAligned(above: ScannedLine, line: ScannedLine, { character }: Measure): boolean {
  const [one, other] = [boxOfLine(above), boxOfLine(line)];
  return one !== undefined && other !== undefined && Math.abs(one.left - other.left) < character;
}

/** Whether the line begins below a word to which the typist had tabbed, as what follows a label does. */
function isTabbed(above: ScannedLine, line: ScannedLine, { character }: Measure): boolean {
  const left = boxOfLine(line)?.left;
  return above.words.some(({ box }, i) => {
    const before = above.words[i - 1]?.box;
    if (left === undefined || !box || !before) return false;
    return Math.abs(box.left - left) < character && box.left - before.right > 2 * character;
  });
}

/** Whether a region is the rest of the paragraph at the end of the one before it. */
function runsOn(before: ScannedRegion, region: ScannedRegion, page: Measure): boolean {
  const [above, line] = [before.lines.at(-1)!, region.lines[0]!];
  const [one, other] = [boxOfLine(above), boxOfLine(line)];
  if (!one || !other || (distance(above, line) ?? 0) <= 0 || isParted(above, line, page)) return false;
  const edges = edgesOf([...before.lines, ...region.lines]);
  const isBelow = other.left < one.right && other.left - Math.min(one.left, edges.left) < page.character;
  const isMiddle = !endsSentence(above) && /^\p{Ll}/u.test(line.words[0]!.text);
  return isBelow && isMiddle && !isShort(above, line, edges.right, page);
}

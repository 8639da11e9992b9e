import { pointAt, type Range, type Transcription } from '../text/transcription.js';
import type { Block, Line } from './source.js';

export function trimmed(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : undefined;
}

/** The lines of the text; a form feed ends one wherever it stands. White space at both ends belongs to them. */
export function linesOf({ text, lineStarts }: Transcription): Range[] {
  return lineStarts.flatMap((start, i) => {
    const end = lineStarts[i + 1] ?? text.length;
    const lines: Range[] = [];
    let from = start;
    for (let at = text.indexOf('\f', start); at >= 0 && at < end; at = text.indexOf('\f', at + 1)) {
      lines.push({ start: from, end: at }, { start: at, end: at });
      from = at + 1;
    }
    return [...lines, { start: from, end }];
  });
}

/** Groups lines into blocks: an empty line, or `undefined` in its place, parts them. */
export function grouped(lines: Iterable<Line | undefined>, headings: ReadonlySet<Line> = new Set()): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ start: open[0]!.start, end: open.at(-1)!.end, lines: open });
    open = [];
  };
  for (const line of lines) {
    if (!line) close();
    else if (headings.has(line)) {
      close();
      blocks.push({ start: line.start, end: line.end, lines: [line], heading: true });
    } else open.push(line);
  }
  close();
  return blocks;
}

/** In typed characters: a first line stands in by three to a dozen; more is a line set in the middle. */
const INDENT = { least: 3, most: 15 };
/** Lines shorter than this, in characters, are a list or a form and no running text. */
const RUNNING_LINE = 45;

/**
 * Parts blocks of running text at lines that stand in: a typist who leaves no empty line between paragraphs indents
 * their first lines.
 */
export function partedByIndents(transcription: Transcription, blocks: readonly Block[]): Block[] {
  const { text } = transcription;
  const indentOf = ({ start }: Range): number => {
    const before = text.slice(start - pointAt(transcription, start).column + 1, start);
    return /\S/.test(before) ? 0 : before.replace(/\t/g, '        ').replace(/[\r\n\f]/g, '').length;
  };
  return blocks.flatMap((block) => {
    if (block.lines.length < 2 || block.heading) return [block];
    const longest = Math.max(...block.lines.map(({ start, end }) => end - start));
    if (longest < RUNNING_LINE) return [block];
    const indents = block.lines.map(indentOf);
    const margin = commonest(indents.slice(1)) ?? 0;
    const parts: Line[][] = [];
    block.lines.forEach((current, i) => {
      const before = block.lines[i - 1];
      const begins =
        before !== undefined &&
        indents[i]! >= margin + INDENT.least &&
        indents[i]! <= margin + INDENT.most &&
        current.end - current.start > longest / 2 &&
        (/[.?!:]["”’)]*$/.test(text.slice(before.start, before.end)) || before.end - before.start < longest * 0.75);
      if (i === 0 || begins) parts.push([]);
      parts.at(-1)!.push(current);
    });
    return parts.map((lines) => ({ start: lines[0]!.start, end: lines.at(-1)!.end, lines }));
  });
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

import type { Mark } from '../text/marks.js';
import type { Range, Transcription } from '../text/transcription.js';
import type { FormFacts } from './form.js';
import { found } from './found.js';
import { sideNamed } from './sides.js';
import { looksLikeAName } from './titles.js';

/** Items of the list of participants, under the delegations that the list names; a comma at a line's end carries it on. */
export function participantMarks(
  transcription: Transcription,
  lines: readonly Range[],
  facts: Pick<FormFacts, 'people'>,
): Mark[] {
  const words = ({ start, end }: Range) => transcription.text.slice(start, end);
  const marks: Mark[] = [];
  let delegation: { name: Range; n: number; members: Range[] } | undefined;
  let count = 0;
  const close = () => {
    if (!delegation) return;
    const { name, members } = delegation;
    const end = members.at(-1)?.end ?? name.end;
    marks.push({ kind: 'delegation', ...found(name.start, end, 'high', 'name of a side') });
    if (members.length > 0) {
      marks.push({ kind: 'members', ...found(members[0]!.start, end, 'high', 'lines under the name of a side') });
    }
  };
  for (const item of joined(transcription, lines)) {
    if (sideNamed(words(item))) {
      close();
      delegation = { name: item, n: count++, members: [] };
      marks.push({ kind: 'delegationName', ...found(item.start, item.end, 'high', 'name of a side') });
      continue;
    }
    for (const person of separated(transcription, item)) {
      marks.push({ kind: 'item', ...found(person.start, person.end, 'high', 'line of the list') });
      delegation?.members.push(person);
      facts.people.push({
        item: person,
        ...(delegation && { delegation: { name: delegation.name, n: delegation.n } }),
      });
    }
    marks.push(...innerLines(lines, item));
  }
  close();
  return marks;
}

function joined(transcription: Transcription, lines: readonly Range[]): Range[] {
  const items: Range[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last && transcription.text[last.end - 1] === ',')
      items[items.length - 1] = { start: last.start, end: line.end };
    else items.push(line);
  }
  return items;
}

/** One line that lists several people, by commas or semicolons, none of its parts an office. */
function separated({ text }: Transcription, item: Range): Range[] {
  const words = text.slice(item.start, item.end);
  const parts = [...words.matchAll(/[^,;]+/g)].map(({ 0: part, index }) => {
    const lead = part.length - part.trimStart().length;
    const start = item.start + index + lead;
    return { part: part.trim(), start, end: start + part.trim().length };
  });
  if (parts.length < 2 || !parts.every(({ part }) => looksLikeAName(part))) return [item];
  return parts.map(({ start }, i) => ({ start, end: parts[i + 1] ? untilNext(text, parts[i + 1]!.start) : item.end }));
}

/** The comma between two people stays with the first. */
const untilNext = (text: string, next: number): number => {
  let end = next;
  while (/\s/.test(text[end - 1]!)) end--;
  return end;
};

const innerLines = (lines: readonly Range[], item: Range): Mark[] =>
  lines
    .filter(({ start }) => item.start < start && start < item.end)
    .map(({ start }) => ({ kind: 'line' as const, ...found(start, start, 'high', 'line end of the transcription') }));

/** Rows and cells of the distribution list: by tabs or wide spaces, or by commas on a single line. */
export function distributionMarks(
  { text }: Transcription,
  lines: readonly Range[],
  facts: Pick<FormFacts, 'distribution'>,
): Mark[] {
  const rows = lines.map((line) => ({ line, cells: cellsOf(text, line, lines.length === 1) }));
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.flatMap(({ line, cells }) => {
    facts.distribution.push(...cells.filter(({ start, end }) => start < end));
    const padded = [
      ...cells,
      ...Array.from({ length: columns - cells.length }, () => ({ start: line.end, end: line.end })),
    ];
    return [
      { kind: 'row' as const, ...found(line.start, line.end, 'high', 'line of the table') },
      ...padded.map(({ start, end }) => ({
        kind: 'cell' as const,
        ...found(start, end, 'high', 'column of the table'),
      })),
    ];
  });
}

function cellsOf(text: string, line: Range, alone: boolean): Range[] {
  const words = text.slice(line.start, line.end);
  const separator = /\t/.test(words) ? /\t/g : / {2,}/.test(words) ? / {2,}/g : alone ? /(?<=[,;])\s+/g : /$^/g;
  const cells: Range[] = [];
  let from = 0;
  for (const { 0: between, index } of words.matchAll(separator)) {
    cells.push({ start: line.start + from, end: line.start + index });
    from = index + between.length;
  }
  cells.push({ start: line.start + from, end: line.end });
  return cells;
}

import type { Line } from '../../sources/source.js';
import type { Mark } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { addedByHand } from '../body/transcriber.js';
import { found, lineMarks } from '../found.js';
import { sideBefore, sideNamed } from '../people/sides.js';
import { columnAt, columnsOf, inColumns } from './form-columns.js';
import type { Entry } from './form-entries.js';
import { type FormFacts, type Plain, sidesOf } from './form-facts.js';
import { cellsIn } from './form-lists.js';
import { isPerson, SAME_AS_BEFORE, withoutLead } from './list-lines.js';
import { type SeparatePerson, separated } from './people-on-one-line.js';

/** Items of the list of participants, under the delegations that the list or its label names. */
export function participantMarks(
  text: string,
  plain: Plain,
  { label, side, lines }: Entry,
  range: ReturnType<typeof found>,
  facts: FormFacts,
): Mark[] {
  const rows = lines.map((line) => ({ line, cells: cellsIn(text, line, / {3,}|\t+/g) }));
  const columns = columnsOf(plain, rows);
  if (columns === 'people') {
    return [{ kind: 'list', type: 'participants', ...range, columns: true }, ...inColumns(text, plain, rows, facts)];
  }
  const list: Mark = { kind: 'list', type: 'participants', ...range };
  return [list, ...inLines(text, plain, lines, columns === 'roles', { label, side }, facts)];
}

function inLines(
  text: string,
  plain: Plain,
  lines: readonly Line[],
  roles: boolean,
  { label, side }: { label: Range | undefined; side: Range | undefined },
  facts: FormFacts,
): Mark[] {
  const marks: Mark[] = [];
  const newSide = sidesOf(facts);
  let delegation = side && { ...newSide(side), own: undefined as Range | undefined, members: [] as Range[] };
  const close = () => {
    if (!delegation?.own) return;
    const { own, members } = delegation;
    const end = members.at(-1)?.end ?? own.end;
    marks.push({ kind: 'delegation', ...found(own.start, end, 'high', 'name of a side') });
    if (members.length > 0) {
      marks.push({ kind: 'members', ...found(members[0]!.start, end, 'high', 'lines under the name of a side') });
    }
  };
  const openApart = ({ start }: Range) => {
    close();
    const own = { start, end: start };
    delegation = { ...newSide(own), own, members: [] };
  };
  const openSide = (name: Range) => {
    close();
    delegation = { ...newSide(name), own: name, members: [] };
    marks.push({ kind: 'delegationName', ...found(name.start, name.end, 'high', 'name of a side') });
  };
  const items = joined(text, plain, lines);
  const apart = side ? [] : setApart(text, plain, items, label);
  for (const whole of items) {
    if (apart.includes(whole)) openApart(whole);
    const { name, item } = afterSide(plain, whole);
    if (name) openSide(name);
    const words = plain(item).trim();
    if (sideNamed(words) || (/^[^,;:]{2,40}:$/.test(words) && !isPerson(words.slice(0, -1)))) {
      openSide(item);
      continue;
    }
    if (addedByHand(words)) {
      marks.push({ kind: 'item', ...found(item.start, item.end, 'high', 'line of the list') });
      delegation?.members.push(item);
      continue;
    }
    if (SAME_AS_BEFORE.test(words)) {
      marks.push({ kind: 'item', ...found(item.start, item.end, 'high', 'the people of another part') });
      delegation?.members.push(item);
      facts.sameAsBefore = item;
      continue;
    }
    const cells = roles ? cellsIn(text, item, / {2,}|\t+/g).filter(({ start, end }) => start < end) : [];
    const people: SeparatePerson[] =
      cells.length > 1 ? [{ item, parts: [cells[0]!], role: cells[1]! }] : separated(plain, item);
    for (const person of people) {
      if (person.item) {
        marks.push({ kind: 'item', ...found(person.item.start, person.item.end, 'high', 'line of the list') });
        delegation?.members.push(person.item);
      }
      facts.people.push({
        parts: person.parts,
        ...(person.shared && { shared: person.shared }),
        ...(person.role && { role: person.role }),
        ...(delegation && { delegation: { name: delegation.name, n: delegation.n } }),
      });
    }
    const within = lines.filter(({ start }) => item.start < start && start < item.end);
    marks.push(...lineMarks([item, ...within]));
  }
  close();
  return marks;
}

const MOST_SIDES = 3;

/** The first of each block of people, where empty lines set two or three of them apart and no line names a side. */
function setApart(text: string, plain: Plain, items: readonly Range[], label: Range | undefined): Range[] {
  const isOfNoSide = (item: Range) => {
    const words = plain(item).trim();
    return sideNamed(words) === undefined && sideBefore(words) === undefined && !/:$/.test(words);
  };
  if (!items.every(isOfNoSide)) return [];
  const firsts = items.filter(
    ({ start }, i) => i === 0 || /^\s*\n[^\S\n]*\n\s*$/.test(text.slice(items[i - 1]!.end, start)),
  );
  // Who stands alone behind the label may be the first of all.
  const [first, second] = items;
  if (label && first && firsts[1] === second && !text.slice(label.end, first.start).includes('\n')) return [];
  const isOfSides = firsts.length > 1 && firsts.length <= MOST_SIDES && firsts.length < items.length;
  return isOfSides ? firsts : [];
}

/** "U.S.: The Secretary, Mr. Kohler": the name of the side, and the rest of the line. */
function afterSide(plain: Plain, item: Range): { name?: Range; item: Range } {
  const end = sideBefore(plain(item));
  if (end === undefined) return { item };
  const rest = withoutLead(plain, { start: item.start + end, end: item.end });
  return { name: { start: item.start, end: item.start + end }, item: rest };
}

/**
 * Lines that go on with the one before: after a comma or a word that asks for more, with a parenthesis or a word in lower
 * case, or standing in farther and naming nobody.
 */
function joined(text: string, plain: Plain, lines: readonly Line[]): Range[] {
  const items: Range[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    const words = plain(line).trim();
    const before = last && plain(last).trim();
    const goesOn =
      last &&
      before !== undefined &&
      !sideNamed(before) &&
      (/(?:,|\b(?:for|of|to|the|and|de|von|van))$/.test(before) ||
        /^(?!(?:and|with|also|plus)\b)[(\p{Ll}]/u.test(words) ||
        (columnAt(text, line.start) >= columnAt(text, last.start) + 2 &&
          !isPerson(words.replace(/[,(;].*/s, '').trim())));
    if (goesOn) items[items.length - 1] = { start: last.start, end: line.end };
    else items.push({ start: line.start, end: line.end });
  }
  return items;
}

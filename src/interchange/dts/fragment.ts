import { chainOf, indexById } from '../../citation/reading-text.js';
import { at, childrenOf, type TeiElement } from '../../citation/tree.js';
import type { OpenEdition } from '../edition.js';
import { escaped } from '../escaped.js';
import type { Passage } from '../passages.js';
import type { Place } from './places.js';

/** Of the wrapper around what was asked for (DTS 1.0, Document endpoint). */
const NAMESPACE = 'https://w3id.org/api/dts#';

/** Half-open, in UTF-16 code units of the TEI file. */
interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * A passage or range cut out of its file, as it stands there: inside `dts:wrapper`, in the elements that are around all
 * of it. What is cut through (a paragraph that a page ends in) is opened and closed anew within the wrapper.
 */
export function fragmentOf(edition: OpenEdition, place: Place): string {
  const segments = segmentsAt(edition, place);
  const cuts = segments.flatMap(({ start, end }) => [openAt(edition, start), openAt(edition, end)]);
  const around = commonOf(cuts);
  const pieces = segments.map(({ start, end }) => {
    const before = openAt(edition, start).slice(around.length);
    const after = openAt(edition, end).slice(around.length);
    return before.map((one) => tagOf(edition, one)).join('') + edition.tei.slice(start, end) + closing(edition, after);
  });
  const [root, ...outer] = around;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    tagOf(edition, root!),
    headerOf(edition, place),
    outer.map((one) => tagOf(edition, one)).join(''),
    `<dts:wrapper xmlns:dts="${NAMESPACE}">${pieces.join('\n')}</dts:wrapper>`,
    closing(edition, around),
    '\n',
  ].join('');
}

/** The elements that are open at an offset, from the root. */
const openAt = ({ elements, extents }: OpenEdition, offset: number): TeiElement[] =>
  elements.filter(({ order }) => extents[order]!.start < offset && offset < extents[order]!.end);

function commonOf([first = [], ...others]: readonly TeiElement[][]): TeiElement[] {
  const differs = first.findIndex((element, n) => others.some((other) => other[n] !== element));
  return differs < 0 ? first : first.slice(0, differs);
}

const tagOf = ({ tei, extents }: OpenEdition, { order }: TeiElement): string =>
  tei.slice(extents[order]!.start, extents[order]!.inner);

const closing = (edition: OpenEdition, elements: readonly TeiElement[]): string =>
  elements
    .map((element) => `</${/^<([^\s/>]+)/.exec(tagOf(edition, element))![1]}>`)
    .reverse()
    .join('');

function segmentsAt(edition: OpenEdition, place: Place): Segment[] {
  if ('ref' in place) return segmentsOf(edition, place.ref);
  // A turn may stand in a tree behind the paragraph that it begins in.
  const segments = [place.start, place.end].flatMap((one) => segmentsOf(edition, one));
  const start = Math.min(...segments.map((one) => one.start));
  const end = Math.max(...segments.map((one) => one.end));
  return [{ start, end }];
}

/** A page and a line reach to the next one, a turn and a reading over all their parts. */
function segmentsOf(edition: OpenEdition, { element, citeType }: Passage): Segment[] {
  const { elements, extents } = edition;
  if (element.name === 'pb' || element.name === 'lb') {
    const { start } = extents[element.order]!;
    return [{ start, end: Math.max(start, endOfMilestone(edition, element)) }];
  }
  const parts = citeType === 'part' ? [element] : chainOf(element, indexById(elements));
  return parts.map(({ order }) => extents[order]!);
}

function endOfMilestone(edition: OpenEdition, milestone: TeiElement): number {
  const { elements, extents } = edition;
  const around = containerOf(milestone);
  const next = elements
    .slice(milestone.order + 1)
    .find((one) => one.name === 'pb' || (milestone.name === 'lb' && one.name === 'lb' && containerOf(one) === around));
  const limit = innerEnd(edition, around);
  return next ? Math.min(extents[next.order]!.start, limit) : limit;
}

/** What stands beside the text holds its own lines. */
function containerOf(element: TeiElement): TeiElement {
  let outer = element;
  while (outer.parent && !['fw', 'note', 'text'].includes(outer.name)) outer = outer.parent;
  return outer;
}

const innerEnd = ({ tei, extents }: OpenEdition, { order }: TeiElement): number =>
  tei.lastIndexOf('</', extents[order]!.end - 1);

/** What the fragment is taken from and under what terms: the titles and the publication statement of the edition. */
function headerOf(edition: OpenEdition, place: Place): string {
  const { citable, extents, tei } = edition;
  const file = at(childrenOf(edition.root, 'teiHeader')[0], 'fileDesc');
  const kept = (name: string) =>
    childrenOf(file ?? { children: [] }, name).map(({ order }) =>
      tei.slice(extents[order]!.start, extents[order]!.end),
    );
  const { name, address, version } = citable.record;
  const label = 'ref' in place ? place.ref.unit.label : `${place.start.unit.label} to ${place.end.unit.label}`;
  const state = version === undefined ? '' : ` of version ${version}`;
  const source = `<ref target="${escaped(address ?? `${name}.xml`)}">${escaped(name)}</ref>`;
  return [
    '<teiHeader><fileDesc>',
    ...kept('titleStmt'),
    ...kept('publicationStmt'),
    `<sourceDesc><p>A passage${escaped(state)} of ${source}: ${escaped(label)}.</p></sourceDesc>`,
    '</fileDesc></teiHeader>',
  ].join('');
}

import { permalinkOf } from '../../citation/csl-item.js';
import type { OpenEdition } from '../edition.js';
import { escaped } from '../escaped.js';
import { endOfSubtree } from '../passages.js';
import { shortened } from '../shortened.js';
import { MEDIA_TYPES, TEI_TYPE } from './addresses.js';
import { DtsFault } from './fault.js';
import { fragmentOf } from './fragment.js';
import { type Place, type PlaceQuery, placeOf } from './places.js';

export interface DocumentQuery extends PlaceQuery {
  readonly mediaType?: string;
}

export interface DocumentAnswer {
  readonly type: string;
  readonly body: string;
}

/**
 * An edition, a passage or a range of it, in TEI or another of its media types (DTS 1.0, Document endpoint).
 * @throws DtsFault where the parameters do not go together (400), or nothing is called so or made in this type (404)
 */
export function documentOf(edition: OpenEdition, { mediaType = TEI_TYPE, ...query }: DocumentQuery): DocumentAnswer {
  // In a query a plus that is not escaped means a space.
  const type = MEDIA_TYPES.find((one) => one === mediaType.replace(' ', '+'));
  if (type === undefined)
    throw new DtsFault(
      404,
      `There is no “${shortened(mediaType)}” of this resource: there are ${MEDIA_TYPES.join(', ')}.`,
    );
  const { place } = placeOf(edition, query);
  if (type === TEI_TYPE) return { type, body: place ? fragmentOf(edition, place) : edition.tei };
  const words = wordsOf(edition, place);
  return { type, body: type === 'text/plain' ? `${words.join('\n\n')}\n` : pageOf(edition, place, words) };
}

/** The words as they are read: of a range, those between its ends; of what stands beside the text, one after the other. */
function wordsOf({ citable }: OpenEdition, place: Place | undefined): string[] {
  if (!place) return [citable.units[0]!.words];
  if ('ref' in place) return [place.ref.unit.words];
  const { tree, start, end } = place;
  const spans = [...start.unit.spans, ...end.unit.spans];
  const { stream } = spans[0]!;
  if (spans.every((span) => span.stream === stream)) {
    const first = Math.min(...spans.map((span) => span.start));
    return [stream.text.slice(first, Math.max(...spans.map((span) => span.end)))];
  }
  const from = tree.places.get(start.identifier)!;
  const passages = tree.passages.slice(from, endOfSubtree(tree, tree.places.get(end.identifier)!));
  const top = Math.min(...passages.map(({ level }) => level));
  return passages.filter(({ level }) => level === top).map(({ unit }) => unit.words);
}

function pageOf({ citable }: OpenEdition, place: Place | undefined, words: readonly string[]): string {
  const { record, units } = citable;
  const unit = !place ? units[0]! : 'ref' in place ? place.ref.unit : place.start.unit;
  const label = !place
    ? ''
    : 'ref' in place
      ? place.ref.unit.label
      : `${place.start.unit.label} to ${place.end.unit.label}`;
  const title = [record.title, label].filter(Boolean).join(', ');
  const language = escaped(record.language ?? 'en');
  const link =
    record.address === undefined ? '' : `<p><a href="${escaped(permalinkOf(record, unit))}">In the edition</a></p>`;
  return [
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body><h1>${escaped(title)}</h1><main lang="${language}">`,
    ...words.map((text) => `<p>${escaped(text)}</p>`),
    `</main>${link}</body></html>\n`,
  ].join('');
}

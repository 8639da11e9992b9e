import { shortened } from './csl-item.js';
import type { PublishedId } from './published-id.js';
import { parted } from './resolve.js';
import type { CitableEdition, Unit } from './unit.js';
import { PREFIXES, wantedBy } from './wanted.js';

/** An id that an edition has published and no longer has. */
export interface Withdrawn {
  readonly edition: CitableEdition;
  readonly entry: PublishedId;
  /** The passages that have its words now. */
  readonly to: readonly Unit[];
}

/** What a reference has meant, where it names an id that is gone, as `par.17` or as “par. 17”. */
export function withdrawnBy(
  reference: string,
  editions: readonly CitableEdition[],
  idsOf: ReadonlyMap<CitableEdition, readonly PublishedId[]>,
): Withdrawn[] {
  const { name, rest } = parted(reference, editions);
  const { numbered } = wantedBy(rest, []);
  const wanted = [rest, ...(numbered ? [`${PREFIXES[numbered.kind]}.${numbered.n}`] : [])];
  return editions
    .filter(({ record, byReference }) => (name === undefined || record.name === name) && !byReference.has(rest))
    .flatMap((edition) =>
      (idsOf.get(edition) ?? [])
        .filter(({ id, gone }) => gone && wanted.includes(id))
        .map((entry) => ({ edition, entry, to: placesOf(edition, entry) })),
    );
}

/** The passages that have the words of a gone id now. */
export const placesOf = ({ byReference }: CitableEdition, { gone }: PublishedId): Unit[] =>
  (gone?.to ?? []).flatMap((id) => byReference.get(id) ?? []);

/** “It stood for “…” until version 1.0.0.”: what an id was, and since when it is gone. */
export function stoodFor({ words, until, gone }: PublishedId): string {
  const since =
    gone?.version !== undefined && gone.version !== until
      ? `, and is gone since version ${gone.version}`
      : gone?.date !== undefined
        ? `, and is gone since ${gone.date}`
        : '';
  return `It stood for ${words === '' ? 'a place without words' : `“${shortened(words)}”`}${until === undefined ? '' : ` up to version ${until}`}${since}.`;
}

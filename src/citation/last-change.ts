import { allAt, type TeiElement } from './tree.js';

/**
 * The last day on which an edition was changed, ISO 8601: that of its last change in the header, or that of the edition where
 * it is later or no change is told.
 */
export const lastChange = (header: TeiElement | undefined, editionDate: string | undefined): string | undefined =>
  [editionDate, ...allAt(header, 'revisionDesc/change').map(({ attributes }) => attributes.get('when'))]
    .flatMap((when) => /^\d{4}-\d\d-\d\d/.exec(when ?? '')?.[0] ?? [])
    .sort()
    .at(-1);

import { permalinkOf } from '../../citation/csl-item.js';
import type { Bibliography, Unit } from '../../citation/unit.js';
import { NO_DOMAIN } from '../record.js';
import type { Identifiers } from './addresses.js';

/** Where a site lies that has no address yet: nowhere, and not where it happens to be shown. */
export const NOT_PUBLISHED = `https://${NO_DOMAIN}`;

/**
 * Editions are called by the address of their folder, at which a web server delivers their page, and the collection of all
 * by that of the output folder: the same in files and from a server, wherever it runs.
 */
export const identifiersAt = (site: string): Identifiers => ({
  root: `${site}/`,
  of: (name) => `${site}/${encodeURIComponent(name)}/`,
});

/** The address of a passage on the pages of the site, also where these are not published yet. */
export function unitId({ address: _, ...record }: Bibliography, unit: Unit, { root }: Identifiers): string {
  const [path = '', anchor] = permalinkOf(record, unit).split('#');
  const page = `${root}${path.split('/').map(encodeURIComponent).join('/')}`;
  return anchor === undefined ? page : `${page}#${anchor}`;
}

import { type EditionRecord, type Harvesting, NO_DOMAIN } from '../record.js';

/** One edition as harvesters get it. */
export interface Item {
  /** `oai:DOMAIN:NAME`; the same as long as the site has its domain and the edition its name. */
  readonly identifier: string;
  /** The day of the last change that the edition tells, ISO 8601. */
  readonly datestamp: string;
  readonly record: EditionRecord;
  /** The TEI file. */
  readonly tei: string;
}

export interface Repository {
  readonly name: string;
  readonly baseURL: string;
  /** Of the site: the second part of identifiers. */
  readonly domain: string;
  readonly email: string;
  readonly items: readonly Item[];
}

export interface Harvested {
  readonly record: EditionRecord;
  readonly tei: string;
}

/** The day that stands where an edition tells none: plainly none (as the e-book has it). */
const NO_DAY = '1970-01-01';

/**
 * A repository of editions in the order of their names. `day` stands in for editions that tell no day of their own; an
 * address of the site that is not known yet gives a domain that is plainly none.
 */
export function repositoryOf(
  name: string,
  editions: readonly Harvested[],
  baseURL: string,
  { address, harvesting = {}, day = NO_DAY }: { address?: string; harvesting?: Harvesting; day?: string },
): Repository {
  const domain = address === undefined ? NO_DOMAIN : new URL(address).hostname;
  return {
    name,
    baseURL,
    domain,
    // Every domain that takes mail has this address (RFC 2142, section 5).
    email: harvesting.email ?? `postmaster@${domain}`,
    items: editions.map(({ record, tei }) => ({
      identifier: `oai:${domain}:${encodeURIComponent(record.bibliography.name)}`,
      datestamp: record.changed ?? day,
      record,
      tei,
    })),
  };
}

/** Granularity of days: what editions tell is no finer (OAI-PMH 2.0, section 3.3.1). */
export const GRANULARITY = 'YYYY-MM-DD';

export const earliestOf = ({ items }: Repository): string =>
  items.map(({ datestamp }) => datestamp).sort()[0] ?? NO_DAY;

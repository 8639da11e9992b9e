import type { OpenEdition } from '../edition.js';
import { shortened } from '../shortened.js';
import type { Addresses } from './addresses.js';
import { type Catalogue, collectionOf, entryOf, recordNamed } from './collection.js';
import { documentOf } from './document.js';
import { DtsFault, faultBody } from './fault.js';
import { navigationOf } from './navigation.js';

/** Where the answers are taken from. */
export interface DtsSource {
  catalogue(): Catalogue;
  open(name: string): OpenEdition | undefined;
}

export interface DtsRequest {
  /** What follows the address of the entry point: empty for that, else the name of an endpoint. */
  readonly endpoint: string;
  /** Of the query, in order. */
  readonly pairs: Iterable<readonly [string, string]>;
  /** The address that was asked for. */
  readonly self: string;
}

export interface DtsAnswer {
  readonly status: 200 | 400 | 404;
  readonly type: string;
  readonly body: string;
  /** A header `Link` to the collection of what was asked for. */
  readonly link?: string;
}

export const JSON_LD = 'application/ld+json';

/** The answer of a server to a request by DTS 1.0; what cannot be answered is told with status 400 or 404. */
export function dtsAnswer(source: DtsSource, request: DtsRequest, addresses: Addresses): DtsAnswer {
  try {
    return answered(source, request, addresses);
  } catch (error) {
    if (!(error instanceof DtsFault)) throw error;
    return { status: error.status, type: JSON_LD, body: json(faultBody(error)) };
  }
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const data = (value: object): DtsAnswer => ({ status: 200, type: JSON_LD, body: json(value) });

function answered(source: DtsSource, { endpoint, pairs, self }: DtsRequest, addresses: Addresses): DtsAnswer {
  const given = parameters(pairs);
  switch (endpoint.replace(/\/$/, '')) {
    case '':
      return data(entryOf(addresses));
    case 'collection': {
      const nav = navIn(given);
      const page = number(given, 'page', 1);
      const part = { ...(nav !== undefined && { nav }), ...(page !== undefined && { page }) };
      return data(collectionOf(source.catalogue(), given.get('id'), part, addresses));
    }
    case 'navigation': {
      const { edition, record } = resourceOf(source, given, addresses);
      const down = number(given, 'down', -1);
      const page = number(given, 'page', 1);
      const query = { ...placed(given), ...(down !== undefined && { down }), ...(page !== undefined && { page }) };
      return data(navigationOf(edition, record, query, self, addresses));
    }
    case 'document': {
      const { edition } = resourceOf(source, given, addresses);
      const mediaType = given.get('mediaType');
      const query = { ...placed(given), ...(mediaType !== undefined && { mediaType }) };
      const { type, body } = documentOf(edition, query);
      return {
        status: 200,
        type,
        body,
        link: `<${addresses.collection(edition.name)}>; rel="collection"`,
      };
    }
    default:
      throw new DtsFault(
        404,
        `There is no endpoint “${shortened(endpoint)}”: there are collection, navigation, document.`,
      );
  }
}

/** Each parameter once; one without a value is one that is not there, as an empty variable of a template leaves it. */
function parameters(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (given.has(name)) throw new DtsFault(400, `“${shortened(name)}” stands more than once.`);
    if (value !== '') given.set(name, value);
  }
  return given;
}

function navIn(given: ReadonlyMap<string, string>): 'children' | 'parents' | undefined {
  const nav = given.get('nav');
  if (nav === undefined || nav === 'children' || nav === 'parents') return nav;
  throw new DtsFault(400, `“nav” is “children” or “parents”, and not “${shortened(nav)}”.`);
}

function number(given: ReadonlyMap<string, string>, name: string, least: number): number | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  if (/^-?\d{1,6}$/.test(value) && Number(value) >= least) return Number(value);
  throw new DtsFault(400, `“${name}” is a whole number from ${least} on, and not “${shortened(value)}”.`);
}

const placed = (given: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    ['ref', 'start', 'end', 'tree'].flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])),
  );

function resourceOf(source: DtsSource, given: ReadonlyMap<string, string>, addresses: Addresses) {
  const name = given.get('resource');
  if (name === undefined) throw new DtsFault(400, 'Say which “resource” is meant; the collection has them.');
  const record = recordNamed(source.catalogue(), name, addresses);
  const edition = record && source.open(record.bibliography.name);
  if (!record || !edition) throw new DtsFault(404, `There is no resource “${shortened(name)}”.`);
  return { edition, record };
}

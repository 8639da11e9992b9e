import { escaped } from '../escaped.js';
import { shortened } from '../shortened.js';
import { type ErrorCode, type Listing, listingOf, OaiError, type OaiRequest, requestOf, tokenOf } from './arguments.js';
import { FORMATS, type Format, formatOf, XSI } from './formats.js';
import { earliestOf, GRANULARITY, type Item, type Repository } from './repository.js';

export const OAI = 'http://www.openarchives.org/OAI/2.0/';

/**
 * The answer to a request by OAI-PMH 2.0, as XML; errors of the protocol are answers, too. `now` is the moment of the
 * answer in UTC, `2026-11-23T12:00:00Z`.
 */
export function oaiAnswer(repository: Repository, pairs: Iterable<readonly [string, string]>, now: string): string {
  let request: OaiRequest | undefined;
  try {
    request = requestOf(pairs);
    return written(repository, request, now, bodyOf(repository, request));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    return written(repository, request, now, errorElement(error.code, error.message));
  }
}

const errorElement = (code: ErrorCode, words: string): string => `<error code="${code}">${escaped(words)}</error>`;

/** Arguments are told again, but not those of a request that could not be read (section 3.2). */
function written({ baseURL }: Repository, request: OaiRequest | undefined, now: string, body: string): string {
  const told = request ? [['verb', request.verb] as const, ...request.given] : [];
  const attributes = told.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<OAI-PMH xmlns="${OAI}" xmlns:xsi="${XSI}" xsi:schemaLocation="${OAI} ${OAI}OAI-PMH.xsd">`,
    `<responseDate>${now}</responseDate>`,
    `<request${attributes}>${escaped(baseURL)}</request>`,
    body,
    '</OAI-PMH>\n',
  ].join('');
}

function bodyOf(repository: Repository, { verb, given }: OaiRequest): string {
  switch (verb) {
    case 'Identify':
      return `<Identify>${identification(repository)}${identifierScheme(repository)}</Identify>`;
    case 'ListMetadataFormats': {
      const identifier = given.get('identifier');
      if (identifier !== undefined) itemOf(repository, identifier);
      return `<ListMetadataFormats>${FORMATS.map((format) => formatElement(format)).join('')}</ListMetadataFormats>`;
    }
    case 'ListSets':
      throw new OaiError('noSetHierarchy', 'The editions are not parted into sets.');
    case 'ListIdentifiers':
      return list(repository, verb, given, (item) => headerElement(item));
    case 'ListRecords':
      return list(repository, verb, given, (item, format) => recordElement(item, format));
    case 'GetRecord': {
      const item = itemOf(repository, given.get('identifier')!);
      return `<GetRecord>${recordElement(item, formatNamed(given.get('metadataPrefix')!))}</GetRecord>`;
    }
  }
}

/** In the order of the schema, `OAI-PMH.xsd`; `p` is the prefix of its names. */
export function identification(repository: Repository, p = ''): string {
  const { name, baseURL, email } = repository;
  const fields = [
    ['repositoryName', name],
    ['baseURL', baseURL],
    ['protocolVersion', '2.0'],
    ['adminEmail', email],
    ['earliestDatestamp', earliestOf(repository)],
    ['deletedRecord', 'no'],
    ['granularity', GRANULARITY],
  ] as const;
  return fields.map(([field, value]) => `<${p}${field}>${escaped(value)}</${p}${field}>`).join('');
}

const SCHEME = 'http://www.openarchives.org/OAI/2.0/oai-identifier';

/** The form of identifiers (guidelines for OAI identifiers), where the domain is one that the schema allows. */
function identifierScheme({ domain, items }: Repository): string {
  const [item] = items;
  if (!item || !/^[a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)+$/.test(domain)) return '';
  return [
    `<description><oai-identifier xmlns="${SCHEME}" xmlns:xsi="${XSI}" xsi:schemaLocation="${SCHEME} ${SCHEME}.xsd">`,
    `<scheme>oai</scheme><repositoryIdentifier>${domain}</repositoryIdentifier><delimiter>:</delimiter>`,
    `<sampleIdentifier>${escaped(item.identifier)}</sampleIdentifier></oai-identifier></description>`,
  ].join('');
}

export const formatElement = ({ prefix, schema, namespace }: Format, p = ''): string =>
  `<${p}metadataFormat><${p}metadataPrefix>${prefix}</${p}metadataPrefix><${p}schema>${schema}</${p}schema><${p}metadataNamespace>${namespace}</${p}metadataNamespace></${p}metadataFormat>`;

const headerElement = ({ identifier, datestamp }: Item, p = ''): string =>
  `<${p}header><${p}identifier>${escaped(identifier)}</${p}identifier><${p}datestamp>${datestamp}</${p}datestamp></${p}header>`;

export const recordElement = (item: Item, format: Format, p = ''): string =>
  `<${p}record>${headerElement(item, p)}<${p}metadata>${format.write(item)}</${p}metadata></${p}record>`;

function itemOf({ items }: Repository, identifier: string): Item {
  const item = items.find((one) => one.identifier === identifier);
  if (!item) throw new OaiError('idDoesNotExist', `There is no “${shortened(identifier)}” here.`);
  return item;
}

function formatNamed(prefix: string): Format {
  const format = formatOf(prefix);
  if (format) return format;
  const known = FORMATS.map((one) => one.prefix).join(' and ');
  throw new OaiError('cannotDisseminateFormat', `There is no “${shortened(prefix)}”, there are ${known}.`);
}

function list(
  repository: Repository,
  verb: 'ListIdentifiers' | 'ListRecords',
  given: ReadonlyMap<string, string>,
  write: (item: Item, format: Format) => string,
): string {
  const listing = listingOf(given);
  const format = formatNamed(listing.prefix);
  if (given.has('set')) throw new OaiError('noSetHierarchy', 'The editions are not parted into sets.');
  const { from = '', until = '~', cursor } = listing;
  const matching = repository.items.filter(({ datestamp }) => from <= datestamp && datestamp <= until);
  const pageSize = verb === 'ListIdentifiers' ? FORMATS[0]!.pageSize : format.pageSize;
  if (given.has('resumptionToken')) checkCursor(listing, matching.length, pageSize);
  if (matching.length === 0) throw new OaiError('noRecordsMatch', 'No edition was changed last in this time.');
  const page = matching.slice(cursor, cursor + pageSize);
  const next = cursor + page.length;
  const token =
    cursor === 0 && next === matching.length
      ? ''
      : `<resumptionToken completeListSize="${matching.length}" cursor="${cursor}">${
          next < matching.length ? tokenOf({ ...listing, cursor: next, size: matching.length }) : ''
        }</resumptionToken>`;
  return `<${verb}>${page.map((item) => write(item, format)).join('')}${token}</${verb}>`;
}

/** A list that has grown or shrunk since cannot be gone on with. */
function checkCursor({ cursor, size }: Listing, now: number, pageSize: number): void {
  if (size !== now || cursor === 0 || cursor >= now || cursor % pageSize !== 0)
    throw new OaiError('badResumptionToken', 'The list has changed since the token was given out; begin anew.');
}

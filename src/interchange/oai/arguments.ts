import { shortened } from '../shortened.js';
import { formatOf } from './formats.js';

/** Error conditions of the protocol (OAI-PMH 2.0, section 3.6). */
export type ErrorCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

export class OaiError extends Error {
  constructor(
    readonly code: ErrorCode,
    words: string,
  ) {
    super(words);
  }
}

export type Verb = keyof typeof ARGUMENTS;

/** What each verb takes (section 4); an exclusive argument stands alone. */
const ARGUMENTS = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
} as const;

export interface OaiRequest {
  readonly verb: Verb;
  /** Of the verb: those that it takes, each once. */
  readonly given: ReadonlyMap<string, string>;
}

/**
 * Reads the arguments of a request, however they came.
 * @throws OaiError badVerb or badArgument
 */
export function requestOf(pairs: Iterable<readonly [string, string]>): OaiRequest {
  const all = [...pairs];
  const verbs = all.filter(([name]) => name === 'verb').map(([, value]) => value);
  const names = Object.keys(ARGUMENTS).join(', ');
  if (verbs.length === 0) throw new OaiError('badVerb', `The verb is missing: one of ${names}.`);
  if (verbs.length > 1) throw new OaiError('badVerb', 'The verb stands more than once.');
  const [verb] = verbs;
  if (!isVerb(verb!)) throw new OaiError('badVerb', `“${shortened(verb!)}” is no verb: there are ${names}.`);
  const given = new Map<string, string>();
  for (const [name, value] of all) {
    if (name === 'verb') continue;
    if (given.has(name)) throw new OaiError('badArgument', `“${shortened(name)}” stands more than once.`);
    given.set(name, value);
  }
  checkArguments(verb, given);
  return { verb, given };
}

const isVerb = (verb: string): verb is Verb => Object.hasOwn(ARGUMENTS, verb);

function checkArguments(verb: Verb, given: ReadonlyMap<string, string>): void {
  const taken: { required: readonly string[]; optional: readonly string[]; exclusive?: string } = ARGUMENTS[verb];
  const { required, optional, exclusive } = taken;
  if (exclusive !== undefined && given.has(exclusive)) {
    if (given.size > 1) throw new OaiError('badArgument', `“${exclusive}” stands with no other argument.`);
    return;
  }
  for (const name of given.keys()) {
    if (!required.includes(name) && !optional.includes(name))
      throw new OaiError('badArgument', `${verb} takes no argument “${shortened(name)}”.`);
  }
  const missing = required.filter((name) => !given.has(name));
  if (missing.length > 0) throw new OaiError('badArgument', `${verb} needs ${missing.join(' and ')}.`);
  const from = dayOf('from', given.get('from'));
  const until = dayOf('until', given.get('until'));
  if (from !== undefined && until !== undefined && from > until)
    throw new OaiError('badArgument', `“from” (${from}) is later than “until” (${until}).`);
}

function dayOf(name: string, value: string | undefined): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new OaiError('badArgument', `“${name}” is a day, such as 2026-11-23, and not “${shortened(value)}”.`);
}

/** A day that there is; years before 1000 or after 9999 are none here. */
function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** What a list is of, and where it goes on. */
export interface Listing {
  readonly prefix: string;
  readonly from?: string;
  readonly until?: string;
  readonly cursor: number;
  /** Of the whole list, when the token was given out. */
  readonly size?: number;
}

/** Where a list goes on says all that it needs, so that none has to be remembered. */
export const tokenOf = ({
  prefix,
  from = '',
  until = '',
  cursor,
  size,
}: Required<Pick<Listing, 'prefix' | 'cursor' | 'size'>> & Listing) => [prefix, from, until, cursor, size].join('.');

/**
 * What the arguments of a list ask for.
 * @throws OaiError badResumptionToken, where the token is none of ours
 */
export function listingOf(given: ReadonlyMap<string, string>): Listing {
  const token = given.get('resumptionToken');
  if (token === undefined)
    return { prefix: given.get('metadataPrefix')!, ...bounds(given.get('from'), given.get('until')), cursor: 0 };
  const [, prefix, from, until, cursor, size] =
    (token.length < 100 && /^(\w+)\.([\d-]*)\.([\d-]*)\.(\d{1,9})\.(\d{1,9})$/.exec(token)) || [];
  const days = [from, until].filter((day) => day !== undefined && day !== '');
  if (prefix === undefined || !formatOf(prefix) || !days.every((day) => isDay(day!)))
    throw new OaiError('badResumptionToken', 'The token is none that was given out here.');
  return { prefix, ...bounds(from || undefined, until || undefined), cursor: Number(cursor), size: Number(size) };
}

const bounds = (from: string | undefined, until: string | undefined): Pick<Listing, 'from' | 'until'> => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

import { createHash } from 'node:crypto';
import { byVersion } from '../text/version.js';
import { type Decision, severalOf } from './description.js';

/** Since when a decision stands that does not say so itself, as the register of the edition keeps it. */
export interface StandingDecision {
  /** The lasting id of what it was made on. */
  readonly target: string;
  /** What was decided: `reading: Vasiliy`. */
  readonly decided: string;
  /** The version of the edition in which it first stood. */
  readonly since: string;
  /** The day of that version, ISO 8601. */
  readonly date?: string;
}

/** A state of the edition, with what it says of itself. */
export interface Stated {
  readonly version?: string;
  /** ISO 8601. */
  readonly date?: string;
  /** That version, or a later one, was released: what is new will first stand in a version to come. */
  readonly isReleased?: boolean;
}

/** A change as the history of the edition has it; without `decided` it is no decision, and says all of itself. */
export interface Change {
  readonly target?: string;
  readonly decided?: string;
  readonly version?: string;
  readonly date?: string;
}

/**
 * What was decided, apart from where its words are found, why, how surely and after whom: a decision whose reason is
 * worded anew is the one that it was.
 */
export function decidedIn(decision: Decision): string {
  const { reading, variants, hand, furniture, person, organisation, place, event, speaker, to, note } = decision;
  const said = {
    reading,
    variants: variants?.map((variant) => variant.reading).join(' | '),
    hand,
    furniture,
    person,
    organisation,
    place,
    event,
    speaker: speaker === undefined ? undefined : severalOf(speaker).join(' | '),
    to,
    break: decision.break,
    // A commentary can be long, and stands in the edition anyhow.
    note: note === undefined ? undefined : createHash('sha256').update(note).digest('hex').slice(0, 16),
    keep: decision.keep === undefined ? undefined : 'as it is',
  };
  return Object.entries(said)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('; ');
}

/**
 * Gives each decision the version and the day of the edition in which it first stood: its own where it names them, else
 * those on record, else those of the edition as it is now, unless these are released. `names` has the lasting ids of
 * targets, where they are others.
 */
export function firstStood<Of extends Change>(
  changes: readonly Of[],
  stood: readonly StandingDecision[],
  now: Stated,
  names: ReadonlyMap<string, string> = new Map(),
): { changes: Of[]; standing: StandingDecision[] } {
  const keyOf = ({ target, decided }: Pick<StandingDecision, 'target' | 'decided'>) => `${target} ${decided}`;
  // A version that is not over can get another day, and one on record after it was taken back.
  const { version: present, isReleased = false } = now;
  const before = stood.filter(({ since }) => present !== undefined && (isReleased || byVersion(since, present) < 0));
  const known = new Map(before.map((one) => [keyOf(one), one]));
  const standing = new Map<string, StandingDecision>();
  const dated = changes.map((change) => {
    const { decided } = change;
    if (decided === undefined || change.target === undefined) return change;
    const target = names.get(change.target) ?? change.target;
    const key = keyOf({ target, decided });
    const record = known.get(key);
    const version = change.version ?? record?.since ?? (isReleased ? undefined : present);
    const date = change.date ?? (version === record?.since ? record?.date : version === present ? now.date : undefined);
    if (change.version === undefined && version !== undefined)
      standing.set(key, record ?? { target, decided, since: version, ...(now.date && { date: now.date }) });
    return { ...change, ...(version !== undefined && { version }), ...(date !== undefined && { date }) };
  });
  return { changes: dated, standing: [...standing.values()] };
}

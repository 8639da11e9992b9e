import type { Authorities } from '../../authorities/authorities.js';
import type { PersonRecord } from '../../authorities/record.js';
import { type Cast, introduce, type Person, personOfRecord } from '../people/people.js';

const SAYS_I = /(?<!["“][^"”]{0,200})(?<![\p{L}\d.])I (?:said|told|asked|replied|agreed|pointed|remarked)\b/u;

/** The drafter that the editor names; else, where the text says "I", the one participant whom it never names. */
export function drafterOf(
  { authorities, drafterId, hasList }: { authorities: Authorities; drafterId?: string | undefined; hasList: boolean },
  cast: Cast,
  texts: readonly string[],
): Person | undefined {
  const record = drafterId === undefined ? undefined : authorities.byId(drafterId);
  if (record?.kind === 'person') return personOfRecord(cast, record);
  const decided = cast.people.find(({ id }) => id === drafterId);
  if (decided) return decided;
  if (!texts.some((text) => SAYS_I.test(text))) return undefined;
  const text = texts.join('\n');
  const silent = cast.people.filter(
    ({ listed, listedAs, interpreter, surname }) =>
      listed && !interpreter && listedAs === undefined && !text.includes(surname),
  );
  if (silent.length === 1) return silent[0];
  if (hasList && silent.length > 1) return undefined;
  return introduce(cast, { id: UNNAMED, name: 'The drafter', surname: 'drafter' });
}

/** The entry of a drafter whom nothing names. */
export const UNNAMED = 'person.drafter';

/** Offices of the government in Washington; whoever held one abroad wrote telegrams. */
const IN_WASHINGTON = /^(?!.*\bto the (?!President)).*\b(?:of the United States|to the President)\b/;

/** Holders of offices in Washington that day of whom the memorandum does not speak. */
export const unspokenOf = (cast: Cast, authorities: Authorities, day: string | undefined): PersonRecord[] =>
  day === undefined
    ? []
    : authorities.holders(IN_WASHINGTON, day).filter(({ id }) => cast.people.every((person) => person.id !== id));

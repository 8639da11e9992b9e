import type { PersonRecord } from '../../authorities/record.js';
import type { Certainty } from '../../text/marks.js';
import {
  type Cast,
  type Company,
  identifiedAs,
  interlocutors,
  introduce,
  type Met,
  type Person,
  personOfRecord,
} from '../people/people.js';
import { postsAt } from '../people/posts.js';
import { says } from './clauses.js';
import { isQuoted } from './quoted.js';

/** Who wrote the memorandum, and how that is known. */
export interface Drafter {
  person: Person;
  certainty: Certainty;
  evidence: string;
  /** Who else may have written it, where nothing names the drafter. */
  others: readonly PersonRecord[];
  /** The participants whom the text never names, where there are several. */
  silent?: readonly Person[];
}

/** What the memorandum has to tell of its drafter. */
export interface Traces {
  /** Id of the drafter, where the editor has named him. */
  drafterId?: string | undefined;
  /** Whoever stands in the form's line "Drafted by" or "From". */
  inForm?: Person | undefined;
  hasList: boolean;
  /** Those whom the talk names, or means by their offices. */
  mentioned: ReadonlySet<Person>;
  /** Where the talk was held, as the form has it. */
  place?: string | undefined;
  /** The paragraphs of the talk. */
  texts: readonly string[];
}

/** Duties of whoever writes the record. */
const REPORTS = /\b(?:reporting|drafting|recording) officer\b|\bnote-?taker\b|\brapporteur\b|\btaking notes\b/i;
/** Whether somebody says of himself that he said something, outside quotation marks. */
const saysI = (text: string): boolean =>
  [...text.matchAll(/(?<![\p{L}\d.])I(?=\s)/gu)].some(
    ({ index }) => says(text.slice(index + 1, index + LONGEST_VERB)) && !isQuoted(text, index),
  );
const LONGEST_VERB = 200;

const OF_THE_STAFF = /\bAssistant to the President for National Security Affairs$/;

/** An office by which somebody may be known who says "I". */
interface Betrayed {
  held: RegExp;
  why: string;
}

/** What somebody who says "I" betrays of his office in Washington. */
const STAFF: readonly { words: RegExp; why: string }[] = [
  {
    words: /\bI (?:knew|know|was (?:sure|certain|confident|aware)) (?:that )?the President\b/u,
    why: 'he says what the President thinks, as his assistant for national security does',
  },
  {
    words:
      /\bthe President (?:had )?(?:asked|told|instructed|authorized) me\b|\bI (?:had )?(?:reported|spoken) to the President\b/u,
    why: 'he has his orders from the President himself, as his assistant for national security does',
  },
];

/** Words of somebody who is received by those to whom he is sent. */
const RECEIVED =
  /\b(?:called me in|received me|summoned me|sent for me|asked me to call|I (?:called on|paid a call|was received by))\b/u;

/** The offices that words outside quotation marks, and the place of the talk, betray. */
const betrayedBy = (words: string, place: string): Betrayed[] => [
  ...STAFF.filter((row) => row.words.test(words)).map(({ why }) => ({ held: OF_THE_STAFF, why })),
  ...(RECEIVED.test(words) ? postsAt(place) : []).map(({ held, name, where }) => ({
    held,
    why: `he is received ${where}, as ${name} is`,
  })),
];

/**
 * The drafter: whoever the editor names or the form; else, where the text says "I", the one participant whom it never
 * names; else whoever the text betrays by what he says of himself, with low certainty; else an entry without a name.
 */
export function drafterOf(traces: Traces, company: Company): Drafter | undefined {
  const { drafterId, inForm, hasList, mentioned, texts } = traces;
  const { cast } = company;
  const decided = drafterId === undefined ? undefined : byId(drafterId, company);
  if (decided) return { person: decided, ...DECIDED, others: [] };
  if (inForm) return { person: inForm, certainty: 'high', evidence: 'named in the form', others: [] };
  if (!texts.some(saysI)) return undefined;
  const reporter = cast.people.filter(({ listed, roles }) => listed && roles.some((role) => REPORTS.test(role)));
  if (reporter.length === 1) {
    return { person: reporter[0]!, certainty: 'high', evidence: 'listed as the one who reports', others: [] };
  }
  const text = texts.join('\n');
  const silent = interlocutors(cast).filter((person) => !mentioned.has(person) && !text.includes(person.surname));
  if (silent.length === 1) {
    const evidence = 'the one participant whom the text never names';
    return { person: silent[0]!, certainty: 'medium', evidence, others: [] };
  }
  if (hasList && silent.length > 1) return { ...unnamed(cast, []), silent };
  return betrayed(traces, text, company);
}

const DECIDED: Met = { certainty: 'high', evidence: 'named by the editor' };

function byId(id: string, { cast, authorities }: Company): Person | undefined {
  const record = authorities.byId(id);
  return record?.kind === 'person'
    ? personOfRecord(cast, record, DECIDED)
    : cast.people.find((person) => person.id === id);
}

function betrayed({ place = '' }: Traces, text: string, company: Company): Drafter {
  const { cast, day } = company;
  const own = text.replace(/“[^”]*”|"[^"]*"/g, '');
  if (day === undefined) return unnamed(cast, []);
  const unspoken = unspokenOf(company, day, IN_OFFICE);
  // An office counts where one man of whom the text does not speak held it that day.
  for (const { held, why } of betrayedBy(own, place)) {
    const [record, ...rivals] = unspokenOf(company, day, held);
    if (!record || rivals.length > 0) continue;
    const others = unspoken.filter(({ id }) => id !== record.id);
    return { ...identifiedAs(cast, record, 'low', why), others };
  }
  return unnamed(cast, unspoken);
}

function unnamed(cast: Cast, others: readonly PersonRecord[]): Drafter {
  const person = introduce(cast, { id: UNNAMED, name: 'The drafter', surname: 'drafter', met: NOBODY_NAMED }, 'office');
  return { person, ...NOBODY_NAMED, others };
}

const NOBODY_NAMED: Met = { certainty: 'low', evidence: 'nothing names the drafter' };

/** The entry of a drafter whom nothing names. */
export const UNNAMED = 'person.drafter';

/** Offices in Washington whose holders write memoranda; whoever held one abroad wrote telegrams. */
const IN_OFFICE =
  /^(?!Ambassador|Permanent Representative|President|Vice President|.*\bSenate\b).*\b(?:of the United States|to the President(?! of))\b/;

/** Holders of an office that day of whom the memorandum does not speak. */
const unspokenOf = ({ cast, authorities }: Company, day: string, office: RegExp): PersonRecord[] =>
  authorities.holders(office, day).filter(({ id }) => cast.people.every((person) => person.id !== id));

import type { Authorities } from '../authorities/authorities.js';
import type { Mark } from '../text/marks.js';
import type { ReadingText } from '../text/reading-text.js';
import type { ListedPerson } from './form.js';
import { resolveOffice } from './offices.js';
import { type Cast, identify, type Person } from './people.js';
import { NAME_PATTERN, TITLE_PATTERN } from './titles.js';

const ITEM = new RegExp(
  `^(?<lead>(?:\\p{Lu}{1,3}|[A-Z]/[A-Z-]+)\\s*[—–]\\s*)?(?:(?<title>${TITLE_PATTERN})\\s+)?(?<name>${NAME_PATTERN})(?<rest>\\s*(?:[,(:;–—].*)?)$`,
  'us',
);
const OFFICE_ITEM =
  /^(?<office>(?:The\s+)?(?<phrase>(?:Vice[- ])?President|(?:Under )?Secretary(?:[- ]General)?|Chairman|Ambassador|Foreign Minister|Prime Minister|Chancellor))(?<rest>\s*(?:[,(].*)?)$/s;

/** A participant's line with its reading text. */
export interface ListedText {
  listed: ListedPerson;
  reading: ReadingText;
}

/**
 * Reads each line of the list of participants: who it is, with title, name and office. Those named come first into
 * the cast, then those given by office, since an office may be one that a named participant bears.
 */
export function readParticipants(
  lines: readonly ListedText[],
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mark[] {
  const named = lines.flatMap((line) => {
    const match = OFFICE_ITEM.test(line.reading.text) ? null : ITEM.exec(line.reading.text);
    return match?.groups ? namedMarks(line, match.groups, cast, authorities, day) : [];
  });
  const byOffice = lines.flatMap((line) => {
    const match = OFFICE_ITEM.exec(line.reading.text);
    return match?.groups ? officeMarks(line, match.groups, cast, authorities, day) : [];
  });
  const marks = [...named, ...byOffice];
  const starts = new Map(marks.flatMap((mark) => ('ref' in mark ? [[mark.ref, mark.start] as const] : [])));
  const placeInList = ({ id }: Person) => starts.get(id) ?? Number.MAX_SAFE_INTEGER;
  cast.people.sort((one, other) => placeInList(one) - placeInList(other));
  return marks;
}

function namedMarks(
  { listed, reading }: ListedText,
  { lead = '', title, name = '', rest = '' }: { [group: string]: string | undefined },
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mark[] {
  const role = roleIn(rest);
  const { person, certainty, evidence } = identify(cast, authorities, day, { name, title, role: role?.words });
  person.listed = true;
  person.interpreter ||= /\binterpret/i.test(rest);
  if (listed.delegation) person.delegation = listed.delegation.n;
  if (title) person.titles.add(title);
  if (role) person.roles.push(role.words);
  const at = reading.text.indexOf(name, lead.length + (title?.length ?? 0));
  const start = title ? lead.length : at;
  const by = 'memcon' as const;
  const marks: Mark[] = [
    { kind: 'person', ref: person.id, ...reading.source({ start, end: at + name.length }), by, certainty, evidence },
  ];
  if (title) {
    const range = reading.source({ start: lead.length, end: lead.length + title.length });
    marks.push({ kind: 'role', ...range, by, certainty: 'high', evidence: 'title before the name' });
  }
  if (role) {
    const from = at + name.length + role.at;
    const range = reading.source({ start: from, end: from + role.words.length });
    marks.push({ kind: 'role', ...range, by, certainty: 'high', evidence: 'office after the name' });
  }
  return marks;
}

function officeMarks(
  { listed, reading }: ListedText,
  { office = '', phrase = '', rest = '' }: { [group: string]: string | undefined },
  cast: Cast,
  authorities: Authorities,
  day: string | undefined,
): Mark[] {
  const resolved = resolveOffice(phrase, cast, authorities, day);
  if (!resolved) return [];
  const { person, certainty, evidence } = resolved;
  person.listed = true;
  person.listedAs = phrase;
  person.interpreter ||= /\binterpret/i.test(rest);
  if (listed.delegation) person.delegation = listed.delegation.n;
  const range = reading.source({ start: 0, end: office.length });
  return [{ kind: 'office', ref: person.id, ...range, by: 'memcon', certainty, evidence }];
}

/** The office in what follows a name: ", First Deputy Foreign Minister" or "(interpreting)"; `at` counts from the name's end. */
function roleIn(rest: string): { words: string; at: number } | undefined {
  const match = /^[\s,:;–—]*(.*?)[\s,;]*$/s.exec(rest);
  const words = match?.[1] ?? '';
  return words === '' ? undefined : { words, at: rest.indexOf(words) };
}

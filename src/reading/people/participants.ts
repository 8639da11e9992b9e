import type { Mark } from '../../text/marks.js';
import { slug } from '../../text/patterns.js';
import type { ReadingText } from '../../text/reading-text.js';
import { contains } from '../../text/transcription.js';
import type { ListedPerson } from '../form/form-facts.js';
import { NOT_A_SURNAME } from './given-names.js';
import { identify } from './identify.js';
import { isOfficeItem, type OfficeItem, readOfficeItem } from './office-items.js';
import { resolveListed } from './offices.js';
import { type Company, freeId, introduce, type Met, type Person } from './people.js';
import { type Side, sideNamed } from './sides.js';
import { NAME_PATTERN, TITLE_PATTERN, usualCase } from './titles.js';

const DUTY =
  '(?:Interpret(?:er|ing)|Translator|Note[- ]?[Tt]aker|Recorder|Reporter|Rapporteur|(?:Reporting|Recording|Drafting) Officer)s?';
/** Styles of rank before a title: "The Rt. Hon. Sir Alec Douglas-Home". */
const STYLE = `(?:(?:[Tt]he\\s+)?R(?:igh)?t\\.?\\s+Hon(?:ou?rable|\\.)?,?\\s+|(?:(?:[Tt]he\\s+)?Hon(?:ou?rable|\\.)|(?:His|Her)\\s+Excellency|H\\.\\s?E\\.),?\\s+(?=(?:${TITLE_PATTERN})\\s))`;
/** "the Earl of Home": a name that is a title of nobility. */
const PEER = `(?:(?<=\\s)|^)(?:Duke|Marquess|Marquis|Earl|Viscount|Countess)\\s+of\\s+${NAME_PATTERN}`;
/** What stands for orders, honours and seats behind a name: "KT, MP", "K.C.M.G.". */
const POST_NOMINALS =
  /^(?:[\s,]+(?:(?:[KGDCOM]\.?\s?)?[CB]\.?\s?(?:M\.?\s?G|V\.?\s?O|B\.?\s?E|I\.?\s?E|S\.?\s?I|B)\.?|[KDGOM]\.?B\.?E\.?|K\.?[TGPC]\.?|Bt\.?|Q\.?C\.?|M\.?P\.?|P\.?C\.?|O\.?M\.?|C\.?H\.?|[DM]\.?S\.?O\.?|M\.?C\.?|D\.?F\.?C\.?|V\.?C\.?|F\.?R\.?S\.?|T\.?D\.?|J\.?P\.?)(?![\p{L}\d]))+/u;
const ITEM = new RegExp(
  `^(?<lead>(?:(?:\\p{Lu}{1,3}|[A-Z]/[A-Z-]+)(?:\\s*[—–]|\\s+-(?=\\s))|(?<duty>${DUTY})\\s*[—–:-])\\s*)?${STYLE}?(?:(?:The\\s+)?(?<title>${TITLE_PATTERN})\\s+|[Tt]he\\s+(?=${PEER}))?(?<name>${PEER}|${NAME_PATTERN})(?<rest>\\s*(?:[,(:;–—].*|\\s[-.]+\\s.*)?)$`,
  'us',
);
/** "NSC Staff" and "National Security Affairs" are what is left of the line before. */
const isPerson = (name: string): boolean =>
  sideNamed(name) === undefined &&
  !NOT_A_SURNAME.test(name) &&
  !/(?:^|\s)(?:Affairs|Staff|Department|Office|Embassy|Ministry|States|Union|Division|Section|Council|Bureau|Committee|Security|Relations|Mission|Desk)$/.test(
    name,
  );

/** A participant's line with its reading text, and that of the office in a column of its own. */
export interface ListedText {
  listed: ListedPerson;
  reading: ReadingText;
  role?: ReadingText;
  /** The side under whose name it stands. */
  side?: Side;
}

/**
 * Reads each line of the list of participants: who it is, with title, name and office. Those named come first into
 * the cast, then those given by office, since an office may be one that a named participant bears.
 */
export function readParticipants(lines: readonly ListedText[], company: Company): Mark[] {
  const named = lines.flatMap((line) => {
    const match = isOfficeItem(line.reading.text) ? null : ITEM.exec(line.reading.text);
    return match?.groups && isPerson(match.groups.name ?? '') ? namedMarks(line, match.groups, company) : [];
  });
  const byOffice = lines.flatMap((line) => {
    const item = readOfficeItem(line.reading.text);
    return item ? officeMarks(line, item, company) : [];
  });
  const marks = [...named, ...byOffice];
  const starts = new Map(marks.flatMap((mark) => ('ref' in mark ? [[mark.ref, mark.start] as const] : [])));
  const placeInList = ({ id }: Person) => starts.get(id) ?? Number.MAX_SAFE_INTEGER;
  company.cast.people.sort((one, other) => placeInList(one) - placeInList(other));
  return marks;
}

function namedMarks(
  { listed, reading, role: inColumn, side }: ListedText,
  { lead = '', duty, title: written, name = '', rest = '' }: { [group: string]: string | undefined },
  company: Company,
): Mark[] {
  const title = written && usualCase(written);
  const role = roleIn(rest);
  const office = role?.words ?? inColumn?.text;
  const { person, certainty, evidence } = identify(company, { name, title, role: office, side });
  person.listed = true;
  person.interpreter ||= /\binterpret/i.test(`${lead} ${rest} ${inColumn?.text ?? ''}`);
  if (listed.delegation) person.delegation = listed.delegation.n;
  if (side) person.side = side;
  if (title) person.titles.add(title);
  if (office) person.roles.push(office);
  if (duty) person.roles.push(duty);
  const at = reading.text.length - rest.length - name.length;
  const start = written ? reading.text.indexOf(written, lead.length) : at;
  const by = 'memcon' as const;
  // Where columns part a person's lines, what reaches over them is found in each.
  const places = (from: number, to: number) => {
    const range = reading.source({ start: from, end: to });
    return listed.parts.flatMap((part) => {
      const place = { start: Math.max(part.start, range.start), end: Math.min(part.end, range.end) };
      // What he shares with his wife is marked as hers.
      const isHers = listed.shared !== undefined && contains(listed.shared, place);
      return place.start < place.end && !isHers ? [place] : [];
    });
  };
  const rolesAt = (from: number, to: number, why: string): Mark[] =>
    places(from, to).map((place) => ({ kind: 'role', ...place, by, certainty: 'high', evidence: why }));
  const marks: Mark[] = places(start, at + name.length).map((place) => ({
    kind: 'person',
    ref: person.id,
    ...place,
    by,
    certainty,
    evidence,
  }));
  if (duty) marks.push(...rolesAt(0, duty.length, 'duty before the name'));
  if (written) marks.push(...rolesAt(start, start + written.length, 'title before the name'));
  if (role) {
    const from = at + name.length + role.at;
    marks.push(...rolesAt(from, from + role.words.length, 'office after the name'));
  } else if (inColumn && inColumn.text !== '') {
    const range = inColumn.source({ start: 0, end: inColumn.text.length });
    marks.push({ kind: 'role', ...range, by, certainty: 'high', evidence: 'office in a column of its own' });
  }
  return marks;
}

const UNNAMED_HOLDER: Met = { certainty: 'medium', evidence: 'office whose holder nobody names' };

/** Someone given by office; what nobody is known to hold is a person of this edition's own, known by the office alone. */
function officeMarks(
  { listed, reading, side }: ListedText,
  { office, phrase, rest, bearer }: OfficeItem,
  company: Company,
): Mark[] {
  const named = bearer && identify(company, { name: bearer.name, title: bearer.title, role: phrase, side });
  const { person, certainty, evidence } = named ??
    resolveListed(phrase, side, company) ?? {
      person: introduce(
        company.cast,
        {
          id: freeId(company, `person.${slug(phrase) || 'office'}`),
          name: `The ${phrase}`,
          surname: phrase,
          met: UNNAMED_HOLDER,
        },
        'office',
      ),
      ...UNNAMED_HOLDER,
    };
  person.listed = true;
  person.listedAs ??= phrase;
  if (named) person.roles.push(phrase);
  if (bearer?.title) person.titles.add(bearer.title);
  person.interpreter ||= /\binterpret/i.test(rest);
  if (listed.delegation) person.delegation = listed.delegation.n;
  if (side) person.side = side;
  const mark = (from: number, to: number, kind: 'office' | 'person'): Mark => {
    const range = reading.source({ start: from, end: to });
    return { kind, ref: person.id, ...range, by: 'memcon', certainty, evidence };
  };
  const marks = [mark(0, office.length, 'office')];
  if (bearer) marks.push(mark(bearer.start, bearer.end, 'person'));
  if (bearer?.title) {
    const range = reading.source({ start: bearer.start, end: bearer.start + bearer.title.length });
    marks.push({ kind: 'role', ...range, by: 'memcon', certainty: 'high', evidence: 'title before the name' });
  }
  return marks;
}

/** The office in what follows a name: ", First Deputy Foreign Minister" or "(interpreting)"; `at` counts from the name's end. */
function roleIn(rest: string): { words: string; at: number } | undefined {
  const honours = POST_NOMINALS.exec(rest)?.[0].length ?? 0;
  const match = /^[\s,:;–—.-]*(.*?)[\s,;]*$/s.exec(rest.slice(honours));
  const words = match?.[1] ?? '';
  return words === '' ? undefined : { words, at: rest.indexOf(words, honours) };
}

import { type Authorities, isHeld } from '../../authorities/authorities.js';
import { foldName } from '../../authorities/fold.js';
import type { PersonRecord, Term } from '../../authorities/record.js';
import { servesAnother } from './employers.js';
import { isOfAWoman } from './given-names.js';
import { knownPerson } from './known-people.js';
import { localPerson } from './local-people.js';
import { surnameOf, withoutGeneration } from './name-forms.js';
import { type Company, type Identified, identifiedAs, type Person } from './people.js';
import type { Side } from './sides.js';
import { tellsAlone } from './surnames.js';
import { isCourtesy, isFlagRank, isWomans } from './titles.js';

/** A name with what stands around it; `side` is the one under whose name the list has it. */
export interface NameInContext {
  name: string;
  title?: string | undefined;
  role?: string | undefined;
  side?: Side | undefined;
}

/**
 * Who bears a full name or, with a title, a surname. The authority decides when exactly one of its people fits;
 * otherwise the person is this edition's own.
 */
export function identify(company: Company, inContext: NameInContext): Identified {
  const { name, title } = inContext;
  const { cast, authorities, day } = company;
  if (!isWomans(title)) {
    const known = knownPerson(company, name);
    if (known) return known;
    const bare = withoutGeneration(name);
    const titled = title === undefined ? [] : authorities.peopleNamed(`${title} ${bare}`);
    const named = titled.length === 1 ? titled : authorities.peopleNamed(bare);
    if (named.length === 1) {
      return identifiedAs(cast, named[0]!, 'high', 'name in the authority file');
    }
    const byOffice = inOffice(authorities, day, { ...inContext, name: bare });
    if (byOffice) return identifiedAs(cast, byOffice, 'medium', `surname, and office held on ${day}`);
    const ambassador = onceAmbassador(authorities, day, { ...inContext, name: bare });
    if (ambassador) return identifiedAs(cast, ambassador, 'medium', 'surname, and an ambassador before');
  }
  const woman = isWomans(title) ? womanInOffice(authorities, name, day) : undefined;
  return woman
    ? identifiedAs(cast, woman, 'high', 'the one woman of that name in office')
    : localPerson(company, name, title);
}

/** The one bearer of the surname who held an office that day, and one that a title of office agrees with. */
function inOffice(
  authorities: Authorities,
  day: string | undefined,
  { name, title, role, side }: NameInContext,
): PersonRecord | undefined {
  if (!day) return undefined;
  const initial = foldName(name)[0];
  const bySurname = authorities.peopleOfSurname(name);
  const given = bySurname.length === 0 && /\s/.test(name.trim());
  const fitting = (given ? authorities.peopleOfSurname(surnameOf(name)) : bySurname).filter((record) => {
    const held = record.terms.filter((term) => isHeld(term, day));
    if (held.length === 0 || (given && foldName(record.preferred)[0] !== initial)) return false;
    const ranks = title !== undefined && isFlagRank(title) && !held.some((term) => agrees(term.office, title));
    const office = title && !isCourtesy(title) && !ranks ? title : undefined;
    if (ranks && !tellsAlone(name)) return false;
    if (servesAnother(record, role, office === undefined ? side : undefined)) return false;
    if (given && !role && !office && !hasInitials(name, record)) return false;
    // A role in the list that is no office of his tells another man of the surname: "Mr. Johnson, EUR".
    if (!office && role !== undefined && !isRoleOf(role, held, name)) return false;
    return held.some((term) => agrees(term.office, office) && (!given || agrees(term.office, headWord(role))));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether two initials or more before an uncommon surname are those of somebody's names: "A. A. Soldatov". */
function hasInitials(name: string, { preferred }: PersonRecord): boolean {
  const initials = /^(?:\p{Lu}\.[\s-]*){2,}(?=\p{Lu}\p{L})/u.exec(name)?.[0].replace(/\P{L}/gu, '');
  const names = preferred.split(/\s+/).map((word) => word[0]);
  return initials !== undefined && tellsAlone(surnameOf(name)) && names.slice(0, -1).join('') === initials;
}

/** Whoever was an ambassador keeps the title. */
function onceAmbassador(
  authorities: Authorities,
  day: string | undefined,
  { name, title, role, side }: NameInContext,
): PersonRecord | undefined {
  if (!day || !/^Amb(?:assador|\.)$/.test(title ?? '')) return undefined;
  const once = authorities
    .peopleOfSurname(name)
    .filter((record) => !servesAnother(record, role, side))
    .filter(({ terms }) => terms.some(({ office, from }) => from && from <= day && agrees(office, 'Ambassador')));
  return once.length === 1 ? once[0] : undefined;
}

/** "Mrs. Gandhi" is the Prime Minister and not the wife of somebody. */
function womanInOffice(authorities: Authorities, name: string, day: string | undefined): PersonRecord | undefined {
  const women = [...authorities.peopleNamed(name), ...authorities.peopleOfSurname(name)].filter(
    ({ preferred, terms }) => isOfAWoman(preferred) && (!day || terms.some((term) => isHeld(term, day))),
  );
  return women.length === 1 ? women[0] : undefined;
}

/** Whether a role may be one of the offices held; signs of an office tell nothing, and a common surname then nobody. */
const isRoleOf = (role: string, held: readonly Term[], surname: string): boolean => {
  const head = headWord(role);
  return head === undefined ? tellsAlone(surname) : held.some((term) => agrees(term.office, head));
};

const headWord = (role: string | undefined): string | undefined =>
  role && /\b(Ambassador|President|Chairman|Minister|Secretary|Chancellor|Director)\b/.exec(role)?.[1];

/** Of several who bear a surname, the one to whom the title of an office belongs. */
export function toldByTitle(found: Identified, title: string, day: string | undefined): Identified {
  const { person, others = [] } = found;
  if (others.length === 0 || isCourtesy(title)) return found;
  const fitting = [person, ...others].filter(
    ({ titles, roles, record }) =>
      titles.has(title) ||
      roles.some((role) => agrees(role, title)) ||
      record?.terms.some((term) => day !== undefined && isHeld(term, day) && agrees(term.office, title)),
  );
  if (fitting.length !== 1) return found;
  const [told] = fitting as [Person];
  const certainty = told.listed ? 'high' : 'medium';
  return { person: told, certainty, evidence: 'the one of that surname with this title' };
}

/** Titles that are typed short. */
const IN_FULL: Readonly<Record<string, string>> = {
  Adm: 'Admiral',
  Amb: 'Ambassador',
  Col: 'Colonel',
  Gen: 'General',
  Gov: 'Governor',
  Sec: 'Secretary',
  Sen: 'Senator',
};
const DEPUTY = /\b(?:Deputy|Vice|Under|Assistant)\b/;

/** Whether an office's title has the words of a title before a name, in whatever order; a deputy is no minister. */
export const agrees = (office: string, title: string | undefined): boolean => {
  if (title === undefined) return true;
  if (DEPUTY.test(office) && !DEPUTY.test(title) && title !== 'Minister') return false;
  const isPremier = /^(?:Premier|PM)$/i.test(title);
  if (isPremier && /^(?:Prime Minister|Chairman of the Council of Ministers|Premier)/.test(office)) return true;
  return title
    .replace(/^(?:Soviet|French|British)\s+/, '')
    .split(/[\s-]+/)
    .map((word) => word.replace(/[^\p{L}]/gu, ''))
    .every((word) => new RegExp(`\\b${IN_FULL[word] ?? word}\\b`, 'i').test(office));
};

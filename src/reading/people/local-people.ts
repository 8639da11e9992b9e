import { foldName } from '../../authorities/fold.js';
import { slug } from '../../text/patterns.js';
import { inUsualCase, surnameOf } from './name-forms.js';
import {
  type Cast,
  type Company,
  freeId,
  type Identified,
  introduce,
  type Met,
  nameInFull,
  type Person,
} from './people.js';
import { isSameStyle, isWomans } from './titles.js';

const LOCAL: Met = { certainty: 'medium', evidence: 'in no authority file' };
const LISTED: Met = { certainty: 'high', evidence: 'name of a participant' };

/** Someone in no authority: an entry of this edition's own, never a match by guess. */
export function localPerson(company: Company, written: string, title: string | undefined): Identified {
  const { cast } = company;
  const name = inUsualCase(written);
  const surname = surnameOf(name);
  const woman = isWomans(title);
  const full = woman && (title === 'Mrs.' || !/\s/.test(name)) ? `${title} ${name}` : name;
  const same =
    cast.people.find((person) => person.woman === woman && person.known.names.includes(foldName(full))) ??
    (title !== undefined && woman ? sameWoman(cast, name, title) : undefined);
  if (same) return { person: same, ...(same.listed ? LISTED : LOCAL) };
  const stem = `person.${slug(full === name ? surname : `${title} ${surname}`) || 'unnamed'}`;
  const given = slug(name.replace(surname, ' '));
  const id = freeId(company, stem, ...(given ? [`${stem}-${given}`] : []));
  return { person: introduce(cast, { id, name: full, surname, woman, met: LOCAL }), ...LOCAL };
}

/** A woman by her surname after her full name, or the other way round: "Miss Carter" for Miss Jane Carter. */
function sameWoman({ people }: Cast, name: string, title: string): Person | undefined {
  const surname = surnameOf(name);
  const women = people.filter(
    (person) => person.woman && person.surname === surname && [...person.titles].some((met) => isSameStyle(met, title)),
  );
  if (name === surname) return women[0];
  const [bare] = women.filter((person) => [...person.titles].some((met) => person.name === `${met} ${surname}`));
  if (bare) nameInFull(bare, title === 'Mrs.' ? `${title} ${name}` : name);
  return bare;
}

import { attribute, child, type Node, nodes, plain, texts } from './entries.js';
import { officesOf } from './office-notes.js';
import type { Dated, Idno, PersonRecord, Term } from './record.js';
import { type Names, namesOfRegister, withoutGeneration } from './register-names.js';

/**
 * In years: how far a term is taken to reach where a note leaves its end open, "from September 1958". Of the 4,500 terms
 * that notes in the people data of the Office of the Historian give with both ends, 97 of 100 are no longer.
 */
const USUAL_TERM = 5;

/** The names of a person as they are written. */
interface Written {
  preferred: string;
  others: string[];
  /** The surname, where one is marked as such. */
  surname: string | undefined;
  /** The name that stands after a title, where it is not the surname, and other spellings of it. */
  short: string[];
}

/** A person whose names are not read yet: whether the file is a register is told by the form of them all. */
export interface Draft {
  names: Written;
  record: PersonRecord;
}

/** Whether most names of a file stand in the form of a register, "Aaron, David Laurence". */
export const isRegister = (drafts: readonly Draft[]): boolean =>
  drafts.filter(({ names }) => names.preferred.includes(',')).length * 2 > drafts.length;

export function draftOf(node: Node): Draft {
  const life: Life = { birth: dated(child(node, 'birth')), death: dated(child(node, 'death')) };
  const terms = nodes(node, 'occupation').map((occupation) => within(life, termOf(occupation)));
  const notes: string[] = [];
  for (const note of nodes(node, 'note')) {
    const words = plain(note);
    if (words === '') continue;
    if (attribute(note, 'type') !== 'office') notes.push(words);
    else for (const term of officesOf(words)) terms.push(within(life, usual(term)));
  }
  const record: PersonRecord = {
    kind: 'person',
    id: attribute(node, 'xml:id') ?? '',
    preferred: '',
    variants: [],
    surname: '',
    terms,
    idnos: idnos(node),
    notes,
    sources: texts(node, 'bibl'),
  };
  if (life.birth) record.birth = life.birth;
  if (life.death) record.death = life.death;
  return { names: written(nodes(node, 'persName')), record };
}

/** A short name decides, else a surname marked as such; in a register the comma marks it; else it is the last word. */
export function personOf({ names, record }: Draft, inRegister: boolean): PersonRecord {
  const { preferred, others } = names;
  const found = inRegister || preferred.includes(',') ? namesOfRegister(preferred, others) : asSaid(names);
  record.preferred = found.preferred;
  record.variants = found.variants;
  const [short, ...spellings] = names.short;
  record.surname = short ?? names.surname ?? found.surname;
  const otherSurnames = [...spellings, ...found.otherSurnames];
  if (otherSurnames.length > 0) record.otherSurnames = otherSurnames;
  return record;
}

function written(names: readonly Node[]): Written {
  const structured = names.find((name) => child(name, 'surname'));
  const head = names.find((name) => attribute(name, 'type') === 'preferred') ?? names[0];
  return {
    preferred: head ? plain(head) : '',
    others: names.filter((name) => name !== head && name !== structured).map(plain),
    surname: structured && texts(structured, 'surname')[0],
    short: names.filter((name) => attribute(name, 'type') === 'short').map(plain),
  };
}

function asSaid({ preferred, others }: Written): Names {
  const turned = others.map((other) => (other.includes(',') ? namesOfRegister(other, []).preferred : other));
  return {
    preferred,
    variants: [...new Set(turned)].filter((form) => form !== preferred && /\s/.test(form)),
    surname: withoutGeneration(preferred).split(/\s+/).at(-1) ?? '',
    otherSurnames: [],
  };
}

interface Life {
  birth: Dated | undefined;
  death: Dated | undefined;
}

const termOf = (occupation: Node): Term => ({
  office: plain(occupation),
  ...optional('from', attribute(occupation, 'from')),
  ...optional('to', attribute(occupation, 'to')),
});

function usual(term: Term): Term {
  const { from, to } = term;
  if (from !== undefined && to === undefined) term.latest = yearAfter(from, USUAL_TERM);
  if (to !== undefined && from === undefined) term.earliest = yearAfter(to, -USUAL_TERM);
  return term;
}

const yearAfter = (date: string, years: number): string => String(Number(date.slice(0, 4)) + years).padStart(4, '0');

/** An office is held by the living: a life bounds the open ends of its terms. */
function within({ birth, death }: Life, term: Term): Term {
  const { from, to, earliest = '', latest } = term;
  if (from === undefined && to === undefined) return term;
  if (from === undefined && birth?.when !== undefined && birth.when > earliest) term.earliest = birth.when;
  if (to === undefined && death?.when !== undefined && (latest === undefined || death.when < latest)) {
    term.latest = death.when;
  }
  return term;
}

export const idnos = (node: Node): Idno[] =>
  nodes(node, 'idno').map((idno) => ({ type: attribute(idno, 'type') ?? 'other', value: plain(idno) }));

export const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };

/** Where the authority has no words for a date, the date is its own. */
function dated(node: Node | undefined): Dated | undefined {
  if (!node) return undefined;
  const when = attribute(node, 'when');
  return { ...(when !== undefined && { when }), text: plain(node) || (when ?? '') };
}

import { closestWord } from './spelling.js';
import type { Speaker, Unit } from './unit.js';

/** What a reference in words asks for; whatever is absent does not matter. */
export interface Wanted {
  pages?: readonly string[];
  /** A kind of passage and its number: “turn 5”. */
  numbered?: { kind: string; n: string };
  line?: string;
  /** The ids of all who are called so. */
  speakers?: readonly string[];
  words?: string;
}

/** How people call the kinds of passages. */
const KINDS: readonly { kind: string; called: RegExp }[] = [
  { kind: 'paragraph', called: /^(?:paragraph|par\.?|para\.?|¶)\s*(\S+)$/i },
  { kind: 'turn', called: /^turn\s+(\S+)$/i },
  { kind: 'footnote', called: /^(?:footnote|fn\.?)\s*(\S+)$/i },
  { kind: 'note', called: /^(?:note|n\.)\s*(\S+)$/i },
  { kind: 'annotation', called: /^annotation\s+(\S+)$/i },
  { kind: 'reading', called: /^reading\s+(\S+)$/i },
  { kind: 'furniture', called: /^furniture\s+(\S+)$/i },
  { kind: 'list', called: /^list\s+(\S+)$/i },
  { kind: 'table', called: /^table\s+(\S+)$/i },
  { kind: 'entry', called: /^entry\s+(\S+)$/i },
];
/** The beginning of the ids of each kind that can be asked for by its number. */
export const PREFIXES: Readonly<Record<string, string>> = {
  paragraph: 'par',
  turn: 'turn',
  footnote: 'fn',
  note: 'nt',
  annotation: 'an',
  reading: 'rd',
  furniture: 'fw',
};
const PAGES = /^(?:pages?|pp?\.)\s*(\S+?)(?:\s*[-–—]\s*(\S+))?$/i;
/** “p. 3 Kuznetsov”: a place and what is sought there, with no comma between. */
const NO_COMMA = /^((?:pages?|pp?\.)\s*\d+(?:\s*[-–—]\s*\d+)?)\s+(?=[^\s\d,–—-])/i;
const LINE = /^(?:line|l\.)\s*(\S+)$/i;
const QUOTED = /^[“"'‘«](.+)[”"'’»]$/s;

/** Takes a reference apart at its commas: “p. 3, Kuznetsov”, “p. 2, par. 4”. What is none of these is quoted words. */
export function wantedBy(reference: string, speakers: readonly Speaker[]): Wanted {
  const whole = QUOTED.exec(reference.trim());
  if (whole) return { words: whole[1]! };
  const wanted: Wanted = {};
  let rest = reference.trim().replace(NO_COMMA, '$1, ');
  while (rest !== '') {
    const [part = '', ...others] = rest.split(/\s*,\s*/);
    const after = others.length > 0 ? rest.slice(rest.indexOf(',') + 1).trim() : '';
    if (!take(part.trim(), wanted, speakers)) {
      const quoted = QUOTED.exec(rest);
      return { ...wanted, words: quoted ? quoted[1]! : rest };
    }
    rest = after;
  }
  return wanted;
}

function take(part: string, wanted: Wanted, speakers: readonly Speaker[]): boolean {
  const pages = PAGES.exec(part);
  if (pages && wanted.pages === undefined) {
    wanted.pages = pages[2] === undefined ? [pages[1]!] : [pages[1]!, pages[2]];
    return true;
  }
  const line = LINE.exec(part);
  if (line && wanted.line === undefined) {
    wanted.line = line[1]!;
    return true;
  }
  for (const { kind, called } of KINDS) {
    const found = called.exec(part);
    if (found && wanted.numbered === undefined) {
      wanted.numbered = { kind, n: found[1]! };
      return true;
    }
  }
  if (wanted.speakers !== undefined) return false;
  const named = speakersNamed(part, speakers);
  if (named.length === 0) return false;
  wanted.speakers = named;
  return true;
}

/** The ids of those who speak under that name or office, or under a surname that differs by a slip. */
function speakersNamed(name: string, speakers: readonly Speaker[]): string[] {
  const folded = fold(name);
  const isNamed = ({ surname, name: full, forms }: Speaker) =>
    [surname, full, ...forms].some((form) => fold(form) === folded);
  const found = speakers.filter(isNamed);
  if (found.length > 0) return found.map(({ id }) => id);
  const meant = closestWord(
    name,
    speakers.map(({ surname }) => surname),
  );
  return speakers.filter(({ surname }) => surname === meant).map(({ id }) => id);
}

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}|[.,]/gu, '')
    .replace(/^(?:Mr|Mrs|Miss|Dr|Ambassador|Minister|President|Secretary)\s+/i, '')
    .toLowerCase()
    .trim();

/** Whether a passage is one of those asked for, its words aside. */
export function isWanted(unit: Unit, { pages, numbered, line, speakers }: Wanted): boolean {
  if (pages && !(unit.pages[0] === pages[0] || (pages.length === 1 && unit.pages.includes(pages[0]!)))) return false;
  if (pages && pages.length > 1 && unit.pages.at(-1) !== pages[1]) return false;
  if (numbered && (unit.kind !== numbered.kind || unit.label !== `${unit.kind} ${numbered.n}`)) return false;
  if (line !== undefined && (unit.kind !== 'line' || unit.label !== `line ${line}`)) return false;
  if (speakers !== undefined) {
    if (!unit.speakers.some(({ id }) => speakers.includes(id))) return false;
    if (!numbered && unit.kind !== 'turn') return false;
  }
  if (!numbered && line === undefined && speakers === undefined) return unit.kind === 'page';
  return true;
}

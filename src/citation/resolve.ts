import { nearestFirst } from '../text/nearest.js';
import { lackIn } from './missing.js';
import { nearestTo, once, quotedIn } from './passages.js';
import type { CitableEdition, Speaker, Unit } from './unit.js';
import { isWanted, type Wanted, wantedBy } from './wanted.js';

/** A passage, in its edition; `quoted` where the reference was some of its words. */
export interface Found {
  readonly edition: CitableEdition;
  readonly unit: Unit;
  readonly quoted?: string;
  /** The words were given with small slips. */
  readonly like?: boolean;
  /** The pages on which the words stand. */
  readonly pages?: readonly string[];
}

/** What a reference means: one passage, one of several, or none, with those that may have been meant. */
export type Resolved =
  | { readonly kind: 'one'; readonly found: Found }
  | { readonly kind: 'many'; readonly candidates: readonly Found[] }
  | {
      readonly kind: 'none';
      readonly nearest: readonly Found[];
      /** The name that the reference has for its edition, where there is none of that name. */
      readonly edition?: string;
      /** What the one edition lacks, and what it has of the kind. */
      readonly lack?: string;
    };

const NEAREST = 3;

/**
 * The passage that a reference means. It may be an id (`turn.3`), a reference by the trees of the header (`par.4/turn.4`,
 * `p.3`), an address (`https://…/NAME/index.html#turn.3`), words for a place (“p. 3, Kuznetsov”), or words of the passage
 * itself. The name of an edition may stand before it: `NAME#turn.3`.
 */
export function resolve(editions: readonly CitableEdition[], reference: string): Resolved {
  if (reference.trim() === '') return { kind: 'none', nearest: [] };
  const identified = editions.filter(({ record }) => record.doi !== undefined && record.doi === doiIn(reference));
  if (identified.length > 0) return one(identified.map((edition) => ({ edition, unit: edition.units[0]! })));
  const { name, rest } = parted(reference, editions);
  const among = name === undefined ? editions : editions.filter(({ record }) => record.name === name);
  if (among.length === 0) return { kind: 'none', nearest: [], ...(name !== undefined && { edition: name }) };
  const named = among.flatMap((edition) => {
    const unit =
      rest === '' ? edition.units[0]! : (edition.byReference.get(rest) ?? edition.byReference.get(rest.toLowerCase()));
    return unit ? [{ edition, unit }] : [];
  });
  if (named.length > 0) return one(named);
  const asked = among.flatMap((edition) => askedOf(edition, wantedBy(rest, speakersOf(edition))));
  // A place asked for comes before words that read like one, and words to the letter before words with slips.
  const ranked = [asked.filter(({ quoted }) => quoted === undefined), asked.filter(({ like }) => !like), asked];
  const found = ranked.find((all) => all.length > 0);
  if (found) return one(found);
  const lack = among.length === 1 ? lackIn(among[0]!, rest, speakersOf(among[0]!)) : undefined;
  return {
    kind: 'none',
    nearest: once(among.flatMap((edition) => nearIn(edition, rest))).slice(0, NEAREST),
    ...(lack !== undefined && { lack }),
  };
}

const one = (found: readonly Found[]): Resolved =>
  found.length === 1 ? { kind: 'one', found: found[0]! } : { kind: 'many', candidates: found };

/** The name of the edition and its version, where the reference has them, and what follows. */
export function parted(
  reference: string,
  editions: readonly CitableEdition[],
): { name?: string; version?: string; rest: string } {
  const trimmed = reference.trim();
  // `NAME#p. 3, Kuznetsov`: what is sought, in words, in one edition.
  const named = editions.find(({ record }) => trimmed.startsWith(`${record.name}#`));
  if (named) return { name: named.record.name, rest: decoded(trimmed.slice(named.record.name.length + 1).trim()) };
  const hash = /^([^\s#]*)#(\S+)$/.exec(trimmed);
  const address = hash?.[1] ?? trimmed;
  const isAddress = /^(?:[a-z][a-z+.-]*:\/\/|\.{0,2}\/)\S+$|^\S+\.(?:html|xml)$/i.test(address);
  const known = editions.some(({ record }) => record.name === address);
  if (!hash && !isAddress) return known ? { name: address, rest: '' } : { rest: trimmed };
  const rest = hash ? decoded(hash[2]!) : '';
  const segments = address.split(/[?#]/)[0]!.split('/').filter(Boolean);
  // `NAME/v1.0.0/index.html`
  const at = segments.findIndex((segment, n) => n > 0 && n >= segments.length - 2 && RELEASE.test(segment));
  const version = at < 0 ? undefined : segments.splice(at, 1)[0]!.slice(1);
  const last = segments.at(-1) ?? '';
  // `NAME/index.html`, `NAME/`, or `NAME/NAME.html` of a bare transcription.
  const name = PAGE.test(last) ? segments.at(-2) : last.replace(PAGE_OF_A_FILE, '');
  return {
    ...(name !== undefined && name !== '' && { name: decoded(name) }),
    ...(version !== undefined && { version }),
    rest,
  };
}

/** The pages of an edition: in its folder, and beside the TEI file of a bare transcription. */
const VIEWS = 'diplomatic|parallel|facsimile|errata|source|cite|withdrawn';
const PAGE = new RegExp(`^(?:index|${VIEWS})\\.html$`, 'i');
const PAGE_OF_A_FILE = new RegExp(`(?:\\.(?:${VIEWS}))?\\.(?:html|xml)$`, 'i');

/** The DOI in `https://doi.org/10.…`, `doi:10.…`, or alone. */
const doiIn = (reference: string): string | undefined =>
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,}\/\S+)$/i.exec(reference.trim())?.[1];

/** The folder of a release. */
const RELEASE = /^v\d+\.\d+\.\d+$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function speakersOf({ units }: CitableEdition): Speaker[] {
  const all = units.filter(({ kind }) => kind === 'turn').flatMap(({ speakers }) => speakers);
  return [...new Map(all.map((speaker) => [speaker.id, speaker])).values()];
}

function askedOf(edition: CitableEdition, wanted: Wanted): Found[] {
  const { words, ...place } = wanted;
  const isPlaced = Object.keys(place).length > 0;
  if (words === undefined) return placedIn(edition, wanted).map((unit) => ({ edition, unit }));
  const among = isPlaced
    ? ({ pages, speakers }: Unit) =>
        (!place.pages || pages.some((page) => place.pages!.includes(page))) &&
        (!place.speakers || speakers.some(({ id }) => place.speakers!.includes(id)))
    : () => true;
  const sought = (one: string) => quotedIn(edition, one, among, place.pages).map((found) => ({ edition, ...found }));
  const found = sought(words);
  // American use puts the point of one's own sentence into the quotation (Chicago Manual of Style, 6.9).
  const bare = words.replace(/[.,]$/, '');
  if (bare === words || found.some(({ like }) => !like)) return found;
  const exact = sought(bare).filter(({ like }) => !like);
  return exact.length > 0 ? exact : found;
}

/** “p. 2, par. 4” is the paragraph with the number 4, if that stands on page 2; else the fourth on that page, as one counts on paper. */
function placedIn(edition: CitableEdition, wanted: Wanted): Unit[] {
  const found = edition.units.filter((unit) => isWanted(unit, wanted));
  if (found.length > 0 || !wanted.pages || wanted.numbered?.kind !== 'paragraph') return found;
  const { kind, n } = wanted.numbered;
  const onPage = edition.units.filter((unit) => unit.kind === kind && unit.pages.includes(wanted.pages![0]!));
  const counted = /^\d+$/.test(n) ? onPage[Number(n) - 1] : undefined;
  return counted ? [counted] : [];
}

/** What may have been meant: an id spelled alike, or words alike. */
function nearIn(edition: CitableEdition, reference: string): Found[] {
  if (/^[\p{L}-]+\.?[\d./]*$/u.test(reference)) {
    const prefix = reference.split('.')[0]!;
    const known = [...edition.byReference.keys()];
    const same = known.filter((id) => id.startsWith(`${prefix}.`));
    const near = nearestFirst(reference, same.length > 0 ? same : known).slice(0, NEAREST);
    return near.map((id) => ({ edition, unit: edition.byReference.get(id)! }));
  }
  const wanted = wantedBy(reference, speakersOf(edition));
  if (wanted.words === undefined) {
    const { pages, numbered, speakers } = wanted;
    const looser: Wanted[] = [
      { ...(speakers && { speakers }) },
      { ...(pages && { pages }) },
      { ...(numbered && { numbered }) },
    ].filter((one) => Object.keys(one).length > 0);
    return looser.flatMap((one) => placedIn(edition, one).map((unit) => ({ edition, unit })));
  }
  return nearestTo(edition, wanted.words, NEAREST).map((found) => ({ edition, ...found }));
}

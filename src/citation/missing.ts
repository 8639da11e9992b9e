import type { CitableEdition, Speaker, Unit } from './unit.js';
import { PREFIXES, wantedBy } from './wanted.js';
import { pageWords } from './wording.js';

/** How the passages of a kind are called together, where an s does not do. */
const MANY: Readonly<Record<string, string>> = { entry: 'entries', furniture: 'pieces of furniture' };
const manyOf = (kind: string): string => MANY[kind] ?? `${kind}s`;

/** Why an edition has nothing for a reference, in a sentence that says what it has; nothing where that is not known. */
export function lackIn(
  { units, byReference }: CitableEdition,
  reference: string,
  speakers: readonly Speaker[],
): string | undefined {
  const [, prefix] = /^([a-z]+)\.\d[\d.]*$/i.exec(reference) ?? [];
  if (prefix !== undefined) return idsLike(prefix.toLowerCase(), byReference);
  const wanted = wantedBy(reference, speakers);
  const { pages, numbered, words } = wanted;
  const all = unitsOf('page', units).flatMap((unit) => unit.pages);
  const absent = pages?.find((page) => !all.includes(page));
  if (absent !== undefined)
    return all.length === 0
      ? 'The edition has no pages.'
      : `The edition has no page ${absent}; its pages are ${ranged(all)}.`;
  if (pages && pages.length > 1 && Object.keys(wanted).length === 1)
    return `${pageWords(pages).replace(/^p/, 'P')} are several passages: cite one page, or what stands on both, such as “${pageWords(pages)}, turn 4”.`;
  const where = pages ? ` on ${pageWords(pages)}` : '';
  if (numbered) {
    const { kind, n } = numbered;
    const numbers = unitsOf(kind, units).map(({ label }) => label.slice(kind.length + 1));
    if (numbers.length === 0) return `The edition has no ${manyOf(kind)}.`;
    if (numbers.includes(n)) return pages && `Its ${kind} ${n} is not${where}.`;
    return `The edition has no ${kind} ${n}; its ${manyOf(kind)} are ${ranged(numbers)}.`;
  }
  if (!pages) return undefined;
  const heard = unitsOf('turn', units)
    .filter((unit) => unit.pages.some((page) => pages.includes(page)))
    .flatMap((unit) => unit.speakers.map(({ surname }) => surname));
  const whoSpeaks = heard.length === 0 ? 'nobody does' : `those who do are ${[...new Set(heard)].join(', ')}`;
  if (words !== undefined)
    return `“${words}” does not stand${where}, and nobody of that name speaks there; ${whoSpeaks}.`;
  const silent = speakers.find(({ id }) => wanted.speakers?.includes(id));
  return silent && `${silent.surname} does not speak${where}; ${whoSpeaks}.`;
}

const unitsOf = (kind: string, units: readonly Unit[]): Unit[] => units.filter((unit) => unit.kind === kind);

function idsLike(prefix: string, byReference: CitableEdition['byReference']): string | undefined {
  const ofKind = new RegExp(`^${prefix}\\.\\d+$`);
  const ids = [...byReference.keys()].filter((id) => ofKind.test(id));
  if (ids.length > 0) return `The edition has ${ranged(ids)}.`;
  const kind = Object.keys(PREFIXES).find((one) => PREFIXES[one] === prefix);
  return kind && `The edition has no ${manyOf(kind)}.`;
}

/** “1–4”, “turn.1 to turn.7”; few, or with gaps, as they are. */
function ranged(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0]));
  const isRun = numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
  const [first, last] = [names[0]!, names.at(-1)!];
  if (names.length > 2 && isRun) return /^\d/.test(first) ? `${first}–${last}` : `${first} to ${last}`;
  if (names.length <= MOST) return names.length === 1 ? first : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${names.slice(0, MOST - 1).join(', ')} … ${last}`;
}

const MOST = 8;

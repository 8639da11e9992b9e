import { distance } from 'fastest-levenshtein';
import type { KnownFile } from './known-file.js';

/** Each reference in an attribute begins with it. */
const HASH = '#';

/**
 * What a value that is no reference, or leads nowhere, was most likely meant for: with its `#`, with one in place of
 * two, without the file before it or the comma behind it, in other letter case, or the name of somebody in the file.
 */
export function meantReferences({ value }: { readonly value: string }, file: KnownFile): string[] {
  const byName = file.named(value);
  if (byName.length === 1) return [HASH + byName[0]];
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '' && part !== HASH);
  const meant = parts.map((part) => meantId(part, file));
  return meant.length > 0 && meant.every((id) => id !== undefined) ? [meant.map((id) => HASH + id).join(' ')] : [];
}

function meantId(part: string, file: KnownFile): string | undefined {
  const bare = part.includes(HASH) ? part.slice(part.lastIndexOf(HASH) + 1) : part.replace(/^[a-z]+:(?!\/)/i, '');
  if (bare === '') return undefined;
  if (file.ids.has(bare)) return bare;
  const ids = [...file.ids.keys()];
  const only = (test: (id: string) => boolean) => {
    const found = ids.filter(test);
    return found.length === 1 ? found[0] : undefined;
  };
  const small = bare.toLowerCase();
  const named = file.named(bare);
  return (
    only((id) => id.toLowerCase() === small) ??
    (named.length === 1 ? named[0] : undefined) ??
    only((id) => id.toLowerCase().split('.').slice(1).join('.') === small)
  );
}

/** An id that differs from the one written by a letter or two: never by a figure, which counts other things. */
export function slipOfId(id: string, ids: Iterable<string>): string | undefined {
  const letters = (word: string) => word.replace(/\d+/g, '');
  const figures = (word: string) => word.replace(/\D+/g, ' ').trim();
  const near = [...ids]
    .filter((other) => figures(other) === figures(id) && letters(other) !== letters(id))
    .map((other) => ({ other, far: distance(id.toLowerCase(), other.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
  return near[0] && near[0].far <= 2 ? near[0].other : undefined;
}

/** A verb in the past or an auxiliary behind a capitalised word, or a pronoun before one: a sentence has begun. */
const PREDICATE =
  /(?:(?<!\p{L})\p{Lu}[\p{L}’'.-]*\p{Ll}|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t))\s+(?:then\s+|also\s+)?(?:said|asked|replied|stated|thanked|opened|began|welcomed|noted|remarked|observed|expressed|inquired|told|answered|called|came|met|was|were|had|has|is|are|will|would|thought|felt|agreed|repeated|suggested)\s+\S/u;

export const hasPredicate = (words: string): boolean => PREDICATE.test(words);

/** Whether words run as a sentence does, and not as a name, a title or a line of a list. */
export function readsAsProse(words: string): boolean {
  if (hasPredicate(words)) return true;
  const all = words.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (all.length < 4) return false;
  const small = all.filter((word) => /^["“(]*\p{Ll}/u.test(word)).length / all.length;
  const ends = /\p{Ll}{2,}[.?!]["”’)]*$/u.test(words);
  if (all.length < 8) return ends && small >= 0.4 && !/,/.test(words);
  return small >= 0.5 || (ends && small >= 0.4) || (all.length > 25 && small >= 0.35);
}

import { citedAs, suffixOf } from './cited-as.js';
import { type CitingOptions, cslItemOf } from './csl-item.js';
import { patternsOf } from './document-patterns.js';
import { citationsOfPassage, type PassageCitations } from './passage-citations.js';
import { SIGNS } from './patterns.js';
import { escaped, type Markup, type Styled, stylerOf } from './styled.js';
import type { Style } from './styles.js';
import type { Bibliography, CitableEdition, Unit } from './unit.js';
import { citableEdition } from './units.js';

export type { PassageCitations };

/** A passage of an edition, cited in a style. */
export async function styledCitation(
  record: Bibliography,
  unit: Unit,
  style: Style,
  markup: Markup,
  options: CitingOptions = {},
): Promise<Styled> {
  const styler = await stylerOf(style);
  const item = cslItemOf(record, unit, options);
  const kind = style === 'chicago' || style === 'turabian' ? 'note' : 'in-text';
  const { locator, told, addendum } = citedAs(record, unit, kind, options);
  // Quoted words stand to the letter: the processor, which changes brackets within brackets, sees a sign for them.
  const suffix = suffixOf(told === '' ? '' : SIGNS.told, kind);
  const citation = styler.citation(item, { suffix, ...(locator !== undefined && { locator }) }, markup);
  return {
    citation: citation.replaceAll(SIGNS.told, () => escaped(told, markup)),
    entry: styler.entry(item, addendum, markup),
  };
}

/**
 * The citations of every passage of an edition that has an anchor, in the order of the edition; each id once.
 * @throws MaterialError where the TEI is not well-formed
 */
export async function citationsOf(
  file: string,
  tei: string,
  { accessed }: Pick<CitingOptions, 'accessed'> = {},
): Promise<PassageCitations[]> {
  const edition = citableEdition(file, tei);
  const options = accessed === undefined ? {} : { accessed };
  const patterns = await patternsOf(edition.record, edition.units, options);
  return anchored(edition).map((unit) => citationsOfPassage(edition.record, patterns, unit, options));
}

/** The passages that have an anchor, each anchor once. */
export const anchored = ({ units, byReference }: CitableEdition): Unit[] =>
  units.filter(
    (unit) =>
      unit.id !== undefined && (unit.kind === 'document' || unit.kind === 'page' || byReference.get(unit.id) === unit),
  );

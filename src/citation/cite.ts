import {
  type CitingOptions,
  type CslItem,
  cslItemOf,
  editionWords,
  isShort,
  narrowed,
  pagesOf,
  passageWords,
  permalinkOf,
  readingWords,
} from './csl-item.js';
import { writerOf } from './data-formats.js';
import { repeated } from './repeated.js';
import { type Markup, type Styled, stylerOf } from './styled.js';
import type { Style } from './styles.js';
import type { Bibliography, Unit } from './unit.js';
import { citableEdition, pageWords } from './units.js';

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
  const cited = citedAs(record, unit, style, options);
  return { citation: styler.citation(item, cited, markup), entry: styler.entry(item, cited, markup) };
}

/** The page as locator; the passage, its speaker, and the state of the edition behind the rest. */
function citedAs(record: Bibliography, cited: Unit, style: Style, { quoted, pages }: CitingOptions) {
  const unit = narrowed(cited, pages);
  const locator = unit.kind === 'document' ? undefined : pagesOf(unit);
  const words =
    quoted ?? (unit.kind !== 'document' && unit.kind !== 'page' && isShort(unit.words) ? unit.words : undefined);
  const isNote = style === 'chicago' || style === 'turabian';
  const passage = [passageWords(unit), words === undefined || !isNote ? '' : readingWords(unit, words)];
  const told = passage.filter((part) => part !== '').join(': ');
  const unreviewed = record.reviewed ? '' : 'machine-encoded, unreviewed';
  const state = [told, isNote ? editionWords(record) : '', isNote ? unreviewed : '']
    .filter((part) => part !== '')
    .join('; ');
  return {
    ...(locator !== undefined && { locator }),
    suffix: state === '' ? '' : isNote ? ` (${state})` : `, ${state}`,
    addendum: unreviewed === '' ? '' : 'Machine-encoded, unreviewed.',
  };
}

/** What the page offers for each passage, exactly as the command gives it. */
export interface PassageCitations {
  readonly id: string;
  /** For people: “Turn 5, Kuznetsov, p. 3”. */
  readonly label: string;
  readonly words: string;
  readonly reference: string;
  readonly permalink: string;
  readonly chicagoNote: string;
  readonly mla: Styled;
  readonly bibtex: string;
  readonly ris: string;
  readonly cslJson: readonly [CslItem];
}

/**
 * The citations of every passage of an edition that has an anchor, in the order of the edition; each id once.
 * @throws MaterialError where the TEI is not well-formed
 */
export async function citationsOf(file: string, tei: string, options: CitingOptions = {}): Promise<PassageCitations[]> {
  const { record, byReference, units } = citableEdition(file, tei);
  const [chicago, mla, bibtex, ris] = await Promise.all([
    stylerOf('chicago').then(repeated),
    stylerOf('mla').then(repeated),
    writerOf('bibtex'),
    writerOf('ris'),
  ]);
  return units.flatMap((unit): PassageCitations[] => {
    const { id } = unit;
    if (id === undefined || (unit.kind !== 'document' && byReference.get(id) !== unit && unit.kind !== 'page'))
      return [];
    const item = cslItemOf(record, unit, options);
    const inText = citedAs(record, unit, 'mla', options);
    return [
      {
        id,
        label: labelOf(unit),
        words: unit.kind === 'document' ? '' : unit.words,
        reference: unit.references.at(-1)!,
        permalink: permalinkOf(record, unit),
        chicagoNote: chicago.citation(item, citedAs(record, unit, 'chicago', options), 'text'),
        mla: { citation: mla.citation(item, inText, 'text'), entry: mla.entry(item, inText, 'text') },
        bibtex: bibtex(item),
        ris: ris(item),
        cslJson: [item],
      },
    ];
  });
}

/** “Turn 5, Kuznetsov, p. 3”: what a passage is called by itself. */
export function labelOf(unit: Unit): string {
  if (unit.kind === 'document') return 'The whole document';
  const where = pageWords(unit.pages);
  const label =
    unit.kind === 'page' ? where.replace(/^pp?\./, 'Page') : [passageWords(unit), where].filter(Boolean).join(', ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

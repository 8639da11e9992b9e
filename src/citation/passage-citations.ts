import { citedAs, labelOf } from './cited-as.js';
import { type CitingOptions, type CslItem, cslItemOf, permalinkOf, printedAddress } from './csl-item.js';
import { filled, inLatex, type Pattern, type Patterns } from './patterns.js';
import type { Bibliography, Unit } from './unit.js';

/** What the page offers for a passage, exactly as the command gives it. */
export interface PassageCitations {
  readonly id: string;
  /** For people: “Turn 5, Kuznetsov, p. 3”. */
  readonly label: string;
  readonly words: string;
  readonly reference: string;
  readonly permalink: string;
  readonly chicagoNote: string;
  /** The words in brackets in the text, and the entry of the bibliography. */
  readonly mla: { readonly citation: string; readonly entry: string };
  readonly bibtex: string;
  readonly ris: string;
  readonly cslJson: readonly [CslItem];
}

/** What may not stand in a key of BibTeX. */
const NOT_IN_KEYS = /(?:<\/?.*?>|[\u0020-\u002F\u003A-\u0040\u005B-\u005E\u0060\u007B-\u007F])+/g;

/** The citations of a passage, or of some of its words, by the patterns of its document. */
export function citationsOfPassage(
  record: Bibliography,
  patterns: Patterns,
  unit: Unit,
  options: CitingOptions = {},
): PassageCitations {
  // A locator that no processor was asked for gives way to that of the whole passage.
  const known = options.pages && isKnown(patterns.chicago, citedAs(record, unit, 'note', options).locator);
  const { pages: _pages, ...others } = options;
  const citing = options.pages && !known ? others : options;
  const item = cslItemOf(record, unit, citing);
  const { locator, told } = citedAs(record, unit, 'note', citing);
  const inText = citedAs(record, unit, 'in-text', citing).told;
  const { note = '', URL: url = '' } = item;
  const address = printedAddress(item) ?? '';
  return {
    id: unit.id ?? '',
    label: labelOf(options.pages && known ? { ...unit, pages: options.pages } : unit),
    words: unit.kind === 'document' ? '' : unit.words,
    reference: unit.references.at(-1)!,
    permalink: permalinkOf(record, unit),
    chicagoNote: filled(told === '' ? patterns.chicagoBare : patterns.chicago, locator, { told, address }),
    mla: {
      citation: filled(inText === '' ? patterns.mlaInTextBare : patterns.mlaInText, locator, { told: inText, address }),
      entry: filled(patterns.mla, undefined, { address }),
    },
    bibtex: filled(patterns.bibtex, locator, {
      name: item.id.replace(NOT_IN_KEYS, ''),
      note: inLatex(note, patterns.latex),
      address: url,
      escaped: inLatex(url, patterns.latex),
    }),
    ris: filled(patterns.ris, locator, { name: item.id, note: note.replace(/\s+/g, ' ').trim(), address: url }),
    cslJson: [item],
  };
}

const isKnown = ({ locators }: Pattern, locator: string | undefined): boolean =>
  locator === undefined || Object.hasOwn(locators, locator);

import { citedAs, type Kind, suffixOf } from './cited-as.js';
import { type CitingOptions, type CslItem, cslItemOf, pagesOf, printedAddress } from './csl-item.js';
import { writerOf } from './data-formats.js';
import { clustersIn, type Patterns, patternOf, SIGNS } from './patterns.js';
import { stylerOf } from './styled.js';
import type { Bibliography, Unit } from './unit.js';

/** Words may stand on any of the pages of a passage; of one over more pages than these, on two at most. */
const MANY_PAGES = 12;

/**
 * The patterns by which every passage of a document is cited, and any of its words. The processors, which take milliseconds
 * for each citation, are asked once for each locator.
 * @param units all passages, the document first
 */
export async function patternsOf(
  record: Bibliography,
  units: readonly Unit[],
  options: Pick<CitingOptions, 'accessed'> = {},
): Promise<Patterns> {
  const [chicago, mla, bibtex, ris] = await Promise.all([
    stylerOf('chicago'),
    stylerOf('mla'),
    writerOf('bibtex'),
    writerOf('ris'),
  ]);
  const [whole] = units;
  const { note: _note, custom: _custom, ...item } = cslItemOf(record, whole!, options);
  const isFound = printedAddress(item) !== undefined;
  const common: CslItem = { ...item, id: 'passage', ...(isFound && { URL: SIGNS.address }) };
  const locators = locatorsOf(units);
  const styled = (styler: typeof chicago, kind: Kind, told: string) =>
    patternOf(locators, (locator) =>
      styler.citation(common, { ...(locator !== undefined && { locator }), suffix: suffixOf(told, kind) }, 'text'),
    );
  const data = (write: (data: CslItem) => string, signs: typeof SIGNS | typeof IN_ASCII) =>
    patternOf(locators, (page) => {
      const address = item.URL === undefined ? {} : { URL: signs.address };
      const one = { ...item, id: signs.name, note: signs.note, ...address, ...(page !== undefined && { page }) };
      return write(one);
    });
  return {
    chicago: styled(chicago, 'note', SIGNS.told),
    chicagoBare: styled(chicago, 'note', ''),
    mla: mla.entry(common, citedAs(record, whole!, 'in-text', options).addendum, 'text'),
    mlaInText: styled(mla, 'in-text', SIGNS.told),
    mlaInTextBare: styled(mla, 'in-text', ''),
    bibtex: data((one) => withSigns(bibtex(one)), IN_ASCII),
    ris: data(ris, SIGNS),
    latex: latexOf(record, units, (note) => bibtex({ id: 'signs', type: 'manuscript', title: '', note })),
  };
}

/** BibTeX writes no sign that is not ASCII. */
const IN_ASCII = { name: 'memconName', note: 'memconNote', address: 'memconAddress' };

const withSigns = (written: string): string =>
  written
    .replaceAll(IN_ASCII.name, SIGNS.name)
    .replaceAll(IN_ASCII.note, SIGNS.note)
    .replace(`url = {${IN_ASCII.address}}`, `url = {${SIGNS.address}}`)
    .replaceAll(IN_ASCII.address, SIGNS.escaped);

/** Every locator that a passage has, or words of it may have. */
function locatorsOf(units: readonly Unit[]): string[] {
  const found = new Set<string>();
  for (const { kind, pages } of units) {
    if (kind === 'document') continue;
    const longest = pages.length > MANY_PAGES ? 2 : pages.length;
    const ranges = pages.flatMap((_, from) =>
      Array.from({ length: longest }, (_, more) => pages.slice(from, from + more + 1)),
    );
    for (const one of [pages, ...ranges]) {
      const locator = pagesOf({ pages: one });
      if (locator !== undefined) found.add(locator);
    }
  }
  return [...found];
}

/** What BibTeX makes of each sign that notes of the document may hold. */
function latexOf(record: Bibliography, units: readonly Unit[], write: (note: string) => string) {
  const texts = new Set(units.flatMap(({ spans }) => spans.map(({ stream }) => stream.text)));
  const others = units.flatMap(({ id = '', label, transcribed = '', speakers }) => [
    id,
    label,
    transcribed,
    ...speakers.map(({ surname }) => surname),
  ]);
  const clusters = clustersIn([...texts, ...others, record.version, record.address, '#“”…–'].join(' '));
  const PARTED = 'memconSign';
  const [, ...written] = write(clusters.map((cluster) => `${PARTED}${cluster}`).join('') + PARTED).split(PARTED);
  return Object.fromEntries(clusters.map((cluster, n) => [cluster, written[n]!]));
}

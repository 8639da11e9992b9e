import { processor } from '../xml/processor.js';

/** The compiled stylesheets that make something of an ODD, by the names of their files in `xslt/schema/`. */
export const DERIVING = ['relaxng', 'schematron', 'rules', 'guidelines'] as const;
export type Deriving = (typeof DERIVING)[number];

/** Rules of the ODD that the program checks by code of its own, which can name what was meant; Schematron has them for other tools. */
const CHECKED_BY_CODE = ['reference-resolves', 'id-is-unique', 'parts-are-chained', 'entry-is-mentioned'];

/** What is made of `schema/memcon.odd`: file, stylesheet, and what the stylesheet is told. */
const DERIVED: readonly { file: string; by: Deriving; params: Record<string, string> }[] = [
  { file: 'memcon.rng', by: 'relaxng', params: {} },
  { file: 'memcon.sch', by: 'schematron', params: {} },
  { file: 'constraints.xsl', by: 'rules', params: { 'left-out': CHECKED_BY_CODE.join(' ') } },
  {
    file: 'guidelines.html',
    by: 'guidelines',
    params: { assets: '../assets', 'index-href': '../index.html', 'site-title': 'Editions' },
  },
];

/** The files of `schema/` that come from the ODD, by name. */
export function deriveSchema(odd: string, stylesheets: Readonly<Record<Deriving, object>>): Map<string, string> {
  return new Map(DERIVED.map(({ file, by, params }) => [file, derived(odd, stylesheets[by], params)]));
}

/** The guidelines as they lie beside an edition by itself, which has no list of editions to lead to. */
export const bareGuidelines = (odd: string, stylesheet: object): string =>
  derived(odd, stylesheet, { assets: '../assets', 'index-href': '' });

function derived(odd: string, stylesheet: object, params: Record<string, string>): string {
  const { principalResult } = processor().transform(
    { stylesheetInternal: stylesheet, sourceText: odd, stylesheetParams: params, destination: 'serialized' },
    'sync',
  );
  return `${(principalResult ?? '').trimEnd()}\n`;
}
